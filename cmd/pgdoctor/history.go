package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/migrations"
)

func historyCommand() *cli.Command {
	return &cli.Command{
		Name:   "history",
		Usage:  "list what was applied, by whom, what it cured, and what can be undone",
		Flags:  append([]cli.Flag{dsnFlag()}, outputFlags()...),
		Action: runHistory,
	}
}

func runHistory(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	out, err := outputOf(c)
	if err != nil {
		return err
	}
	t, err := openTarget(c)
	if err != nil {
		return err
	}
	defer t.Close()
	entries, err := readHistory(c, t)
	if err != nil {
		return err
	}
	kept, err := keptTables(c, t)
	if err != nil {
		return err
	}
	gains, err := readGains(c, t, entries)
	if err != nil {
		return err
	}
	return out.Write(func(w io.Writer) error {
		if out.Format == "json" {
			return historyJSON(w, entries, kept, gains)
		}
		if err := historyTable(w, entries, kept, t.Server.Now); err != nil {
			return err
		}
		return gainsTable(w, gains)
	})
}

func historyJSON(w io.Writer, entries []migrations.Entry, kept []migrations.KeptTable, gains []gain) error {
	if entries == nil {
		entries = []migrations.Entry{}
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	return encoder.Encode(map[string]any{"format": report.Format, "migrations": entries, "quarantine": kept, "statements": gains})
}

func historyTable(w io.Writer, entries []migrations.Entry, kept []migrations.KeptTable, now time.Time) error {
	if len(entries) == 0 {
		_, err := fmt.Fprintln(w, "nothing was ever applied here")
		return err
	}
	rows := [][]string{{"VERSION", "WHEN", "BY", "STATE", "CURED", "FINDING", "KIND"}}
	for _, entry := range entries {
		rows = append(rows, []string{
			strconv.FormatInt(entry.Version, 10), entry.StartedAt.UTC().Format(time.DateTime), entry.StartedBy,
			string(entry.State), curedWord(entry.Cured), entry.Finding, entry.Kind,
		})
	}
	if err := report.Columns(w, rows); err != nil {
		return err
	}
	for _, entry := range entries {
		if entry.Error != "" {
			fmt.Fprintf(w, "%d %s: %s\n", entry.Version, entry.State, report.Safe(entry.Error))
		}
		if entry.PrunedAt != nil {
			fmt.Fprintf(w, "%d was pruned on %s by %s: the rows that it kept are gone\n", entry.Version, entry.PrunedAt.UTC().Format(time.DateOnly), report.Safe(*entry.PrunedBy))
		}
	}
	if len(kept) > 0 {
		if err := keptTable(w, kept, now); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w, "%s, %d in effect (times in UTC)\n", report.Count(len(entries), "migration"), len(migrations.Undoable(entries)))
	return err
}

func curedWord(cured *bool) string {
	switch {
	case cured == nil:
		return ""
	case *cured:
		return "yes"
	}
	return "NO"
}
