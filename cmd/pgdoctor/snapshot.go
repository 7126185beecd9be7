package main

import (
	"fmt"
	"io"

	"github.com/jmoiron/sqlx"
	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/advisor"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

func snapshotCommand() *cli.Command {
	return &cli.Command{
		Name:  "snapshot",
		Usage: "write to a file what is needed to plan statements of a database elsewhere",
		Description: `The file holds the schema, sizes, statistics of columns, and the statements of
pg_stat_statements: no rows, but statistics hold values of columns. --redact
replaces those of texts by made-up words and drops those of documents, addresses
and the like; numbers and times stay. Nobody else can read the file. A name that
ends in .gz is compressed.`,
		Flags: []cli.Flag{
			dsnFlag(),
			&cli.StringFlag{Name: "output", Usage: "write to `FILE`, which is replaced only when the snapshot is complete"},
			&cli.BoolFlag{Name: "redact", Usage: "leave out people's data, as far as statistics hold it", DisableDefaultText: true},
			&cli.DurationFlag{Name: "timeout", Usage: "end any single query after `DURATION`", Value: defaultTimeout},
		},
		Action: runSnapshot,
	}
}

func runSnapshot(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	file := c.String("output")
	if file == "" {
		return usage("snapshot needs --output FILE")
	}
	if err := nameable(file); err != nil {
		return err
	}
	t, err := openTarget(c)
	if err != nil {
		return err
	}
	defer t.Close()
	timeout, err := timeoutOf(c)
	if err != nil {
		return err
	}
	var snapshot *advisor.Snapshot
	err = postgres.Snapshot(c.Context, t.DB, timeout, func(tx *sqlx.Tx) (err error) {
		snapshot, err = advisor.TakeSnapshot(c.Context, tx, toolVersion())
		return err
	})
	if err != nil {
		return err
	}
	if c.Bool("redact") {
		snapshot.Redact()
	}
	if err := snapshot.WriteFile(file); err != nil {
		return err
	}
	describeSnapshot(c.App.Writer, snapshot, file)
	return nil
}

func describeSnapshot(w io.Writer, s *advisor.Snapshot, file string) {
	fmt.Fprintf(w, "%s: %s, PostgreSQL %s: tables %d, indexes %d, columns with statistics %d, statements %d\n",
		report.Safe(file), report.Safe(s.Origin.Database), report.Safe(s.Origin.Version),
		len(s.Tables), len(s.Indexes), len(s.Statistics), len(s.Statements))
	for _, hidden := range s.Hidden {
		name := postgres.Name(hidden.Schema, hidden.Name)
		if hidden.Schema == "" {
			name = hidden.Name
		}
		fmt.Fprintf(w, "not known: %s: %s\n", report.Safe(name), report.Safe(hidden.Reason))
	}
}
