package main

import (
	"context"
	"errors"
	"fmt"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/procedures"
	"github.com/pgdoctor/pgdoctor/migrations"
)

const (
	longestLog = 24 * time.Hour
	// turnOffFor is how long pgdoctor tries to turn the log off again, as through
	// a restart of the server.
	turnOffFor   = 5 * time.Minute
	turnOffPause = 3 * time.Second
)

func logStatementsCommand() *cli.Command {
	return procedure(procedures.LogStatements, changingFlags(
		forFlag("with on: turn it off again after `DURATION`, as in 15m, at most 24h; required"),
		&cli.StringFlag{Name: "statements", Usage: "with on: log `WHICH`: all, mod (what changes data or definitions), ddl (definitions)", Value: procedures.Statements[0]},
	), runLogStatements)
}

func runLogStatements(c *cli.Context) error {
	word, err := wordOf(c, 0, "on", "off")
	if err != nil {
		return err
	}
	length, err := forOf(c, longestLog)
	which := c.String("statements")
	switch {
	case err != nil:
		return err
	case word == "off" && (c.IsSet("for") || c.IsSet("statements")):
		return usage("--for and --statements go with on")
	case word == "on" && length == 0:
		return usage("log-statements on needs --for DURATION, after which it is turned off again, as in --for 15m")
	case !slices.Contains(procedures.Statements, which):
		return usage("--statements %q is none of %s%s", which, strings.Join(procedures.Statements, ", "), suggestion(which, procedures.Statements))
	}
	// a terminal that closes, or a pipe, must not leave the log on
	ctx, stop := signal.NotifyContext(c.Context, syscall.SIGHUP, syscall.SIGPIPE)
	defer stop()
	here := *c
	here.Context = ctx
	b, err := beginProcedure(&here)
	if err != nil {
		return err
	}
	defer b.target.Close()
	if word == "off" {
		return b.logOff()
	}
	return b.logOn(which, length)
}

// logOn turns the log on, and stays until it is off again.
func (b *begun) logOn(which string, length time.Duration) error {
	started := time.Now()
	state, err := procedures.LoadLogStatements(b.c.Context, b.target.DB, b.target.Server, b.timeout)
	if err != nil {
		return err
	}
	plan, request, err := procedures.PlanLogStatementsOn(state, procedures.LogStatementsOptions{
		Server: b.target.Server, FirstVersion: b.first, Statements: which,
		Until: b.target.Server.Now.Add(length).UTC().Truncate(time.Second),
	})
	if err != nil {
		return inProcedure(procedures.LogStatements, err)
	}
	p, err := b.planned(procedures.LogStatements, plan, request)
	if err != nil {
		return err
	}
	p.verify = func(ctx context.Context) (bool, error) {
		now, err := procedures.LoadLogStatements(ctx, b.target.DB, b.target.Server, b.timeout)
		return now.On() && now.Value == which, err
	}
	applied, err := b.perform(p, nil)
	if !applied || p.reached() == 0 {
		return err
	}
	if err != nil { // some of it is in: nothing is to stay on
		fmt.Fprintf(b.c.App.ErrWriter, "%s; turning it off again\n", errorLine(err))
		return errors.Join(err, b.turnOff(p.last()))
	}
	return b.hold(p.last(), length-time.Since(started))
}

// reached counts the steps that are in.
func (p *planned) reached() int {
	n := 0
	for _, outcome := range p.outcomes {
		if outcome.Status == migrations.StepApplied {
			n++
		}
	}
	return n
}

// last is the version of the plan's last step.
func (p *planned) last() int64 { return p.plan.Steps[len(p.plan.Steps)-1].Version }

// hold waits until the log is to end, or somebody ends it, and turns it off.
func (b *begun) hold(own int64, left time.Duration) error {
	fmt.Fprintf(b.c.App.ErrWriter, "statements are logged for %s; leave pgdoctor running, which then turns it off; Ctrl-C turns it off at once\n", left.Round(time.Second))
	timer := time.NewTimer(left)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-b.c.Context.Done():
	}
	return b.turnOff(own)
}

// turnOff turns the log off whatever has happened to the context, and does not
// give up at the first failure. Who has turned it on anew since is left to turn
// it off: own is the last migration of this run.
func (b *begun) turnOff(own int64) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(b.c.Context), turnOffFor)
	defer cancel()
	detached := *b.c
	detached.Context = ctx
	off := *b
	off.c = &detached
	said := ""
	for {
		outcome, err := off.quietlyOff(own)
		if err == nil {
			fmt.Fprintln(b.c.App.ErrWriter, outcome)
			return nil
		}
		if text := errorLine(err); text != said {
			said = text
			fmt.Fprintf(b.c.App.ErrWriter, "not turned off yet: %s; trying again\n", text)
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("statements are STILL LOGGED: %w; turn it off with pgdoctor procedure log-statements off --apply", err)
		case <-time.After(turnOffPause):
		}
	}
}

// quietlyOff applies off without drawing it, and says what became of it. That
// there is nothing to turn off any more is no error.
func (b *begun) quietlyOff(own int64) (string, error) {
	entries, err := readHistory(b.c, b.target)
	if err != nil {
		return "", err
	}
	b.first = firstVersion(time.Now(), entries, "")
	p, state, err := b.planLogOff()
	switch {
	case err != nil:
		return "", err
	case len(p.plan.Steps) == 0:
		return "log_statement was changed meanwhile, and is left as it is: " + state.Value, nil
	case state.Version > own:
		return "statements stay logged: somebody has turned it on anew meanwhile (pgdoctor history)", nil
	}
	if err := p.apply(b.c, b.target); err != nil {
		return "", err
	}
	return "statements are no longer logged", p.shortfall()
}

func (b *begun) logOff() error {
	p, _, err := b.planLogOff()
	if err != nil {
		return err
	}
	_, err = b.perform(p, nil)
	return err
}

func (b *begun) planLogOff() (*planned, procedures.LogStatementsState, error) {
	load := func(ctx context.Context) (procedures.LogStatementsState, error) {
		return procedures.LoadLogStatements(ctx, b.target.DB, b.target.Server, b.timeout)
	}
	state, err := load(b.c.Context)
	if err != nil {
		return nil, state, err
	}
	plan, err := procedures.PlanLogStatementsOff(state, procedures.LogStatementsOptions{Server: b.target.Server, FirstVersion: b.first})
	if err != nil {
		return nil, state, inProcedure(procedures.LogStatements, err)
	}
	p, err := b.planned(procedures.LogStatements, plan, nil)
	if err != nil {
		return nil, state, err
	}
	p.verify = func(ctx context.Context) (bool, error) {
		now, err := load(ctx)
		return !now.On(), err
	}
	return p, state, nil
}
