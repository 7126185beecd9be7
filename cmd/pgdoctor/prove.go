package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/advisor"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

func proveCommand() *cli.Command {
	return &cli.Command{
		Name:  "prove",
		Usage: "build the proposed indexes on a clone and measure what they do",
		Description: "Advises as pgdoctor advise does, then runs the statements on the clone before and after it has built the\n" +
			"indexes there, and drops them again. Statements that write are run as a SELECT of the rows that they find.\n" +
			"The target is never changed. The clone should have the rows of production.",
		Flags: append(append([]cli.Flag{dsnFlag(),
			&cli.StringFlag{Name: "on", Usage: "the clone, as `DSN`"},
			&cli.DurationFlag{Name: "run-timeout", Value: 30 * time.Second, Usage: "end any single run after `DURATION`"},
		}, adviceFlags()...), outputFlags()...),
		Action: runProve,
	}
}

func runProve(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	if c.String("on") == "" {
		return usage("prove needs --on DSN: a clone of the database, made by CREATE DATABASE … TEMPLATE, pg_restore or from a base backup")
	}
	if c.Duration("run-timeout") < time.Millisecond {
		return usage("--run-timeout %s: it is the time for a single run of a statement, at least 1ms", c.Duration("run-timeout"))
	}
	out, err := outputOf(c)
	if err != nil {
		return err
	}
	trial, err := prove(c)
	if err != nil {
		return err
	}
	err = out.Write(func(w io.Writer) error {
		if out.Format == "json" {
			return report.WriteJSON(w, map[string]any{"format": report.Format, "trial": trial})
		}
		return report.TrialTable(w, trial)
	})
	if err != nil {
		return err
	}
	return unproven(trial)
}

// unproven is an error where a proposal did not stand the trial.
func unproven(trial *advisor.Trial) error {
	var failed []string
	for _, proven := range trial.Proposals {
		if proven.Verdict != advisor.Confirmed {
			failed = append(failed, fmt.Sprintf("%s: %s", proven.Verdict, proven.Definition))
		}
	}
	if len(failed) > 0 {
		return &uncleanError{strings.Join(failed, "; ")}
	}
	return nil
}

func prove(c *cli.Context) (*advisor.Trial, error) {
	t, err := openTarget(c)
	if err != nil {
		return nil, err
	}
	defer t.Close()
	clone, err := openClone(c, "--on", c.String("on"))
	if err != nil {
		return nil, err
	}
	defer clone.Close()
	_, sameDatabase, err := sharesServer(c.Context, t, clone)
	switch {
	case err != nil:
		return nil, err
	case sameDatabase:
		return nil, usage("--on leads to the database itself: name a copy of it, where indexes can be built and statements run without anybody waiting")
	case clone.Server.Standby:
		return nil, usage("--on leads to a standby, where no index can be built: promote a copy of it, or name another clone")
	}
	advice, err := advise(c, t)
	if err != nil {
		return nil, err
	}
	conn, err := postgres.Connect(c.Context, clone.Config)
	if err != nil {
		return nil, fmt.Errorf("the clone: %w", err)
	}
	defer conn.Close(c.Context) //nolint:errcheck // everything is dropped by then
	return advisor.Prove(c.Context, conn, advice, c.Duration("run-timeout"), func(what string) { fmt.Fprintln(c.App.ErrWriter, report.Safe(what)) })
}
