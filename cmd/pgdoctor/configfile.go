package main

import (
	"cmp"
	"errors"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// noConfig in the place of a file's name is no file.
const noConfig = "none"

func configFlag() cli.Flag {
	return &cli.StringFlag{Name: "config", Usage: "read `FILE` instead of " + config.Name + ", none for no file (PGDOCTOR_CONFIG does the same)"}
}

// configFile reads the configuration: the file of --config, else that of
// PGDOCTOR_CONFIG, else the one that is found.
func configFile(c *cli.Context) (config.File, error) { return configFileAt(c, "") }

// configFileAt is configFile with a file that wins over the environment and over
// what is found, "" for none.
func configFileAt(c *cli.Context, own string) (config.File, error) {
	return readConfig(c.String("config"), own)
}

// readConfig is configFileAt with what --config says.
func readConfig(flag, own string) (config.File, error) {
	path := cmp.Or(flag, own, os.Getenv("PGDOCTOR_CONFIG"))
	if path == noConfig {
		return config.File{}, nil
	}
	if path == "" {
		folder, err := os.Getwd()
		if err != nil {
			return config.File{}, err
		}
		if path, err = config.Find(folder); err != nil {
			return config.File{}, usage("%s", err)
		}
		if path == "" {
			return config.File{}, nil
		}
	}
	file, err := config.Load(path)
	if err != nil {
		return file, usage("%s", configWords(err))
	}
	return file, nil
}

// configWords says what is wrong with a file, and what was probably meant or
// could have been.
func configWords(err error) string {
	var wrong *config.Error
	if !errors.As(err, &wrong) || wrong.Word == "" {
		return err.Error()
	}
	text := wrong.Error() + suggestion(wrong.Word, wrong.Known)
	if len(wrong.Known) <= 12 {
		return text + " (there are " + strings.Join(wrong.Known, ", ") + ")"
	}
	return wrong.Error() + orList(suggestion(wrong.Word, wrong.Known))
}

// effective is the configuration file under the flags of the command line.
// named are checks that the arguments name.
func effective(c *cli.Context, named []string) (config.Effective, error) {
	file, err := configFile(c)
	if err != nil {
		return config.Effective{}, err
	}
	return effectiveOf(c, file, named)
}

// effectiveOf is effective for a file.
func effectiveOf(c *cli.Context, file config.File, named []string) (config.Effective, error) {
	e := config.Effective{File: file}
	var err error
	if c.IsSet("preset") {
		e.Flags.Preset = checks.Preset(c.String("preset"))
		if !slices.Contains(checks.Presets, e.Flags.Preset) {
			return e, usage("--preset %q is none of %s%s", e.Flags.Preset, strings.Join(presets(), ", "), suggestion(string(e.Flags.Preset), presets()))
		}
	}
	if c.IsSet("fail-on") {
		severity, err := severityOf(c, "fail-on", config.FailOnNone)
		if err != nil {
			return e, err
		}
		e.Flags.FailOn = string(severity)
	}
	if e.Flags.Only, err = findChecks(e.File, append(named, c.StringSlice("only")...)); err != nil {
		return e, err
	}
	if c.IsSet("only") && len(e.Flags.Only) == 0 { // the variable of a script that is not set
		return e, usage("--only is empty: name checks, or leave it out")
	}
	if e.Flags.Skip, err = findChecks(e.File, c.StringSlice("skip")); err != nil {
		return e, err
	}
	e.Flags.Thresholds, err = thresholdsOf(c, e.File)
	return e, err
}

// describe writes into a run's report what the configuration file left out, and
// which of its rules ignore nothing.
func describe(e config.Effective, doc *report.Document, run checks.Report, now time.Time) {
	if e.File.Path == "" {
		return
	}
	doc.Configuration = &report.Configuration{File: e.File.Path, Disabled: e.Disabled()}
	doc.Configuration.Include, doc.Configuration.Exclude = e.File.Schemas.Patterns()
	doc.Configuration.Expired = rules(e.Expired(now))
	doc.Configuration.Unmatched = rules(e.Unmatched(run.Results, now))
}

func rules(list []config.IgnoreRule) []report.Rule {
	var said []report.Rule
	for _, rule := range list {
		said = append(said, report.Rule{
			Key: rule.Key.V, Check: rule.Check.V, Object: rule.Object.V, Reason: rule.Reason.V, Until: rule.Until.V, From: rule.From,
		})
	}
	return said
}
