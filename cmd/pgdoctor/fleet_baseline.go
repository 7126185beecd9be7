package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

// fleetBaseline is the known findings of a fleet, by target.
type fleetBaseline struct {
	baselineFile
	known report.FleetBaseline
}

func fleetBaselineOf(c *cli.Context) (fleetBaseline, error) {
	var b fleetBaseline
	var err error
	b.baselineFile, err = baselineFileOf(c, func(text []byte) error {
		var err error
		b.known, err = report.ReadFleetBaseline(text)
		return err
	})
	return b, err
}

// compare marks what is new in the report of one target.
func (b fleetBaseline) compare(name string, doc *report.Document) {
	if b.file != "" {
		b.known.Of(name).Compare(doc, b.file)
	}
}

// update writes the baseline if that is wanted. What it knows of targets that were
// not examined stays.
func (b fleetBaseline) update(c *cli.Context, all report.Fleet) error {
	if !b.write {
		return nil
	}
	next := b.known.Next(all)
	if err := b.save(c, next); err != nil {
		return err
	}
	fmt.Fprintf(c.App.ErrWriter, "%s knows %s of %s now\n", b.file, report.Count(next.Size(), "finding"), report.Count(len(next.Targets), "target"))
	return nil
}
