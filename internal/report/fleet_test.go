package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"

	"github.com/pgdoctor/pgdoctor/checks"
)

// hostileFleet has a sick target, a clean one, and one that was not reached, all
// with names that try what they can.
func hostileFleet() Fleet {
	sick, clean := hostileDocument(), New(checks.Report{
		Started: hostile().Started,
		Results: []checks.Result{{Doc: checks.Doc{ID: "no-primary-key", Severity: checks.Warning}, Status: checks.OK, Examined: 3}},
	}, "1.2.3", nil)
	clean.Target.Database = sick.Target.Database // two servers may have databases of one name
	return NewFleet("1.2.3", hostile().Started, 1500*time.Millisecond, []FleetTarget{
		{Name: "shop\x1b[2J|<script>alert(1)</script>@octocat", Report: &sick},
		{Name: "clean", Report: &clean},
		{Name: "gone `|<b>\u202e", Error: "connection refused by <script>alert(1)</script>|\x1b[2J"},
	})
}

func drawFleet(t *testing.T, format string, fleet Fleet, style Style) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := RenderFleet(&out, format, fleet, style); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestFleetGolden(t *testing.T) {
	for format, file := range map[string]string{
		"table": "fleet.txt", "json": "fleet.json", "markdown": "fleet.md", "html": "fleet.html",
		"sarif": "fleet.sarif", "junit": "fleet.xml", "prometheus": "fleet.prom", "nagios": "fleet.nagios",
	} {
		t.Run(format, func(t *testing.T) { golden(t, file, drawFleet(t, format, hostileFleet(), Style{Width: 120})) })
	}
	if got, want := len(fleetRenderers), len(Formats()); got != want {
		t.Errorf("a fleet has %d formats, a database %d", got, want)
	}
}

// A fleet that is read is the fleet that was written.
func TestFleetRead(t *testing.T) {
	fleet := new(hostileFleet())
	var text []byte
	for range 2 { // the first time, bytes that are no characters become U+FFFD
		text = drawFleet(t, "json", *fleet, Style{})
		var err error
		if _, fleet, err = ReadAny(bytes.NewReader(text)); err != nil || fleet == nil {
			t.Fatalf("read: %v", err)
		}
	}
	if diff := cmp.Diff(string(text), string(drawFleet(t, "json", *fleet, Style{}))); diff != "" {
		t.Errorf("written again: %s", diff)
	}
	if _, err := Read(bytes.NewReader(text)); err == nil || !strings.Contains(err.Error(), "report of 3 targets: pgdoctor report --from FILE --target NAME") {
		t.Errorf("read as the report of one: %v", err)
	}
	for name, c := range map[string]struct{ text, want string }{
		"no name":     {`{"format":1,"summary":{},"targets":[{"error":"x"}]}`, "a target has no name"},
		"twice":       {`{"format":1,"summary":{},"targets":[{"name":"a","error":"x"},{"name":"a","error":"x"}]}`, "there twice"},
		"neither":     {`{"format":1,"summary":{},"targets":[{"name":"a"}]}`, "to have a report or an error"},
		"format":      {`{"format":1,"summary":{},"targets":[{"name":"a","report":{"format":9}}]}`, "has format 9"},
		"bad finding": {`{"format":1,"summary":{},"targets":[{"name":"a","report":{"format":1,"checks":[{"id":"x","status":"lost"}]}}]}`, `target "a": read report: check "x" has an unknown status`},
	} {
		if _, _, err := ReadAny(strings.NewReader(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What was not examined is never drawn as healthy, whatever is hidden.
func TestFleetUnreachableStandsOut(t *testing.T) {
	fleet := hostileFleet()
	fleet.Targets = fleet.Targets[1:]
	fleet.Summary = summarizeFleet(fleet.Targets)
	for format, want := range map[string]string{
		"table": "TARGETS NOT EXAMINED (1)", "markdown": "**1 target is not examined.**", "html": "targets not examined (1)",
		"junit": `errors="1"`, "sarif": `"executionSuccessful": false`, "nagios": "PGDOCTOR UNKNOWN - 2 targets, 1 not examined",
		"prometheus": `pgdoctor_target_up{target="gone`,
	} {
		if got := string(drawFleet(t, format, fleet, Style{MinSeverity: checks.Critical})); !strings.Contains(got, want) {
			t.Errorf("%s has no %q:\n%s", format, want, got)
		}
	}
	if got := fleet.conclusion(""); got != "2 targets, 1 NOT EXAMINED, nothing sick found in the others" {
		t.Errorf("conclusion: %s", got)
	}
	if state := FleetNagiosState(fleet); state != NagiosUnknown {
		t.Errorf("state %s", state)
	}
	if state := FleetNagiosState(Fleet{}); state != NagiosUnknown {
		t.Errorf("the state of nothing is %s", state)
	}
}

// What reads these formats reads them: XML is whole, metrics have no series twice,
// SARIF's places differ where the targets do, and nothing of a name acts.
func TestFleetFormats(t *testing.T) {
	fleet := hostileFleet()
	var suites junitSuites
	if err := xml.Unmarshal(drawFleet(t, "junit", fleet, Style{}), &suites); err != nil || len(suites.Suites) != 3 {
		t.Errorf("%d suites, %v", len(suites.Suites), err)
	}
	metrics := drawFleet(t, "prometheus", fleet, Style{})
	parser := expfmt.NewTextParser(model.UTF8Validation)
	families, err := parser.TextToMetricFamilies(bytes.NewReader(metrics))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(families["pgdoctor_target_up"].Metric); n != 3 {
		t.Errorf("%d targets are up or down", n)
	}
	if n := len(families["pgdoctor_last_run_duration_seconds"].Metric); n != 2 {
		t.Errorf("%d targets took time", n)
	}
	var log struct {
		Runs []struct{ AutomationDetails struct{ ID string } }
	}
	if err := json.Unmarshal(drawFleet(t, "sarif", fleet, Style{}), &log); err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, run := range log.Runs {
		ids = append(ids, run.AutomationDetails.ID)
	}
	if len(ids) != 3 || len(slices.Compact(slices.Sorted(slices.Values(ids)))) != 3 {
		t.Errorf("runs %q", ids)
	}
	page := parsed(t, drawFleet(t, "html", fleet, Style{}))
	for node := range page.Descendants() {
		if node.Data == "script" || node.Data == "b" && node.Parent.Data != "li" && node.Parent.Data != "b" {
			t.Errorf("element <%s> came out of a name", node.Data)
		}
	}
	for _, format := range []string{"table", "markdown", "nagios"} {
		for _, r := range string(drawFleet(t, format, fleet, Style{})) {
			if r != '\n' && invisible(r) {
				t.Errorf("%s: character %U", format, r)
			}
		}
	}
}

// However many targets there are, a comment is not too long, and says what it leaves out.
func TestFleetMarkdownLimit(t *testing.T) {
	var targets []FleetTarget
	for i := range 2000 {
		doc := hostileDocument()
		targets = append(targets, FleetTarget{Name: fmt.Sprintf("target %d %s", i, strings.Repeat("|", 150)), Report: &doc})
	}
	got := drawFleet(t, "markdown", NewFleet("1", time.Now(), 0, targets), Style{})
	if len(got) > markdownLimit {
		t.Errorf("%d bytes", len(got))
	}
	if !bytes.Contains(got, []byte("targets with findings are left out here")) {
		t.Error("it does not say what is left out")
	}
}

func TestFleetBaseline(t *testing.T) {
	fleet := hostileFleet()
	next := FleetBaseline{Targets: map[string][]string{fleet.Targets[2].Name: {"no-primary-key:public.a"}, "another shard's": {"no-primary-key:public.b"}}}.Next(fleet)
	if next.Size() != len(NewBaseline(*fleet.Targets[0].Report).Findings)+2 || len(next.Targets) != 4 {
		t.Errorf("what was not examined is not kept: %d of %d targets", next.Size(), len(next.Targets))
	}
	var text bytes.Buffer
	if err := WriteJSON(&text, next); err != nil {
		t.Fatal(err)
	}
	back, err := ReadFleetBaseline(text.Bytes())
	if err != nil || back.Size() != next.Size() {
		t.Errorf("read back: %d, %v", back.Size(), err)
	}
	if _, err := ReadBaseline(&text); err == nil || !strings.Contains(err.Error(), "the baseline of a fleet") {
		t.Errorf("as that of one database: %v", err)
	}
	for text, want := range map[string]string{
		`{"format":1,"findings":[]}`:             "the baseline of one database",
		`{"format":1}`:                           `it has no "targets"`,
		`{"format":2,"targets":{}}`:              "format 2 is not known",
		`{"targets":{}}`:                         `it has no "format"`,
		`{"format":1,"targets":{"a":["nokey"]}}`: `"nokey" is no key`,
		`{"format":1`:                            "not a whole baseline",
	} {
		if _, err := ReadFleetBaseline([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestFleetDiff(t *testing.T) {
	before, after := hostileFleet(), hostileFleet()
	before.Targets = append(before.Targets, FleetTarget{Name: "only before", Error: "x"})
	after.Targets[0], before.Targets[0].Report = FleetTarget{Name: before.Targets[0].Name, Report: before.Targets[0].Report}, after.Targets[1].Report
	diff := NewFleetDiff(before, after, Tool{})
	if len(diff.Targets) != 2 || !slices.Equal(diff.OnlyBefore, []string{"only before"}) || len(diff.Lost) != 1 || !diff.Fails(checks.Critical) {
		t.Errorf("got %d targets, %q only before, %d lost", len(diff.Targets), diff.OnlyBefore, len(diff.Lost))
	}
	var out bytes.Buffer
	if err := FleetDiffTable(&out, diff, Style{Width: 100}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"NEW (", "NOT EXAMINED (1)", "TARGETS NO LONGER THERE (1)", "2 targets compared, 1 unchanged"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}
