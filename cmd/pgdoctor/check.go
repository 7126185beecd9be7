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
A check that cannot run never stops the others and never counts as healthy.`,
		Flags: slices.Concat(
			connectionFlags(),
			selectionFlags(),
			[]cli.Flag{
				minSeverityFlag(),
				failOnFlag(),
			},
			baselineFlags(),
			outputFlags(),
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
	minimum, err := severityOf(c, "min-severity")
	if err != nil {
		return err
	}
	out, err := outputOf(c)
	if err != nil {
		return err
	}
	out.Style.MinSeverity = minimum

	t, err := openTarget(c)
	if err != nil {
		return err
	}
	defer t.Close()
	run := examine(c, t, list, options)
	doc := report.New(run, toolVersion(), fixInfo)
	describe(e, &doc, time.Now())
	known.compare(&doc)
	if out.Format == "json" {
		rememberObjects(c, t, run, options, &doc)
	}
	err = out.Write(func(w io.Writer) error { return report.Render(w, out.Format, doc, out.Style) })
	if err != nil {
		return err
	}
	if err := known.update(c, doc); err != nil {
		return err
	}
	return verdict(doc, known.failOn(e))
}

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
