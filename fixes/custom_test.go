package fixes

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

func ownCheck(up, down string) Custom {
	return Custom{
		Doc: checks.Doc{
			ID: "custom-late", Thresholds: []checks.Threshold{{Name: "days", Default: 3}},
			Custom: &checks.Custom{
				SQL: "SELECT * FROM late WHERE days > @threshold:days@", Object: []string{"id"},
				Fix: &checks.CustomFix{Up: up, Down: down, Risk: "locking"},
			},
		},
		Thresholds: checks.Thresholds{"days": 7},
	}
}

func customPlan(t *testing.T, own Custom, evidence string) Plan {
	t.Helper()
	var row checks.CustomRow
	if err := json.Unmarshal([]byte(evidence), &row); err != nil {
		t.Fatal(err)
	}
	plan, err := NewPlan([]checks.Finding{{Key: "custom-late:1", Check: "custom-late", Evidence: row}}, Options{
		Server: postgres.Server{VersionNum: 150000}, MaxRisk: Locking, FirstVersion: 7, Custom: map[string]Custom{"custom-late": own},
	})
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// Values of rows are hostile: they stay names and literals.
func TestCustomFilled(t *testing.T) {
	plan := customPlan(t, ownCheck("UPDATE @identifier:name@ SET a = @literal:text@, b = @literal:n@, c = @literal:none@, d = @literal:list@ -- @literal:id@", "SELECT 1"),
		`{"id": 1, "name": "x\"; DROP TABLE y; --", "text": "it's \\ @literal:n@", "n": 1.50, "none": null, "list": [1, "a"]}`)
	if len(plan.Steps) != 1 {
		t.Fatalf("unfixed: %v", plan.Unfixed)
	}
	step := plan.Steps[0]
	const want = `UPDATE "x""; DROP TABLE y; --" SET a = E'it''s \\ @literal:n@', b = '1.50', c = NULL, d = '[1, "a"]' -- '1';`
	if step.Up != want {
		t.Errorf("up is\n%s, want\n%s", step.Up, want)
	}
	if step.Down != "SELECT 1;" || !step.Reversible || step.Risk != Locking || step.Version != 7 || step.Kind != CustomKind {
		t.Errorf("the step is %+v", step)
	}
	still := step.Requires[0].SQL
	for _, part := range []string{
		"days > 7", `->> 'id' IS NOT DISTINCT FROM '1'`, `->> 'none' IS NOT DISTINCT FROM NULL`, `->> 'text' IS NOT DISTINCT FROM  E'it''s`,
	} {
		if !strings.Contains(still, part) {
			t.Errorf("what is required lacks %s:\n%s", part, still)
		}
	}
}

func TestCustomRefused(t *testing.T) {
	for name, c := range map[string]struct{ up, evidence, want string }{
		"no such column": {"DELETE FROM @identifier:nowhere@", `{"id": 1}`, "names column nowhere, which the check's query does not return"},
		"empty name":     {"DELETE FROM @identifier:name@", `{"id": 1, "name": null}`, "column name of the finding is empty"},
	} {
		t.Run(name, func(t *testing.T) {
			plan := customPlan(t, ownCheck(c.up, ""), c.evidence)
			if len(plan.Steps) > 0 || len(plan.Unfixed) != 1 || !strings.Contains(plan.Unfixed[0].Reason, c.want) {
				t.Errorf("plan %+v, want the reason %s", plan, c.want)
			}
		})
	}
	if plan := customPlan(t, ownCheck("SELECT 1", ""), `{"id": 1}`); plan.Steps[0].Reversible || !OnlyComments(plan.Steps[0].Down) {
		t.Errorf("a fix without a way back: %+v", plan.Steps[0])
	}
}

func TestCheckCustom(t *testing.T) {
	for text, want := range map[string]string{
		"DELETE FROM x":                                 "",
		"SELECT 'COMMIT'; -- ; COMMIT":                  "",
		"DO $body$BEGIN PERFORM 1; COMMIT; END$body$":   "",
		"CREATE INDEX ON x (y)":                         "",
		"SELECT 1; begin":                               "begin cannot stand",
		"/* a */ COMMIT AND CHAIN":                      "COMMIT cannot stand",
		"create unique index\n concurrently i ON x (y)": "concurrently cannot stand",
		"VACUUM x":         "VACUUM cannot stand",
		" ; -- a\n/* b */": "no statement",
		"SELECT @ident:x@": "@ident:x@ is neither",
	} {
		err := CheckCustom(text)
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}
