package main

import (
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/migrations"
)

func undoCommand() *cli.Command {
	return &cli.Command{
		Name:  "undo",
		Usage: "take back what fix --apply or a procedure did, newest first",
		Description: `The migrations come from the database's own record, so that any machine can take
them back. Without a flag, the newest one. Rows return as they were; where rows
written since stand in the way, nothing is changed and they are named.`,
		Flags: []cli.Flag{
			dsnFlag(),
			&cli.BoolFlag{Name: "last", Usage: "the newest migration (the default)"},
			&cli.Int64Flag{Name: "to", Usage: "all that are newer than `VERSION`"},
			&cli.BoolFlag{Name: "all", Usage: "everything that pgdoctor applied"},
			&cli.BoolFlag{Name: "dry-run", Usage: "only show what would be taken back, and the SQL"},
			&cli.BoolFlag{Name: "yes", Usage: "do not ask"},
			&cli.BoolFlag{Name: "leave-lost", Usage: "pass over migrations whose kept rows are gone: what these did stays for good"},
			&cli.BoolFlag{Name: "skip-conflicts", Usage: "where rows written since stand in the way, bring back all others and keep these in quarantine"},
			maxWaitFlag(),
		},
		Action: runUndo,
	}
}

func runUndo(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	dry, yes := c.Bool("dry-run"), c.Bool("yes")
	_, asks := terminal(c.App.Reader)
	switch {
	case c.Bool("all") && (c.IsSet("to") || c.Bool("last")) || c.Bool("last") && c.IsSet("to"):
		return usage("--last, --to and --all exclude each other")
	case dry && yes:
		return usage("--dry-run and --yes contradict each other")
	case !dry && !yes && !asks:
		return usage("undo needs --yes where nobody can be asked (not a terminal), or --dry-run")
	}
	if err := maxWaitOf(c); err != nil {
		return err
	}
	t, err := openTarget(c)
	if err != nil {
		return err
	}
	defer t.Close()
	if !dry {
		if err := permitted(c, t, nil); err != nil {
			return err
		}
	}
	entries, err := readHistory(c, t)
	if err != nil {
		return err
	}
	list, err := migrations.Select(entries, c.Bool("all"), c.Int64("to"))
	if err != nil {
		return usage("%s", err)
	}
	if err := recoverable(c, t, entries, list); err != nil {
		return err
	}
	if len(list) == 0 {
		fmt.Fprintln(c.App.Writer, "nothing to undo: pgdoctor applied nothing here that is still in effect")
		return nil
	}
	denied := permitted(c, t, migrations.UndoRights(entries, list))
	if dry {
		return showUndo(c, list, denied)
	}
	if denied != nil {
		return denied
	}
	if !yes && !ask(c, fmt.Sprintf("Take back %s in %s?", report.Count(len(list), "migration"), report.Safe(t.Server.Database))) {
		return usage("nothing was taken back")
	}
	return takeBack(c, t)
}

// takeBack undoes under the guard, from what the journal says by then.
func takeBack(c *cli.Context, t *target) error {
	record, err := migrations.Open(c.Context, t.Config, t.Server, toolVersion(), logTo(c))
	if err != nil {
		return err
	}
	defer record.Close()
	entries, err := record.Entries(c.Context)
	if err != nil {
		return err
	}
	list, err := migrations.Select(entries, c.Bool("all"), c.Int64("to"))
	if err != nil {
		return err
	}
	undone, err := undoAll(c, record, list)
	for _, entry := range undone {
		fmt.Fprintf(c.App.Writer, "undone  %d  %s\n", entry.Version, report.Safe(entry.Slug))
	}
	if errors.Is(err, migrations.ErrPartly) { // as was asked, and yet not all
		return &uncleanError{fmt.Sprintf("%s; %d of %s taken back", err, len(undone), report.Count(len(list), "migration"))}
	}
	if err != nil {
		return fmt.Errorf("%w; %d of %s taken back", err, len(undone), report.Count(len(list), "migration"))
	}
	fmt.Fprintf(c.App.Writer, "%s taken back\n", report.Count(len(undone), "migration"))
	return nil
}

// undoAll shows how far it is while it takes migrations back.
func undoAll(c *cli.Context, record *migrations.Record, list []migrations.Entry) ([]migrations.Entry, error) {
	line := newProgress(c.App.ErrWriter, len(list))
	defer line.Clear()
	stop, restore := stopGently(c.Context, gently(c, "migration"))
	defer restore()
	done, title := 0, ""
	return record.Undo(c.Context, list, migrations.UndoOptions{
		Stop:      stop,
		MaxWait:   c.Duration("max-wait"),
		LeaveLost: c.Bool("leave-lost"), SkipConflicts: c.Bool("skip-conflicts"),
		Progress: func(entry migrations.Entry) {
			done++
			title = fmt.Sprintf("undoing %d of %d: %s", done, len(list), report.Safe(entry.Slug))
			line.Say(title)
			if !entry.Reversible {
				logTo(c)(fmt.Sprintf("%d %s cannot be undone: only its record is closed", entry.Version, entry.Slug))
			}
		},
		Watch: func(text string) { line.Say(watched(title, text)) },
	})
}

// watched is a line of progress with how far its step is.
func watched(title, text string) string {
	if text == "" {
		return title
	}
	return title + ": " + report.Safe(text)
}

func showUndo(c *cli.Context, list []migrations.Entry, denied error) error {
	for _, entry := range list {
		fmt.Fprintf(c.App.Writer, "%d  %s  (%s, applied by %s)\n", entry.Version, report.Safe(entry.Slug), report.Safe(entry.Finding), report.Safe(entry.StartedBy))
		report.SQL(c.App.Writer, entry.Down)
	}
	if denied != nil {
		fmt.Fprintf(c.App.Writer, "but not by this role: %s\n", errorLine(denied))
	}
	fmt.Fprintf(c.App.Writer, "%s would be taken back, in this order; nothing was changed\n", report.Count(len(list), "migration"))
	return nil
}

// recoverable says before anything is asked or shown that an undo cannot be.
func recoverable(c *cli.Context, t *target, entries, list []migrations.Entry) error {
	if c.Bool("leave-lost") {
		return nil
	}
	conn, err := postgres.Connect(c.Context, t.Config)
	if err != nil {
		return err
	}
	defer conn.Close(c.Context)
	return migrations.Recoverable(c.Context, conn, entries, list)
}
