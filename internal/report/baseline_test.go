package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/checks"
)

// ran is a document of checks, each "id status object object …": of the objects
// that begin with ! the finding is ignored, with ^ critical, and those with ?
// could not be examined.
func ran(list ...string) Document {
	var run checks.Report
	for _, words := range list {
		fields := strings.Fields(words)
		result := checks.Result{Doc: checks.Doc{ID: fields[0]}, Status: checks.Status(fields[1])}
		if result.Status == checks.Skipped || result.Status == checks.Failed {
			result.Reason = "no time"
		}
		for _, object := range fields[2:] {
			name := strings.TrimLeft(object, "!?^")
			finding := checks.Finding{Key: fields[0] + ":" + name, Check: fields[0], Object: name, Severity: checks.Warning, Message: "m"}
			switch object[0] {
			case '!':
				result.Ignored = append(result.Ignored, checks.Ignored{Finding: finding, Reason: "why", From: "f.yaml:3"})
			case '?':
				result.Unknown = append(result.Unknown, checks.Unknown{Object: name, Reason: "denied"})
				result.Reason = "1 not examined"
			case '^':
				finding.Severity = checks.Critical
				result.Findings = append(result.Findings, finding)
			default:
				result.Findings = append(result.Findings, finding)
			}
		}
		run.Results = append(run.Results, result)
	}
	return New(run, "1.2.3", nil)
}

func TestCompare(t *testing.T) {
	const file = "b.json"
	for _, c := range []struct {
		name  string
		known []string
		doc   Document
		want  Compared
		marks string // of the findings, + for new
	}{
		{"nothing known", nil, ran("a findings 1 2"), Compared{New: 2}, "++"},
		{"all known", []string{"a:1", "a:2"}, ran("a findings 1 2"), Compared{Known: 2}, "--"},
		{"one new, one gone", []string{"a:1", "a:2"}, ran("a findings 2 3"), Compared{New: 1, Known: 1, Gone: []string{"a:1"}}, "-+"},
		{"all gone", []string{"a:1"}, ran("a ok"), Compared{Gone: []string{"a:1"}}, ""},
		{"did not run", []string{"b:1"}, ran("a ok"), Compared{Unexamined: []Absent{{"b:1", "the check did not run"}}}, ""},
		{"skipped", []string{"a:1"}, ran("a skipped"), Compared{Unexamined: []Absent{{"a:1", "skipped: no time"}}}, ""},
		{"failed", []string{"a:1"}, ran("a failed"), Compared{Unexamined: []Absent{{"a:1", "failed: no time"}}}, ""},
		{"not in full", []string{"a:1", "a:2"}, ran("a findings 2 ?x"), Compared{Known: 1, Unexamined: []Absent{{"a:1", "findings: 1 not examined"}}}, "-"},
		{"ignored is not gone", []string{"a:1"}, ran("a ok !1"), Compared{}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.want.File = file
			if c.want.Gone == nil {
				c.want.Gone = []string{}
			}
			if c.want.Unexamined == nil {
				c.want.Unexamined = []Absent{}
			}
			Baseline{Findings: c.known}.Compare(&c.doc, file)
			if diff := cmp.Diff(&c.want, c.doc.Baseline); diff != "" {
				t.Error(diff)
			}
			marks := ""
			for _, check := range c.doc.Checks {
				for _, finding := range check.Findings {
					marks += map[bool]string{true: "+", false: "-"}[*finding.New]
				}
			}
			if marks != c.marks {
				t.Errorf("marks %q, want %q", marks, c.marks)
			}
			if got := c.doc.Count(checks.Warning); got != c.want.New {
				t.Errorf("%d findings count, want the %d new ones", got, c.want.New)
			}
		})
	}
}

// A schema that is left out was not examined: what was known of it is not gone.
func TestCompareWithoutASchema(t *testing.T) {
	doc := ran("a ok")
	doc.Configuration = &Configuration{File: "f.yaml", Exclude: []string{"tmp_*"}}
	Baseline{Findings: []string{"a:tmp_1.t", "a:public.t", "a:tmp_1"}}.Compare(&doc, "b.json")
	want := []Absent{{"a:tmp_1.t", "its schema is left out by f.yaml"}}
	if diff := cmp.Diff(want, doc.Baseline.Unexamined); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"a:public.t", "a:tmp_1"}, doc.Baseline.Gone); diff != "" {
		t.Error(diff)
	}
}

func TestNewBaseline(t *testing.T) {
	doc := ran("a findings 2 1", "b failed", "c ok !7")
	Baseline{Findings: []string{"a:3", "b:1", "c:7"}}.Compare(&doc, "b.json")
	want := Baseline{BaselineFormat, Tool{"pgdoctor", "1.2.3"}, []string{"a:1", "a:2", "b:1"}}
	if diff := cmp.Diff(want, NewBaseline(doc)); diff != "" {
		t.Error(diff)
	}
}

func TestReadBaseline(t *testing.T) {
	var text bytes.Buffer
	hostile := "no-primary-key:public.\x1b[31m\u202e\"a\""
	if err := WriteJSON(&text, Baseline{BaselineFormat, Tool{"pgdoctor", "1"}, []string{hostile}}); err != nil {
		t.Fatal(err)
	}
	whole := text.String()
	baseline, err := ReadBaseline(strings.NewReader(whole))
	if err != nil || len(baseline.Findings) != 1 || baseline.Findings[0] != hostile {
		t.Errorf("read %q, %v", baseline.Findings, err)
	}
	for end := range len(whole) - 1 { // the last is a line's end
		if _, err := ReadBaseline(strings.NewReader(whole[:end])); err == nil {
			t.Errorf("a baseline cut off after %d bytes was read", end)
		}
	}
	for _, c := range []struct{ name, text, want string }{
		{"another format", `{"format": 2, "findings": []}`, "baseline format 2 is not known, this pgdoctor reads format 1"},
		{"a report", `{"format": 1, "target": {}, "checks": []}`, `it has no "findings"`},
		{"something else", `{"findings": []}`, `it has no "format"`},
		{"a list", `[]`, "not a whole baseline"},
		{"other findings", `{"format": 1, "findings": {"a": 1}}`, "not a baseline of pgdoctor"},
		{"no key", `{"format": 1, "findings": ["a"]}`, `"a" is no key`},
		{"more behind it", whole + "{}", "not a whole baseline"},
	} {
		if _, err := ReadBaseline(strings.NewReader(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want …%s…", c.name, err, c.want)
		}
	}
}
