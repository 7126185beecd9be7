package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

const defaultTimeout = 30 * time.Second

// dsnFlag alone is for commands that run no check.
func dsnFlag() cli.Flag {
	// No EnvVars here: the library would show the value, password and all, in the help.
	return &cli.StringFlag{Name: "dsn", Usage: "connection `STRING`, postgres://user@host:5432/database or host=… dbname=…"}
}

// connectionFlags are what openTarget reads.
func connectionFlags() []cli.Flag {
	return []cli.Flag{
		dsnFlag(),
		&cli.DurationFlag{Name: "timeout", Usage: "end any single query after `DURATION`", Value: defaultTimeout},
		&cli.IntFlag{Name: "jobs", Usage: "run up to `N` checks at a time, each on its own connection", Value: 2},
	}
}

// plainFormats are those of every command that writes something else than a report.
var plainFormats = []string{"json", "table"}

// outputFlags are what outputOf reads.
func outputFlags() []cli.Flag { return outputFlagsOf(plainFormats) }

// reportFlags are what reportOutputOf reads.
func reportFlags() []cli.Flag {
	return append([]cli.Flag{minSeverityFlag()}, outputFlagsOf(report.Formats())...)
}

func outputFlagsOf(formats []string) []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "format", Usage: "write as `NAME`: " + strings.Join(formats, ", "), Value: "table"},
		&cli.StringFlag{Name: "output", Usage: "write to `FILE`, which is replaced only when the report is complete"},
		&cli.BoolFlag{Name: "no-color", Usage: "no colours, not even on a terminal (NO_COLOR does the same)", DisableDefaultText: true},
	}
}

func failOnFlag() cli.Flag {
	return &cli.StringFlag{Name: "fail-on", Usage: "exit with 1 from findings of `SEVERITY` on: " + strings.Join(append(report.Severities(), config.FailOnNone), ", "), Value: string(checks.Warning)}
}

func minSeverityFlag() cli.Flag {
	return &cli.StringFlag{Name: "min-severity", Usage: "draw no findings milder than `SEVERITY`: " + strings.Join(report.Severities(), ", "), Value: string(checks.Info)}
}

// selectionFlags choose checks, and what they judge by.
func selectionFlags() []cli.Flag {
	return []cli.Flag{
		configFlag(),
		&cli.StringFlag{Name: "preset", Usage: "run the checks of `NAME`: default, all (also the opinionated ones), ci (the catalog alone, right after a migration), triage (what is wrong at this moment)", Value: string(checks.PresetDefault)},
		&cli.StringSliceFlag{Name: "only", Usage: "run only these `CHECKS`, comma-separated; may be repeated"},
		&cli.StringSliceFlag{Name: "skip", Usage: "run all but these `CHECKS`"},
		&cli.StringSliceFlag{Name: "threshold", Usage: "judge by another value: `CHECK.NAME=NUMBER` (explain CHECK lists the names); may be repeated"},
	}
}

// timeoutOf is the time of a query, also for commands without the flag.
func timeoutOf(c *cli.Context) (time.Duration, error) {
	if !hasFlag(c.Command.Flags, "timeout") {
		return defaultTimeout, nil
	}
	timeout := c.Duration("timeout")
	if timeout < time.Millisecond { // PostgreSQL would take 0 for no limit
		return 0, usage("--timeout %s is too short: give at least 1ms", timeout)
	}
	return timeout, nil
}

func jobsOf(c *cli.Context) (int, error) {
	if !hasFlag(c.Command.Flags, "jobs") {
		return 1, nil
	}
	if jobs := c.Int("jobs"); jobs >= 1 {
		return jobs, nil
	}
	return 0, usage("--jobs must be at least 1")
}

// severityOf reads a severity flag. others are further words that it takes.
func severityOf(c *cli.Context, flag string, others ...string) (checks.Severity, error) {
	word := c.String(flag)
	known := append(report.Severities(), others...)
	if !slices.Contains(known, word) {
		return "", usage("--%s %q is none of %s%s", flag, word, strings.Join(known, ", "), suggestion(word, known))
	}
	return checks.Severity(word), nil
}

// repeatable is what the library adds to the help of a flag that may be
// repeated: the flag a second time, which pushes every description off the screen.
var repeatable = regexp.MustCompile(` \[ --[^\]]* \]`)

// shortHelp makes the help of flags fit on a terminal.
func shortHelp(draw cli.FlagStringFunc) cli.FlagStringFunc {
	return func(flag cli.Flag) string { return repeatable.ReplaceAllString(draw(flag), "") }
}

// noArguments refuses arguments, which would otherwise be ignored.
func noArguments(c *cli.Context) error {
	if c.Args().Present() {
		return usage("%s takes no arguments%s", c.Command.Name, quoted(c.Args().First()))
	}
	return nil
}

// quoted is ": "word"", unless the word may hold a password.
func quoted(word string) string {
	if looksLikeDSN(word) {
		return ": a connection string goes into --dsn"
	}
	return fmt.Sprintf(": %q", word)
}
