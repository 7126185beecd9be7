package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
	"golang.org/x/sync/errgroup"

	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/internal/store"
)

func fleetFlags() []cli.Flag {
	return []cli.Flag{
		&cli.PathFlag{Name: "targets", Usage: "examine the databases that `FILE` lists, in one report (docs/fleet.md)"},
		&cli.BoolFlag{Name: "all-databases", Usage: "examine each database of the server that the role may connect to, in one report", DisableDefaultText: true},
		&cli.IntFlag{Name: "parallel", Usage: "examine up to `N` targets at a time, each with --jobs connections", Value: 4},
		&cli.StringFlag{Name: "shard", Usage: "examine only part `I/N` of the targets, I from 0 on: the N parts are all of them, each once"},
	}
}

// isFleet says whether several targets are asked for.
func isFleet(c *cli.Context) bool { return c.IsSet("targets") || c.Bool("all-databases") }

// fleet is a run over several targets.
type fleet struct {
	members []member
	known   fleetBaseline
	kept    *keeping
	full    bool // with all that a saved report holds
	line    *progress
}

// checkFleet is check for several targets: one that cannot be examined, or whose
// examination fails, is a line of the report, and the others are examined all the same.
func checkFleet(c *cli.Context) error {
	var f fleet
	var err error
	if f.known, err = fleetBaselineOf(c); err != nil {
		return err
	}
	out, err := reportOutputOf(c)
	if err != nil {
		return err
	}
	if err := forMonitors(c, out); err != nil {
		return err
	}
	if c.IsSet("watch") {
		return usage("--watch looks at one database: leave --targets and --all-databases out")
	}
	parallel := c.Int("parallel")
	if parallel < 1 {
		return usage("--parallel must be at least 1")
	}
	if f.kept, err = keepingOf(c); err != nil {
		return err
	}
	defer f.kept.Close()
	started := time.Now()
	if f.members, err = membersOf(c, parallel); err != nil {
		return err
	}
	f.full = out.Format == "json" || out.Format == "html" || f.kept.wanted()
	targets := f.examine(c, parallel)
	all := report.NewFleet(toolVersion(), started, time.Since(started), targets)
	err = out.Write(func(w io.Writer) error { return report.RenderFleet(w, out.Format, all, out.Style) })
	if err != nil {
		return err
	}
	if err := f.known.update(c, all); err != nil {
		return err
	}
	if out.Format == nagios {
		return f.kept.monitored(c, fleetNagiosVerdict(all))
	}
	return f.kept.verdict(f.verdict(all))
}

// examine examines all members, so many at a time, in their order.
func (f *fleet) examine(c *cli.Context, parallel int) []report.FleetTarget {
	f.line = newProgress(c.App.ErrWriter, len(f.members))
	f.line.noun = "targets"
	defer f.line.Clear()
	results := make([]report.FleetTarget, len(f.members))
	var group errgroup.Group
	group.SetLimit(parallel)
	for i, m := range f.members {
		group.Go(func() error {
			results[i] = f.one(c, m)
			f.line.Step(report.Safe(m.name))
			return nil
		})
	}
	group.Wait() //nolint:errcheck // what went wrong is in the results
	return results
}

// one examines one member and keeps what came of it.
func (f *fleet) one(c *cli.Context, m member) report.FleetTarget {
	started := time.Now()
	doc, err := f.report(c, m)
	result := report.FleetTarget{Name: m.name, Report: doc}
	if err != nil {
		result.Error = errorLine(err)
	}
	f.kept.keep(c.Context, store.Examination{Target: m.name, StartedAt: started, Duration: time.Since(started), Document: doc, Error: result.Error})
	return result
}

func (f *fleet) report(c *cli.Context, m member) (*report.Document, error) {
	if c.Context.Err() != nil {
		return nil, errors.New("interrupted before it was examined")
	}
	if m.err != nil {
		return nil, m.err
	}
	t, err := openConfig(c, m.connection)
	if err != nil {
		return nil, err
	}
	defer t.Close()
	options := m.selected.options
	run := runChecks(c, t, m.selected.list, options)
	if c.Context.Err() != nil { // half a run says nothing
		return nil, errors.New("interrupted while it was examined")
	}
	doc := judged(run, m.selected.effective, baseline{})
	f.known.compare(m.name, &doc)
	if f.full {
		if err := enrich(c, t, run, m.selected.effective, options, &doc); err != nil {
			fmt.Fprintf(c.App.ErrWriter, "%s: %s\n", report.Safe(m.name), errorLine(err))
		}
	}
	return &doc, nil
}

// verdict is the worst over all targets: one that nobody could examine outweighs
// findings.
func (f *fleet) verdict(all report.Fleet) error {
	const most = 10 // names that fit on a line
	var lost, failed []string
	unclean := false
	for i, target := range all.Targets {
		if target.Report == nil {
			lost = append(lost, target.Name)
			continue
		}
		for _, id := range target.Report.Failed() {
			failed = append(failed, target.Name+": "+id)
		}
		failOn := f.known.failOn(f.members[i].selected.effective)
		unclean = unclean || failOn != config.FailOnNone && target.Report.Count(failOn) > 0
	}
	var said []string
	if len(lost) > 0 {
		said = append(said, fmt.Sprintf("%d of %s could not be examined: %s", len(lost), report.Count(len(all.Targets), "target"), report.Few(lost, most)))
	}
	if len(failed) > 0 {
		said = append(said, fmt.Sprintf("%s failed: %s", report.Count(len(failed), "check"), report.Few(failed, most)))
	}
	switch {
	case len(said) > 0:
		return errors.New(strings.Join(said, "; "))
	case unclean:
		return &uncleanError{}
	}
	return nil
}
