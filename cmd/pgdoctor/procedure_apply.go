package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/internal/procedures"
	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/migrations"
)

// changingFlags are those of a procedure that changes something.
func changingFlags(own ...cli.Flag) []cli.Flag {
	return slices.Concat(own, []cli.Flag{
		dsnFlag(),
		&cli.DurationFlag{Name: "timeout", Usage: "end any single query of the plan after `DURATION`", Value: defaultTimeout},
		&cli.BoolFlag{Name: "dry-run", Usage: "only show the plan (the default)", DisableDefaultText: true},
		&cli.BoolFlag{Name: "apply", Usage: "do what the plan says, and record it", DisableDefaultText: true},
		&cli.BoolFlag{Name: "yes", Usage: "with --apply: do not ask", DisableDefaultText: true},
		maxWaitFlag(),
		&cli.BoolFlag{Name: "sql", Usage: "show the whole SQL of every step, up and down", DisableDefaultText: true},
	}, outputFlags())
}

// begun is a procedure whose command line is in order and whose server was found.
type begun struct {
	c          *cli.Context
	out        *output
	target     *target
	timeout    time.Duration
	apply, yes bool
	first      int64 // version of its first step
}

// beginProcedure reads the flags of changingFlags and connects.
func beginProcedure(c *cli.Context) (*begun, error) {
	b := &begun{c: c, apply: c.Bool("apply"), yes: c.Bool("yes")}
	_, asks := terminal(c.App.Reader)
	switch {
	case b.apply && c.Bool("dry-run"):
		return nil, usage("--apply and --dry-run contradict each other")
	case b.yes && !b.apply:
		return nil, usage("--yes goes with --apply")
	case b.apply && !b.yes && !asks:
		return nil, usage("--apply needs --yes where nobody can be asked (not a terminal)")
	}
	err := maxWaitOf(c)
	if err != nil {
		return nil, err
	}
	if b.timeout, err = timeoutOf(c); err != nil {
		return nil, err
	}
	if b.out, err = outputOf(c); err != nil {
		return nil, err
	}
	if b.target, err = openTarget(c); err != nil {
		return nil, err
	}
	if b.target.Server.Standby {
		b.target.Close()
		return nil, errors.New("this server is a standby, where nothing can be changed or recorded: connect to its primary")
	}
	if b.apply {
		err = permitted(c, b.target, nil)
	}
	var entries []migrations.Entry
	if err == nil {
		entries, err = readHistory(c, b.target)
	}
	if err != nil && (b.apply || !errors.Is(err, migrations.ErrDenied)) {
		b.target.Close()
		return nil, err
	}
	b.first = firstVersion(time.Now(), entries, "")
	return b, nil
}

// inProcedure names the procedure in front of the reason for which it plans nothing.
func inProcedure(doc procedures.Doc, err error) error {
	return fmt.Errorf("%s is refused: %w", doc.Name, err)
}

// planned makes the plan of a procedure one that can be drawn and applied.
func (b *begun) planned(doc procedures.Doc, plan fixes.Plan, evidence any) (*planned, error) {
	p := &planned{
		plan: plan, procedure: doc.Name, leftTitle: "LEFT AS IT IS",
		findings: map[string]checks.Finding{doc.Key(): {Key: doc.Key(), Evidence: evidence}},
	}
	if err := fixes.Prove(b.c.Context, b.target.DB, b.target.Server, &p.plan, b.timeout); err != nil {
		return nil, fmt.Errorf("prove the plan: %w", err)
	}
	return p, nil
}

// perform draws the plan, and with --apply applies it: it says whether it did.
// after is called when it was applied, before what became of it is drawn.
func (b *begun) perform(p *planned, after func() error) (applied bool, err error) {
	draw := func() error {
		return b.out.Write(func(w io.Writer) error { return drawPlan(w, b.out, p.document(b.target), b.c.Bool("sql")) })
	}
	if b.apply && len(p.plan.Steps) == 0 {
		err = healFirst(b.c, b.target)
	}
	if !b.apply || len(p.plan.Steps) == 0 {
		return false, errors.Join(err, draw())
	}
	if err := permitted(b.c, b.target, p.plan.Rights()); err != nil {
		return false, err
	}
	if !b.yes {
		if err := draw(); err != nil {
			return false, err
		}
		if !ask(b.c, fmt.Sprintf("Apply %s to %s?", report.Count(len(p.plan.Steps), "step"), report.Safe(b.target.Server.Database))) {
			return false, usage("nothing was applied")
		}
	}
	failure := p.apply(b.c, b.target)
	if failure == nil && after != nil {
		failure = after()
	}
	if err := draw(); err != nil {
		return true, errors.Join(failure, err)
	}
	if failure != nil {
		return true, failure
	}
	return true, p.shortfall()
}

// shortfall says which steps did not do what they are for.
func (p *planned) shortfall() error {
	var not []string
	for i, outcome := range p.outcomes {
		if outcome.Status == migrations.Refused {
			not = append(not, fmt.Sprintf("step %d was refused: %s", i+1, outcome.Error))
		} else if outcome.Cured != nil && !*outcome.Cured {
			not = append(not, fmt.Sprintf("step %d is not in effect", i+1))
		}
	}
	if len(not) > 0 {
		return &uncleanError{"procedure " + p.procedure + ": " + strings.Join(not, "; ")}
	}
	return nil
}

// sessions lists the sessions of now.
func (b *begun) sessions(ctx context.Context) (procedures.Sessions, error) {
	return procedures.LoadSessions(ctx, b.target.DB, b.target.Server, b.timeout)
}

// forFlag is how long something is to stay on.
func forFlag(usage string) cli.Flag {
	return &cli.DurationFlag{Name: "for", Usage: usage, DefaultText: "no end"}
}

// forOf reads --for, 0 where it was not given.
func forOf(c *cli.Context, longest time.Duration) (time.Duration, error) {
	given := c.Duration("for")
	switch {
	case !c.IsSet("for"):
		return 0, nil
	case given < time.Second:
		return 0, usage("--for %s is too short: give at least 1s, as in --for 15m", given)
	case longest > 0 && given > longest:
		return 0, usage("--for %s is too long: give at most %s", given, longest)
	}
	return given, nil
}
