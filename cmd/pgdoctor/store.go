package main

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/internal/store"
)

func storeCommand() *cli.Command {
	return &cli.Command{
		Name:      "store",
		Usage:     "store prune: delete old runs from what check --store keeps",
		ArgsUsage: "prune",
		Description: `Runs are never deleted by themselves. prune --older-than AGE says how many would
go; with --yes they go.`,
		Flags: slices.Concat(
			[]cli.Flag{
				storeFlag("the history is in the PostgreSQL database of this connection `STRING`"),
				&cli.StringFlag{Name: "older-than", Usage: "delete the runs that began longer ago than `AGE`, such as 90d or 12h"},
				&cli.BoolFlag{Name: "yes", Usage: "delete, and do not only count", DisableDefaultText: true},
			},
		),
		Action: runStore,
	}
}

func runStore(c *cli.Context) error {
	if c.Args().First() != "prune" || c.NArg() > 1 {
		return usage("store is followed by prune, and by nothing else")
	}
	age, err := ageOf(c, "older-than")
	if err != nil {
		return err
	}
	if age == 0 {
		return usage("store prune needs --older-than AGE, such as 90d")
	}
	history, err := openHistory(c, store.OpenReading)
	if err != nil {
		return err
	}
	defer history.Close()
	n, err := history.Prune(c.Context, time.Now().Add(-age), c.Bool("yes"))
	if err != nil {
		return err
	}
	if !c.Bool("yes") {
		fmt.Fprintf(c.App.Writer, "%s would be deleted, --yes deletes\n", report.Count(int(n), "run"))
		return nil
	}
	fmt.Fprintf(c.App.Writer, "%s deleted\n", report.Count(int(n), "run"))
	return nil
}

// openHistory opens the history that a command cannot do without.
func openHistory(c *cli.Context, open func(context.Context, string) (*store.Store, error)) (*store.Store, error) {
	dsn, err := storeDSN(c)
	if err != nil {
		return nil, err
	}
	if dsn == "" {
		return nil, usage("%s needs a history: --store, or PGDOCTOR_STORE, names its database", c.Command.Name)
	}
	return open(c.Context, dsn)
}
