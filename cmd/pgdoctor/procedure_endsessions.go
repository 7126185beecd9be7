package main

import (
	"context"
	"slices"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/procedures"
)

func endSessionsCommand() *cli.Command {
	return procedure(procedures.EndSessions, changingFlags(
		&cli.StringSliceFlag{Name: "user", Usage: "sessions of role `NAME`; may be repeated"},
		&cli.StringSliceFlag{Name: "application", Usage: "sessions whose application_name is `NAME`; may be repeated"},
		&cli.DurationFlag{Name: "idle-longer-than", Usage: "sessions that have been idle for `DURATION`, also inside a transaction", DefaultText: "any"},
		&cli.BoolFlag{Name: "in-transaction", Usage: "sessions with an open transaction", DisableDefaultText: true},
	), runEndSessions)
}

func runEndSessions(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	choice := procedures.SessionChoice{
		Users: c.StringSlice("user"), Applications: c.StringSlice("application"),
		IdleFor: c.Duration("idle-longer-than"), InTransaction: c.Bool("in-transaction"),
	}
	switch {
	case c.IsSet("idle-longer-than") && choice.IdleFor < time.Second:
		return usage("--idle-longer-than %s is too short: give at least 1s, as in --idle-longer-than 10m", choice.IdleFor)
	case choice.Empty():
		return usage("say which sessions: --user, --application, --idle-longer-than, --in-transaction, or several")
	}
	b, err := beginProcedure(c)
	if err != nil {
		return err
	}
	defer b.target.Close()
	choice.Server, choice.FirstVersion = b.target.Server, b.first
	sessions, err := b.sessions(c.Context)
	if err != nil {
		return err
	}
	plan, ended, err := procedures.PlanEndSessions(sessions, choice)
	if err != nil {
		return inProcedure(procedures.EndSessions, err)
	}
	p, err := b.planned(procedures.EndSessions, plan, ended)
	if err != nil {
		return err
	}
	p.verify = func(ctx context.Context) (bool, error) {
		now, err := b.sessions(ctx)
		return !slices.ContainsFunc(now, ended.Holds), err
	}
	_, err = b.perform(p, nil)
	return err
}
