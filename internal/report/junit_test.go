package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
)

func TestJUnitGolden(t *testing.T) {
	golden(t, "hostile.xml", draw(t, "junit", compared(), Style{}))
}

// The counts say what the elements say, and every finding is read back whole.
func TestJUnit(t *testing.T) {
	doc := hostileDocument()
	var all junitSuites
	if err := xml.Unmarshal(draw(t, "junit", doc, Style{}), &all); err != nil {
		t.Fatal(err)
	}
	want := junitCounts{Name: "pgdoctor", Tests: 7, Failures: 3, Errors: 1, Skipped: 1, Time: "0.8120"}
	if all.junitCounts != want {
		t.Errorf("counts %+v, want %+v", all.junitCounts, want)
	}
	for i, check := range doc.Checks {
		test := all.Suites[0].Cases[i]
		if test.Name != check.ID {
			t.Fatalf("test %d is %s, want %s", i, test.Name, check.ID)
		}
		failed, skipped, broken := test.Failure != nil, test.Skipped != nil, test.Error != nil
		if failed != (check.Status == checks.Findings) || skipped != (check.Status == checks.Skipped) || broken != (check.Status == checks.Failed) {
			t.Errorf("%s is %s: failure %v, skipped %v, error %v", check.ID, check.Status, failed, skipped, broken)
		}
		for _, finding := range check.Findings {
			line := string(finding.Severity) + ": " + Safe(finding.Object) + ": " + Safe(finding.Message)
			if finding.Usual != "" {
				line += " (usually " + string(finding.Usual) + ")"
			}
			if line = strings.ReplaceAll(line, "\ufffe", "\ufffd"); !strings.Contains(test.Failure.Text, "\n"+line+"\n") {
				t.Errorf("%s does not say %s", check.ID, line)
			}
		}
		for _, unknown := range check.Unknown {
			if !strings.Contains(test.Failure.Text, "not examined: "+Safe(unknown.Object)) {
				t.Errorf("%s does not say that %q was not examined", check.ID, unknown.Object)
			}
		}
	}
}

// What is milder than asked for is said, and fails no test.
func TestJUnitMinSeverity(t *testing.T) {
	var all junitSuites
	if err := xml.Unmarshal(draw(t, "junit", hostileDocument(), Style{MinSeverity: checks.Warning}), &all); err != nil {
		t.Fatal(err)
	}
	if all.Failures != 2 {
		t.Errorf("%d tests fail, want 2", all.Failures)
	}
	for _, test := range all.Suites[0].Cases {
		switch test.Name {
		case "pg-stat-statements-unavailable":
			if test.Failure != nil || !strings.HasPrefix(test.Output, "info: extension") {
				t.Errorf("a test of info alone: %+v", test)
			}
		case "fk-without-index":
			if strings.Contains(test.Failure.Text, "info: ") || strings.Count("\n"+test.Output, "\ninfo: ") != 8 {
				t.Errorf("milder findings are not told apart: %+v", test)
			}
		}
	}
}

// Valid XML, with no character in it that a terminal obeys.
func TestJUnitIsSafe(t *testing.T) {
	text := draw(t, "junit", compared(), Style{})
	decoder := xml.NewDecoder(bytes.NewReader(text))
	known := map[string]bool{}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if start, ok := token.(xml.StartElement); ok {
			known[start.Name.Local] = true
		}
	}
	if len(known) != 9 {
		t.Errorf("%d kinds of elements, want 9: %v", len(known), known)
	}
	for _, r := range string(text) {
		if r != '\n' && (invisible(r) || r == '\ufffe') {
			t.Errorf("character %U is in the XML", r)
		}
	}
}

// What a baseline knows and what is ignored fails no test, and is in its output.
func TestJUnitKnown(t *testing.T) {
	var all junitSuites
	doc := compared()
	if err := xml.Unmarshal(draw(t, "junit", doc, Style{}), &all); err != nil {
		t.Fatal(err)
	}
	if all.Failures != 2 {
		t.Errorf("%d tests fail, want 2: those with new findings", all.Failures)
	}
	for i, check := range doc.Checks {
		test := all.Suites[0].Cases[i]
		for _, finding := range check.Findings {
			object := strings.ReplaceAll(Safe(finding.Object), "\ufffe", "\ufffd")
			failing, said := test.Failure != nil && strings.Contains(test.Failure.Text, ": "+object+": "), strings.Contains(test.Output, ": "+object+": ")
			if failing == finding.old() || said != finding.old() {
				t.Errorf("%s: known %v, fails %v, in the output %v", finding.Key, finding.old(), failing, said)
			}
		}
		for _, ignored := range check.Ignored {
			if !strings.Contains(test.Output, "ignored: "+string(ignored.Severity)+": "+Safe(ignored.Object)+": ") || !strings.Contains(test.Output, Safe(ignored.Reason)) {
				t.Errorf("%s does not say that %q is ignored, and why", check.ID, ignored.Object)
			}
		}
	}
	for _, want := range []string{Safe("gone, of " + doc.Baseline.File + ": " + gone), Safe(unsure) + ": failed: "} {
		if !strings.Contains(all.Suites[0].Output, want) {
			t.Errorf("the output of the suite does not say %s", want)
		}
	}
}
