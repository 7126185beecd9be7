package report

import (
	"bytes"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/pgdoctor/pgdoctor/checks"
)

func TestSARIFGolden(t *testing.T) {
	golden(t, "hostile.sarif", draw(t, "sarif", compared(), Style{}))
}

// readSARIF reads a log back and holds it against the published schema, which
// the library carries.
func readSARIF(t *testing.T, text []byte) *sarif.Report {
	t.Helper()
	log, err := sarif.FromBytes(text)
	if err != nil {
		t.Fatal(err)
	}
	if err := log.Validate(); err != nil {
		t.Fatal(err)
	}
	return log
}

func TestSARIF(t *testing.T) {
	doc := hostileDocument()
	run := readSARIF(t, draw(t, "sarif", doc, Style{})).Runs[0]
	if len(run.Results) != 18 {
		t.Fatalf("%d results, want 18", len(run.Results))
	}
	levels, prints := map[string]int{}, map[string]bool{}
	for _, result := range run.Results {
		levels[result.Level]++
		prints[result.PartialFingerprints["primaryLocationLineHash"]] = true
		if got := *run.Tool.Driver.Rules[result.RuleIndex].ID; got != *result.RuleID {
			t.Errorf("a result of %s has the rule %s", *result.RuleID, got)
		}
		place := result.Locations[0]
		uri, err := url.Parse(*place.PhysicalLocation.ArtifactLocation.URI)
		if err != nil || uri.IsAbs() || uri.Host != "" || strings.Count(uri.EscapedPath(), "/") != 2 || strings.Contains(uri.Path, "/..") {
			t.Errorf("address %v (%v): want a relative one, within postgresql/database/", uri, err)
		}
		if want := "postgresql/verihome/" + *place.LogicalLocations[0].FullyQualifiedName; uri.Path != want {
			t.Errorf("address %s, want %s", uri.Path, want)
		}
	}
	if levels["error"] != 2 || levels["warning"] != 6 || levels["note"] != 10 || run.Results[0].Level != "error" {
		t.Errorf("levels %v, the first %s", levels, run.Results[0].Level)
	}
	if len(prints) != 18 {
		t.Errorf("%d different fingerprints of 18 findings", len(prints))
	}
	notes := map[string]int{}
	for _, note := range run.Invocations[0].ToolExecutionNotifications {
		notes[note.Level]++
	}
	if notes["error"] != 1 || notes["note"] != 3+4 || *run.Invocations[0].ExecutionSuccessful {
		t.Errorf("notes on what was not examined %v, successful %v", notes, *run.Invocations[0].ExecutionSuccessful)
	}
	if only := readSARIF(t, draw(t, "sarif", doc, Style{MinSeverity: checks.Critical})).Runs[0].Results; len(only) != 2 {
		t.Errorf("%d critical results, want one and an ignored one", len(only))
	}
}

// Runs are compared by the fingerprint: it depends on the finding's key alone.
func TestSARIFFingerprintIsStable(t *testing.T) {
	run := hostile()
	first := readSARIF(t, draw(t, "sarif", New(run, "1.2.3", nil), Style{})).Runs[0].Results
	run.Target.Host, run.Server.Role, run.Took = "elsewhere", "other", 0
	for i := range run.Results {
		for j := range run.Results[i].Findings {
			run.Results[i].Findings[j].Message += " by now"
		}
	}
	second := readSARIF(t, draw(t, "sarif", New(run, "2.0.0", nil), Style{})).Runs[0].Results
	for i := range first {
		for _, name := range []string{"primaryLocationLineHash", "findingKey/v1"} {
			if a, b := first[i].PartialFingerprints[name], second[i].PartialFingerprints[name]; a != b || a == "" {
				t.Errorf("%s of %s: %q, then %q", name, *first[i].RuleID, a, b)
			}
		}
	}
}

// Every check of the catalogue makes a rule that the schema allows.
func TestSARIFRules(t *testing.T) {
	var run checks.Report
	for _, check := range checks.All() {
		run.Results = append(run.Results, checks.Result{Doc: check.Describe(), Status: checks.OK})
	}
	driver := readSARIF(t, draw(t, "sarif", New(run, "1.2.3", nil), Style{})).Runs[0].Tool.Driver
	if len(driver.Rules) != len(run.Results) {
		t.Fatalf("%d rules of %d checks", len(driver.Rules), len(run.Results))
	}
	for i, rule := range driver.Rules {
		if *rule.Help.Text == "" || *rule.ShortDescription.Text != literal(run.Results[i].Doc.Title) {
			t.Errorf("rule %s does not say what the catalogue says", *rule.ID)
		}
	}
}

// GitHub refuses a file with more results than it takes: the mildest are left out.
func TestSARIFLimit(t *testing.T) {
	results, left := sarifResults(sarif.NewRun(), hostileDocument(), "", 4)
	if len(results) != 4 || left != 14 || results[0].Level != "error" || results[3].Level != "warning" {
		t.Errorf("%d results, %d left", len(results), left)
	}
}

func TestSegment(t *testing.T) {
	for name, want := range map[string]string{
		"public.orders": "public.orders", "..": "%2E%2E", ".": "%2E", "a/../b": "a%2F..%2Fb", "a b": "a%20b", "x:y": "x:y", "索": "%E7%B4%A2", "\n": "%5Cn", "?#": "%3F%23", "": "",
	} {
		if got := segment(name); got != want {
			t.Errorf("%q becomes %s, want %s", name, got, want)
		}
	}
}

func TestLiteral(t *testing.T) {
	for text, want := range map[string]string{
		"a {0} b": "a {{0}} b", "see [x](1)": `see \[x\](1)`, "a[1] (b)": "a[1] (b)", "plain": "plain",
	} {
		if got := literal(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

// The schema must be able to say no.
func TestSARIFSchemaRefuses(t *testing.T) {
	log := readSARIF(t, draw(t, "sarif", hostileDocument(), Style{}))
	log.Runs[0].Results[0].Level = "fatal"
	if err := log.Validate(); err == nil {
		t.Error("a level that does not exist is valid")
	}
}

// An ignored finding is suppressed, with the reason; a baseline gives every
// result its state, and what is gone passes.
func TestSARIFIgnoredAndKnown(t *testing.T) {
	doc := compared()
	text := draw(t, "sarif", doc, Style{})
	run := readSARIF(t, text).Runs[0]
	if got := bytes.Count(text, []byte(`"suppressions": [`)); got != len(run.Results) {
		t.Errorf("%d of %d results say whether they are suppressed", got, len(run.Results))
	}
	states, reasons := map[string]int{}, map[string]int{}
	for _, result := range run.Results {
		if result.BaselineState == nil {
			t.Fatalf("%s has no state, others have", result.PartialFingerprints["findingKey/v1"])
		}
		states[*result.BaselineState]++
		if absent := *result.BaselineState == "absent"; absent != (result.Kind == "pass") || absent != (result.Level == "none") {
			t.Errorf("%s: a result of kind %s and level %s", *result.BaselineState, result.Kind, result.Level)
		}
		for _, suppression := range result.Suppressions {
			reasons[*suppression.Kind+" "+*suppression.Status+" "+*suppression.Justification]++
		}
	}
	// 12 findings and 2 ignored ones are new
	if diff := cmp.Diff(map[string]int{"new": 14, "unchanged": 4, "absent": 1}, states); diff != "" {
		t.Error("states:", diff)
	}
	if diff := cmp.Diff(map[string]int{"external accepted short-lived": 2, "external accepted " + Safe(hostileReason): 1}, reasons); diff != "" {
		t.Error("suppressions:", diff)
	}
	var said []string
	for _, note := range run.Invocations[0].ToolExecutionNotifications {
		said = append(said, *note.Message.Text)
	}
	for _, want := range []string{doc.IgnoredNote(), doc.LeftOutNote(), doc.Baseline.Words(), ".pgdoctor.yaml:12: expired", ".pgdoctor.yaml:14: matches nothing", Safe(unsure)} {
		if !strings.Contains(strings.Join(said, "\n"), literal(Safe(want))) {
			t.Errorf("no notification says %s", want)
		}
	}
}
