package report

import (
	"bytes"
	"encoding/json"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

func TestNew(t *testing.T) {
	doc := hostileDocument()
	want := Summary{Critical: 1, Warning: 5, Info: 9, Ignored: 3, Checks: Counts{OK: 2, Findings: 3, Skipped: 1, Failed: 1}}
	if doc.Summary != want {
		t.Errorf("summary %+v, want %+v", doc.Summary, want)
	}
	if !slices.IsSortedFunc(doc.Checks, func(a, b Check) int { return strings.Compare(a.ID, b.ID) }) {
		t.Error("checks are not sorted by ID")
	}
	for _, check := range doc.Checks {
		if !slices.IsSortedFunc(check.Findings, func(a, b Finding) int { return strings.Compare(a.Key, b.Key) }) {
			t.Errorf("findings of %s are not sorted by key", check.ID)
		}
	}
	if doc.Target.Database != "verihome" || doc.Target.User != "app" || doc.Target.ServerVersion != "15.18" {
		t.Errorf("target %+v: the server's own words count, without the packager's suffix", doc.Target)
	}
	if got := doc.Failed(); !slices.Equal(got, []string{"table-bloat"}) {
		t.Errorf("failed checks %q", got)
	}
	if got := doc.Count(checks.Warning); got != 6 {
		t.Errorf("%d findings from warning on, want 6", got)
	}
}

// A milder finding must not leave the check looking worse than it is, nor the
// other way round.
func TestCheckSeverityIsItsWorstFinding(t *testing.T) {
	for _, c := range []struct {
		name string
		own  checks.Severity
		of   []checks.Severity
		want checks.Severity
	}{
		{"no finding", checks.Warning, nil, checks.Warning},
		{"milder findings", checks.Critical, []checks.Severity{checks.Info, checks.Info}, checks.Info},
		{"one worse", checks.Info, []checks.Severity{checks.Info, checks.Critical, checks.Warning}, checks.Critical},
	} {
		t.Run(c.name, func(t *testing.T) {
			result := checks.Result{Doc: checks.Doc{ID: "x", Severity: c.own}}
			for _, severity := range c.of {
				result.Findings = append(result.Findings, checks.Finding{Severity: severity})
			}
			if got := newCheck(result, nil).Severity; got != c.want {
				t.Errorf("severity %s, want %s", got, c.want)
			}
		})
	}
}

func TestUntestedMajorIsNoted(t *testing.T) {
	run := hostile()
	if note := New(run, "", nil).Target.Note; note != "" {
		t.Errorf("a known major is noted: %q", note)
	}
	run.Server.VersionNum = (postgres.NewestMajor + 1) * 10000
	if note := New(run, "", nil).Target.Note; !strings.Contains(note, "was not tested") {
		t.Errorf("note %q", note)
	}
}

func TestEvidenceWithoutJSONForm(t *testing.T) {
	if got := evidence(math.NaN()); !json.Valid(got) || !strings.Contains(string(got), "NaN") {
		t.Errorf("evidence %s", got)
	}
}

func TestJSONRoundTrip(t *testing.T) {
	doc := compared()
	first := draw(t, "json", doc, Style{})
	read, err := Read(bytes.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	// JSON has no bytes that are not UTF-8; what it has instead is one mark each.
	same := cmp.Comparer(func(a, b string) bool { return string([]rune(a)) == string([]rune(b)) })
	if diff := cmp.Diff(doc, read, same); diff != "" {
		t.Errorf("what is read is not what was written (-written +read):\n%s", diff)
	}
	// encoding/json writes that mark in two ways, of which evidence keeps the first
	mark := func(text []byte) []byte { return bytes.ReplaceAll(text, []byte(`\ufffd`), []byte("\ufffd")) }
	if second := draw(t, "json", read, Style{}); !bytes.Equal(mark(first), mark(second)) {
		t.Error("writing what was read gives another document")
	}
}

func TestJSONIsSafeOnATerminal(t *testing.T) {
	for _, r := range string(draw(t, "json", compared(), Style{})) {
		if r != '\n' && invisible(r) {
			t.Fatalf("character %U stands unescaped in the JSON", r)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"no JSON", "CRITICAL (1)", "not JSON"},
		{"nothing", "\n", "it is empty"},
		{"cut", `{"format":1,"target":{"host":"d`, "it ends too early"},
		{"two documents", `{"format":1}{"format":1}`, "not JSON"},
		{"another thing", `{"a":1}`, `it has no "format"`},
		{"a later format", `{"format":2,"target":{},"checks":[]}`, "format 2 is not known, this pgdoctor reads format 1"},
		{"a fix document", `{"format":1,"applied":false,"steps":[]}`, "it has no checks"},
		{"a status", `{"format":1,"target":{},"checks":[{"id":"x","status":"great"}]}`, `unknown status "great"`},
		{"a severity", `{"format":1,"target":{},"checks":[{"id":"x","status":"findings","findings":[{"severity":"bad"}]}]}`, `unknown severity "bad"`},
		{"an ignored one's severity", `{"format":1,"target":{},"checks":[{"id":"x","status":"ok","ignored":[{"severity":"bad"}]}]}`, `unknown severity "bad"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(strings.NewReader(c.text))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one with %q", err, c.want)
			}
		})
	}
}

// The field names are a contract with users' scripts: this list changes only
// together with the documented format.
func TestJSONFields(t *testing.T) {
	var tree map[string]any
	if err := json.Unmarshal(draw(t, "json", compared(), Style{}), &tree); err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	fields("", tree, got)
	want := strings.Fields(`
		format tool tool.name tool.version started_at duration_ms
		target target.host target.port target.database target.user
		target.server_version target.server_version_num target.standby
		summary summary.critical summary.warning summary.info
		summary.checks summary.checks.ok summary.checks.findings summary.checks.skipped summary.checks.failed
		checks checks.id checks.category checks.severity checks.status checks.reason checks.examined checks.duration_ms
		checks.findings checks.findings.key checks.findings.severity checks.findings.object checks.findings.message
		checks.findings.evidence checks.findings.fix
		checks.findings.fix.kind checks.findings.fix.risk checks.findings.fix.reversible checks.findings.fix.sql
		checks.findings.usual_severity checks.findings.new
		checks.ignored checks.ignored.key checks.ignored.severity checks.ignored.object checks.ignored.message
		checks.ignored.reason checks.ignored.until checks.ignored.from checks.ignored.new
		checks.unknown checks.unknown.object checks.unknown.reason
		summary.ignored configuration configuration.file configuration.disabled configuration.schemas_excluded
		configuration.expired configuration.expired.check configuration.expired.object configuration.expired.reason
		configuration.expired.until configuration.expired.from
		configuration.unmatched configuration.unmatched.key configuration.unmatched.reason configuration.unmatched.from
		baseline baseline.file baseline.new baseline.known baseline.gone
		baseline.unexamined baseline.unexamined.key baseline.unexamined.reason
		overview overview.id overview.title overview.unit overview.part overview.most overview.reason
		overview.bars overview.bars.name overview.bars.value overview.bars.part`)
	slices.Sort(want)
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(got))); diff != "" {
		t.Errorf("fields (-documented +written):\n%s", diff)
	}
	clean, err := json.Marshal(New(checks.Report{Results: []checks.Result{{Status: checks.OK}}}, "", nil).Checks[0])
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"id":"","category":"","severity":"","status":"ok","examined":0,"duration_ms":0,"findings":[]}`; string(clean) != want {
		t.Errorf("a clean check is %s, want %s", clean, want)
	}
}

// fields collects the paths of all fields, but none within evidence, whose
// form is each check's own.
func fields(path string, value any, into map[string]bool) {
	switch value := value.(type) {
	case []any:
		for _, element := range value {
			fields(path, element, into)
		}
	case map[string]any:
		for name, element := range value {
			at := strings.TrimPrefix(path+"."+name, ".")
			into[at] = true
			if name != "evidence" {
				fields(at, element, into)
			}
		}
	}
}
