package main

import (
	"io"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

func diffCommand() *cli.Command {
	return &cli.Command{
		Name:      "diff",
		Usage:     "compare two reports that check --format json saved",
		ArgsUsage: "OLD NEW",
		Description: `Says what is new in the second report, gone, worse or better, and what it no
longer examined: of that nobody knows. Exits with 1 where something new is at or
above --fail-on. It needs no database.`,
		Flags:  slices.Concat([]cli.Flag{failOnFlag(), configFlag()}, outputFlags()),
		Action: runDiff,
	}
}

func runDiff(c *cli.Context) error {
	if c.NArg() != 2 {
		return usage("diff wants two saved reports: pgdoctor diff OLD NEW")
	}
	e, err := effective(c, nil)
	if err != nil {
		return err
	}
	out, err := outputOf(c)
	if err != nil {
		return err
	}
	before, err := readReport(c, "OLD", c.Args().Get(0))
	if err != nil {
		return err
	}
	after, err := readReport(c, "NEW", c.Args().Get(1))
	if err != nil {
		return err
	}
	diff := report.NewDiff(before, after, report.Tool{Name: c.App.Name, Version: toolVersion()})
	err = out.Write(func(w io.Writer) error {
		if out.Format == "json" {
			return report.WriteJSON(w, diff)
		}
		return report.DiffTable(w, diff, out.Style)
	})
	if err != nil {
		return err
	}
	if e.FailOn() != config.FailOnNone && diff.Fails(e.FailOn()) {
		return &uncleanError{}
	}
	return nil
}
