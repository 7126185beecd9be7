package main

import (
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
			doc, err := readDocument(c)
			if err != nil {
				return err
			}
			err = out.Write(func(w io.Writer) error { return report.Render(w, out.Format, doc, out.Style) })
			if err == nil && out.Format == nagios {
				return nagiosVerdict(doc)
			}
			return err
		},
	}
}

// readDocument reads the report of --from. What is wrong with the file is the
// command line's fault: nothing else was asked for.
func readDocument(c *cli.Context) (report.Document, error) {
	name := c.Path("from")
	if name == "" {
		return report.Document{}, usage("%s needs --from FILE, a report that pgdoctor check --format json wrote", c.Command.Name)
	}
	return readReport(c, "--from", name)
}

// readReport reads a saved report, that of standard input for -. what is the flag
// or argument that names it.
func readReport(c *cli.Context, what, name string) (report.Document, error) {
	source := c.App.Reader
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return report.Document{}, usage("%s: %s", what, err)
		}
		defer file.Close()
		source = file
	}
	doc, err := report.Read(source)
	if err != nil {
		return doc, usage("%s %s: %s", what, name, err)
	}
	return doc, nil
}
