package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"

	humanize "github.com/dustin/go-humanize"
	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/procedures"
	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/queries"
)

func explainCommand() *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "say why a check matters, what it judges by, and show its SQL; or what a procedure does",
		ArgsUsage: "CHECK|PROCEDURE",
		Flags: []cli.Flag{
			&cli.IntFlag{Name: "pg", Usage: "show the SQL for PostgreSQL `MAJOR`", DefaultText: "the connected server's, else the newest"},
			&cli.StringFlag{Name: "statement", Usage: "of missing-index: say what was considered for the statement with this `ID`, and why"},
			dsnFlag(),
			configFlag(),
		},
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return usage("explain takes one check, pgdoctor checks lists them, or a procedure, which pgdoctor procedure lists")
			}
			style := pageStyle(c.App.Writer)
			if doc, ok := procedures.Find(c.Args().First()); ok {
				_, err := io.WriteString(c.App.Writer, procedurePage(doc, style))
				return err
			}
			file, err := configFile(c)
			if err != nil {
				return err
			}
			check, err := findCheck(file, c.Args().First())
			if err != nil {
				return err
			}
			if c.IsSet("statement") {
				return explainStatement(c, check.Describe().ID)
			}
			server, source, err := explainedServer(c)
			if err != nil {
				return err
			}
			text, err := explanation(check.Describe(), server, source, style)
			if err != nil {
				return err
			}
			_, err = io.WriteString(c.App.Writer, text)
			return err
		},
	}
}

// explainStatement says what the advisor considered for one statement.
func explainStatement(c *cli.Context, id string) error {
	if id != checks.LacksIndex.ID {
		return usage("--statement goes with missing-index, not with %s", id)
	}
	advice, err := advise(c, nil)
	if err != nil {
		return err
	}
	return adviceOn(c.App.Writer, advice, c.String("statement"))
}

// explainedServer is the server whose SQL is shown, and where it was taken
// from. A server that only the environment names and that does not answer
// costs a note: this command is mostly read without one.
func explainedServer(c *cli.Context) (postgres.Server, string, error) {
	if c.IsSet("pg") {
		major := c.Int("pg")
		if major < postgres.OldestMajor {
			return postgres.Server{}, "", usage("--pg %d: the oldest major that pgdoctor knows is %d", major, postgres.OldestMajor)
		}
		return postgres.Server{VersionNum: major * 10000}, "--pg", nil
	}
	newest := postgres.Server{VersionNum: postgres.NewestMajor * 10000}
	if postgres.FindDSN(c.String("dsn")) == "" {
		return newest, "the newest known; --pg or --dsn shows another", nil
	}
	t, err := openTarget(c)
	switch {
	case err == nil:
		defer t.Close()
		return t.Server, "the connected server", nil
	case c.IsSet("dsn") || c.Context.Err() != nil:
		return newest, "", err
	}
	return newest, "the newest known; the server of the environment was not reached: " + errorLine(err), nil
}

func explanation(doc checks.Doc, server postgres.Server, source string, style report.Style) (string, error) {
	var out bytes.Buffer
	fmt.Fprintf(&out, "%s\n%s, %s, examines %s\n", heading(doc.ID+": "+doc.Title, style), doc.Category, doc.Severity, doc.Examines)
	for paragraph := range strings.SplitSeq(doc.Why, "\n\n") {
		fmt.Fprintf(&out, "\n%s\n", prose(paragraph, style))
	}
	if len(doc.Thresholds) > 0 {
		fmt.Fprintf(&out, "\n%s\n", heading("Thresholds (--threshold CHECK.NAME=NUMBER, or .pgdoctor.yaml):", style))
		for _, t := range doc.Thresholds {
			words := fmt.Sprintf("%s.%s = %s %s: %s", doc.ID, t.Name, humanize.Commaf(t.Default), t.Unit, t.Why)
			fmt.Fprintf(&out, "  %s\n", strings.Join(report.Wrap(words, style.Width-6), "\n      "))
		}
	}
	if doc.OptIn {
		out.WriteString("\nRuns only when it is named, or with --preset all\n")
	}
	if needs := report.Needs(doc); len(needs) > 0 {
		fmt.Fprintf(&out, "\n%s\n", prose("Needs: "+strings.Join(needs, ", "), style))
	}
	if len(doc.Aliases) > 0 {
		fmt.Fprintf(&out, "\nEarlier name: %s\n", strings.Join(doc.Aliases, ", "))
	}
	if err := writeFix(&out, doc, server, style); err != nil {
		return "", err
	}
	if doc.Custom != nil && server.Major() >= doc.Since {
		fmt.Fprintf(&out, "\n%s\n\n%s\n", heading("SQL of "+report.Safe(doc.Custom.File)+":", style), checks.CustomSQL(doc, nil))
		return out.String(), nil
	}
	sql, err := checks.SQL(doc.ID, known(server, doc))
	if errors.Is(err, queries.ErrUnsupported) || server.Major() < doc.Since {
		fmt.Fprintf(&out, "\nSQL: the check does not exist on PostgreSQL %d\n", server.Major())
		return out.String(), nil
	}
	if err != nil {
		return "", fmt.Errorf("explain %s: %w", doc.ID, err)
	}
	untested := ""
	if server.Major() > postgres.NewestMajor {
		untested = ", which was not tested"
	}
	title := fmt.Sprintf("SQL for PostgreSQL %d%s (%s):", server.Major(), untested, source)
	fmt.Fprintf(&out, "\n%s\n\n%s\n", heading(title, style), sql)
	return out.String(), nil
}

// pageStyle is how a page of text is drawn: never wider than what is read well.
func pageStyle(w io.Writer) report.Style {
	return report.Style{Width: min(widthOf(w), defaultWidth), Color: colorful(w)}
}

// heading is a line of a page that stands out where colours are wanted, and
// there keeps within the width.
func heading(text string, style report.Style) string {
	if !style.Color {
		return text
	}
	lines := report.Wrap(text, style.Width)
	for i, line := range lines {
		lines[i] = report.Bold(line)
	}
	return strings.Join(lines, "\n")
}

// prose is a paragraph within the width. What it is for stands out where colours
// are wanted.
func prose(paragraph string, style report.Style) string {
	text := strings.Join(report.Wrap(paragraph, style.Width), "\n")
	if label := report.Label(paragraph); label != "" && style.Color {
		return report.Bold(label) + text[len(label):]
	}
	return text
}

// writeFix shows what a fix of the check does, by a made-up finding.
func writeFix(out *bytes.Buffer, doc checks.Doc, server postgres.Server, style report.Style) error {
	if doc.Custom != nil && doc.Custom.Fix != nil {
		fix := doc.Custom.Fix
		title := fmt.Sprintf("Fix, %s (pgdoctor fix --only %s --max-risk %s shows it and changes nothing):", fix.Risk, doc.ID, fix.Risk)
		fmt.Fprintf(out, "\n%s\n\n%s", heading(title, style), report.Excerpt(fix.Up))
		fmt.Fprintf(out, "  -- undone by\n%s", report.Excerpt("\n"+cmp.Or(fix.Down, "-- nothing: it has no way back")))
		return nil
	}
	steps, err := fixes.Example(doc.ID, server)
	if err != nil {
		return fmt.Errorf("explain %s: %w", doc.ID, err)
	}
	if len(steps) == 0 {
		out.WriteString("\nFix: none that pgdoctor applies; the cure is above\n")
		return nil
	}
	title := fmt.Sprintf("Fix: %s (pgdoctor fix --only %s shows it and changes nothing). For a made-up finding:", fixKind(doc), doc.ID)
	fmt.Fprintf(out, "\n%s\n\n", heading(title, style))
	for i, step := range steps {
		fmt.Fprintf(out, "  -- step %d, %s\n%s", i+1, step.Risk, report.Excerpt(step.Up))
		fmt.Fprintf(out, "  -- undone by\n%s", report.Excerpt("\n"+step.Down))
	}
	return nil
}

// known fills in extensions that the check needs and the server lacks, so that
// their SQL can be shown at all.
func known(server postgres.Server, doc checks.Doc) postgres.Server {
	extensions := postgres.Extensions{}
	for _, need := range doc.Needs {
		if need.Extension != "" {
			extensions[need.Extension] = postgres.Extension{Schema: "public"}
		}
	}
	for name, extension := range server.Extensions {
		extensions[name] = extension
	}
	server.Extensions = extensions
	return server
}
