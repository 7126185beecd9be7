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

// NagiosStateOf is a document's state, with a baseline that of what is new. A
// critical finding is one whatever else is not known; but where a check failed, or
// nothing was examined, nobody knows whether a milder state would be true. Info
// alone is OK.
func NagiosStateOf(doc Document) NagiosState {
	ran := doc.Summary.Checks
	return nagiosState(doc.Count(checks.Critical), doc.Count(checks.Warning), ran.Failed == 0 && ran.OK+ran.Findings > 0)
}

// nagiosState is the state of so many findings, at least as bad, where everything
// is known or not.
func nagiosState(critical, warning int, known bool) NagiosState {
	switch {
	case critical > 0:
		return NagiosCritical
	case !known:
		return NagiosUnknown
	case warning > 0:
		return NagiosWarning
	}
	return NagiosOK
}

// Nagios writes a document as the one line of a monitoring plugin, with
// performance data. It counts everything: Style hides nothing from a monitor.
// Like the state, the counts by severity are those of new findings.
func Nagios(w io.Writer, doc Document, _ Style) error {
	sum := doc.Summary
	critical := doc.Count(checks.Critical)
	warning := doc.Count(checks.Warning) - critical
	info := doc.Count(checks.Info) - critical - warning
	isNew := ""
	if doc.Baseline != nil {
		isNew = "new "
	}
	parts := []string{}
	add := func(n int, what string, with func(Check) bool) {
		if n > 0 {
			parts = append(parts, what+" ("+some(doc, with)+")")
		}
	}
	add(critical, fmt.Sprintf("%d %scritical", critical, isNew), finds(checks.Critical))
	add(warning, Count(warning, isNew+"warning"), finds(checks.Warning))
	add(sum.Checks.Failed, Count(sum.Checks.Failed, "check")+" failed", func(c Check) bool { return c.Status == checks.Failed })
	if info > 0 {
		parts = append(parts, fmt.Sprintf("%d %sinfo", info, isNew))
	}
	if sum.Checks.Skipped > 0 {
		parts = append(parts, Count(sum.Checks.Skipped, "check")+" skipped")
	}
	switch {
	case sum.Critical+sum.Warning+sum.Info == 0:
		parts = append([]string{examined(doc, "")}, parts...)
	case critical+warning+info == 0:
		parts = append([]string{"nothing new"}, parts...)
	}
	if doc.Baseline != nil {
		parts = append(parts, doc.Baseline.Words())
	}
	parts = append(parts, doc.configurationNotes()...)
	return NagiosLine(w, NagiosStateOf(doc), doc.Target.Database+": "+strings.Join(parts, ", "), nagiosData(doc, critical, warning, info))
}

// nagiosData is the performance data. A threshold is a range that does not alert:
// 0 alerts from 1 on.
func nagiosData(doc Document, critical, warning, info int) string {
	sum, objects := doc.Summary, 0
	for _, check := range doc.Checks {
		objects += check.Examined
	}
	data := fmt.Sprintf("critical=%d;;0;0 warning=%d;0;;0 info=%d;;;0 ok=%d;;;0 skipped=%d;;;0 failed=%d;;;0 examined=%d;;;0 ignored=%d;;;0",
		critical, warning, info, sum.Checks.OK, sum.Checks.Skipped, sum.Checks.Failed, objects, sum.Ignored)
	if doc.Baseline != nil {
		data += fmt.Sprintf(" known=%d;;;0 gone=%d;;;0", doc.known(), len(doc.Baseline.Gone))
	}
	return data + fmt.Sprintf(" time=%.3fs;;;0", (time.Duration(doc.DurationMS)*time.Millisecond).Seconds())
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
		return slices.ContainsFunc(check.Findings, func(f Finding) bool { return f.Severity == severity && !f.old() })
	}
}

// some names the first of the checks that are so.
func some(doc Document, so func(Check) bool) string {
	var ids []string
	for _, check := range doc.Checks {
		if so(check) {
			ids = append(ids, check.ID)
		}
	}
	return Few(ids, many)
}

// Few lists at most so many names, and says how many more there are.
func Few(names []string, most int) string {
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
}
