package main

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/procedures"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// scripts are the shells' halves of completion: they ask __complete. The
// library's own would evaluate what was typed so far, $(…) and all.
//
//go:embed completion
var scripts embed.FS

var shells = []string{"bash", "zsh", "fish"}

func completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "write the script that completes command lines in bash, zsh or fish",
		ArgsUsage: "bash|zsh|fish",
		Description: `For this session alone:

  source <(pgdoctor completion bash)
  source <(pgdoctor completion zsh)
  pgdoctor completion fish | source

The head of each script says where it is kept for good.`,
		Action: func(c *cli.Context) error {
			shell := c.Args().First()
			if c.NArg() != 1 || !slices.Contains(shells, shell) {
				return usage("completion takes the name of a shell: %s%s", strings.Join(shells, ", "), suggestion(shell, shells))
			}
			script, err := scripts.ReadFile("completion/" + shell)
			if err != nil {
				return err
			}
			_, err = c.App.Writer.Write(script)
			return err
		},
	}
}

// completeCommand is what the scripts ask: the words of a command line up to the
// cursor, of which the last may be empty. It answers with a line for each word
// that fits, and a tab before what the word means; with none where the shell may
// offer files.
func completeCommand() *cli.Command {
	return &cli.Command{
		Name: "__complete", Hidden: true, SkipFlagParsing: true,
		Action: func(c *cli.Context) error {
			for _, found := range complete(c.App, c.Args().Slice()) {
				if _, err := fmt.Fprintf(c.App.Writer, "%s\t%s\n", found.Word, report.Safe(found.Meaning)); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// candidate is a word that may stand at the cursor.
type candidate struct{ Word, Meaning string }

// complete is the candidates for the last of the words.
func complete(app *cli.App, words []string) []candidate {
	if len(words) == 0 {
		return nil
	}
	before, current := words[:len(words)-1], words[len(words)-1]
	file := completedFile(before)
	command := commandOf(app, before)
	if command == nil {
		if strings.HasPrefix(current, "-") {
			return matching(flagCandidates(app.VisibleFlags()), "", current)
		}
		return matching(commandCandidates(app.VisibleCommands()), "", current)
	}
	if slices.Contains(before, "--") {
		return matching(arguments(file, command), "", current)
	}
	// bash cuts --format=js into three words
	if n := len(before); current == "=" && n > 0 {
		current = ""
	} else if n > 1 && before[n-1] == "=" {
		before = before[:n-1]
	}
	if name, value, ok := strings.Cut(current, "="); ok && strings.HasPrefix(name, "-") {
		return matching(values(file, command, strings.TrimLeft(name, "-")), name+"=", value)
	}
	if last := before[len(before)-1]; strings.HasPrefix(last, "-") && takesValue(command.Flags, strings.TrimLeft(last, "-")) {
		return matching(values(file, command, strings.TrimLeft(last, "-")), "", current)
	}
	if strings.HasPrefix(current, "-") {
		return matching(flagCandidates(command.Flags), "", current)
	}
	if len(command.Subcommands) > 0 {
		return matching(commandCandidates(command.VisibleCommands()), "", current)
	}
	if command.ArgsUsage == "" && current == "" {
		return flagCandidates(command.Flags)
	}
	return matching(arguments(file, command), "", current)
}

// completedFile is the configuration file that the command line would read, for
// the checks that it brings along. What is wrong with it is said when the command
// runs: here it completes nothing.
func completedFile(before []string) config.File {
	var path string
	for i, word := range before {
		switch value, glued := strings.CutPrefix(word, "--config="); {
		case glued:
			path = value
		case word == "--config" && i+1 < len(before):
			path = before[i+1]
			if path == "=" && i+2 < len(before) { // bash cuts --config=FILE
				path = before[i+2]
			}
		}
	}
	file, err := readConfig(path, "")
	if err != nil {
		return config.File{}
	}
	return file
}

// commandOf is the command, or the command of a command, that the words name.
func commandOf(app *cli.App, words []string) *cli.Command {
	if len(words) == 0 {
		return nil
	}
	command := app.Command(words[0])
	if command != nil {
		if sub := subcommand(command, words[1:]); sub != nil {
			return sub
		}
	}
	return command
}

// matching is the candidates that begin as what was typed, each under the
// prefix. Of a list with commas only its last item is looked at.
func matching(list []candidate, prefix, typed string) []candidate {
	if comma := strings.LastIndexByte(typed, ','); comma >= 0 {
		prefix, typed = prefix+typed[:comma+1], typed[comma+1:]
	}
	var fit []candidate
	for _, c := range list {
		if strings.HasPrefix(c.Word, typed) {
			fit = append(fit, candidate{prefix + c.Word, c.Meaning})
		}
	}
	return fit
}

func plain[S ~string](words []S) []candidate {
	list := make([]candidate, len(words))
	for i, word := range words {
		list[i].Word = string(word)
	}
	return list
}

func commandCandidates(commands []*cli.Command) []candidate {
	var list []candidate
	for _, command := range commands {
		list = append(list, candidate{command.Name, command.Usage})
	}
	return list
}

func flagCandidates(flags []cli.Flag) []candidate {
	var list []candidate
	for _, flag := range flags {
		described, ok := flag.(cli.DocGenerationFlag)
		if ok {
			list = append(list, candidate{"--" + flag.Names()[0], strings.ReplaceAll(described.GetUsage(), "`", "")})
		}
	}
	return list
}

// checkCandidates is the checks for which keep holds, also of those of the file.
func checkCandidates(file config.File, keep func(checks.Doc) bool) []candidate {
	var list []candidate
	for _, check := range file.All() {
		if doc := check.Describe(); keep(doc) {
			list = append(list, candidate{doc.ID, doc.Title})
		}
	}
	return list
}

func everyCheck(checks.Doc) bool { return true }

func fixable(doc checks.Doc) bool { return fixKind(doc) != "" }

// values is the words that a flag takes, none where they are not to be listed.
func values(file config.File, command *cli.Command, flag string) []candidate {
	switch flag {
	case "format":
		if hasFlag(command.Flags, "min-severity") { // it draws reports
			return plain(report.Formats())
		}
		return plain(plainFormats)
	case "preset":
		return plain(checks.Presets)
	case "min-severity":
		return plain(report.Severities())
	case "fail-on":
		return plain(append(report.Severities(), config.FailOnNone))
	case "max-risk":
		return plain(fixes.Risks)
	case "engine":
		return plain(engines)
	case "only", "skip":
		return checkCandidates(file, everyCheck)
	case "threshold":
		return thresholdCandidates(file)
	}
	return nil
}

func thresholdCandidates(file config.File) []candidate {
	var list []candidate
	for _, check := range file.All() {
		doc := check.Describe()
		for _, threshold := range doc.Thresholds {
			list = append(list, candidate{doc.ID + "." + threshold.Name + "=", threshold.Why})
		}
	}
	return list
}

// arguments is the words that a command takes, none where they are not to be
// listed.
func arguments(file config.File, command *cli.Command) []candidate {
	switch command.Name {
	case "check":
		return checkCandidates(file, everyCheck)
	case "fix":
		return checkCandidates(file, fixable)
	case "explain":
		list := checkCandidates(file, everyCheck)
		for _, doc := range procedures.All {
			list = append(list, candidate{doc.Name, doc.Title})
		}
		return list
	case "completion":
		return plain(shells)
	case procedures.ReadOnly.Name, procedures.LogStatements.Name:
		return plain([]string{"on", "off"})
	case procedures.VerifyData.Name:
		return plain([]string{"save", "compare"})
	}
	return nil
}
