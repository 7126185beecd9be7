package main

import (
	"io"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

func diffCommand() *cli.Command {
	return &cli.Command{
		Name:      "diff",
		Usage:     "compare two reports that check --format json saved",
		ArgsUsage: "OLD NEW",
		Description: `Says what is new in the second report, gone, worse or better, and what it no
longer examined: of that nobody knows. Reports of fleets are compared target by
target. Exits with 1 where something new is at or
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
	before, fleetBefore, err := readSaved(c, "OLD", c.Args().Get(0))
	if err != nil {
		return err
	}
	after, fleetAfter, err := readSaved(c, "NEW", c.Args().Get(1))
	if err != nil {
		return err
	}
	tool := report.Tool{Name: c.App.Name, Version: toolVersion()}
	switch {
	case (fleetBefore == nil) != (fleetAfter == nil):
		return usage("one report is that of a fleet, the other that of one database: pgdoctor report --from FILE --target NAME --format json writes one target's of a fleet's")
	case fleetBefore != nil:
		diff := report.NewFleetDiff(*fleetBefore, *fleetAfter, tool)
		return endDiff(e, out, diff, func(w io.Writer) error { return report.FleetDiffTable(w, diff, out.Style) })
	}
	diff := report.NewDiff(before, after, tool)
	return endDiff(e, out, diff, func(w io.Writer) error { return report.DiffTable(w, diff, out.Style) })
}

// endDiff writes a comparison and turns it into the exit code.
func endDiff(e config.Effective, out *output, diff interface{ Fails(checks.Severity) bool }, table func(io.Writer) error) error {
	draw := table
	if out.Format == "json" {
		draw = func(w io.Writer) error { return report.WriteJSON(w, diff) }
	}
	if err := out.Write(draw); err != nil {
		return err
	}
	if e.FailOn() != config.FailOnNone && diff.Fails(e.FailOn()) {
		return &uncleanError{}
	}
	return nil
}
