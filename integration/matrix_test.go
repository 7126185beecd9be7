package integration

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// kindsOfFixes has one check for each kind of fix, whose scenario needs no server
// of its own where there is such a one.
func kindsOfFixes(t *testing.T) (kinds []string, byKind map[string]checks.Check) {
	byKind = map[string]checks.Check{}
	for _, check := range checks.All() {
		cure, curable := fixes.CureOf(check.Describe())
		if !curable {
			continue
		}
		old, known := byKind[cure.Kind]
		if !known {
			kinds = append(kinds, cure.Kind)
		}
		if !known || needsOwn(t, old) && !needsOwn(t, check) {
			byKind[cure.Kind] = check
		}
	}
	slices.Sort(kinds)
	return kinds, byKind
}

func needsOwn(t *testing.T, check checks.Check) bool {
	sc := readScenario(t, check.Describe().ID)
	return slices.ContainsFunc([]string{"server.conf", "hba.conf", "initdb.args", "standby.sql"}, func(name string) bool {
		return sc.has(name) || sc.has("healthy."+name)
	})
}

// ordeals lists the whole matrix.
func ordeals(t *testing.T) []*ordeal {
	kinds, byKind := kindsOfFixes(t)
	var list []*ordeal
	for _, kind := range kinds {
		for _, fault := range faults {
			if fault.crash && needsOwn(t, byKind[kind]) {
				continue // it shares that server with others
			}
			for _, at := range fault.at {
				if fault.crash && kind == "set-logged" && at.moment == during {
					// PostgreSQL's own: killed while it takes SET UNLOGGED back, it may not start any more, for the
					// file of the new relation is left and that of its init fork is not ("File exists")
					continue
				}
				list = append(list, &ordeal{kind: kind, check: byKind[kind], fault: fault, at: at})
			}
		}
	}
	for _, v := range variants {
		list = append(list, v.ordeals()...)
	}
	return list
}

// short picks some of the matrix: every kind, and every fault at each of its moments.
func short(list []*ordeal) []*ordeal {
	kinds, strikes := map[string]int{}, map[string]int{}
	var picked []*ordeal
	for i := range list {
		c := list[i*61%len(list)] // from all over
		strike := fmt.Sprint(c.fault.name, c.at)
		if kinds[c.kind] == 0 || strikes[strike] == 0 {
			picked = append(picked, c)
			kinds[c.kind]++
			strikes[strike]++
		}
	}
	return picked
}

// FaultsVariable chooses the whole matrix, "all"; make test-faults sets it.
const FaultsVariable = "PGDOCTOR_TEST_FAULTS"

// TestFaultMatrix strikes fixes with faults at exact moments, each cell on one of
// the majors in turn. A crash of the server needs one that no other test uses: each
// major has one for that, and its cells wait for one another.
func TestFaultMatrix(t *testing.T) {
	t.Parallel()
	list, whole := ordeals(t), os.Getenv(FaultsVariable) == "all"
	if !whole {
		list = short(list)
	}
	outcomes := &matrix{cells: map[[2]string][2]int{}}
	t.Cleanup(func() {
		if whole && *update {
			writeSection(t, "matrix", outcomes.markdown(list))
		}
	})
	crashes := map[int][]*ordeal{}
	for i, c := range list {
		eligible := since(c.check.Describe().Since)
		if len(eligible) == 0 {
			continue
		}
		s := eligible[i%len(eligible)]
		if c.fault.crash {
			crashes[s.Major] = append(crashes[s.Major], c)
			continue
		}
		t.Run(fmt.Sprintf("%s/pg%d", c.name(), s.Major), func(t *testing.T) {
			t.Parallel()
			defer outcomes.note(t, c)
			c.prove(t, s)
		})
	}
	for major, cells := range crashes {
		t.Run(fmt.Sprintf("crash-pg%d", major), func(t *testing.T) {
			t.Parallel()
			s := servers.StartOne(t, major)
			for _, c := range cells {
				t.Run(c.name(), func(t *testing.T) {
					defer outcomes.note(t, c)
					c.prove(t, s)
				})
			}
		})
	}
}

// TestFaultEachStep ends pgdoctor's backends around every step of plans that have several; in short
// only around those that do nothing but keep something for their undo.
func TestFaultEachStep(t *testing.T) {
	t.Parallel()
	whole := os.Getenv(FaultsVariable) == "all"
	terminated := faults[slices.IndexFunc(faults, func(f fault) bool { return f.name == "terminated backends" })]
	kinds, byKind := kindsOfFixes(t)
	for n, kind := range kinds {
		check := byKind[kind]
		eligible := since(check.Describe().Since)
		if len(eligible) == 0 || kind == "rebuild-index" { // of which later steps may be refused
			continue
		}
		s := eligible[n%len(eligible)]
		t.Run(fmt.Sprintf("%s/pg%d", kind, s.Major), func(t *testing.T) {
			t.Parallel()
			var plan fixes.Plan
			t.Run("plan", func(t *testing.T) { // a server of its own is free again at its end
				sc := readScenario(t, check.Describe().ID)
				p := newPatient(t, s, sc, "")
				sc.openSessions(t, p.host, p.cfg.Database)
				plan = p.plan(t, p.settled(t, check, sc.golden("findings.json", s.Major)).Findings)
			})
			for nth, step := range plan.Steps {
				if len(plan.Steps) == 1 || !whole && !fixes.OnlyComments(step.Up) {
					continue
				}
				for _, moment := range []moment{before, after} {
					t.Run(fmt.Sprintf("%d %s", nth+1, moment), func(t *testing.T) {
						c := &ordeal{kind: kind, check: check, fault: terminated, at: struck{applying, moment}, nth: &nth}
						c.prove(t, s)
					})
				}
			}
		})
	}
}

// matrix counts by kind and fault how many cells passed, and how many there are.
type matrix struct {
	mu    sync.Mutex
	cells map[[2]string][2]int
}

func (m *matrix) note(t *testing.T, c *ordeal) {
	m.mu.Lock()
	defer m.mu.Unlock()
	cell := m.cells[[2]string{c.kind, c.fault.name}]
	if !t.Failed() && !t.Skipped() {
		cell[0]++
	}
	cell[1]++
	m.cells[[2]string{c.kind, c.fault.name}] = cell
}

// markdown draws the table: a row for each kind, a column for each fault.
func (m *matrix) markdown(list []*ordeal) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out strings.Builder
	out.WriteString("| kind of fix |")
	for _, f := range faults {
		fmt.Fprintf(&out, " %s |", f.name)
	}
	out.WriteString("\n|---" + strings.Repeat("|---", len(faults)) + "|\n")
	kinds := map[string]bool{}
	for _, c := range list {
		if kinds[c.kind] {
			continue
		}
		kinds[c.kind] = true
		fmt.Fprintf(&out, "| %s |", c.kind)
		for _, f := range faults {
			cell, ok := m.cells[[2]string{c.kind, f.name}]
			if !ok {
				out.WriteString(" – |")
				continue
			}
			fmt.Fprintf(&out, " %d/%d |", cell[0], cell[1])
		}
		out.WriteString("\n")
	}
	return out.String()
}

// writeSection puts a text between the marks of its name in docs/reliability.md.
func writeSection(t *testing.T, name, text string) {
	t.Helper()
	writeSectionOf(t, "../docs/reliability.md", name, text)
}

// writeSectionOf does so in any page.
func writeSectionOf(t *testing.T, path, name, text string) {
	t.Helper()
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	begin, end := "<!-- "+name+" -->\n", "<!-- end of "+name+" -->\n"
	head, rest, found := strings.Cut(string(page), begin)
	_, tail, closed := strings.Cut(rest, end)
	if !found || !closed {
		t.Fatalf("%s has no section %s", path, name)
	}
	if err := os.WriteFile(path, []byte(head+begin+text+end+tail), 0o644); err != nil {
		t.Fatal(err)
	}
}
