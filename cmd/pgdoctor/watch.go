package main

import (
	"context"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// often is the shortest time between looks: each costs the server something.
const often = time.Second

func watchFlag() cli.Flag {
	return &cli.DurationFlag{Name: "watch", Usage: "look again `DURATION` after each look, and mark what changed, until Ctrl-C; on a terminal, as with --preset triage"}
}

// watchOf is the time between looks, 0 for one look. It refuses what nobody could
// watch.
func watchOf(c *cli.Context, out *output) (time.Duration, error) {
	if !c.IsSet("watch") {
		return 0, nil
	}
	every := c.Duration("watch")
	if every < often {
		return 0, usage("--watch %s is too short: give at least %s", every, often)
	}
	if out.Format != "table" {
		return 0, usage("--watch draws a table, not %s: leave --format out", out.Format)
	}
	if out.File != "" || c.Bool("update-baseline") {
		return 0, usage("--watch writes no file: leave --output and --update-baseline out")
	}
	if c.IsSet("store") {
		return 0, usage("--watch keeps no runs: leave --store out")
	}
	if _, ok := terminal(c.App.Writer); !ok {
		return 0, usage("--watch draws on a terminal, and standard output is none: run check without it, as often as wanted")
	}
	return every, nil
}

// watch looks again and again until the context ends, which is how a watch is
// meant to end. Where the database cannot be reached it says so, and tries again.
func watch(c *cli.Context, t *target, out *output, every time.Duration, look func() report.Document) error {
	t.DB.SetMaxIdleConns(c.Int("jobs")) // the connections of one look are those of the next
	var last *report.Document
	var picture string
	for {
		doc := look()
		// Half a look says nothing, whether it was Ctrl-C or the connection.
		err := c.Context.Err()
		if err == nil && len(doc.Failed()) > 0 {
			err = reach(c.Context, t)
		}
		if err == nil {
			if picture, err = drawLook(c, out, every, last, doc); err != nil {
				return err
			}
			last = &doc
			show(c.App.Writer, picture)
		}
		sayLost := func(err error) { show(c.App.Writer, lost(err, every, last)+picture) }
		if !await(c.Context, t, every, err, sayLost) {
			return nil
		}
	}
}

// await waits for the next look, and with it until the database is reached. It
// says no if the context ended first.
func await(ctx context.Context, t *target, every time.Duration, err error, say func(error)) bool {
	for {
		if err != nil && ctx.Err() == nil {
			say(err)
		}
		select {
		case <-ctx.Done():
			return false
		case <-time.After(every):
		}
		if err = reach(ctx, t); err == nil {
			return true
		}
	}
}

// reach learns again what the server is: it may have become another meanwhile.
func reach(ctx context.Context, t *target) error {
	ctx, cancel := context.WithTimeout(ctx, defaultTimeout) // a dead network answers nothing at all
	defer cancel()
	server, err := postgres.Probe(ctx, t.DB, defaultTimeout)
	if err == nil {
		t.Server = server
	}
	return err
}

// drawLook is what a look shows: when it was, what changed, and the report.
func drawLook(c *cli.Context, out *output, every time.Duration, last *report.Document, doc report.Document) (string, error) {
	out.Style.Width = widthOf(c.App.Writer) // windows change
	var text strings.Builder
	fmt.Fprintf(&text, "looked at %s UTC, every %s; Ctrl-C ends\n", doc.StartedAt.UTC().Format(time.TimeOnly), every)
	if last != nil {
		text.WriteString(changes(report.NewDiff(*last, doc, doc.Tool), out.Style.Color))
	}
	text.WriteString("\n")
	err := report.Render(&text, out.Format, doc, out.Style)
	return text.String(), err
}

// changes is a line for each finding that is not as it was.
func changes(d report.Diff, color bool) string {
	var out strings.Builder
	line := func(mark, key, words string) {
		mark = fmt.Sprintf("%-6s", mark)
		if color {
			mark = "\x1b[1m" + mark + "\x1b[0m"
		}
		fmt.Fprintf(&out, "  %s %s  %s\n", mark, report.Safe(key), report.Safe(words))
	}
	for _, f := range d.New {
		mark := "new"
		if f.Unsure {
			mark = "new?" // the look before did not examine it
		}
		line(mark, f.Key, string(f.Severity)+": "+f.Message)
	}
	for _, f := range d.Worse {
		line("worse", f.Key, fmt.Sprintf("%s, was %s: %s", f.Severity, f.Was, f.Message))
	}
	for _, f := range d.Better {
		line("better", f.Key, fmt.Sprintf("%s, was %s: %s", f.Severity, f.Was, f.Message))
	}
	for _, f := range d.Gone {
		line("gone", f.Key, "was "+string(f.Severity))
	}
	for _, f := range d.Unexamined {
		line("gone?", f.Key, f.Reason)
	}
	if out.Len() == 0 {
		return "no change since the look before\n"
	}
	return "since the look before:\n" + out.String()
}

// lost says that the database cannot be reached; the picture of the look before
// stays below it.
func lost(err error, every time.Duration, last *report.Document) string {
	text := fmt.Sprintf("%s UTC: the database is not reached, trying again every %s; Ctrl-C ends\n  %s\n",
		time.Now().UTC().Format(time.TimeOnly), every, errorLine(err))
	if last != nil {
		text += "\nas it was:\n"
	}
	return text
}

// show clears the terminal and draws, at most as much as it holds: what is below
// would push the worst out at the top.
func show(w io.Writer, text string) {
	if file, ok := terminal(w); ok {
		if width, height, err := term.GetSize(int(file.Fd())); err == nil {
			text = fit(text, width, height)
		}
	}
	fmt.Fprint(w, "\x1b[H\x1b[2J"+text)
}

var colours = regexp.MustCompile("\x1b\\[[0-9;]*m")

// fit is as many lines as a terminal holds, less one for the cursor.
func fit(text string, width, height int) string {
	if width <= 0 || height <= 2 {
		return text
	}
	lines := strings.SplitAfter(strings.TrimSuffix(text, "\n")+"\n", "\n")
	lines = lines[:len(lines)-1]
	// ends[i] is the rows that the lines up to i take; long ones go on below
	ends, rows := make([]int, len(lines)), 0
	for i, line := range lines {
		size := utf8.RuneCountInString(colours.ReplaceAllString(strings.TrimSuffix(line, "\n"), ""))
		rows += max(1, (size+width-1)/width)
		ends[i] = rows
	}
	if rows < height {
		return strings.Join(lines, "")
	}
	kept := 0
	for kept < len(lines) && ends[kept] <= height-2 {
		kept++
	}
	return strings.Join(lines[:kept], "") + fmt.Sprintf("… and %s\n", report.Count(len(lines)-kept, "more line"))
}
