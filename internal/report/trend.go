package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Trend is the history of one target: its runs, oldest first, and how the last
// report differs from the first, nil where there are not two.
type Trend struct {
	Target string
	Runs   []Run
	Diff   *Diff
}

// Only leaves of a document the checks with these IDs, all where there are none.
func (d Document) Only(ids []string) Document {
	if len(ids) == 0 {
		return d
	}
	d.Checks = slices.DeleteFunc(slices.Clone(d.Checks), func(c Check) bool { return !slices.Contains(ids, c.ID) })
	d.Summary = summarize(d.Checks)
	return d
}

// trendRun is a run as JSON.
type trendRun struct {
	ID         int64     `json:"id"`
	StartedAt  time.Time `json:"started_at"`
	DurationMS int64     `json:"duration_ms"`
	Summary    *Summary  `json:"summary,omitempty"`
	Error      string    `json:"error,omitempty"`
}

// TrendJSON writes trends for scripts.
func TrendJSON(w io.Writer, list []Trend, since time.Time, tool Tool) error {
	type one struct {
		Name string     `json:"name"`
		Runs []trendRun `json:"runs"`
		Diff *Diff      `json:"diff,omitempty"`
	}
	targets := []one{}
	for _, trend := range list {
		runs := []trendRun{}
		for _, run := range trend.Runs {
			said := trendRun{ID: run.ID, StartedAt: run.StartedAt, DurationMS: run.DurationMS, Error: run.Error}
			if run.Error == "" {
				said.Summary = &run.Summary
			}
			runs = append(runs, said)
		}
		targets = append(targets, one{trend.Target, runs, trend.Diff})
	}
	return WriteJSON(w, struct {
		Format  int       `json:"format"`
		Tool    Tool      `json:"tool"`
		Since   time.Time `json:"since"`
		Targets []one     `json:"targets"`
	}{Format, tool, since, targets})
}

const (
	trendRows = 12 // runs of a target that are drawn where there are several targets
	trendBar  = 20 // columns of the longest bar
	trendLine = 60 // columns of a sparkline
)

// TrendTable draws trends for people: for each target its latest runs, and what came
// and went between the first run and the last.
func TrendTable(w io.Writer, list []Trend, style Style) error {
	if style.Width <= 0 {
		style.Width = 100
	}
	var out strings.Builder
	for i, trend := range list {
		if i > 0 {
			out.WriteString("\n")
		}
		fmt.Fprintln(&out, heading(Safe(trend.Target), style))
		if err := trend.writeRuns(&out, len(list) == 1); err != nil {
			return err
		}
		if err := trend.writeChanges(&out, style); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func (r Run) findings() int { return r.Summary.Critical + r.Summary.Warning + r.Summary.Info }

func (t Trend) writeRuns(out *strings.Builder, alone bool) error {
	if len(t.Runs) == 0 {
		out.WriteString(indent + "no runs in this time\n")
		return nil
	}
	most, lost := 0, 0
	for _, run := range t.Runs {
		most = max(most, run.findings())
		if run.Error != "" {
			lost++
		}
	}
	said := fmt.Sprintf("%s  %s", Count(len(t.Runs), "run"), sparkline(t.Runs, most))
	if lost > 0 {
		said += fmt.Sprintf("  %d NOT EXAMINED", lost)
	}
	fmt.Fprintln(out, indent+strings.TrimSpace(said))
	shown := t.Runs
	if !alone && len(shown) > trendRows {
		shown = shown[len(shown)-trendRows:]
		fmt.Fprintf(out, "%s… %s: pgdoctor trend --target %s\n", indent, Count(len(t.Runs)-trendRows, "earlier run"), quote(Safe(t.Target)))
	}
	rows := [][]string{{"DATE (UTC)", "CRITICAL", "WARNING", "INFO", "NOT EXAMINED", ""}}
	for _, run := range shown {
		date := run.StartedAt.UTC().Format("2006-01-02 15:04")
		if run.Error != "" {
			rows = append(rows, []string{date, "?", "?", "?", "everything", cut(Safe(run.Error), 60)})
			continue
		}
		sum := run.Summary
		rows = append(rows, []string{
			date, strconv.Itoa(sum.Critical), strconv.Itoa(sum.Warning), strconv.Itoa(sum.Info),
			strconv.Itoa(sum.Checks.Skipped + sum.Checks.Failed), bar(run.findings(), most),
		})
	}
	drawn, err := align(rows)
	if err != nil {
		return err
	}
	for _, line := range drawn {
		fmt.Fprintln(out, line)
	}
	return nil
}

// bar is a number as a line, of which the largest is the longest.
func bar(n, most int) string {
	if n == 0 || most == 0 {
		return ""
	}
	return strings.Repeat("▇", max(1, n*trendBar/most))
}

var sparks = []rune("▁▂▃▄▅▆▇█")

// sparkline is how the number of findings went, "?" for a run that saw nothing. Of
// many runs, neighbours share a column, in which the worst stands.
func sparkline(runs []Run, most int) string {
	columns := min(len(runs), trendLine)
	line := make([]rune, columns)
	for i := range columns {
		worst, seen := 0, false
		for _, run := range runs[i*len(runs)/columns : (i+1)*len(runs)/columns] {
			if run.Error == "" {
				worst, seen = max(worst, run.findings()), true
			}
		}
		switch {
		case !seen:
			line[i] = '?'
		case most == 0:
			line[i] = sparks[0]
		default:
			line[i] = sparks[worst*(len(sparks)-1)/most]
		}
	}
	return string(line)
}

// writeChanges lists what came and what went. What was not examined last is neither.
func (t Trend) writeChanges(out *strings.Builder, style Style) error {
	if t.Diff == nil {
		return nil
	}
	for _, section := range []struct {
		title string
		list  []DiffFinding
	}{{"CAME", t.Diff.New}, {"WORSE", t.Diff.Worse}, {"BETTER", t.Diff.Better}, {"WENT", t.Diff.Gone}, {"IGNORED NOW", t.Diff.Ignored}} {
		if len(section.list) == 0 {
			continue
		}
		entries := make([]entry, len(section.list))
		for i, finding := range section.list {
			entries[i] = entry{names: []string{finding.severities()}, text: Safe(finding.Key)}
		}
		drawn, err := lines(entries, style.Width)
		if err != nil {
			return err
		}
		if len(drawn) > 2*most {
			drawn = append(drawn[:2*most], indent+"… and more: --format json has all of them")
		}
		fmt.Fprintf(out, "%s%s (%d)\n%s\n", indent, section.title, len(section.list), strings.Join(drawn, "\n"))
	}
	if n := len(t.Diff.Unexamined); n > 0 {
		fmt.Fprintf(out, "%sPERHAPS GONE, PERHAPS NOT (%d): not examined in the last run\n", indent, n)
		for _, absent := range t.Diff.Unexamined[:min(n, most)] {
			fmt.Fprintln(out, indent+indent+Safe(absent.Key))
		}
	}
	if !t.Diff.changed() {
		fmt.Fprintln(out, indent+"the last run found what the first did")
	}
	return nil
}
