package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	humanize "github.com/dustin/go-humanize"
	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/migrations"
)

func recordCommand() *cli.Command {
	return &cli.Command{
		Name:      "record",
		Usage:     "record prune: list the rows that fixes keep, and drop what is no longer wanted",
		ArgsUsage: "prune [TABLE|MIGRATION...]",
		Description: `Rows that a fix removed or changed are kept in tables of schema pgdoctor, from
where undo brings them back. They are never dropped by themselves. prune lists
them; with names of tables, versions of migrations, or --older-than, it drops
these, after which the migration can no longer be undone.`,
		Flags: slices.Concat(
			[]cli.Flag{
				dsnFlag(),
				&cli.StringFlag{Name: "older-than", Usage: "drop what has been kept for longer than `AGE`, such as 90d or 12h"},
				&cli.BoolFlag{Name: "yes", Usage: "do not ask"},
			},
			outputFlags(),
		),
		Action: runPrune,
	}
}

func runPrune(c *cli.Context) error {
	if c.Args().First() != "prune" {
		return usage("record is followed by prune%s", suggestion(c.Args().First(), []string{"prune"}))
	}
	names := c.Args().Tail()
	age, err := ageOf(c, "older-than")
	if err != nil {
		return err
	}
	listing := len(names) == 0 && age == 0
	_, asks := terminal(c.App.Reader)
	switch {
	case len(names) > 0 && age > 0:
		return usage("name what is to be dropped, or say --older-than, not both")
	case listing && c.Bool("yes"):
		return usage("--yes goes with the tables to drop, or with --older-than")
	case !listing && !c.Bool("yes") && !asks:
		return usage("prune needs --yes where nobody can be asked (not a terminal)")
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
	kept, err := keptTables(c, t)
	if err != nil {
		return err
	}
	if listing {
		return out.Write(func(w io.Writer) error {
			if out.Format == "json" {
				return keptJSON(w, kept)
			}
			return keptTable(w, kept, t.Server.Now)
		})
	}
	chosen, err := choosePruned(kept, names, age, t.Server.Now)
	if err != nil {
		return err
	}
	if len(chosen) == 0 {
		fmt.Fprintf(c.App.Writer, "nothing has been kept for longer than %s\n", c.String("older-than"))
		return nil
	}
	return prune(c, t, chosen)
}

// prune says what is lost by it, asks, and drops.
func prune(c *cli.Context, t *target, chosen []migrations.KeptTable) error {
	if err := keptTable(c.App.ErrWriter, chosen, t.Server.Now); err != nil {
		return err
	}
	var undos []string
	for _, table := range chosen {
		if version := strconv.FormatInt(table.Version, 10); table.Version != 0 && !slices.Contains(undos, version) {
			undos = append(undos, version)
		}
	}
	if len(undos) > 0 {
		fmt.Fprintf(c.App.ErrWriter, "undo of what %s kept rows for becomes impossible\n", strings.Join(undos, ", "))
	}
	if !c.Bool("yes") && !ask(c, fmt.Sprintf("Drop %s of %s, for good?", report.Count(len(chosen), "table"), report.Safe(t.Server.Database))) {
		return usage("nothing was dropped")
	}
	record, err := migrations.Open(c.Context, t.Config, t.Server, toolVersion(), logTo(c))
	if err != nil {
		return err
	}
	defer record.Close()
	gone, err := record.Prune(c.Context, chosen)
	for _, table := range gone {
		fmt.Fprintf(c.App.Writer, "dropped pgdoctor.%s\n", report.Safe(postgres.Name(table.Name)))
	}
	return err
}

// choosePruned picks the tables that are named, by themselves or by the
// migration that made them, or that are old.
func choosePruned(kept []migrations.KeptTable, names []string, age time.Duration, now time.Time) ([]migrations.KeptTable, error) {
	var chosen []migrations.KeptTable
	named := map[string]bool{}
	for _, table := range kept {
		if !table.There {
			continue
		}
		wanted := age > 0 && keptFor(table, now) > age
		for _, name := range names {
			if strings.TrimPrefix(name, "pgdoctor.") == table.Name || name == strconv.FormatInt(table.Version, 10) && table.Version != 0 {
				named[name], wanted = true, true
			}
		}
		if wanted {
			chosen = append(chosen, table)
		}
	}
	for _, name := range names {
		if !named[name] {
			return nil, usage("no rows are kept under %q: pgdoctor record prune lists what is", name)
		}
	}
	return chosen, nil
}

// keptFor is how long a table has kept its rows: since its migration was
// applied, or, of one that is in no journal, since the time in its name.
func keptFor(table migrations.KeptTable, now time.Time) time.Duration {
	if table.Since != nil {
		return now.Sub(*table.Since)
	}
	made, err := time.Parse("20060102150405", table.Name[1:min(15, len(table.Name))])
	if err != nil {
		return 0 // too young for any age: it must be named
	}
	return now.Sub(made)
}

// ageOf reads a flag that is an age: a number of days or weeks, or a duration; 0 for
// none.
func ageOf(c *cli.Context, flag string) (time.Duration, error) {
	text := c.String(flag)
	if text == "" {
		return 0, nil
	}
	age, err := time.ParseDuration(text)
	for unit, length := range map[string]time.Duration{"d": 24 * time.Hour, "w": 7 * 24 * time.Hour} {
		if number, ok := strings.CutSuffix(text, unit); ok {
			var n uint64
			n, err = strconv.ParseUint(number, 10, 16)
			age = time.Duration(n) * length
		}
	}
	if err != nil || age <= 0 {
		return 0, usage("--%s %q is no age: write 90d, 12w or 36h", flag, text)
	}
	return age, nil
}

func keptTables(c *cli.Context, t *target) ([]migrations.KeptTable, error) {
	conn, err := postgres.Connect(c.Context, t.Config)
	if err != nil {
		return nil, err
	}
	defer conn.Close(c.Context)
	return migrations.Kept(c.Context, conn)
}

func keptJSON(w io.Writer, kept []migrations.KeptTable) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(map[string]any{"format": report.Format, "quarantine": kept})
}

// keptTable draws the quarantine for people.
func keptTable(w io.Writer, kept []migrations.KeptTable, now time.Time) error {
	if len(kept) == 0 {
		_, err := fmt.Fprintln(w, "no rows are kept here")
		return err
	}
	rows := [][]string{{"KEPT IN", "ROWS", "SIZE", "AGE", "MIGRATION", "STATE", "FINDING"}}
	for _, table := range kept {
		count, size := "?", humanize.IBytes(uint64(table.Bytes))
		if table.Rows != nil {
			count = humanize.Comma(*table.Rows)
		}
		if !table.There {
			count, size = "GONE", ""
		}
		version, finding := strconv.FormatInt(table.Version, 10), table.Finding
		if table.Version == 0 {
			version, finding = "", "no migration of this record"
		}
		rows = append(rows, []string{"pgdoctor." + postgres.Name(table.Name), count, size, days(keptFor(table, now)), version, string(table.State), finding})
	}
	return report.Columns(w, rows)
}

// days is an age for people.
func days(age time.Duration) string {
	if age < 48*time.Hour {
		return fmt.Sprintf("%d h", int(age.Hours()))
	}
	return fmt.Sprintf("%d d", int(age.Hours()/24))
}
