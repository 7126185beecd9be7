package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/procedures"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// helpWidth is the width of pages in the help, which indents them.
const helpWidth = 90

func procedureCommand() *cli.Command {
	return &cli.Command{
		Name:      "procedure",
		Usage:     "what is done in an emergency: read-only, a log of statements, ending sessions, evidence, counts",
		ArgsUsage: "NAME [arguments]",
		Description: `Each shows its plan first and changes nothing without --apply. What is applied is
recorded, and pgdoctor undo takes back what can be. pgdoctor explain NAME says what
it does, how to confirm it, and what it does not do.`,
		Subcommands: []*cli.Command{
			readOnlyCommand(),
			logStatementsCommand(),
			endSessionsCommand(),
			evidenceCommand(),
			verifyDataCommand(),
		},
		Action: listProcedures,
	}
}

// listProcedures runs where no procedure was recognised.
func listProcedures(c *cli.Context) error {
	if c.Args().Present() {
		word := c.Args().First()
		if looksLikeDSN(word) {
			return usage("a connection string goes into --dsn, after the procedure's name")
		}
		var names []string
		for _, doc := range procedures.All {
			names = append(names, doc.Name)
		}
		near := suggestion(word, names)
		if near == "" {
			near = ", there are " + strings.Join(names, ", ")
		}
		return usage("unknown procedure %q%s", word, near)
	}
	rows := [][]string{{"PROCEDURE", "WHAT IT DOES"}}
	for _, doc := range procedures.All {
		rows = append(rows, []string{strings.TrimSpace(doc.Name + " " + doc.Usage), doc.Title})
	}
	if err := report.Columns(c.App.Writer, rows); err != nil {
		return err
	}
	_, err := fmt.Fprintln(c.App.Writer, "pgdoctor explain NAME says more; nothing is changed without --apply")
	return err
}

// procedurePage is all that is said about a procedure.
func procedurePage(doc procedures.Doc, style report.Style) string {
	return fmt.Sprintf("%s\nusage: pgdoctor procedure %s [flags], --help lists them\n%s",
		heading(doc.Name+": "+doc.Title, style), strings.TrimSpace(doc.Name+" "+doc.Usage), procedureText(doc, style))
}

func procedureText(doc procedures.Doc, style report.Style) string {
	var out strings.Builder
	for paragraph := range strings.SplitSeq(doc.What+"\n\nConfirm: "+doc.Confirm+"\n\nWhat it does not do: "+doc.Not, "\n\n") {
		fmt.Fprintf(&out, "\n%s\n", prose(paragraph, style))
	}
	return out.String()
}

// procedure is the command of a procedure.
func procedure(doc procedures.Doc, flags []cli.Flag, action cli.ActionFunc) *cli.Command {
	return &cli.Command{
		Name: doc.Name, Usage: doc.Title, ArgsUsage: doc.Usage,
		Description: strings.TrimSpace(procedureText(doc, report.Style{Width: helpWidth})),
		Flags:       flags, Action: action,
	}
}

// wordOf is the first argument, which must be one of two words, and the only
// one unless more are allowed.
func wordOf(c *cli.Context, more int, words ...string) (string, error) {
	given := c.Args().First()
	for _, word := range words {
		if given == word && c.NArg() == 1+more {
			return word, nil
		}
	}
	if given != "" && c.NArg() <= 1+more && !looksLikeDSN(given) && given != words[0] && given != words[1] {
		return "", usage("%s %q is neither %s nor %s", c.Command.Name, given, words[0], words[1])
	}
	return "", usage("say pgdoctor procedure %s %s", c.Command.Name, c.Command.ArgsUsage)
}
