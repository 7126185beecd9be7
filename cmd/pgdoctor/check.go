package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/internal/store"
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
			fleetFlags(),
			keepFlags(),
		),
		Action: runCheck,
	}
}

func runCheck(c *cli.Context) error {
	if isFleet(c) {
		return checkFleet(c)
	}
	for _, flag := range []string{"shard", "parallel"} {
		if c.IsSet(flag) {
			return usage("--%s is for several targets: it goes with --targets or --all-databases", flag)
		}
	}
	var one single
	var err error
	if one.known, err = baselineOf(c); err != nil {
		return err
	}
	if one.selected, err = selectedBy(c, ""); err != nil {
		return err
	}
	if one.out, err = reportOutputOf(c); err != nil {
		return err
	}
	if err := forMonitors(c, one.out); err != nil {
		return err
	}
	every, err := watchOf(c, one.out)
	if err != nil {
		return err
	}
	if one.connection, err = connectionOf(c); err != nil {
		return err
	}
	if every > 0 {
		return one.watch(c, every)
	}
	return one.check(c)
}

// single is the check of one database.
type single struct {
	selected
	connection *pgx.ConnConfig
	known      baseline
	out        *output
}

func (s single) watch(c *cli.Context, every time.Duration) error {
	t, err := openConfig(c, s.connection)
	if err != nil {
		return err
	}
	defer t.Close()
	return watch(c, t, s.out, every, func() report.Document {
		return judged(examine(c, t, s.list, s.options), s.effective, s.known)
	})
}

func (s single) check(c *cli.Context) error {
	kept, err := keepingOf(c)
	if err != nil {
		return err
	}
	defer kept.Close()
	started := time.Now()
	name := postgres.TargetOf(s.connection).Address()
	t, err := openConfig(c, s.connection)
	if err != nil {
		kept.keep(c.Context, store.Examination{Target: name, StartedAt: started, Duration: time.Since(started), Error: errorLine(err)})
		return kept.verdict(err)
	}
	defer t.Close()
	run := examine(c, t, s.list, s.options)
	doc := judged(run, s.effective, s.known)
	if s.out.Format == "json" || s.out.Format == "html" || kept.wanted() {
		if err := enrich(c, t, run, s.effective, s.options, &doc); err != nil {
			fmt.Fprintln(c.App.ErrWriter, errorLine(err))
		}
	}
	kept.keep(c.Context, store.Examination{Target: name, Document: &doc})
	err = s.out.Write(func(w io.Writer) error { return report.Render(w, s.out.Format, doc, s.out.Style) })
	if err != nil {
		return err
	}
	if err := s.known.update(c, doc); err != nil {
		return err
	}
	if s.out.Format == nagios {
		return kept.monitored(c, nagiosVerdict(doc))
	}
	return kept.verdict(verdict(doc, s.known.failOn(s.effective)))
}

// judged is the report of a run, under the configuration and the baseline.
func judged(run checks.Report, e config.Effective, known baseline) report.Document {
	doc := report.New(run, toolVersion(), fixInfo)
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
	return runChecks(c, t, list, options)
}

// runChecks runs the checks.
func runChecks(c *cli.Context, t *target, list []checks.Check, options checks.Options) checks.Report {
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

// selected is the checks that run on a target, and how.
type selected struct {
	effective config.Effective
	list      []checks.Check
	options   checks.Options
}

// selectedBy is those of a configuration file, "" for that of all targets.
func selectedBy(c *cli.Context, path string) (selected, error) {
	var r selected
	file, err := configFileAt(c, path)
	if err != nil {
		return r, err
	}
	if r.effective, err = effectiveOf(c, file, slices.Clone(c.Args().Slice())); err != nil {
		return r, err
	}
	r.list, r.options, err = examination(c, r.effective)
	return r, err
}
