package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/internal/procedures"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// countTimeout is the time of each count: exact ones of large tables take long.
const countTimeout = time.Hour

func verifyDataCommand() *cli.Command {
	return procedure(procedures.VerifyData, slices.Concat([]cli.Flag{
		&cli.BoolFlag{Name: "checksum", Usage: "with save: a sum over the contents of all rows as well", DisableDefaultText: true},
		forceFlag(),
		dsnFlag(),
		&cli.DurationFlag{Name: "timeout", Usage: "give up on a table after `DURATION`", Value: countTimeout},
	}, outputFlags()), runVerifyData)
}

func runVerifyData(c *cli.Context) error {
	word, err := wordOf(c, 1, "save", "compare")
	if err != nil {
		return err
	}
	file := c.Args().Get(1)
	if word == "compare" {
		if c.Bool("checksum") || c.Bool("force") {
			return usage("--checksum and --force go with save: compare does what the file was saved with")
		}
		return compareData(c, file)
	}
	if c.IsSet("output") || c.IsSet("format") {
		return usage("--output and --format go with compare: save writes JSON into FILE")
	}
	if err := mayWrite(file, c.Bool("force")); err != nil {
		return err
	}
	now, err := countTables(c, c.Bool("checksum"))
	if err != nil {
		return err
	}
	if err := writePrivate(file, c.Bool("force"), now); err != nil {
		return err
	}
	var rows int64
	var unread []string
	for _, table := range now.Tables {
		rows += table.Rows
		if table.Unread != "" {
			fmt.Fprintf(c.App.ErrWriter, "not counted: %s: %s\n", report.Safe(table.Name()), table.Unread)
			unread = append(unread, table.Name())
		}
	}
	fmt.Fprintf(c.App.Writer, "%s of %s, as of %s: in %s\n", report.Count(len(now.Tables)-len(unread), "table"), report.Count(int(rows), "row"),
		now.TakenAt.Format(time.DateTime+" UTC"), report.Safe(file))
	if len(unread) > 0 {
		return fmt.Errorf("%s could not be counted, and cannot be compared later", report.Count(len(unread), "table"))
	}
	return nil
}

// countTables counts with a progress line on a terminal.
func countTables(c *cli.Context, checksum bool) (procedures.Verification, error) {
	timeout, err := timeoutOf(c)
	if err != nil {
		return procedures.Verification{}, err
	}
	t, err := openTarget(c)
	if err != nil {
		return procedures.Verification{}, err
	}
	defer t.Close()
	line := newProgress(c.App.ErrWriter, 0)
	defer line.Clear()
	counted := 0
	now, err := procedures.Verify(c.Context, t.DB, t.Server, timeout, checksum, func(table string, of int) {
		counted++
		line.Say(fmt.Sprintf("%d of %d tables counted: %s", counted, of, report.Safe(table)))
	})
	now.Tool, now.Target = toolVersion(), t.Target
	return now, err
}

func compareData(c *cli.Context, file string) error {
	out, err := outputOf(c)
	if err != nil {
		return err
	}
	saved, err := os.Open(file)
	if err != nil {
		return usage("%s cannot be read: %s", file, cause(err))
	}
	defer saved.Close()
	before, err := procedures.ReadVerification(saved)
	if err != nil {
		return usage("%s: %s", file, err)
	}
	now, err := countTables(c, before.Checksum)
	if err != nil {
		return err
	}
	differences := procedures.Compare(before, now)
	if err := out.Write(func(w io.Writer) error { return drawComparison(w, out.Format, before, now, differences) }); err != nil {
		return err
	}
	unknown := 0
	for _, difference := range differences {
		if difference.Unknown {
			unknown++
		}
	}
	switch {
	case len(differences) > unknown:
		return &uncleanError{}
	case unknown > 0:
		return fmt.Errorf("%s could not be compared", report.Count(unknown, "table"))
	}
	return nil
}

func drawComparison(w io.Writer, format string, before, now procedures.Verification, differences []procedures.Difference) error {
	if format == "json" {
		encoder := json.NewEncoder(w)
		encoder.SetIndent("", "  ")
		encoder.SetEscapeHTML(false)
		return encoder.Encode(map[string]any{
			"format": report.Format, "saved_at": before.TakenAt, "compared_at": now.TakenAt, "with_checksum": before.Checksum,
			"saved_from": before.Target, "target": now.Target, "tables": len(before.Tables), "differences": differences,
		})
	}
	fmt.Fprintf(w, "%s, compared with %s of %s\n", report.Safe(now.Target.Address()), report.Safe(before.Target.Address()), before.TakenAt.Format(time.DateTime+" UTC"))
	if len(differences) > 0 {
		fmt.Fprintln(w)
		rows := [][]string{{"TABLE", "DIFFERENCE"}}
		for _, difference := range differences {
			rows = append(rows, []string{difference.Table, difference.What})
		}
		if err := report.Columns(w, rows); err != nil {
			return err
		}
		_, err := fmt.Fprintf(w, "\n%s among %s\n", report.Count(len(differences), "difference"), report.Count(len(before.Tables), "table"))
		return err
	}
	how := "rows and keys"
	if before.Checksum {
		how = "rows, keys and contents"
	}
	_, err := fmt.Fprintf(w, "%s as saved: %s\n", report.Count(len(before.Tables), "table"), how)
	return err
}
