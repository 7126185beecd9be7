package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/pgdoctor/pgdoctor/checks"
)

// FleetDiff is how the reports of a fleet differ, target by target, as JSON, format 1.
type FleetDiff struct {
	Format     int           `json:"format"`
	Tool       Tool          `json:"tool"`
	Before     time.Time     `json:"before"`
	After      time.Time     `json:"after"`
	Targets    []TargetDiff  `json:"targets"`
	OnlyBefore []string      `json:"only_before"` // names of targets that are in one report alone
	OnlyAfter  []string      `json:"only_after"`
	Lost       []FleetTarget `json:"not_examined"` // of which nobody can say how they differ
}

// TargetDiff is how the two reports of one target differ.
type TargetDiff struct {
	Name string `json:"name"`
	Diff Diff   `json:"diff"`
}

// NewFleetDiff compares the targets that are in both reports by their names.
func NewFleetDiff(before, after Fleet, tool Tool) FleetDiff {
	d := FleetDiff{
		Format: Format, Tool: tool, Before: before.StartedAt, After: after.StartedAt,
		Targets: []TargetDiff{}, OnlyBefore: []string{}, OnlyAfter: []string{}, Lost: []FleetTarget{},
	}
	for _, now := range after.Targets {
		was, known := before.Find(now.Name)
		switch {
		case !known:
			d.OnlyAfter = append(d.OnlyAfter, now.Name)
		case now.Report == nil:
			d.Lost = append(d.Lost, now)
		case was.Report == nil:
			d.Lost = append(d.Lost, FleetTarget{Name: was.Name, Error: "before: " + was.Error})
		default:
			d.Targets = append(d.Targets, TargetDiff{now.Name, NewDiff(*was.Report, *now.Report, tool)})
		}
	}
	for _, was := range before.Targets {
		if _, still := after.Find(was.Name); !still {
			d.OnlyBefore = append(d.OnlyBefore, was.Name)
		}
	}
	return d
}

// Fails says whether any target has a new finding that is at least as bad as severity.
func (d FleetDiff) Fails(severity checks.Severity) bool {
	return slices.ContainsFunc(d.Targets, func(t TargetDiff) bool { return t.Diff.Fails(severity) })
}

// changed says whether a comparison has anything to say.
func (d Diff) changed() bool {
	return len(d.New)+len(d.Worse)+len(d.Better)+len(d.Gone)+len(d.Ignored)+len(d.Unexamined)+len(d.Gaps) > 0
}

// FleetDiffTable draws a comparison for people: the targets that differ.
func FleetDiffTable(w io.Writer, d FleetDiff, style Style) error {
	if style.Width <= 0 {
		style.Width = 100
	}
	var out strings.Builder
	same := 0
	for _, target := range d.Targets {
		if !target.Diff.changed() {
			same++
			continue
		}
		fmt.Fprintf(&out, "%s\n", heading(Safe(target.Name), style))
		if err := DiffTable(&out, target.Diff, style); err != nil {
			return err
		}
		out.WriteString("\n")
	}
	if len(d.Lost) > 0 {
		drawn, err := lines(lostEntries(d.Lost), style.Width)
		if err != nil {
			return err
		}
		fmt.Fprintf(&out, "NOT EXAMINED (%d)\n%s\n\n", len(d.Lost), strings.Join(drawn, "\n"))
	}
	for _, one := range []struct {
		title string
		names []string
	}{{"TARGETS NO LONGER THERE", d.OnlyBefore}, {"NEW TARGETS", d.OnlyAfter}} {
		if len(one.names) == 0 {
			continue
		}
		fmt.Fprintf(&out, "%s (%d)\n", one.title, len(one.names))
		for _, name := range one.names {
			fmt.Fprintln(&out, indent+Safe(name))
		}
		out.WriteString("\n")
	}
	fmt.Fprintf(&out, "%s compared, %d unchanged\n", Count(len(d.Targets), "target"), same)
	_, err := io.WriteString(w, out.String())
	return err
}
