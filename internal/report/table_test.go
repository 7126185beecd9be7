package report

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/olekukonko/tablewriter/pkg/twwidth"

	"github.com/pgdoctor/pgdoctor/checks"
)

func TestTableGolden(t *testing.T) {
	ordinary := New(ordinary(), "1.2.3", indexFix)
	for _, c := range []struct {
		name  string
		doc   Document
		style Style
	}{
		{"hostile_100", compared(), Style{Width: 100}},
		{"hostile_200", compared(), Style{Width: 200}},
		{"hostile_color", compared(), Style{Width: 100, Color: true, MinSeverity: checks.Warning}},
		{"ordinary_100", ordinary, Style{Width: 100}},
		{"ordinary_200", ordinary, Style{Width: 200}},
	} {
		t.Run(c.name, func(t *testing.T) { golden(t, c.name+".txt", draw(t, "table", c.doc, c.style)) })
	}
	t.Run("json", func(t *testing.T) { golden(t, "hostile.json", draw(t, "json", compared(), Style{})) })
}

// ordinary is the hostile run without its worst names, as most runs look.
func ordinary() checks.Report {
	run := hostile()
	run.Results[3].Unknown = run.Results[3].Unknown[:1]
	run.Results[4].Ignored, run.Results = nil, run.Results[:6]
	run.Results[4].Findings = append(run.Results[4].Findings[:1], run.Results[4].Findings[6])
	return run
}

// A terminal must get no command from a name, whatever the width; names must
// be whole and only the severity words coloured.
func TestTableIsSafe(t *testing.T) {
	doc := compared()
	for width := 20; width <= 260; width += 15 {
		text := string(draw(t, "table", doc, Style{Width: width}))
		for _, r := range text {
			if r != '\n' && invisible(r) {
				t.Fatalf("width %d: character %U reaches the terminal", width, r)
			}
		}
		for _, check := range doc.Checks {
			for _, finding := range check.Findings {
				if !strings.Contains(text, strings.TrimSpace(Safe(finding.Object))) {
					t.Errorf("width %d: object %q was cut", width, finding.Object)
				}
			}
		}
	}
	colored := string(draw(t, "table", doc, Style{Width: 100, Color: true}))
	if escapes := strings.Count(colored, "\x1b"); escapes != 6 {
		t.Errorf("%d escape characters, want 6: two for each of three severities", escapes)
	}
}

func TestTableKeepsToTheWidth(t *testing.T) {
	doc := New(ordinary(), "", indexFix)
	for _, width := range []int{100, 120, 160, 200, 240} {
		for line := range strings.Lines(string(draw(t, "table", doc, Style{Width: width}))) {
			if strings.Contains(line, "NOT EXAMINED") {
				break // reasons are never cut: they say what to do
			}
			if got := twwidth.Width(strings.TrimSuffix(line, "\n")); got > width {
				t.Errorf("width %d: a line of %d columns: %s", width, got, line)
			}
		}
	}
}

func TestConclusion(t *testing.T) {
	check := func(status checks.Status, examined int, of ...checks.Severity) checks.Result {
		result := checks.Result{Doc: checks.Doc{ID: "c-" + string(status)}, Status: status, Examined: examined, Reason: "why"}
		for i, severity := range of {
			result.Findings = append(result.Findings, checks.Finding{Key: fmt.Sprint(i), Check: result.Doc.ID, Severity: severity})
		}
		return result
	}
	partly := check(checks.Failed, 5)
	partly.Unknown = []checks.Unknown{{Object: "o", Reason: "r"}}
	for _, c := range []struct {
		name    string
		minimum checks.Severity
		results []checks.Result
		want    string
		next    string
	}{
		{"clean", "", []checks.Result{check(checks.OK, 1200), check(checks.OK, 3)}, "nothing sick in 1,203 objects examined by 2 checks", ""},
		{"clean but", "", []checks.Result{check(checks.OK, 1), check(checks.Skipped, 0), partly},
			"nothing sick in 6 objects examined by 1 check, but not everything was examined: 1 skipped, 1 failed, 1 object not examined", ""},
		{"nothing ran", "", []checks.Result{check(checks.Skipped, 0)}, "nothing was examined: 1 skipped", ""},
		{"findings", "", []checks.Result{check(checks.Findings, 9, checks.Info, checks.Warning, checks.Warning), check(checks.OK, 7)},
			"2 warnings, 1 info; 1 check clean (7 objects examined)", "pgdoctor explain c-findings"},
		{"hidden", checks.Critical, []checks.Result{check(checks.Findings, 9, checks.Info, checks.Warning)},
			"1 warning, 1 info (2 milder than critical hidden)", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := New(checks.Report{Results: c.results}, "", nil)
			if got := conclusion(doc, c.minimum); got != c.want {
				t.Errorf("conclusion\n%s\nwant\n%s", got, c.want)
			}
			if got := next(doc, c.minimum); got != c.next {
				t.Errorf("next %q, want %q", got, c.next)
			}
		})
	}
}

func TestNextIsTheFixWhereThereIsOne(t *testing.T) {
	if got := next(hostileDocument(), ""); got != "pgdoctor fix --dry-run" {
		t.Errorf("next %q", got)
	}
	if got := next(hostileDocument(), checks.Critical); got != "pgdoctor explain orphan-rows" {
		t.Errorf("next %q: the findings with a fix are hidden", got)
	}
}

func TestDuration(t *testing.T) {
	for d, want := range map[time.Duration]string{
		812 * time.Millisecond: "812 ms", 3400 * time.Millisecond: "3.4 s", 125 * time.Second: "2 min 5 s",
	} {
		if got := Duration(d); got != want {
			t.Errorf("%v is %q, want %q", d, got, want)
		}
	}
}

func TestSafe(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain", "public.users", "public.users"},
		{"escape", "\x1b[31m", `\x1b[31m`},
		{"line ends", "a\nb\r\nc", `a\nb\r\nc`},
		{"tab", "a\tb", "a b"},
		{"DEL and C1", "\x7f\u009b", `\x7f\u009b`},
		{"invalid UTF-8", "a\xffb\xc3", `a\xffb\xc3`},
		{"direction", "\u202a\u202e\u2066\u2069\u200f", `\u202a\u202e\u2066\u2069\u200f`},
		{"line separator, hidden tag", "\u2028\U000e0041", `\u2028\U000e0041`},
		{"replacement character itself", "\ufffd", "\ufffd"},
		{"joiners stay", "\u0915\u094d\u200d\u0937", "\u0915\u094d\u200d\u0937"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Safe(c.text); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"abc", 3, "abc"}, {"abcd", 3, "ab…"}, {"索引がない", 10, "索引がない"}, {"索引がない", 9, "索引がな…"},
		{"索引がない", 8, "索引が…"}, {"abc", 0, "…"}, {"", 5, ""},
	} {
		if got := cut(c.text, c.width); got != c.want {
			t.Errorf("cut(%q, %d) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestWrap(t *testing.T) {
	got := strings.Join(Wrap("one two  three\nfour averyverylongword x", 9), "|")
	if want := "one two|three|four|averyverylongword|x"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
