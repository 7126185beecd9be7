package fixes

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/checks"
)

// planned plans some findings of the harmless database.
func planned(t *testing.T, options Options, findings ...checks.Finding) Plan {
	t.Helper()
	n := newNames("")
	if options.Server.VersionNum == 0 {
		options.Server = n.server(150004)
	}
	if options.MaxRisk == "" {
		options.MaxRisk = Disruptive
	}
	if options.Schema.Tables == nil {
		options.Schema = n.schema()
	}
	options.FirstVersion = 100
	plan, err := NewPlan(findings, options)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// refused says for which reason the one finding of a plan has no step.
func refused(t *testing.T, plan Plan) string {
	t.Helper()
	if len(plan.Steps) > 0 || len(plan.Unfixed) != 1 {
		t.Fatalf("%d steps, not fixed: %v", len(plan.Steps), plan.Unfixed)
	}
	return plan.Unfixed[0].Reason
}

func TestPlanOrder(t *testing.T) {
	findings := newNames("").findings(t)
	forwards := planned(t, Options{}, findings...)
	slices.Reverse(findings)
	plan := planned(t, Options{}, findings...)
	var kinds, keys []string
	for i, step := range plan.Steps {
		if step.Version != 100+int64(i) {
			t.Errorf("step %d has version %d", i, step.Version)
		}
		kinds, keys = append(kinds, step.Kind), append(keys, step.Cures)
	}
	want := []string{
		"create-extension", "terminate-sessions", "create-index",
		"merge-duplicates", "add-unique", "merge-duplicates", "add-unique", // of logins, of users
		"quarantine-orphans", "rebuild-index", "validate-constraint",
	}
	if diff := cmp.Diff(want, slices.Compact(kinds)); diff != "" {
		t.Error(diff)
	}
	together := slices.Compact(slices.Clone(keys))
	slices.Sort(together)
	if n := len(together); n != len(slices.Compact(together)) || n != len(findings) {
		t.Errorf("the steps of a finding are apart: %q", keys)
	}
	for i := range plan.Steps {
		if plan.Steps[i].Slug != forwards.Steps[i].Slug || plan.Steps[i].Up != forwards.Steps[i].Up {
			t.Errorf("the order of the findings decides: %s and %s", plan.Steps[i].Slug, forwards.Steps[i].Slug)
		}
	}
	if findings[0].Check != checks.ConstraintNotValidated.ID {
		t.Error("the findings that were given are sorted")
	}
}

func TestPlanQuarantine(t *testing.T) {
	seen := map[string]string{}
	for _, step := range newNames("").plan(t).Steps {
		for _, table := range step.Quarantine {
			if other, taken := seen[table]; taken {
				t.Errorf("%s is of %s and of %s", table, other, step.Slug)
			}
			seen[table] = step.Slug
			if !strings.Contains(step.Up, `CREATE TABLE "pgdoctor"."`+table+`"`) {
				t.Errorf("%s does not make %s", step.Slug, table)
			}
		}
	}
}

func TestPlanMaxRisk(t *testing.T) {
	n := newNames("")
	for risk, kinds := range map[Risk][]string{
		"":         {"create-index", "rebuild-index", "validate-constraint"},
		Online:     {"create-index", "rebuild-index", "validate-constraint"},
		Locking:    {"create-index", "rebuild-index", "validate-constraint"},
		Data:       {"create-index", "merge-duplicates", "add-unique", "merge-duplicates", "add-unique", "quarantine-orphans", "rebuild-index", "validate-constraint"},
		Disruptive: {"create-extension", "terminate-sessions", "create-index", "merge-duplicates", "add-unique", "merge-duplicates", "add-unique", "quarantine-orphans", "rebuild-index", "validate-constraint"},
	} {
		t.Run("max "+string(risk), func(t *testing.T) {
			findings := n.findings(t)
			plan, err := NewPlan(findings, Options{Server: n.server(150004), Schema: n.schema(), FirstVersion: 100, MaxRisk: risk})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			cured := map[string]bool{}
			for i, step := range plan.Steps {
				got = append(got, step.Kind)
				cured[step.Cures] = true
				if step.Version != 100+int64(i) {
					t.Errorf("step %d has version %d", i, step.Version)
				}
				if step.Risk.Rank() > max(risk.Rank(), 0) {
					t.Errorf("%s is %s", step.Slug, step.Risk)
				}
			}
			if diff := cmp.Diff(kinds, slices.Compact(got)); diff != "" {
				t.Error(diff)
			}
			for _, unfixed := range plan.Unfixed {
				if cured[unfixed.Finding] {
					t.Errorf("%s has steps, and is not fixed", unfixed.Finding)
				}
				if !strings.Contains(unfixed.Reason, "--max-risk ") {
					t.Errorf("%s: %s", unfixed.Finding, unfixed.Reason)
				}
			}
			if len(cured)+len(plan.Unfixed) != len(findings) {
				t.Errorf("%d findings, %d cured, %d not", len(findings), len(cured), len(plan.Unfixed))
			}
		})
	}
	// all of a finding or nothing: the unique index alone would fail to build
	reason := refused(t, planned(t, Options{MaxRisk: Locking}, find(t, checks.DuplicateEmail, n.duplicates("logins"))))
	if reason != "its risk is data: allow it with --max-risk data" {
		t.Errorf("got %q", reason)
	}
}

func TestPlanRefuses(t *testing.T) {
	n := newNames("")
	standby, fixed, broken := n.server(150004), n.server(140004), n.server(140003)
	standby.Standby = true
	index := find(t, checks.IndexInvalid, n.invalid("plain", false))
	for name, test := range map[string]struct {
		options Options
		finding checks.Finding
		want    string // "" is planned
	}{
		"planned":       {Options{}, index, ""},
		"a standby":     {Options{Server: standby}, index, "this server is a standby: apply on its primary"},
		"14.3":          {Options{Server: broken}, index, "PostgreSQL 14.0 to 14.3 can corrupt an index"},
		"14.4":          {Options{Server: fixed}, index, ""},
		"no fix":        {Options{}, checks.Finding{Check: "seq-scan-heavy", Key: "k"}, "no automatic fix: pgdoctor explain seq-scan-heavy says what to do"},
		"unknown check": {Options{}, checks.Finding{Check: "later", Key: "k"}, "no automatic fix: pgdoctor explain later"},
		"a table that is gone": {
			Options{}, find(t, checks.FKWithoutIndex, checks.UnindexedFK{Schema: "a.b", Table: "gone", Columns: []string{"x"}, Rows: 1e6}),
			`"a.b".gone is not there any more`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			plan := planned(t, test.options, test.finding)
			if test.want == "" {
				if len(plan.Steps) == 0 {
					t.Errorf("refused: %v", plan.Unfixed)
				}
				return
			}
			if got := refused(t, plan); !strings.Contains(got, test.want) {
				t.Errorf("got %q", got)
			}
		})
	}
}

func TestPlanNothing(t *testing.T) {
	plan, err := NewPlan(nil, Options{})
	if err != nil || plan.Steps == nil || plan.Unfixed == nil || len(plan.Steps)+len(plan.Unfixed) > 0 {
		t.Errorf("got %#v, %v", plan, err) // null would stand in the JSON
	}
}

func TestPlanWrongEvidence(t *testing.T) {
	finding := checks.Finding{Check: checks.IndexInvalid.ID, Key: "k", Evidence: checks.UnindexedFK{}}
	if _, err := NewPlan([]checks.Finding{finding}, Options{}); err == nil || !strings.Contains(err.Error(), "evidence is checks.UnindexedFK") {
		t.Errorf("got %v", err)
	}
}

func TestPairTwice(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a check has two fixes")
		}
	}()
	pair(checks.IndexInvalid, Cure{}, func(checks.InvalidIndex, Context) ([]Step, error) { return nil, nil })
}

func TestPlanValidate(t *testing.T) {
	n := newNames("")
	orphans := find(t, checks.OrphanRows, checks.OrphanedReference{Reference: n.schema().References[0], Orphans: 3, Keys: 10})
	doubted := orphans
	doubtful := orphans.Evidence.(checks.OrphanedReference)
	doubtful.Doubtful = true
	doubted.Evidence = doubtful
	elsewhere := find(t, checks.OrphanRows, checks.OrphanedReference{Reference: n.schema().References[1], Orphans: 3, Keys: 10})
	uncounted := n.constraint("orders_fkey", "f", -1)
	uncounted.Uncounted = "it took too long"
	for name, test := range map[string]struct {
		row     checks.UnvalidatedConstraint
		others  []checks.Finding
		maxRisk Risk
		want    string // "" is planned
	}{
		"no row breaks it":    {row: n.constraint("orders_fkey", "f", 0)},
		"alone":               {row: n.constraint("orders_fkey", "f", 3), want: "3 rows break it: cure " + orphans.Key + " first, or together with it (--max-risk data)"},
		"with its orphans":    {row: n.constraint("orders_fkey", "f", 3), others: []checks.Finding{orphans}},
		"with other orphans":  {row: n.constraint("orders_fkey", "f", 3), others: []checks.Finding{elsewhere}, want: "cure " + orphans.Key + " first"},
		"doubtful orphans":    {row: n.constraint("orders_fkey", "f", 3), others: []checks.Finding{doubted}, want: "cure " + orphans.Key + " first"},
		"orphans are a risk":  {row: n.constraint("orders_fkey", "f", 3), others: []checks.Finding{orphans}, maxRisk: Locking, want: "cure " + orphans.Key + " first"},
		"a check, one row":    {row: n.constraint("orders_check", "c", 1), others: []checks.Finding{orphans}, want: "1 row breaks it: correct first what breaks it"},
		"a check, three rows": {row: n.constraint("orders_check", "c", 3), want: "3 rows break it: correct first what breaks it"},
		"a check":             {row: n.constraint("orders_check", "c", 0)},
		"not counted":         {row: uncounted, others: []checks.Finding{orphans}, want: "how many rows break it could not be counted: it took too long"},
	} {
		t.Run(name, func(t *testing.T) {
			finding := find(t, checks.ConstraintNotValidated, test.row)
			plan := planned(t, Options{MaxRisk: test.maxRisk}, append([]checks.Finding{finding}, test.others...)...)
			reason := ""
			for _, unfixed := range plan.Unfixed {
				if unfixed.Finding == finding.Key {
					reason = unfixed.Reason
				}
			}
			at := slices.IndexFunc(plan.Steps, func(s Step) bool { return s.Cures == finding.Key })
			if (at >= 0) != (test.want == "") || !strings.Contains(reason, test.want) || (reason == "") != (test.want == "") {
				t.Errorf("it is step %d, refused: %q, want %q", at, reason, test.want)
			}
			if at >= 0 && at != len(plan.Steps)-1 {
				t.Errorf("it is step %d of %d: before the orphans are gone", at, len(plan.Steps))
			}
		})
	}
}

func TestRisks(t *testing.T) {
	for i, risk := range []Risk{Online, Locking, Data, Disruptive} {
		if risk.Rank() != i {
			t.Errorf("%s has rank %d", risk, risk.Rank())
		}
	}
	if Risk("harmless").Rank() != -1 {
		t.Error("an unknown risk has a rank")
	}
	// what the catalogue says of a fix is what its steps then are
	for _, step := range newNames("").plan(t).Steps {
		id, _, _ := strings.Cut(step.Cures, ":")
		cure, ok := CureOf(checks.Doc{ID: id})
		if !ok || step.Kind != cure.Kind && step.Kind != "add-unique" {
			t.Errorf("%s cures %s by %+v", step.Kind, id, cure)
		}
		if step.Reversible != cure.Reversible {
			t.Errorf("%s: reversible %v, the fix %v", step.Slug, step.Reversible, cure.Reversible)
		}
	}
}
