package main

import (
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

func reportCommand() *cli.Command {
	return &cli.Command{
		Name:  "report",
		Usage: "draw a report that check --format json saved",
		Flags: slices.Concat(
			[]cli.Flag{
				&cli.PathFlag{Name: "from", Usage: "read the report from `FILE`, - for standard input"},
				&cli.StringFlag{Name: "target", Usage: "of the report of a fleet, draw that of the target `NAME` alone"},
			},
			reportFlags(),
		),
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			out, err := reportOutputOf(c)
			if err != nil {
				return err
			}
			doc, fleet, err := readAny(c)
			if err != nil {
				return err
			}
			if fleet != nil {
				err = out.Write(func(w io.Writer) error { return report.RenderFleet(w, out.Format, *fleet, out.Style) })
			} else {
				err = out.Write(func(w io.Writer) error { return report.Render(w, out.Format, doc, out.Style) })
			}
			switch {
			case err != nil || out.Format != nagios:
				return err
			case fleet != nil:
				return fleetNagiosVerdict(*fleet)
			}
			return nagiosVerdict(doc)
		},
	}
}

// readAny reads the report of --from: that of a fleet, or that of one target, which
// --target may have picked out of a fleet's.
func readAny(c *cli.Context) (report.Document, *report.Fleet, error) {
	name, err := fromOf(c)
	if err != nil {
		return report.Document{}, nil, err
	}
	doc, fleet, err := readSaved(c, "--from", name)
	if err != nil || !c.IsSet("target") {
		return doc, fleet, err
	}
	if fleet == nil {
		return doc, nil, usage("--target: %s is the report of one database, leave --target out", name)
	}
	target, ok := fleet.Find(c.String("target"))
	switch {
	case !ok:
		return doc, nil, usage("--target: there is no target %q in %s%s", c.String("target"), name, suggestion(c.String("target"), fleet.Names()))
	case target.Report == nil:
		return doc, nil, fmt.Errorf("target %s could not be examined: %s", target.Name, target.Error)
	}
	return *target.Report, nil, nil
}

// readDocument reads the report of --from. What is wrong with the file is the
// command line's fault: nothing else was asked for.
func readDocument(c *cli.Context) (report.Document, error) {
	name, err := fromOf(c)
	if err != nil {
		return report.Document{}, err
	}
	return readReport(c, "--from", name)
}

func fromOf(c *cli.Context) (string, error) {
	if name := c.Path("from"); name != "" {
		return name, nil
	}
	return "", usage("%s needs --from FILE, a report that pgdoctor check --format json wrote", c.Command.Name)
}

// readReport reads a saved report of one database.
func readReport(c *cli.Context, what, name string) (report.Document, error) {
	doc, fleet, err := readSaved(c, what, name)
	if err == nil && fleet != nil {
		return doc, usage("%s %s: it is the report of %s: pgdoctor report --from %s --target NAME --format json writes that of one",
			what, name, report.Count(len(fleet.Targets), "target"), name)
	}
	return doc, err
}

// readSaved reads a saved report, that of standard input for -. what is the flag
// or argument that names it.
func readSaved(c *cli.Context, what, name string) (report.Document, *report.Fleet, error) {
	source := c.App.Reader
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return report.Document{}, nil, usage("%s: %s", what, err)
		}
		defer file.Close()
		source = file
	}
	doc, fleet, err := report.ReadAny(source)
	if err != nil {
		return doc, nil, usage("%s %s: %s", what, name, err)
	}
	return doc, fleet, nil
}
