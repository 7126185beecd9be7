package main

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

// The exit codes, a contract with scripts.
const (
	exitClean   = 0 // nothing at or above --fail-on, every fix cured
	exitUnclean = 1 // findings, or a fix that did not cure
	exitUsage   = 2 // command line or configuration
	exitJob     = 3 // the job could not be done
)

// usageError is the fault of the command line or the configuration.
type usageError struct{ text string }

func (e *usageError) Error() string { return e.text }

// usage makes a usageError.
func usage(format string, args ...any) error { return &usageError{fmt.Sprintf(format, args...)} }

// uncleanError means that the job was done and the database is not well. An
// empty text is not printed: the report has said everything.
type uncleanError struct{ text string }

func (e *uncleanError) Error() string { return e.text }

// jobError means that the job could not be done.
type jobError struct{ err error }

func (e *jobError) Error() string { return e.err.Error() }
func (e *jobError) Unwrap() error { return e.err }

// typed wraps an action so that its errors are of one of our types: what
// comes back untyped was found by the command line's parser.
func typed(action cli.ActionFunc) cli.ActionFunc {
	return func(c *cli.Context) error {
		err := action(c)
		var wrong *usageError
		var unclean *uncleanError
		var state *stateError
		if err == nil || errors.As(err, &wrong) || errors.As(err, &unclean) || errors.As(err, &state) {
			return err
		}
		if c.Context.Err() != nil {
			return &jobError{fmt.Errorf("interrupted: %w", err)}
		}
		return &jobError{err}
	}
}

func exitCode(err error) int {
	var unclean *uncleanError
	var job *jobError
	switch {
	case err == nil:
		return exitClean
	case errors.As(err, &unclean):
		return exitUnclean
	case errors.As(err, &job):
		return exitJob
	}
	return exitUsage
}

// errorLine is an error as one harmless line without passwords.
func errorLine(err error) string {
	if err == nil {
		return ""
	}
	return report.Safe(redact(strings.TrimSpace(err.Error())))
}

var secrets = regexp.MustCompile(`(?i)(://[^/\s:@]*:)[^\s]*@|((?:password|passfile|sslpassword)\s*=\s*)('[^']*'?|[^\s&]+)`)

// redact hides what looks like a password. No message is meant to hold one;
// this is for the one that does by accident, a word typed in the wrong place.
func redact(text string) string {
	return secrets.ReplaceAllStringFunc(text, func(found string) string {
		match := secrets.FindStringSubmatch(found)
		if found == "://user:password@" {
			return found // the example in our own hint
		}
		if match[1] != "" {
			return match[1] + "xxx@"
		}
		return match[2] + "xxx"
	})
}

// looksLikeDSN recognises a connection string given where none belongs.
func looksLikeDSN(word string) bool {
	return strings.Contains(word, "://") || strings.Contains(word, "password=") || strings.Contains(word, "dbname=")
}

func commandUsageError(c *cli.Context, err error, _ bool) error {
	return flagError(err, c.Command.Flags)
}

// rootUsageError also knows the flags of the commands: users of other tools
// write them first.
func rootUsageError(c *cli.Context, err error, _ bool) error {
	if name, ok := undefinedFlag(err); ok {
		for _, command := range c.App.Commands {
			if hasFlag(command.Flags, name) {
				return usage("flag --%s goes after the command: pgdoctor %s --%s …", name, command.Name, name)
			}
		}
	}
	return flagError(err, c.App.Flags)
}

// flagError puts the flag package's words into ours.
func flagError(err error, flags []cli.Flag) error {
	name, ok := undefinedFlag(err)
	if !ok {
		if wrong := wrongValue.FindStringSubmatch(err.Error()); wrong != nil && wanted(wrong[2], flags) != "" {
			return usage("--%s %s is no %s", wrong[2], wrong[1], wanted(wrong[2], flags))
		}
		return usage("%s", strings.NewReplacer("flag -", "flag --", "argument: -", "argument: --").Replace(err.Error()))
	}
	var names []string
	for _, flag := range flags {
		for _, known := range flag.Names() {
			names = append(names, "--"+known)
		}
	}
	if len(name) == 1 { // every name of three letters is near
		return usage("unknown flag -%s, --help lists them", name)
	}
	return usage("unknown flag --%s%s", name, suggestion("--"+name, names))
}

// wrongValue is what the flag package says of a value, quoted, that it cannot read.
var wrongValue = regexp.MustCompile(`^invalid value (".*") for flag -(\S+): parse error$`)

// wanted is what a flag takes, "" where that goes without saying.
func wanted(name string, flags []cli.Flag) string {
	for _, flag := range flags {
		if !slices.Contains(flag.Names(), name) {
			continue
		}
		switch flag.(type) {
		case *cli.DurationFlag:
			return "time: write 30s, 15m or 2h"
		case *cli.IntFlag:
			return "whole number"
		}
	}
	return ""
}

func undefinedFlag(err error) (string, bool) {
	return strings.CutPrefix(err.Error(), "flag provided but not defined: -")
}
