package main

import (
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/queries"
)

func checksCommand() *cli.Command {
	formats := []string{"table", "json"}
	return &cli.Command{
		Name:  "checks",
		Usage: "list the checks: what they find, what they need, whether there is a fix",
		Flags: []cli.Flag{
			configFlag(),
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
			}
			file, err := configFile(c)
			if err != nil {
				return err
			}
			if format == "json" {
				return report.CatalogueJSON(c.App.Writer, catalogue(file), report.Tool{Name: c.App.Name, Version: toolVersion()})
			}
			return report.CatalogueTable(c.App.Writer, catalogue(file))
		},
	}
}

// writeCatalogue writes checks/README.md.
func writeCatalogue(w io.Writer) error { return report.CatalogueMarkdown(w, catalogue(config.File{})) }

// catalogue is pgdoctor's checks and those of the configuration file.
func catalogue(file config.File) []report.Entry {
	var list []report.Entry
	for _, check := range file.All() {
		doc := check.Describe()
		entry := report.Entry{Check: check, Doc: doc, Fix: fixKind(doc)}
		for _, variant := range queries.Variants(doc.ID) {
			entry.Queries = append(entry.Queries, variant.File)
		}
		list = append(list, entry)
	}
	return list
}
