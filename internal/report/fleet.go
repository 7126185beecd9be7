package report

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/pgdoctor/pgdoctor/checks"
)

// Fleet is the result of a run over several targets as JSON, format 1: a document
// for each, or why there is none.
type Fleet struct {
	Format     int           `json:"format"`
	Tool       Tool          `json:"tool"`
	StartedAt  time.Time     `json:"started_at"`
	DurationMS int64         `json:"duration_ms"`
	Summary    FleetSummary  `json:"summary"`
	Targets    []FleetTarget `json:"targets"`
}

// FleetSummary adds up the summaries of the targets that were examined.
type FleetSummary struct {
	Summary
	Targets TargetCounts `json:"targets"`
}

// TargetCounts is how many targets were examined, and how many could not be.
type TargetCounts struct {
	Examined    int `json:"examined"`
	Unreachable int `json:"unreachable"`
}

// FleetTarget is one target: its report, or why it could not be examined.
type FleetTarget struct {
	Name   string    `json:"name"`
	Report *Document `json:"report,omitempty"`
	Error  string    `json:"error,omitempty"`
}

// NewFleet makes the document of a run over targets. Their order is kept.
func NewFleet(toolVersion string, started time.Time, took time.Duration, targets []FleetTarget) Fleet {
	return Fleet{
		Format: Format, Tool: Tool{Name: "pgdoctor", Version: toolVersion},
		StartedAt: started.UTC().Truncate(time.Millisecond), DurationMS: took.Milliseconds(),
		Summary: summarizeFleet(targets), Targets: targets,
	}
}

func summarizeFleet(targets []FleetTarget) FleetSummary {
	var sum FleetSummary
	for _, target := range targets {
		if target.Report == nil {
			sum.Targets.Unreachable++
			continue
		}
		sum.Targets.Examined++
		one := target.Report.Summary
		sum.Critical += one.Critical
		sum.Warning += one.Warning
		sum.Info += one.Info
		sum.Ignored += one.Ignored
		sum.Checks.OK += one.Checks.OK
		sum.Checks.Findings += one.Checks.Findings
		sum.Checks.Skipped += one.Checks.Skipped
		sum.Checks.Failed += one.Checks.Failed
	}
	return sum
}

// Count is how many findings of all targets are at least as bad as severity: with
// a baseline, of the new ones.
func (f Fleet) Count(severity checks.Severity) int {
	n := 0
	for _, target := range f.Targets {
		if target.Report != nil {
			n += target.Report.Count(severity)
		}
	}
	return n
}

// Unreachable lists the targets that could not be examined.
func (f Fleet) Unreachable() []FleetTarget {
	return slices.DeleteFunc(slices.Clone(f.Targets), func(t FleetTarget) bool { return t.Report != nil })
}

// Find returns the target with a name.
func (f Fleet) Find(name string) (FleetTarget, bool) {
	i := slices.IndexFunc(f.Targets, func(t FleetTarget) bool { return t.Name == name })
	if i < 0 {
		return FleetTarget{}, false
	}
	return f.Targets[i], true
}

// Names lists the names of the targets.
func (f Fleet) Names() []string {
	var names []string
	for _, target := range f.Targets {
		names = append(names, target.Name)
	}
	return names
}

// valid refuses what no renderer knows where to put.
func (f Fleet) valid() error {
	seen := map[string]bool{}
	for _, target := range f.Targets {
		switch {
		case target.Name == "":
			return fmt.Errorf("read report: a target has no name")
		case seen[target.Name]:
			return fmt.Errorf("read report: target %q is there twice", target.Name)
		case (target.Report == nil) == (target.Error == ""):
			return fmt.Errorf("read report: target %q is to have a report or an error", target.Name)
		case target.Report != nil && target.Report.Format != Format:
			return fmt.Errorf("read report: target %q has format %d, this pgdoctor reads format %d", target.Name, target.Report.Format, Format)
		}
		seen[target.Name] = true
		if target.Report == nil {
			continue
		}
		target.Report.Summary = summarize(target.Report.Checks) // as in Read
		if err := target.Report.valid(); err != nil {
			return fmt.Errorf("target %q: %w", target.Name, err)
		}
	}
	return nil
}

// conclusion sums a fleet up in one line. What was not examined comes first.
func (f Fleet) conclusion(minimum checks.Severity) string {
	if len(f.Targets) == 0 {
		return "no target falls to this shard, and nothing was examined"
	}
	parts := []string{Count(len(f.Targets), "target")}
	if n := f.Summary.Targets.Unreachable; n > 0 {
		parts = append(parts, fmt.Sprintf("%d NOT EXAMINED", n))
	}
	sum := f.Summary.Summary
	switch {
	case sum.Critical+sum.Warning+sum.Info > 0:
		parts = append(parts, tally(sum, minimum))
	case f.Summary.Targets.Examined > 0:
		parts = append(parts, "nothing sick found in the others")
		if f.Summary.Targets.Unreachable == 0 {
			parts[len(parts)-1] = "nothing sick found"
		}
	}
	for _, missing := range []struct {
		n    int
		word string
	}{{sum.Checks.Skipped, "skipped"}, {sum.Checks.Failed, "failed"}} {
		if missing.n > 0 {
			parts = append(parts, Count(missing.n, "check")+" "+missing.word)
		}
	}
	if sum.Ignored > 0 {
		parts = append(parts, Count(sum.Ignored, "finding")+" ignored")
	}
	return strings.Join(parts, ", ")
}

// shown says whether a target's own report is worth reading where those of others
// stand beside it: it has findings that are drawn, or checks that failed.
func (t FleetTarget) shown(minimum checks.Severity) bool {
	return t.Report != nil && (len(grouped(*t.Report, minimum)) > 0 || len(t.Report.Failed()) > 0)
}

// unseen is how much of a target's report nobody may take for healthy.
func (t FleetTarget) unseen() int {
	_, n := unexamined(*t.Report)
	return n
}
