package main

import (
	"context"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/internal/procedures"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

func readOnlyCommand() *cli.Command {
	return procedure(procedures.ReadOnly, changingFlags(
		forFlag("with on: when `DURATION` is over, check finds it, as in 2h; nothing turns itself off"),
		&cli.BoolFlag{Name: "end-sessions", Usage: "end the sessions that began before, which do not see the change", DisableDefaultText: true},
	), runReadOnly)
}

func runReadOnly(c *cli.Context) error {
	word, err := wordOf(c, 0, "on", "off")
	if err != nil {
		return err
	}
	length, err := forOf(c, 0)
	switch {
	case err != nil:
		return err
	case length > 0 && word == "off":
		return usage("--for goes with on: off has no end")
	}
	b, err := beginProcedure(c)
	if err != nil {
		return err
	}
	defer b.target.Close()
	state, err := procedures.LoadReadOnly(c.Context, b.target.DB, b.target.Server, b.timeout)
	if err != nil {
		return err
	}
	options := procedures.ReadOnlyOptions{Server: b.target.Server, FirstVersion: b.first, EndSessions: c.Bool("end-sessions")}
	if length > 0 {
		until := b.target.Server.Now.Add(length).UTC().Truncate(time.Second)
		options.Until = &until
	}
	plan, request, err := planReadOnly(word, state, options)
	if err != nil {
		return inProcedure(procedures.ReadOnly, err)
	}
	p, err := b.planned(procedures.ReadOnly, plan, request)
	if err != nil {
		return err
	}
	if len(plan.Steps) > 0 {
		p.leftTitle = map[string]string{"on": "STILL ABLE TO WRITE", "off": "STILL READ-ONLY"}[word]
	}
	p.verify = func(ctx context.Context) (bool, error) {
		now, err := procedures.LoadReadOnly(ctx, b.target.DB, b.target.Server, b.timeout)
		return now.Database.On() == (word == "on"), err
	}
	_, err = b.perform(p, func() error {
		if word == "off" {
			return nil
		}
		return b.stillWriting(p)
	})
	return err
}

func planReadOnly(word string, state procedures.ReadOnlyState, o procedures.ReadOnlyOptions) (fixes.Plan, any, error) {
	if word == "off" {
		plan, err := procedures.PlanReadOnlyOff(state, o)
		return plan, nil, err
	}
	plan, request, err := procedures.PlanReadOnlyOn(state, o)
	return plan, request, err
}

// stillWriting puts those who can still write in place of those who could when
// the plan was made: sessions come and go.
func (b *begun) stillWriting(p *planned) error {
	now, err := procedures.LoadReadOnly(b.c.Context, b.target.DB, b.target.Server, b.timeout)
	if err != nil {
		return err
	}
	since := now.Database.Since
	if since == nil { // it was somebody else who turned it on: at the latest before the plan
		since = &b.target.Server.Now
	}
	p.plan.Unfixed = procedures.StillWriting(now, *since)
	if n := len(p.plan.Unfixed); n > 0 && b.c.Bool("end-sessions") {
		return &uncleanError{report.Count(n, "session or role") + " can still write"}
	}
	return nil
}
