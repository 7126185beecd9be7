package main

import (
	"io"
	"slices"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

func configCommand() *cli.Command {
	return &cli.Command{
		Name:  "config",
		Usage: "show what the configuration file, the flags and the defaults come to",
		Description: `Each value with where it comes from: default, the line of the file, or the flag.
The file is ` + config.Name + ` in the working directory, or in one of its parents up to
the root of the repository. docs/configuration.md says what it may hold.`,
		Flags: slices.Concat(
			[]cli.Flag{
				&cli.BoolFlag{Name: "schema", Usage: "write the JSON Schema of the file, for editors", DisableDefaultText: true},
				&cli.BoolFlag{Name: "targets-schema", Usage: "write the JSON Schema of the file of check --targets", DisableDefaultText: true},
				&cli.BoolFlag{Name: "changed", Usage: "leave the defaults out", DisableDefaultText: true},
			},
			selectionFlags(),
			[]cli.Flag{failOnFlag()},
			outputFlags(),
		),
		Action: runConfig,
	}
}

func runConfig(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	out, err := outputOf(c)
	if err != nil {
		return err
	}
	if c.Bool("schema") {
		return out.Write(func(w io.Writer) error { return report.WriteJSON(w, config.JSONSchema()) })
	}
	if c.Bool("targets-schema") {
		return out.Write(func(w io.Writer) error { return report.WriteJSON(w, config.TargetsSchema()) })
	}
	e, err := effective(c, nil)
	if err != nil {
		return err
	}
	settings := e.Settings
	if c.Bool("changed") {
		settings = e.Changed
	}
	list := []report.Setting{}
	for _, setting := range settings(time.Now()) {
		list = append(list, report.Setting(setting))
	}
	return out.Write(func(w io.Writer) error {
		if out.Format == "json" {
			return report.SettingsJSON(w, e.File.Path, list, report.Tool{Name: c.App.Name, Version: toolVersion()})
		}
		return report.SettingsTable(w, e.File.Path, list)
	})
}
