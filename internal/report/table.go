package report

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"net"
	"slices"
	"strconv"
	"strings"
	"time"

	humanize "github.com/dustin/go-humanize"
	"github.com/olekukonko/tablewriter/pkg/twwidth"

	"github.com/pgdoctor/pgdoctor/checks"
)

// Table draws a document for people at a terminal. Names and reasons are never
// cut, messages are.
func Table(w io.Writer, doc Document, style Style) error {
	if style.Width <= 0 {
		style.Width = 100
	}
	var out bytes.Buffer
	if err := writeReport(&out, doc, style); err != nil {
		return err
	}
	if command := next(doc, style.MinSeverity); command != "" {
		fmt.Fprintln(&out, "next: "+command)
	}
	_, err := w.Write(out.Bytes())
	return err
}

// writeReport draws all of a report but what to do next.
func writeReport(out *bytes.Buffer, doc Document, style Style) error {
	fmt.Fprintln(out, headline(doc.Target))
	if doc.Target.Note != "" {
		fmt.Fprintln(out, "note: "+Safe(doc.Target.Note))
	}
	writeFindings(out, doc, style)
	if err := writeUnexamined(out, doc, style); err != nil {
		return err
	}
	if err := writeConfigured(out, doc, style); err != nil {
		return err
	}
	if err := writeBaseline(out, doc, style); err != nil {
		return err
	}
	fmt.Fprintf(out, "\n%s; %s\n", conclusion(doc, style.MinSeverity), Duration(time.Duration(doc.DurationMS)*time.Millisecond))
	if doc.Baseline != nil {
		fmt.Fprintln(out, Safe(doc.Baseline.Words()))
	}
	return nil
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

// writeFindings draws the findings, the worst first, under their checks: one
// line each, of which only the message is cut.
func writeFindings(out *bytes.Buffer, doc Document, style Style) {
	limit := most
	if len(doc.Checks) == 1 { // it was asked for by name
		limit = math.MaxInt
	}
	for _, severity := range worstFirst {
		if severity.Rank() < style.MinSeverity.Rank() {
			continue
		}
		var text bytes.Buffer
		size := 0
		for _, check := range doc.Checks {
			size += writeCheck(&text, check, severity, limit, style.Width)
		}
		if size == 0 {
			continue
		}
		word := strings.ToUpper(string(severity))
		if style.Color {
			word = colors[severity] + word + "\x1b[0m"
		}
		fmt.Fprintf(out, "\n%s (%d)\n%s", word, size, text.Bytes())
	}
}

// most is how many findings of a check are drawn where others want to be seen too.
const most = 10

// writeCheck draws a check's findings of one severity and says how many there are.
func writeCheck(out *bytes.Buffer, check Check, severity checks.Severity, limit, width int) int {
	column, fix, size := 0, "", 0
	for _, finding := range check.Findings {
		if finding.Severity != severity {
			continue
		}
		if size++; size > limit {
			continue
		}
		if w := twwidth.Width(Safe(finding.Object)); w <= width/2 {
			column = max(column, w) // a longer name leaves the column alone
		}
		if finding.Fix != nil {
			fix = "  (fix: " + Safe(finding.Fix.Kind) + ")"
		}
	}
	if size > 0 {
		fmt.Fprintf(out, "%s%s%s\n", indent, Safe(check.ID), fix)
	}
	drawn := 0
	for _, finding := range newFirst(check.Findings) {
		if finding.Severity != severity || drawn == limit {
			continue
		}
		drawn++
		object := Safe(finding.Object)
		used := max(column, twwidth.Width(object))
		line := indent + indent + finding.mark() + object + strings.Repeat(" ", used-twwidth.Width(object)+gap)
		if usual := finding.usually(); usual != nil {
			line += "(" + usual[0] + ")" + strings.Repeat(" ", gap)
		}
		if room := width - twwidth.Width(line); room >= shortest {
			line += cut(Safe(finding.Message), room)
		}
		fmt.Fprintln(out, strings.TrimRight(line, " "))
	}
	if size > drawn {
		fmt.Fprintf(out, "%s%s… and %s more: pgdoctor check %s\n", indent, indent, humanize.Comma(int64(size-drawn)), Safe(check.ID))
	}
	return size
}

// shortest is the narrowest room in which the beginning of a message is worth
// showing.
const shortest = 12

// conclusion sums up in one line.
func conclusion(doc Document, minimum checks.Severity) string {
	said := examined(doc, minimum)
	if note := doc.IgnoredNote(); note != "" {
		said += "; " + Safe(note)
	}
	return said
}

// examined says "nothing sick" only together with what was not examined.
func examined(doc Document, minimum checks.Severity) string {
	sum := doc.Summary
	clean, objects, all, unknown := 0, 0, 0, 0
	for _, check := range doc.Checks {
		all += check.Examined
		unknown += len(check.Unknown)
		if check.clean() {
			clean++
			objects += check.Examined
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
		return nothingSick(sum, all, strings.Join(missing, ", "))
	}
	said := tally(sum, minimum)
	if clean > 0 {
		said += fmt.Sprintf("; %s clean (%s examined)", Count(clean, "check"), Count(objects, "object"))
	}
	return strings.Join(append([]string{said}, missing...), ", ")
}

// clean says whether a check found nothing at all, not even what is ignored.
func (c Check) clean() bool { return c.Status == checks.OK && len(c.Ignored) == 0 }

func nothingSick(sum Summary, objects int, missing string) string {
	what := "nothing sick"
	if sum.Ignored > 0 {
		what = "nothing else sick"
	}
	said := fmt.Sprintf("%s in %s examined by %s", what, Count(objects, "object"), Count(sum.Checks.OK, "check"))
	switch {
	case missing == "":
		return said
	case sum.Checks.OK == 0:
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
