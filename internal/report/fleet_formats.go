package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/pgdoctor/pgdoctor/checks"
)

// FleetJUnit writes a suite for each target. One that could not be examined is a
// test with an error.
func FleetJUnit(w io.Writer, fleet Fleet, style Style) error {
	all := junitCounts{Time: seconds(float64(fleet.DurationMS))}
	var suites []junitSuite
	for _, target := range fleet.Targets {
		var suite junitSuite
		if target.Report == nil {
			suite.Tests, suite.Errors, suite.Time = 1, 1, seconds(0)
			suite.Timestamp = fleet.StartedAt.UTC().Format("2006-01-02T15:04:05")
			suite.Properties = []junitProperty{{"pgdoctor", Safe(fleet.Tool.Version)}}
			suite.Cases = []junitCase{{
				Class: "pgdoctor.target", Name: Safe(target.Name), Time: seconds(0),
				Error: &junitNote{Message: "not examined: " + Safe(target.Error), Type: "unreachable"},
			}}
		} else {
			suite = junitSuiteOf(*target.Report, style)
		}
		suite.Name = Safe(target.Name)
		all.Tests += suite.Tests
		all.Failures += suite.Failures
		all.Errors += suite.Errors
		all.Skipped += suite.Skipped
		suites = append(suites, suite)
	}
	return writeJUnit(w, all, suites)
}

// FleetSARIF writes a run for each target. Its places are under the target's
// name: two servers may have databases of one name.
func FleetSARIF(w io.Writer, fleet Fleet, style Style) error {
	log := sarif.NewReport()
	for _, target := range fleet.Targets {
		if target.Report != nil {
			doc := *target.Report
			doc.Target.Database = target.Name
			log.AddRun(sarifRun(doc, style))
			continue
		}
		run := sarif.NewRunWithInformationURI("pgdoctor", homePage)
		run.Tool.Driver.WithVersion(Safe(fleet.Tool.Version))
		run.WithAutomationDetails(sarif.NewRunAutomationDetails().WithID("pgdoctor/" + artifact(Target{Database: target.Name}, "")))
		run.WithResults([]*sarif.Result{})
		note := sarif.NewNotification().WithLevel("error").WithMessage(message(Safe(target.Name) + " was not examined: " + Safe(target.Error)))
		run.AddInvocation(sarif.NewInvocation().WithExecutionSuccessful(false).WithToolExecutionNotifications([]*sarif.Notification{note}))
		log.AddRun(run)
	}
	if fleet.Summary.Ignored > 0 {
		return WriteJSON(w, withSuppressions(log))
	}
	return WriteJSON(w, log)
}

// FleetPrometheus writes the metrics of all targets, each with the target's name as
// one more label, and for every target whether it was examined.
func FleetPrometheus(w io.Writer, fleet Fleet, _ Style) error {
	registry := prometheus.NewRegistry()
	add := targetMetrics(registry)
	for _, target := range fleet.Targets {
		add(target.Name, target.Report != nil, target.Report)
	}
	return writeMetrics(w, registry)
}

// FleetNagiosState is the worst that is known of a fleet. Where a target was not
// examined, nobody knows whether a milder state than critical would be true.
func FleetNagiosState(fleet Fleet) NagiosState {
	known := fleet.Summary.Targets.Unreachable == 0 && fleet.Summary.Targets.Examined > 0
	for _, target := range fleet.Targets {
		if target.Report != nil {
			ran := target.Report.Summary.Checks
			known = known && ran.Failed == 0 && ran.OK+ran.Findings > 0
		}
	}
	return nagiosState(fleet.Count(checks.Critical), fleet.Count(checks.Warning), known)
}

// FleetNagios writes a fleet as the one line of a monitoring plugin.
func FleetNagios(w io.Writer, fleet Fleet, _ Style) error {
	critical := fleet.Count(checks.Critical)
	warning := fleet.Count(checks.Warning) - critical
	info := fleet.Count(checks.Info) - critical - warning
	sum := fleet.Summary
	parts := []string{Count(len(fleet.Targets), "target")}
	add := func(n int, what string, which func(FleetTarget) bool) {
		if n > 0 {
			parts = append(parts, what+" ("+fleet.some(which)+")")
		}
	}
	isNew := ""
	if slices.ContainsFunc(fleet.Targets, func(t FleetTarget) bool { return t.Report != nil && t.Report.Baseline != nil }) {
		isNew = "new "
	}
	add(sum.Targets.Unreachable, fmt.Sprintf("%d not examined", sum.Targets.Unreachable), func(t FleetTarget) bool { return t.Report == nil })
	add(critical, fmt.Sprintf("%d %scritical", critical, isNew), has(checks.Critical))
	add(warning, Count(warning, isNew+"warning"), has(checks.Warning))
	add(sum.Checks.Failed, Count(sum.Checks.Failed, "check")+" failed", func(t FleetTarget) bool { return t.Report != nil && len(t.Report.Failed()) > 0 })
	if info > 0 {
		parts = append(parts, fmt.Sprintf("%d %sinfo", info, isNew))
	}
	if critical+warning+info == 0 && sum.Targets.Examined > 0 {
		parts = append(parts, "nothing "+isNew+"sick in "+Count(sum.Targets.Examined, "target"))
	}
	if sum.Checks.Skipped > 0 {
		parts = append(parts, Count(sum.Checks.Skipped, "check")+" skipped")
	}
	if sum.Ignored > 0 {
		parts = append(parts, Count(sum.Ignored, "finding")+" ignored")
	}
	data := fmt.Sprintf("targets=%d;;;0 unreachable=%d;;;0 critical=%d;;0;0 warning=%d;0;;0 info=%d;;;0 ok=%d;;;0 skipped=%d;;;0 failed=%d;;;0 ignored=%d;;;0 time=%.3fs;;;0",
		len(fleet.Targets), sum.Targets.Unreachable, critical, warning, info, sum.Checks.OK, sum.Checks.Skipped, sum.Checks.Failed, sum.Ignored,
		(time.Duration(fleet.DurationMS) * time.Millisecond).Seconds())
	return NagiosLine(w, FleetNagiosState(fleet), strings.Join(parts, ", "), data)
}

// has says whether a target has new findings of a severity.
func has(severity checks.Severity) func(FleetTarget) bool {
	return func(t FleetTarget) bool {
		return t.Report != nil && slices.ContainsFunc(t.Report.Checks, finds(severity))
	}
}

// some names the first of the targets that are so.
func (f Fleet) some(so func(FleetTarget) bool) string {
	var names []string
	for _, target := range f.Targets {
		if so(target) {
			names = append(names, target.Name)
		}
	}
	return Few(names, many)
}
