package main

import (
	"context"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// fixInfo says how the findings of a check would be cured, nil where they cannot be.
func fixInfo(doc checks.Doc) *report.Fix {
	cure, ok := fixes.CureOf(doc)
	if !ok {
		return nil
	}
	return &report.Fix{Kind: cure.Kind, Risk: string(cure.Risk), Reversible: cure.Reversible}
}

// fixKind is the kind of fix that a check has, "" for none.
func fixKind(doc checks.Doc) string {
	cure, _ := fixes.CureOf(doc)
	return cure.Kind
}

// customOf are the checks of a configuration file, for planning.
func customOf(file config.File, options checks.Options) map[string]fixes.Custom {
	own := map[string]fixes.Custom{}
	for _, check := range file.Own {
		doc := check.Describe()
		own[doc.ID] = fixes.Custom{Doc: doc, Thresholds: options.Thresholds[doc.ID]}
	}
	return own
}

// commands lists every command, in the order of the help.
func commands() []*cli.Command {
	return []*cli.Command{
		checkCommand(),
		fixCommand(),
		undoCommand(),
		historyCommand(),
		adviseCommand(),
		proveCommand(),
		snapshotCommand(),
		procedureCommand(),
		recordCommand(),
		diffCommand(),
		trendCommand(),
		storeCommand(),
		checksCommand(),
		explainCommand(),
		testCheckCommand(),
		reportCommand(),
		serveCommand(),
		configCommand(),
		demoCommand(),
		completionCommand(),
		manCommand(),
		completeCommand(),
	}
}

// run is the whole program: it returns the exit code and is the only place
// that writes an error.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := withInterrupts(context.Background())
	defer stop()

	cli.FlagStringer = shortHelp(cli.FlagStringer)
	app := newApp(stdin, stdout, stderr)
	err := app.RunContext(ctx, reorder(app, args))
	if nagiosAsked(args) {
		return nagiosEnd(err, stdout)
	}
	if text := errorLine(err); text != "" {
		fmt.Fprintln(stderr, "pgdoctor: "+text)
	}
	return exitCode(err)
}

func newApp(stdin io.Reader, stdout, stderr io.Writer) *cli.App {
	app := &cli.App{
		Name:      "pgdoctor",
		Usage:     "examine a PostgreSQL database and cure what is sick in it",
		UsageText: "pgdoctor COMMAND [flags] [arguments]",
		Description: `The database is the one of --dsn, else PGDOCTOR_DSN, else DATABASE_URL, else what
psql would use (PG* variables, service file, .pgpass). Nothing is changed unless
a command says so and is told to.

Exit codes: 0 clean; 1 findings at or above --fail-on, or a fix that did not
cure; 2 command line or configuration; 3 the job could not be done.`,
		Version:         version(),
		Commands:        commands(),
		Action:          rootAction,
		OnUsageError:    rootUsageError,
		Reader:          stdin,
		Writer:          stdout,
		ErrWriter:       stderr,
		HideHelpCommand: true,
		// The library's own handler would call os.Exit for any error with an ExitCode method.
		ExitErrHandler: func(*cli.Context, error) {},
	}
	prepare(app.Commands)
	return app
}

// prepare gives commands what all of them have.
func prepare(list []*cli.Command) {
	for _, command := range list {
		command.Action = typed(command.Action)
		command.OnUsageError = commandUsageError
		command.HideHelpCommand = true
		prepare(command.Subcommands)
	}
}

// rootAction runs where no command was recognised.
func rootAction(c *cli.Context) error {
	if !c.Args().Present() {
		return cli.ShowAppHelp(c)
	}
	word := c.Args().First()
	if word == "help" { // pgdoctor help [COMMAND], as everywhere
		if c.NArg() == 1 {
			return cli.ShowAppHelp(c)
		}
		word = c.Args().Get(1)
		if c.App.Command(word) != nil {
			return cli.ShowCommandHelp(c, word)
		}
	}
	if looksLikeDSN(word) {
		return usage("a connection string goes into --dsn, after the command")
	}
	var names []string
	for _, command := range c.App.VisibleCommands() {
		names = append(names, command.Name)
	}
	return usage("unknown command %q%s", word, suggestion(word, names))
}
