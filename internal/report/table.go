package report

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"slices"
	"strconv"
	"strings"
	"time"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/checks"
)

// Table draws a document for people at a terminal. Names and reasons are never
// cut, messages are.
func Table(w io.Writer, doc Document, style Style) error {
	if style.Width <= 0 {
		style.Width = 100
	}
	var out bytes.Buffer
	fmt.Fprintln(&out, headline(doc.Target))
	if doc.Target.Note != "" {
		fmt.Fprintln(&out, "note: "+Safe(doc.Target.Note))
	}
	if err := writeFindings(&out, doc, style); err != nil {
		return err
	}
	if err := writeUnexamined(&out, doc, style); err != nil {
		return err
	}
	fmt.Fprintf(&out, "\n%s; %s\n", conclusion(doc, style.MinSeverity), Duration(time.Duration(doc.DurationMS)*time.Millisecond))
	if command := next(doc, style.MinSeverity); command != "" {
		fmt.Fprintln(&out, "next: "+command)
	}
	_, err := w.Write(out.Bytes())
	return err
}

func headline(t Target) string {
	where := net.JoinHostPort(t.Host, strconv.Itoa(t.Port))
	if strings.HasPrefix(t.Host, "/") {
		where = fmt.Sprintf("%s, port %d", t.Host, t.Port) // a socket's directory
	}
	role := "primary"
	if t.Standby {
		role = "standby"
	}
	return Safe(fmt.Sprintf("%s on %s, PostgreSQL %s, %s, as role %s", t.Database, where, t.ServerVersion, role, t.User))
}

// worstFirst is the order in which findings are read.
var worstFirst = []checks.Severity{checks.Critical, checks.Warning, checks.Info}

var colors = map[checks.Severity]string{
	checks.Critical: "\x1b[1;31m",
	checks.Warning:  "\x1b[33m",
	checks.Info:     "\x1b[36m",
}

func writeFindings(out *bytes.Buffer, doc Document, style Style) error {
	type group struct {
		severity checks.Severity
		size     int
	}
	var groups []group
	var entries []entry
	for _, severity := range worstFirst {
		if severity.Rank() < style.MinSeverity.Rank() {
			continue
		}
		before := len(entries)
		for _, check := range doc.Checks {
			for _, finding := range check.Findings {
				if finding.Severity == severity {
					entries = append(entries, findingEntry(check, finding))
				}
			}
		}
		groups = append(groups, group{severity, len(entries) - before})
	}
	drawn, err := lines(entries, style.Width, true)
	if err != nil {
		return err
	}
	for _, g := range groups {
		if g.size == 0 {
			continue
		}
		word := strings.ToUpper(string(g.severity))
		if style.Color {
			word = colors[g.severity] + word + "\x1b[0m"
		}
		fmt.Fprintf(out, "\n%s (%d)\n%s\n", word, g.size, strings.Join(drawn[:g.size], "\n"))
		drawn = drawn[g.size:]
	}
	return nil
}

func findingEntry(check Check, finding Finding) entry {
	e := entry{names: []string{Safe(check.ID), Safe(finding.Object)}, text: Safe(finding.Message)}
	if finding.Fix != nil {
		e.tail = Safe(finding.Fix.Kind)
	}
	return e
}

// writeUnexamined lists everything that nobody may take for healthy: checks
// that did not run, and objects that a check could not look at.
func writeUnexamined(out *bytes.Buffer, doc Document, style Style) error {
	var entries []entry
	for _, check := range doc.Checks {
		state := string(check.Status)
		if check.Status == checks.Findings || check.Status == checks.OK {
			state = "unknown"
		}
		for _, unknown := range check.Unknown {
			entries = append(entries, entry{names: []string{Safe(check.ID), Safe(unknown.Object), state}, text: Safe(unknown.Reason)})
		}
		// With unknown objects, the check's own reason only sums them up.
		if len(check.Unknown) == 0 && (check.Status == checks.Skipped || check.Status == checks.Failed) {
			entries = append(entries, entry{names: []string{Safe(check.ID), "", state}, text: Safe(check.Reason)})
		}
	}
	if len(entries) == 0 {
		return nil
	}
	drawn, err := lines(entries, style.Width, false)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "\nNOT EXAMINED (%d)\n%s\n", len(entries), strings.Join(drawn, "\n"))
	return nil
}

// conclusion sums up in one line. It says "nothing sick" only together with
// what was not examined.
func conclusion(doc Document, minimum checks.Severity) string {
	sum := doc.Summary
	clean, all, unknown := 0, 0, 0
	for _, check := range doc.Checks {
		all += check.Examined
		unknown += len(check.Unknown)
		if check.Status == checks.OK {
			clean += check.Examined
		}
	}
	var missing []string
	if sum.Checks.Skipped > 0 {
		missing = append(missing, fmt.Sprintf("%d skipped", sum.Checks.Skipped))
	}
	if sum.Checks.Failed > 0 {
		missing = append(missing, fmt.Sprintf("%d failed", sum.Checks.Failed))
	}
	if unknown > 0 {
		missing = append(missing, Count(unknown, "object")+" not examined")
	}
	if sum.Critical+sum.Warning+sum.Info == 0 {
		return nothingSick(all, sum.Checks.OK, strings.Join(missing, ", "))
	}
	said := tally(sum, minimum) + fmt.Sprintf("; %s clean", Count(sum.Checks.OK, "check"))
	if sum.Checks.OK > 0 {
		said += fmt.Sprintf(" (%s examined)", Count(clean, "object"))
	}
	return strings.Join(append([]string{said}, missing...), ", ")
}

func nothingSick(objects, checks int, missing string) string {
	said := fmt.Sprintf("nothing sick in %s examined by %s", Count(objects, "object"), Count(checks, "check"))
	switch {
	case missing == "":
		return said
	case checks == 0:
		return "nothing was examined: " + missing
	}
	return said + ", but not everything was examined: " + missing
}

// tally counts findings by severity and how many of them are not drawn.
func tally(sum Summary, minimum checks.Severity) string {
	var parts []string
	hidden := 0
	count := func(n int, severity checks.Severity, noun string) {
		if n > 0 {
			parts = append(parts, noun)
		}
		if severity.Rank() < minimum.Rank() {
			hidden += n
		}
	}
	count(sum.Critical, checks.Critical, humanize.Comma(int64(sum.Critical))+" critical")
	count(sum.Warning, checks.Warning, Count(sum.Warning, "warning"))
	count(sum.Info, checks.Info, humanize.Comma(int64(sum.Info))+" info")
	said := strings.Join(parts, ", ")
	if hidden > 0 {
		said += fmt.Sprintf(" (%s milder than %s hidden)", humanize.Comma(int64(hidden)), minimum)
	}
	return said
}

// next is the command that takes the reader on, "" where nothing is to be done.
func next(doc Document, minimum checks.Severity) string {
	worst := ""
	rank := max(minimum.Rank(), 0) - 1
	for _, check := range doc.Checks {
		for _, finding := range check.Findings {
			if finding.Severity.Rank() < minimum.Rank() {
				continue
			}
			if finding.Fix != nil {
				return "pgdoctor fix --dry-run"
			}
			if finding.Severity.Rank() > rank {
				rank, worst = finding.Severity.Rank(), check.ID
			}
		}
	}
	if worst == "" {
		return ""
	}
	return "pgdoctor explain " + Safe(worst)
}

// Count writes a number and its noun: "1 check", "1,203 objects".
func Count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return humanize.Comma(int64(n)) + " " + noun
}

// Duration writes a duration for people: 812 ms, 3.4 s, 2 min 5 s.
func Duration(d time.Duration) string {
	switch {
	case d < time.Second:
		return fmt.Sprintf("%d ms", d.Milliseconds())
	case d < time.Minute:
		return fmt.Sprintf("%.1f s", d.Seconds())
	}
	return fmt.Sprintf("%d min %d s", int(d.Minutes()), int(d.Seconds())%60)
}

// Severities lists the severities mildest first, for help and messages.
func Severities() []string {
	var words []string
	for _, severity := range slices.Backward(worstFirst) {
		words = append(words, string(severity))
	}
	return words
}
