package integration

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/migrations"
)

// notBroughtBack are checks whose sickness an undo does not restore, and why.
var notBroughtBack = map[string]string{
	"index-invalid":       "an invalid index is worth nothing to anybody",
	"idle-sessions":       "an ended session is gone",
	"idle-in-transaction": "an ended session is gone",
	"long-running-query":  "a cancelled statement is gone",
	"index-bloat":         "nobody wants empty pages back",
	"index-corrupt":       "nobody wants a damaged index back",
	"vacuum-overdue":      "nobody wants dead rows back",
	"analyze-stale":       "nobody wants old statistics back",
	"slot-inactive":       "a slot that is made again keeps no WAL yet",
	"slot-lost":           "a slot that is made again is not lost",

	"checkpoints-requested": "the counters of checkpoints begin anew",

	"transaction-long":            "an ended session is gone",
	"idle-in-transaction-aborted": "an ended session is gone",
	"prepared-transaction-old":    "what was rolled back is gone",
	"never-analyzed":              "nobody wants the statistics gone again",
	"never-vacuumed":              "nobody wants the visibility map gone again",
	"visibility-map-low":          "nobody wants the visibility map gone again",
	"xid-wraparound":              "nobody wants unfrozen rows back",
}

// changesByItself says whether what a check finds comes and goes with the time
// and with what else runs on the server.
func changesByItself(check checks.Check) bool {
	doc := check.Describe()
	return doc.Triage || doc.Category == checks.Connections || doc.Category == checks.Locks || doc.Category == checks.Replication
}

// mayMakeSurplus are checks whose fix adds indexes. What such an index makes
// surplus stays: an index of a partition that was there before must not be
// attached, or undo would drop it. The next run proposes to drop it.
var mayMakeSurplus = map[string]bool{"fk-without-index": true}

func surplusIndex(key string) bool {
	return strings.HasPrefix(key, "index-duplicate:") || strings.HasPrefix(key, "index-redundant:")
}

// TestScenarios proves every check and its fix on every major: the sick case
// is found exactly, its plan is the known one, applying cures it, undoing
// brings schema and rows back, applying again cures again, nothing else falls
// ill of it; and the healthy case is silent.
func TestScenarios(t *testing.T) {
	t.Parallel()
	for _, check := range checks.All() {
		id := check.Describe().ID
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			sc := readScenario(t, id)
			proven := &goldens{}
			t.Cleanup(func() {
				if *update && !t.Failed() {
					sc.write(t, since(check.Describe().Since), proven)
				}
			})
			for _, s := range since(check.Describe().Since) {
				t.Run(fmt.Sprintf("pg%d", s.Major), func(t *testing.T) {
					t.Parallel()
					sickCase(t, s, check, sc, proven)
				})
				t.Run(fmt.Sprintf("pg%d-healthy", s.Major), func(t *testing.T) {
					t.Parallel()
					healthyCase(t, s, check, sc)
				})
			}
		})
	}
}

// eachCurable runs a test on the scenario of each check that has a fix, each on one
// of its servers in turn, but those that are left out for a reason.
func eachCurable(t *testing.T, leftOut func(checks.Doc, scenario) string, on func(major int) []*servers.Server,
	test func(*testing.T, *servers.Server, checks.Check, scenario)) {
	t.Helper()
	for n, check := range checks.All() {
		doc := check.Describe()
		if _, curable := fixes.CureOf(doc); !curable {
			continue
		}
		t.Run(doc.ID, func(t *testing.T) {
			t.Parallel()
			sc := readScenario(t, doc.ID)
			if reason := leftOut(doc, sc); reason != "" {
				t.Skip(reason)
			}
			for _, s := range inTurn(n, on(doc.Since)) {
				t.Run(fmt.Sprintf("pg%d", s.Major), func(t *testing.T) {
					t.Parallel()
					test(t, s, check, sc)
				})
			}
		})
	}
}

// since are the servers of a major and later ones.
func since(major int) []*servers.Server {
	return slices.DeleteFunc(slices.Clone(all), func(s *servers.Server) bool { return s.Major < major })
}

func sickCase(t *testing.T, s *servers.Server, check checks.Check, sc scenario, proven *goldens) {
	p := newPatient(t, s, sc, "")
	sc.openSessions(t, p.host, p.cfg.Database)
	want := sc.golden("findings.json", s.Major)
	result := p.settled(t, check, want)
	if result.Status != checks.Findings {
		t.Fatalf("status %s (%s), want findings", result.Status, result.Reason)
	}
	found := findingsJSON(t, result, p.server)
	if diff := cmp.Diff(want, found); diff != "" && !*update {
		t.Fatalf("findings differ (-want +got; -update writes them once they are proven):\n%s", diff)
	}
	plan := p.plan(t, result.Findings)
	planned := planSQL(plan, result.Findings, p.server)
	if diff := cmp.Diff(sc.golden("plan.sql", s.Major), planned); diff != "" && !*update {
		t.Errorf("plan differs (-want +got):\n%s", diff)
	}
	if _, curable := fixes.CureOf(check.Describe()); !curable {
		if len(plan.Steps) > 0 {
			t.Fatal("steps without a fix")
		}
	} else if len(plan.Steps) == 0 {
		t.Fatalf("a fix, but no step for any finding: %v", plan.Unfixed)
	} else {
		p.proveCure(t, check, result, plan)
	}
	if !t.Failed() {
		proven.add(s.Major, found, planned)
	}
}

// proveCure applies, looks, undoes, looks, applies again.
func (p *patient) proveCure(t *testing.T, check checks.Check, sick checks.Result, plan fixes.Plan) {
	others := p.otherKeys(t, check)
	before := p.snapshot(t)
	recorded := migrations.Highest(p.entries(t))
	p.apply(t, plan)
	p.wantCured(t, check, plan)
	for key := range p.otherKeys(t, check) {
		if !others[key] && !(mayMakeSurplus[check.Describe().ID] && surplusIndex(key)) {
			t.Errorf("the fix made ill: %s", key)
		}
	}
	p.undo(t, recorded)
	after := p.snapshot(t)
	if _, gone := notBroughtBack[check.Describe().ID]; gone {
		before = before.without("prepared transaction ")
	}
	if diff := cmp.Diff(before, after); diff != "" {
		t.Fatalf("undo did not bring everything back (-before +after):\n%s", diff)
	}
	if _, gone := notBroughtBack[check.Describe().ID]; gone {
		return
	}
	again := p.settled(t, check, findingsJSON(t, sick, p.server))
	if diff := cmp.Diff(findingsJSON(t, sick, p.server), findingsJSON(t, again, p.server)); diff != "" {
		t.Fatalf("undo did not bring the sickness back (-before +after):\n%s", diff)
	}
	second := p.plan(t, again.Findings)
	p.apply(t, second)
	p.wantCured(t, check, second)
}

// wantCured wants every finding with a step gone, but those whose steps the
// record says were refused.
func (p *patient) wantCured(t *testing.T, check checks.Check, plan fixes.Plan) {
	t.Helper()
	applied := map[string]bool{}
	for _, entry := range p.entries(t) {
		if entry.State == migrations.Applied {
			applied[entry.Finding] = true
		}
	}
	var left, uncured map[string]bool
	// statistics arrive late, up to 14 through a collector process
	for deadline := time.Now().Add(patience); ; time.Sleep(300 * time.Millisecond) {
		left, uncured = map[string]bool{}, map[string]bool{}
		for _, finding := range p.run(t, check)[0].Findings {
			left[finding.Key] = true
			if applied[finding.Key] && planned(plan, finding.Key) {
				uncured[finding.Key] = true
			}
		}
		if len(uncured) == 0 || !check.Describe().Runtime || time.Now().After(deadline) {
			break
		}
	}
	for key := range uncured {
		t.Errorf("not cured: %s", key)
	}
	if len(applied) == 0 {
		t.Error("nothing was applied")
	}
	for _, unfixed := range plan.Unfixed {
		if !left[unfixed.Finding] {
			t.Errorf("gone without a step: %s", unfixed.Finding)
		}
	}
}

func planned(plan fixes.Plan, key string) bool {
	return slices.ContainsFunc(plan.Steps, func(step fixes.Step) bool { return step.Cures == key })
}

// otherKeys lists what every other check finds that is not opinionated. The
// newest major speaks for all: what a fix brings about differs between them only
// where its plan does.
func (p *patient) otherKeys(t *testing.T, check checks.Check) map[string]bool {
	t.Helper()
	if p.server.Major() != all[len(all)-1].Major {
		return nil
	}
	var others []checks.Check
	for _, other := range checks.All() {
		// on a server that others use, its settings and roles are theirs, too
		theirs := other.Describe().Category == checks.Configuration && !p.own
		if other != check && checks.PresetDefault.Holds(other) && !changesByItself(other) && !theirs {
			others = append(others, other)
		}
	}
	keys := map[string]bool{}
	for _, result := range p.run(t, others...) {
		if result.Status == checks.Failed {
			t.Errorf("%s failed: %s", result.Doc.ID, result.Reason)
		}
		for _, finding := range result.Findings {
			keys[finding.Key] = true
		}
	}
	return keys
}

func healthyCase(t *testing.T, s *servers.Server, check checks.Check, sc scenario) {
	healthy := sc
	healthy.thresholds = sc.healthyThresholds
	p := newPatient(t, s, healthy, "healthy.")
	var result checks.Result
	// statistics arrive late, up to 14 through a collector process: what is found for good is wrong
	for deadline := time.Now().Add(patience); ; time.Sleep(300 * time.Millisecond) {
		result = p.run(t, check)[0]
		if result.Status != checks.Findings || time.Now().After(deadline) {
			break
		}
	}
	if result.Status == checks.Skipped && strings.Contains(result.Reason, "too young") {
		return // nothing found, which is what counts here
	}
	if result.Status != checks.OK {
		t.Errorf("status %s (%s), want ok: %s", result.Status, result.Reason, findingsJSON(t, result, p.server))
	}
	if result.Examined == 0 {
		t.Error("the healthy case holds nothing to examine")
	}
}

// goldens collects what was proven, by major.
type goldens struct {
	mu       sync.Mutex
	findings map[int]string
	plans    map[int]string
}

func (g *goldens) add(major int, findings, plan string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.findings == nil {
		g.findings, g.plans = map[int]string{}, map[int]string{}
	}
	g.findings[major], g.plans[major] = findings, plan
}
