package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/pgdoctor/pgdoctor/checks"
)

// NagiosState is the exit code of a monitoring plugin, which Nagios, Icinga and
// others read.
type NagiosState int

// The states of the Monitoring Plugins Development Guidelines.
const (
	NagiosOK NagiosState = iota
	NagiosWarning
	NagiosCritical
	NagiosUnknown
)

func (s NagiosState) String() string {
	return []string{"OK", "WARNING", "CRITICAL", "UNKNOWN"}[s]
}

// NagiosStateOf is a document's state. A critical finding is one whatever else
// is not known; but where a check failed, or nothing was examined, nobody knows
// whether a milder state would be true. Info alone is OK.
func NagiosStateOf(doc Document) NagiosState {
	sum := doc.Summary
	switch {
	case sum.Critical > 0:
		return NagiosCritical
	case sum.Checks.Failed > 0, sum.Checks.OK+sum.Checks.Findings == 0:
		return NagiosUnknown
	case sum.Warning > 0:
		return NagiosWarning
	}
	return NagiosOK
}

// Nagios writes a document as the one line of a monitoring plugin, with
// performance data. It counts everything: Style hides nothing from a monitor.
func Nagios(w io.Writer, doc Document, _ Style) error {
	sum := doc.Summary
	examined := 0
	for _, check := range doc.Checks {
		examined += check.Examined
	}
	parts := []string{}
	add := func(n int, what string, with func(Check) bool) {
		if n > 0 {
			parts = append(parts, what+" ("+some(doc, with)+")")
		}
	}
	add(sum.Critical, fmt.Sprintf("%d critical", sum.Critical), finds(checks.Critical))
	add(sum.Warning, Count(sum.Warning, "warning"), finds(checks.Warning))
	add(sum.Checks.Failed, Count(sum.Checks.Failed, "check")+" failed", func(c Check) bool { return c.Status == checks.Failed })
	if sum.Info > 0 {
		parts = append(parts, fmt.Sprintf("%d info", sum.Info))
	}
	if sum.Checks.Skipped > 0 {
		parts = append(parts, Count(sum.Checks.Skipped, "check")+" skipped")
	}
	if sum.Critical+sum.Warning+sum.Info == 0 {
		parts = append([]string{conclusion(doc, "")}, parts...)
	}
	// A threshold is a range that does not alert: 0 alerts from 1 on.
	data := fmt.Sprintf("critical=%d;;0;0 warning=%d;0;;0 info=%d;;;0 ok=%d;;;0 skipped=%d;;;0 failed=%d;;;0 examined=%d;;;0 time=%.3fs;;;0",
		sum.Critical, sum.Warning, sum.Info, sum.Checks.OK, sum.Checks.Skipped, sum.Checks.Failed, examined,
		(time.Duration(doc.DurationMS) * time.Millisecond).Seconds())
	return NagiosLine(w, NagiosStateOf(doc), doc.Target.Database+": "+strings.Join(parts, ", "), data)
}

// NagiosLine writes a plugin's line. In the text, what would end it, or what a
// monitor's page or its notification command could obey, is shown as an escape.
func NagiosLine(w io.Writer, state NagiosState, text, data string) error {
	text = strings.NewReplacer("|", `\x7c`, "<", `\x3c`, ">", `\x3e`, "`", `\x60`, "$", `\x24`).Replace(Safe(text))
	if data != "" {
		data = " | " + data
	}
	_, err := fmt.Fprintf(w, "PGDOCTOR %s - %s%s\n", state, text, data)
	return err
}

func finds(severity checks.Severity) func(Check) bool {
	return func(check Check) bool {
		return slices.ContainsFunc(check.Findings, func(f Finding) bool { return f.Severity == severity })
	}
}

// some names the first of the checks that are so.
func some(doc Document, so func(Check) bool) string {
	var ids []string
	more := 0
	for _, check := range doc.Checks {
		switch {
		case !so(check):
		case len(ids) == many:
			more++
		default:
			ids = append(ids, check.ID)
		}
	}
	names := strings.Join(ids, ", ")
	if more > 0 {
		names += fmt.Sprintf(" and %d more", more)
	}
	return names
}
