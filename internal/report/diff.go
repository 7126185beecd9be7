package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/pgdoctor/pgdoctor/checks"
)

// Diff is how two reports differ, as JSON, format 1.
type Diff struct {
	Format     int              `json:"format"`
	Tool       Tool             `json:"tool"`
	Before     Side             `json:"before"`
	After      Side             `json:"after"`
	New        []DiffFinding    `json:"new"`
	Worse      []DiffFinding    `json:"worse"`
	Better     []DiffFinding    `json:"better"`
	Gone       []DiffFinding    `json:"gone"`
	Ignored    []DiffFinding    `json:"ignored"`    // by now, by a configuration file
	Unexamined []Absent         `json:"unexamined"` // findings of which nobody knows whether they are gone
	Gaps       []UnexaminedGone `json:"no_longer_examined"`
	Unchanged  int              `json:"unchanged"`
}

// Side is one of the two reports.
type Side struct {
	StartedAt time.Time `json:"started_at"`
	Target    Target    `json:"target"`
}

// DiffFinding is a finding that is in one report or differs in the other.
type DiffFinding struct {
	Key      string          `json:"key"`
	Severity checks.Severity `json:"severity"`
	Was      checks.Severity `json:"was,omitempty"` // in the report before, where that differs
	Message  string          `json:"message"`
	// Unsure says that the report before had not examined everything, so that the
	// finding may be older.
	Unsure bool `json:"not_examined_before,omitempty"`
}

// UnexaminedGone is a check that examined everything and no longer does.
type UnexaminedGone struct {
	Check  string `json:"check"`
	Reason string `json:"reason"`
}

// NewDiff compares two reports by the keys of their findings. Lists have the worst
// first.
func NewDiff(before, after Document, tool Tool) Diff {
	d := Diff{
		Format: Format, Tool: tool,
		Before: Side{before.StartedAt, before.Target}, After: Side{after.StartedAt, after.Target},
		New: []DiffFinding{}, Worse: []DiffFinding{}, Better: []DiffFinding{}, Gone: []DiffFinding{}, Ignored: []DiffFinding{},
		Unexamined: []Absent{}, Gaps: gaps(before, after),
	}
	old, current := before.byKey(), after.byKey()
	for _, key := range after.keys() {
		finding := current[key]
		drawn := DiffFinding{Key: key, Severity: finding.Severity, Message: finding.Message}
		earlier, known := old[key]
		switch {
		case !known:
			drawn.Unsure = before.unexamined(key) != "" || before.ignores(key)
			d.New = append(d.New, drawn)
		case finding.Severity.Rank() > earlier.Severity.Rank():
			drawn.Was = earlier.Severity
			d.Worse = append(d.Worse, drawn)
		case finding.Severity.Rank() < earlier.Severity.Rank():
			drawn.Was = earlier.Severity
			d.Better = append(d.Better, drawn)
		default:
			d.Unchanged++
		}
	}
	for _, key := range before.keys() {
		if _, still := current[key]; still {
			continue
		}
		finding := DiffFinding{Key: key, Severity: old[key].Severity, Message: old[key].Message}
		reason := after.unexamined(key)
		switch {
		case after.ignores(key):
			d.Ignored = append(d.Ignored, finding)
		case reason != "":
			d.Unexamined = append(d.Unexamined, Absent{key, reason})
		default:
			d.Gone = append(d.Gone, finding)
		}
	}
	for _, list := range [][]DiffFinding{d.New, d.Worse, d.Better, d.Gone, d.Ignored} {
		slices.SortStableFunc(list, func(a, b DiffFinding) int { return b.Severity.Rank() - a.Severity.Rank() })
	}
	return d
}

// gaps lists the checks that examined everything before and do not now.
func gaps(before, after Document) []UnexaminedGone {
	list := []UnexaminedGone{}
	for _, check := range before.Checks {
		if check.gap() != "" {
			continue
		}
		reason := "the check did not run"
		if i := slices.IndexFunc(after.Checks, func(c Check) bool { return c.ID == check.ID }); i >= 0 {
			reason = after.Checks[i].gap()
		}
		if reason != "" {
			list = append(list, UnexaminedGone{check.ID, reason})
		}
	}
	return list
}

// Fails says whether a new finding is at least as bad as severity.
func (d Diff) Fails(severity checks.Severity) bool {
	return slices.ContainsFunc(d.New, func(f DiffFinding) bool { return f.Severity.Rank() >= severity.Rank() })
}

// keys lists the keys of all findings, sorted.
func (d Document) keys() []string {
	var keys []string
	for _, check := range d.Checks {
		for _, finding := range check.Findings {
			keys = append(keys, finding.Key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func (d Document) byKey() map[string]Finding {
	all := map[string]Finding{}
	for _, check := range d.Checks {
		for _, finding := range check.Findings {
			all[finding.Key] = finding
		}
	}
	return all
}

// ignores says whether a finding is there, and ignored.
func (d Document) ignores(key string) bool {
	return slices.ContainsFunc(d.Checks, func(c Check) bool {
		return slices.ContainsFunc(c.Ignored, func(i Ignored) bool { return i.Key == key })
	})
}

// DiffTable draws a comparison for people.
func DiffTable(w io.Writer, d Diff, style Style) error {
	var out strings.Builder
	for _, side := range []struct {
		name string
		Side
	}{{"before", d.Before}, {"after ", d.After}} {
		fmt.Fprintf(&out, "%s %s  %s\n", side.name, side.StartedAt.UTC().Format("2006-01-02 15:04:05"), headline(side.Target))
	}
	for _, section := range []struct {
		title string
		list  []DiffFinding
	}{{"NEW", d.New}, {"WORSE", d.Worse}, {"BETTER", d.Better}, {"GONE", d.Gone}, {"IGNORED NOW", d.Ignored}} {
		if len(section.list) == 0 {
			continue
		}
		entries := make([]entry, len(section.list))
		for i, finding := range section.list {
			entries[i] = entry{names: []string{finding.severities(), Safe(finding.Key)}, text: finding.words()}
		}
		drawn, err := lines(entries, style.Width)
		if err != nil {
			return err
		}
		fmt.Fprintf(&out, "\n%s (%d)\n%s\n", section.title, len(section.list), strings.Join(drawn, "\n"))
	}
	if len(d.Unexamined) > 0 {
		drawn, err := absences(d.Unexamined, style.Width)
		if err != nil {
			return err
		}
		fmt.Fprintf(&out, "\nPERHAPS GONE, PERHAPS NOT (%d)\n%s\n", len(d.Unexamined), drawn)
	}
	d.writeGaps(&out, style)
	fmt.Fprintf(&out, "\n%d new, %d worse, %d better, %d gone, %d unchanged\n", len(d.New), len(d.Worse), len(d.Better), len(d.Gone), d.Unchanged)
	_, err := io.WriteString(w, out.String())
	return err
}

// writeGaps lists the checks that examine less than before, by reason.
func (d Diff) writeGaps(out *strings.Builder, style Style) {
	if len(d.Gaps) == 0 {
		return
	}
	var reasons []string
	sharing := map[string][]string{}
	for _, gap := range d.Gaps {
		if sharing[gap.Reason] == nil {
			reasons = append(reasons, gap.Reason)
		}
		sharing[gap.Reason] = append(sharing[gap.Reason], Safe(gap.Check))
	}
	fmt.Fprintf(out, "\nNO LONGER EXAMINED (%d)\n", len(d.Gaps))
	for _, reason := range reasons {
		fmt.Fprintln(out, indent+Safe(reason))
		for _, line := range Wrap(strings.Join(sharing[reason], ", "), style.Width-len(textIndent)) {
			fmt.Fprintln(out, textIndent+line)
		}
	}
}

func (f DiffFinding) severities() string {
	if f.Was != "" {
		return string(f.Was) + " -> " + string(f.Severity)
	}
	return string(f.Severity)
}

func (f DiffFinding) words() string {
	if f.Unsure {
		return Safe(f.Message) + " (perhaps older: it was not examined, or ignored)"
	}
	return Safe(f.Message)
}
