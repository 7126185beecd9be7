package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/pgdoctor/pgdoctor/checks"
)

func trends() []Trend {
	day := time.Date(2026, 2, 1, 3, 0, 0, 0, time.UTC)
	var runs []Run
	for i := range 15 {
		runs = append(runs, Run{ID: int64(i + 1), Target: "shop", StartedAt: day.AddDate(0, 0, i), Summary: Summary{Critical: i % 2, Warning: i, Checks: Counts{OK: 9, Skipped: 1}}})
	}
	runs[7].Error, runs[7].Summary = "connection refused\x1b[2J by "+strings.Repeat("x", 200), Summary{}
	before, after := hostileDocument(), compared()
	after.Checks = after.Checks[1:]
	diff := NewDiff(before, after, Tool{})
	return []Trend{{Target: "shop\x1b[2J it's", Runs: runs, Diff: &diff}, {Target: "none"}}
}

func TestTrendGolden(t *testing.T) {
	var out bytes.Buffer
	if err := TrendTable(&out, trends(), Style{Width: 100}); err != nil {
		t.Fatal(err)
	}
	golden(t, "trend.txt", out.Bytes())
}

func TestTrendJSON(t *testing.T) {
	var out bytes.Buffer
	if err := TrendJSON(&out, trends(), time.Time{}, Tool{}); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Targets []struct {
			Runs []struct {
				Summary *Summary
				Error   string
			}
		}
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if runs := got.Targets[0].Runs; len(runs) != 15 || runs[7].Summary != nil || runs[7].Error == "" || runs[8].Summary.Warning != 8 {
		t.Errorf("got %+v", runs)
	}
}

// However long a history is, its line fits, and no peak is lost in it.
func TestSparkline(t *testing.T) {
	runs := make([]Run, 1000)
	runs[500].Summary.Critical = 7
	line := []rune(sparkline(runs, 7))
	if len(line) != trendLine || strings.Count(string(line), "█") != 1 {
		t.Errorf("%s", string(line))
	}
	if got := sparkline([]Run{{}, {Error: "x"}}, 0); got != "▁?" {
		t.Errorf("got %s", got)
	}
}

func TestOnly(t *testing.T) {
	doc := hostileDocument()
	if got := doc.Only([]string{doc.Checks[0].ID}); len(got.Checks) != 1 || len(doc.Checks) == 1 {
		t.Errorf("%d checks of %d", len(got.Checks), len(doc.Checks))
	}
	if got := doc.Only(nil); len(got.Checks) != len(doc.Checks) {
		t.Errorf("%d checks", len(got.Checks))
	}
}

// Keys longer than half of the page stand where the others do.
func TestTrendLongKeys(t *testing.T) {
	list := trends()[:1]
	long := "no-primary-key:public." + strings.Repeat("x", 80)
	list[0].Diff = &Diff{New: []DiffFinding{{Key: long, Severity: checks.Warning}, {Key: "no-primary-key:public.t", Severity: checks.Info}}}
	var out bytes.Buffer
	if err := TrendTable(&out, list, Style{Width: 100}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"\n  warning  " + long + "\n", "\n  info     no-primary-key:public.t\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no line %q in:\n%s", want, out.String())
		}
	}
}
