package web

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// spans are the days that the page offers.
var spans = []int{7, 30, 90, 365}

const (
	longestSpan = 3660
	rowsListed  = 100 // of a trend's table
)

type trendsPage struct {
	Target  string // "" for all
	Targets []string
	Days    int
	Spans   []int
	Trends  []trend
}

// trend is the counts of a target over time, as lines of a drawing.
type trend struct {
	Target      string
	Runs        []report.Run // newest first, for the table
	All         int
	First, Last time.Time
	Most        int // the highest count, the top of the drawing
	Lines       []line
	Lost        []lostMark

	span time.Duration // that the drawing is wide
}

// line is the path of one severity, for SVG.
type line struct {
	Severity checks.Severity
	Last     int // in the latest run that reached the target
	Path     string
}

// lostMark is where a run did not reach the target.
type lostMark struct{ X, Width string }

// trends is the page of counts over time.
func (s *server) trends(w http.ResponseWriter, r *http.Request) error {
	q, err := queryOf(r, "target", "days")
	if err != nil {
		return err
	}
	page := trendsPage{Target: q.Get("target"), Spans: spans}
	page.Days, err = strconv.Atoi(cmp.Or(q.Get("days"), strconv.Itoa(spans[1])))
	if err != nil || page.Days < 1 || page.Days > longestSpan {
		return asked(http.StatusBadRequest, "days %q is no number of days from 1 to %d", q.Get("days"), longestSpan)
	}
	if !slices.Contains(spans, page.Days) {
		page.Spans = append(slices.Clone(spans), page.Days)
	}
	latest, err := s.History.Latest(r.Context())
	if err != nil {
		return err
	}
	since := s.now().AddDate(0, 0, -page.Days)
	for _, run := range latest {
		page.Targets = append(page.Targets, run.Target)
		if page.Target != "" && page.Target != run.Target {
			continue
		}
		runs, err := s.History.Runs(r.Context(), run.Target, since)
		if err != nil {
			return err
		}
		page.Trends = append(page.Trends, newTrend(run.Target, runs))
	}
	if page.Target != "" && len(page.Trends) == 0 {
		return asked(http.StatusNotFound, "there is no target %q", page.Target)
	}
	s.draw(w, r, http.StatusOK, "trends", "Trends", page)
	return nil
}

// The drawing's own units: as wide as it is drawn on a desk, and stretched elsewhere.
const (
	trendWidth  = 1000
	trendHeight = 160
)

func newTrend(target string, runs []report.Run) trend {
	t := trend{Target: target, Runs: newest(runs, rowsListed), All: len(runs), Most: 1}
	if len(runs) == 0 {
		return t
	}
	t.First, t.Last = runs[0].StartedAt, runs[len(runs)-1].StartedAt
	t.span = t.Last.Sub(t.First)
	t.span += t.span / time.Duration(max(1, len(runs)-1)) // room for the last run's figures too
	counts := map[checks.Severity]func(report.Summary) int{
		checks.Critical: func(s report.Summary) int { return s.Critical },
		checks.Warning:  func(s report.Summary) int { return s.Warning },
		checks.Info:     func(s report.Summary) int { return s.Info },
	}
	var good report.Summary // of the latest run that has one
	for _, run := range runs {
		if run.Error == "" {
			good = run.Summary
		}
		t.Most = max(t.Most, run.Summary.Critical, run.Summary.Warning, run.Summary.Info)
	}
	for _, severity := range []checks.Severity{checks.Info, checks.Warning, checks.Critical} { // the worst is drawn on top
		t.Lines = append(t.Lines, line{severity, counts[severity](good), t.path(runs, counts[severity])})
	}
	for i, run := range runs {
		if run.Error != "" {
			from, to := t.x(run.StartedAt), t.end(runs, i)
			t.Lost = append(t.Lost, lostMark{decimal(from), decimal(max(to-from, 4))})
		}
	}
	return t
}

// x is where a moment is drawn.
func (t trend) x(moment time.Time) float64 {
	if t.span <= 0 {
		return 0
	}
	return trendWidth * float64(moment.Sub(t.First)) / float64(t.span)
}

// end is where a run's figures end: at the next run, or the drawing's edge.
func (t trend) end(runs []report.Run, i int) float64 {
	if i+1 < len(runs) {
		return t.x(runs[i+1].StartedAt)
	}
	return trendWidth
}

// path draws steps: a count holds until the next run, and is not known where a run
// did not reach the target.
func (t trend) path(runs []report.Run, count func(report.Summary) int) string {
	var out strings.Builder
	pen := "M"
	for i, run := range runs {
		if run.Error != "" {
			pen = "M"
			continue
		}
		y := trendHeight * (1 - float64(count(run.Summary))/float64(t.Most))
		fmt.Fprintf(&out, "%s%s %sH%s", pen, decimal(t.x(run.StartedAt)), decimal(y), decimal(t.end(runs, i)))
		pen = "L"
	}
	return out.String()
}

func decimal(n float64) string { return strconv.FormatFloat(n, 'f', 1, 64) }

// Thickness and Dashes tell lines apart for those who see no difference of colours,
// and where they lie on each other.
func (l line) Thickness() int { return 2 + l.Severity.Rank() }

// Dashes is for stroke-dasharray.
func (l line) Dashes() string {
	return map[checks.Severity]string{checks.Critical: "none", checks.Warning: "8 3", checks.Info: "2 3"}[l.Severity]
}
