package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// reorder moves the flags of a command before its arguments, because the flag
// package stops at the first argument and people type
// "pgdoctor check slow-statement --format json". What follows "--" stays an
// argument.
func reorder(app *cli.App, args []string) []string {
	at := 1
	for at < len(args) && strings.HasPrefix(args[at], "-") {
		at++ // the program's own flags take no values
	}
	if at >= len(args) {
		return args
	}
	command := app.Command(args[at])
	if command == nil || command.SkipFlagParsing {
		return args
	}
	if len(command.Subcommands) > 0 {
		at++
		if command = subcommand(command, args[at:]); command == nil {
			return args
		}
	}
	flags, positional := split(command.Flags, args[at+1:])
	if slices.ContainsFunc(flags, asksForHelp) {
		positional = nil // the library would look for help about the argument
	}
	ordered := append(slices.Clone(args[:at+1]), flags...)
	if len(positional) > 0 {
		ordered = append(ordered, "--")
	}
	return append(ordered, positional...)
}

// split tells a command's flags, each with its value, from its arguments.
func split(known []cli.Flag, args []string) (flags, positional []string) {
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--":
			return flags, append(positional, args[i+1:]...)
		case arg == "-" || !strings.HasPrefix(arg, "-"):
			positional = append(positional, arg)
			continue
		}
		flags = append(flags, arg)
		name, _, hasValue := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(arg, "-"), "-"), "=")
		if !hasValue && takesValue(known, name) && i+1 < len(args) {
			i++
			flags = append(flags, args[i])
		}
	}
	return flags, positional
}

func asksForHelp(flag string) bool {
	return slices.Contains([]string{"--help", "-help", "--h", "-h"}, flag)
}

func takesValue(known []cli.Flag, name string) bool {
	for _, flag := range known {
		if !slices.Contains(flag.Names(), name) {
			continue
		}
		described, ok := flag.(cli.DocGenerationFlag)
		return ok && described.TakesValue()
	}
	return false
}

func hasFlag(known []cli.Flag, name string) bool {
	return slices.ContainsFunc(known, func(flag cli.Flag) bool { return slices.Contains(flag.Names(), name) })
}

// subcommand is the command of a command that the first word names, nil for none.
func subcommand(command *cli.Command, words []string) *cli.Command {
	if len(words) == 0 {
		return nil
	}
	i := slices.IndexFunc(command.Subcommands, func(sub *cli.Command) bool { return sub.HasName(words[0]) })
	if i < 0 {
		return nil
	}
	return command.Subcommands[i]
}
