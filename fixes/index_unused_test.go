package fixes

import (
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
)

func TestUnusedIsKept(t *testing.T) {
	unused := checks.ScannedIndex{Schema: "s", Index: "i", Table: "t", Definition: "CREATE INDEX i ON s.t USING btree (a)", Writes: 1, Bytes: 1 << 30}
	for name, test := range map[string]struct {
		change func(*checks.ScannedIndex)
		want   string // in the reason; "" is: dropped
	}{
		"alone":         {func(*checks.ScannedIndex) {}, ""},
		"standbys":      {func(r *checks.ScannedIndex) { r.Standbys = 2 }, "look at idx_scan"},
		"partitioned":   {func(r *checks.ScannedIndex) { r.Partitioned, r.Definition = true, "" }, "partitioned"},
		"no definition": {func(r *checks.ScannedIndex) { r.Definition = "" }, "dropped"},
	} {
		t.Run(name, func(t *testing.T) {
			row := unused
			test.change(&row)
			plan, err := NewPlan([]checks.Finding{{Key: "index-unused:s.i", Check: "index-unused", Evidence: row}}, Options{})
			if err != nil {
				t.Fatal(err)
			}
			switch {
			case test.want == "" && len(plan.Steps) != 1:
				t.Errorf("got %+v", plan)
			case test.want != "" && (len(plan.Unfixed) != 1 || !strings.Contains(plan.Unfixed[0].Reason, test.want)):
				t.Errorf("got %+v", plan.Unfixed)
			}
		})
	}
}

func TestAfterTable(t *testing.T) {
	for definition, want := range map[string]string{
		`CREATE INDEX i ON s.t USING btree (a)`:                                        `USING btree (a)`,
		`CREATE UNIQUE INDEX "a "" ON b" ON ONLY "S ""x"."user" USING gin (b) WHERE c`: `USING gin (b) WHERE c`,
		`CREATE INDEX i ON t USING btree (a)`:                                          "",
		"":                                                                             "",
	} {
		if got, ok := afterTable(definition); got != want || ok != (want != "") {
			t.Errorf("%s: got %q", definition, got)
		}
	}
}
