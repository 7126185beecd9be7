package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

func baselineFlags() []cli.Flag {
	return []cli.Flag{
		&cli.PathFlag{Name: "baseline", Usage: "fail only on findings that are not in `FILE`, and say which of it are gone"},
		&cli.BoolFlag{Name: "update-baseline", Usage: "write the findings of this run into the file of --baseline", DisableDefaultText: true},
	}
}

// baselineFile is the file of a baseline, and what is to become of it.
type baselineFile struct {
	file  string // "" is no baseline
	write bool
}

// baselineFileOf reads the file before anything else is done: one that cannot be
// read is not compared with, and never overwritten. read is called if it is there.
func baselineFileOf(c *cli.Context, read func(text []byte) error) (baselineFile, error) {
	b := baselineFile{file: c.Path("baseline"), write: c.Bool("update-baseline")}
	if b.file == "" {
		if b.write || c.IsSet("baseline") {
			return b, usage("a baseline needs a file: --baseline FILE --update-baseline writes it, --baseline FILE compares with it")
		}
		return b, nil
	}
	text, err := os.ReadFile(b.file)
	if errors.Is(err, fs.ErrNotExist) && b.write {
		if folder := filepath.Dir(b.file); !isFolder(folder) {
			return b, usage("--baseline %s: folder %s does not exist", b.file, folder)
		}
		return b, nil
	}
	if errors.Is(err, fs.ErrNotExist) {
		return b, usage("--baseline %s does not exist: pgdoctor check --baseline %s --update-baseline writes it", b.file, b.file)
	}
	if err != nil {
		return b, usage("--baseline: %s", err)
	}
	if err := read(text); err != nil {
		return b, usage("--baseline %s: %s", b.file, err)
	}
	return b, nil
}

// save writes the next baseline. Half a run is none.
func (b baselineFile) save(c *cli.Context, next any) error {
	if c.Context.Err() != nil {
		return c.Context.Err()
	}
	var text bytes.Buffer
	if err := report.WriteJSON(&text, next); err != nil {
		return err
	}
	if err := replaceFile(b.file, text.Bytes()); err != nil {
		return fmt.Errorf("write %s: %w", b.file, err)
	}
	return nil
}

// failOn is the severity that fails the run: none where everything was just accepted.
func (b baselineFile) failOn(e config.Effective) checks.Severity {
	if b.write {
		return config.FailOnNone
	}
	return e.FailOn()
}

// baseline is the known findings of one database.
type baseline struct {
	baselineFile
	known report.Baseline
}

func baselineOf(c *cli.Context) (baseline, error) {
	var b baseline
	var err error
	b.baselineFile, err = baselineFileOf(c, func(text []byte) error {
		var err error
		b.known, err = report.ReadBaseline(bytes.NewReader(text))
		return err
	})
	return b, err
}

// compare marks what is new in a report. A baseline that is only now to be
// written knows nothing.
func (b baseline) compare(doc *report.Document) {
	if b.file != "" {
		b.known.Compare(doc, b.file)
	}
}

// update writes the baseline if that is wanted.
func (b baseline) update(c *cli.Context, doc report.Document) error {
	if !b.write {
		return nil
	}
	next := report.NewBaseline(doc)
	if err := b.save(c, next); err != nil {
		return err
	}
	fmt.Fprintf(c.App.ErrWriter, "%s knows %s now: %d new, %d gone, %d kept that could not be examined\n",
		b.file, report.Count(len(next.Findings), "finding"), doc.Baseline.New, len(doc.Baseline.Gone), len(doc.Baseline.Unexamined))
	return nil
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}
