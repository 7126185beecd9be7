package report

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	humanize "github.com/dustin/go-humanize"
	"github.com/olekukonko/tablewriter/pkg/twwidth"
)

// FleetTable draws a fleet for people at a terminal: what could not be examined,
// then all targets with their counts, then the reports of those that are sick.
func FleetTable(w io.Writer, fleet Fleet, style Style) error {
	if style.Width <= 0 {
		style.Width = 100
	}
	var out bytes.Buffer
	fmt.Fprintln(&out, fleet.conclusion(style.MinSeverity)+"; "+Duration(time.Duration(fleet.DurationMS)*time.Millisecond))
	if err := writeUnreachable(&out, fleet, style); err != nil {
		return err
	}
	if err := writeTargets(&out, fleet); err != nil {
		return err
	}
	curable := false
	for _, target := range fleet.Targets {
		if !target.shown(style.MinSeverity) {
			continue
		}
		fmt.Fprintf(&out, "\n%s\n", heading(Safe(target.Name), style))
		if err := writeReport(&out, *target.Report, style); err != nil {
			return err
		}
		curable = curable || next(*target.Report, style.MinSeverity) == "pgdoctor fix --dry-run"
	}
	if curable {
		fmt.Fprintln(&out, "\nnext: pgdoctor fix --dry-run --dsn … of one target")
	}
	_, err := w.Write(out.Bytes())
	return err
}

// heading is a name with a line to the end of the page.
func heading(name string, style Style) string {
	line := "== " + name + " "
	if n := style.Width - twwidth.Width(line); n > 0 {
		line += strings.Repeat("=", n)
	}
	if style.Color {
		return Bold(line)
	}
	return line
}

// lostEntries are targets with why they could not be examined.
func lostEntries(targets []FleetTarget) []entry {
	entries := make([]entry, len(targets))
	for i, target := range targets {
		entries[i] = entry{names: []string{Safe(target.Name)}, text: Safe(target.Error)}
	}
	return entries
}

func writeUnreachable(out *bytes.Buffer, fleet Fleet, style Style) error {
	entries := lostEntries(fleet.Unreachable())
	word := "TARGETS NOT EXAMINED"
	if style.Color {
		word = colors["critical"] + word + "\x1b[0m"
	}
	return writeEntries(out, word, len(entries), entries, style)
}

// writeTargets draws one line a target, with its counts.
func writeTargets(out *bytes.Buffer, fleet Fleet) error {
	rows := [][]string{{"TARGET", "CRITICAL", "WARNING", "INFO", "CLEAN CHECKS", "NOT EXAMINED"}}
	for _, target := range fleet.Targets {
		if target.Report == nil {
			rows = append(rows, []string{Safe(target.Name), "?", "?", "?", "?", "everything"})
			continue
		}
		sum := target.Report.Summary
		row := []string{Safe(target.Name)}
		for _, n := range []int{sum.Critical, sum.Warning, sum.Info, sum.Checks.OK, target.unseen()} {
			row = append(row, humanize.Comma(int64(n)))
		}
		rows = append(rows, row)
	}
	drawn, err := align(rows)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "\nTARGETS (%s)\n%s\n", strconv.Itoa(len(fleet.Targets)), strings.Join(drawn, "\n"))
	return nil
}
