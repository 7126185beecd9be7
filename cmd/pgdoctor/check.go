package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

func checkCommand() *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "examine the database and report what is sick",
		ArgsUsage: "[CHECK...]",
		Description: `Reads only, in short read-only transactions. Without CHECKs, runs all of them.
A check that cannot run never stops the others and never counts as healthy.

With --format nagios the exit codes are those of monitoring plugins: 0 ok,
1 warning, 2 critical, 3 unknown.`,
		Flags: slices.Concat(
			connectionFlags(),
			selectionFlags(),
			[]cli.Flag{failOnFlag()},
			baselineFlags(),
			reportFlags(),
			[]cli.Flag{watchFlag()},
		),
		Action: runCheck,
	}
}

func runCheck(c *cli.Context) error {
	known, err := baselineOf(c)
	if err != nil {
		return err
	}
	e, err := effective(c, c.Args().Slice())
	if err != nil {
		return err
	}
	list, options, err := examination(c, e)
	if err != nil {
		return err
	}
	out, err := reportOutputOf(c)
	if err != nil {
		return err
	}
	if err := forMonitors(c, out); err != nil {
		return err
	}
	every, err := watchOf(c, out)
	if err != nil {
		return err
	}
	t, err := openTarget(c)
	if err != nil {
		return err
	}
	defer t.Close()
	if every > 0 {
		return watch(c, t, out, every, func() report.Document {
			return judged(examine(c, t, list, options), e, known)
		})
	}
	run := examine(c, t, list, options)
	doc := judged(run, e, known)
	if out.Format == "json" || out.Format == "html" {
		rememberObjects(c, t, run, e, options, &doc)
		if !named(c) {
			doc.Overview = checks.Overview(c.Context, t.DB, t.Server, options.Timeout)
		}
	}
	err = out.Write(func(w io.Writer) error { return report.Render(w, out.Format, doc, out.Style) })
	if err != nil {
		return err
	}
	if err := known.update(c, doc); err != nil {
		return err
	}
	if out.Format == nagios {
		return nagiosVerdict(doc)
	}
	return verdict(doc, known.failOn(e))
}

// judged is the report of a run, under the configuration and the baseline.
func judged(run checks.Report, e config.Effective, known baseline) report.Document {
	doc := report.New(run, toolVersion(), fixInfo(e.File))
	describe(e, &doc, run, time.Now())
	known.compare(&doc)
	return doc
}

// named says whether single checks were asked for, and no overview.
func named(c *cli.Context) bool { return c.Args().Present() || c.IsSet("only") }

// examination says which checks to run and how.
func examination(c *cli.Context, e config.Effective) ([]checks.Check, checks.Options, error) {
	var options checks.Options
	list, err := selectChecks(e)
	if err != nil {
		return nil, options, err
	}
	e.Apply(&options, time.Now())
	if options.Timeout, err = timeoutOf(c); err != nil {
		return nil, options, err
	}
	options.Jobs, err = jobsOf(c)
	return list, options, err
}

// examine runs the checks, with a progress line on a terminal.
func examine(c *cli.Context, t *target, list []checks.Check, options checks.Options) checks.Report {
	line := newProgress(c.App.ErrWriter, len(list))
	defer line.Clear()
	options.Done = line.Step
	run := checks.Report{Server: t.Server, Target: t.Target, Started: time.Now()}
	run.Results = checks.Run(c.Context, t.DB, t.Server, list, options)
	run.Took = time.Since(run.Started)
	return run
}

// verdict turns a report into the exit code. A failed check outweighs
// findings: nobody knows what it would have found.
func verdict(doc report.Document, failOn checks.Severity) error {
	if failed := doc.Failed(); len(failed) > 0 {
		return fmt.Errorf("%s failed: %s", report.Count(len(failed), "check"), strings.Join(failed, ", "))
	}
	if failOn != config.FailOnNone && doc.Count(failOn) > 0 {
		return &uncleanError{}
	}
	return nil
}
