package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
)

// What keeps several checks from running is said once, with all their names,
// and no name is lost where they take more than a line.
func TestUnexaminedTogether(t *testing.T) {
	var run checks.Report
	for i := range 9 {
		run.Results = append(run.Results, checks.Result{
			Doc:    checks.Doc{ID: fmt.Sprintf("statement-illness-%d", i)},
			Status: checks.Skipped, Reason: "needs pg_stat_statements",
		})
	}
	run.Results = append(run.Results, checks.Result{Doc: checks.Doc{ID: "other"}, Status: checks.Failed, Reason: "ran longer than 30s"})
	text := string(draw(t, "table", New(run, "1.2.3", nil), Style{Width: 100}))
	if n := strings.Count(text, "needs pg_stat_statements"); n != 1 {
		t.Errorf("the shared reason is said %d times:\n%s", n, text)
	}
	for i := range 9 {
		if !strings.Contains(text, fmt.Sprintf("statement-illness-%d", i)) {
			t.Errorf("statement-illness-%d is not named:\n%s", i, text)
		}
	}
	if !strings.Contains(text, "NOT EXAMINED (10)\n  other") {
		t.Errorf("the lone check is not listed by itself, first:\n%s", text)
	}
	for line := range strings.Lines(text) {
		if len(line) > 101 {
			t.Errorf("line of %d characters: %s", len(line)-1, line)
		}
	}
}

// Of a check with many findings the first are drawn among others, and all where
// nobody else wants to be seen.
func TestManyFindings(t *testing.T) {
	sick := checks.Result{Doc: checks.Doc{ID: "illness", Severity: checks.Warning}, Status: checks.Findings}
	for i := range 14 {
		object := fmt.Sprintf("public.table_%02d", i)
		sick.Findings = append(sick.Findings, checks.Finding{Key: "illness:" + object, Severity: checks.Warning, Object: object, Message: "ill"})
	}
	other := checks.Result{Doc: checks.Doc{ID: "other"}, Status: checks.OK}
	text := string(draw(t, "table", New(checks.Report{Results: []checks.Result{sick, other}}, "1.2.3", nil), Style{Width: 100}))
	if strings.Count(text, "public.table_") != 10 || !strings.Contains(text, "… and 4 more: pgdoctor check illness\n") || !strings.Contains(text, "WARNING (14)") {
		t.Errorf("want ten findings, the number of the others, and how to see them:\n%s", text)
	}
	text = string(draw(t, "table", New(checks.Report{Results: []checks.Result{sick}}, "1.2.3", nil), Style{Width: 100}))
	if strings.Count(text, "public.table_") != 14 {
		t.Errorf("want all findings of the only check:\n%s", text)
	}
}
