package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/procedures"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

func evidenceCommand() *cli.Command {
	return procedure(procedures.Evidence, []cli.Flag{
		&cli.StringFlag{Name: "output", Usage: "write to `FILE`, which must not exist"},
		forceFlag(),
		&cli.BoolFlag{Name: "with-queries", Usage: "with the texts of statements, which hold values of rows", DisableDefaultText: true},
		dsnFlag(),
		&cli.DurationFlag{Name: "timeout", Usage: "end any single query after `DURATION`", Value: defaultTimeout},
	}, runEvidence)
}

func runEvidence(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	file := c.String("output")
	if file == "" {
		return usage("evidence needs --output FILE")
	}
	if err := mayWrite(file, c.Bool("force")); err != nil {
		return err
	}
	timeout, err := timeoutOf(c)
	if err != nil {
		return err
	}
	t, err := openTarget(c)
	if err != nil {
		return err
	}
	defer t.Close()
	doc, err := procedures.TakeEvidence(c.Context, t.DB, t.Server, timeout, c.Bool("with-queries"))
	if err != nil {
		return err
	}
	doc.Tool, doc.Target = toolVersion(), t.Target
	if err := writePrivate(file, c.Bool("force"), doc); err != nil {
		return err
	}
	for _, section := range slices.Sorted(maps.Keys(doc.Missing)) {
		fmt.Fprintf(c.App.ErrWriter, "missing: %s: %s\n", section, report.Safe(doc.Missing[section]))
	}
	_, err = fmt.Fprintf(c.App.Writer, "evidence of %s as of %s: %s in %s\n", report.Safe(t.Target.Address()),
		doc.TakenAt.Format(time.DateTime+" UTC"), report.Count(len(doc.Sections), "part"), report.Safe(file))
	return err
}

func forceFlag() cli.Flag {
	return &cli.BoolFlag{Name: "force", Usage: "replace a file that exists", DisableDefaultText: true}
}

// mayWrite finds out before any work is done whether a private file can be made.
func mayWrite(file string, force bool) error {
	info, err := os.Lstat(file)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return usage("%s exists and is no ordinary file: name a new one", file)
	case err == nil && !force:
		return usage("%s exists: name another file, or replace it with --force", file)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return usage("%s cannot be written: %s", file, cause(err))
	}
	folder := filepath.Dir(file)
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return usage("%s cannot be written: folder %s does not exist", file, folder)
	}
	return nil
}

// writePrivate writes JSON into a file that only its owner can read: all of it,
// or nothing, and over no other file unless it is forced to.
func writePrivate(file string, force bool, document any) (err error) {
	temporary, err := os.CreateTemp(filepath.Dir(file), "."+filepath.Base(file)+".*") // of mode 0600
	if err != nil {
		return fmt.Errorf("write %s: %w", file, cause(err))
	}
	defer os.Remove(temporary.Name()) //nolint:errcheck // it has the file's name by then
	encoder := json.NewEncoder(temporary)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	if err := errors.Join(encoder.Encode(document), temporary.Sync(), temporary.Close()); err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	if force {
		err = os.Rename(temporary.Name(), file)
	} else {
		err = os.Link(temporary.Name(), file) // unlike Rename it replaces nothing
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", file, errors.Unwrap(err))
	}
	return nil
}
