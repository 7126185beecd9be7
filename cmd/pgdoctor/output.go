package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

const defaultWidth = 100

// output is where and how a command's result is written.
type output struct {
	Format string
	File   string // "" is the app's writer
	Style  report.Style
	stdout io.Writer
}

// outputOf reads the output flags. It finds their mistakes before any work is done.
func outputOf(c *cli.Context) (*output, error) {
	out := &output{Format: c.String("format"), File: c.String("output"), stdout: c.App.Writer}
	if known := report.Formats(); !slices.Contains(known, out.Format) {
		return nil, usage("unknown format %q, there are %s%s", out.Format, strings.Join(known, ", "), suggestion(out.Format, known))
	}
	if err := nameable(out.File); err != nil {
		return nil, err
	}
	out.Style = report.Style{Width: widthOf(c.App.Writer), Color: !c.Bool("no-color") && colorful(c.App.Writer)}
	if out.File != "" {
		out.Style = report.Style{Width: widthOf(nil)}
	}
	return out, nil
}

// nameable finds mistakes in --output.
func nameable(file string) error {
	if file == "" {
		return nil
	}
	folder := filepath.Dir(file)
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return usage("--output %s: folder %s does not exist", file, folder)
	}
	if info, err := os.Stat(file); err == nil && info.IsDir() {
		return usage("--output %s is a folder: name a file", file)
	}
	return nil
}

// Write writes what draw draws: all of it, or nothing.
func (o *output) Write(draw func(io.Writer) error) error {
	var text bytes.Buffer
	if err := draw(&text); err != nil {
		return err
	}
	if o.File == "" {
		if _, err := o.stdout.Write(text.Bytes()); err != nil {
			return fmt.Errorf("write output: %w", err)
		}
		return nil
	}
	if err := replaceFile(o.File, text.Bytes()); err != nil {
		return fmt.Errorf("write %s: %w", o.File, err)
	}
	return nil
}

// replaceFile writes a file so that a reader sees the old or the new text,
// never a part: into a temporary file beside it, which then takes its name.
func replaceFile(name string, text []byte) (err error) {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real // the link stays, the file behind it changes
	}
	// A device or a pipe (/dev/stdout) must be written to, not replaced.
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		file, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		_, err = file.Write(text)
		return errors.Join(err, file.Close())
	}
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(file.Name())
		}
	}()
	_, err = file.Write(text)
	if err = errors.Join(err, file.Chmod(0o644), file.Close()); err != nil {
		return err
	}
	return os.Rename(file.Name(), name)
}

// terminal is the writer's file if it is a terminal.
func terminal(w any) (*os.File, bool) {
	file, ok := w.(*os.File)
	return file, ok && term.IsTerminal(int(file.Fd()))
}

// widthOf is the terminal's width, else COLUMNS, else 100.
func widthOf(w io.Writer) int {
	if file, ok := terminal(w); ok {
		if columns, _, err := term.GetSize(int(file.Fd())); err == nil && columns > 0 {
			return columns
		}
	}
	if columns, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && columns > 0 {
		return columns
	}
	return defaultWidth
}

// colorful says whether colours are wanted: https://no-color.org.
func colorful(w io.Writer) bool {
	_, ok := terminal(w)
	return ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}
