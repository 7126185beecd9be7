package main

import (
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/queries"
)

func checksCommand() *cli.Command {
	formats := []string{"table", "json"}
	return &cli.Command{
		Name:  "checks",
		Usage: "list the checks: what they find, what they need, whether there is a fix",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "markdown", Usage: "write the catalogue page checks/README.md", DisableDefaultText: true},
			&cli.StringFlag{Name: "format", Usage: "write as `NAME`: " + strings.Join(formats, ", "), Value: "table"},
		},
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			format := c.String("format")
			switch {
			case !slices.Contains(formats, format):
				return usage("unknown format %q, there are %s%s", format, strings.Join(formats, ", "), suggestion(format, formats))
			case c.Bool("markdown"):
				return writeCatalogue(c.App.Writer)
			case format == "json":
				return report.CatalogueJSON(c.App.Writer, catalogue(), report.Tool{Name: c.App.Name, Version: toolVersion()})
			}
			return report.CatalogueTable(c.App.Writer, catalogue())
		},
	}
}

// writeCatalogue writes checks/README.md.
func writeCatalogue(w io.Writer) error { return report.CatalogueMarkdown(w, catalogue()) }

func catalogue() []report.Entry {
	var list []report.Entry
	for _, check := range checks.All() {
		doc := check.Describe()
		entry := report.Entry{Doc: doc, Fix: fixKind(doc.ID)}
		for _, variant := range queries.Variants(doc.ID) {
			entry.Queries = append(entry.Queries, variant.File)
		}
		list = append(list, entry)
	}
	return list
}
