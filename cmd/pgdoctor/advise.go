package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/advisor"
	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

func adviseCommand() *cli.Command {
	return &cli.Command{
		Name:  "advise",
		Usage: "propose the indexes that a workload lacks, and say what was considered",
		Description: "The workload is that of pg_stat_statements, or of --statements FILE. Nothing is run and nothing is\n" +
			"built: statements are planned. pgdoctor check missing-index finds the same, and pgdoctor fix applies it.",
		Flags: append(append([]cli.Flag{dsnFlag()}, adviceFlags()...), append([]cli.Flag{
			&cli.StringFlag{Name: "statement", Usage: "say what was considered for the statement with this `ID`, and why nothing is proposed"},
		}, outputFlags()...)...),
		Action: runAdvise,
	}
}

func adviceFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "statements", Usage: "read the workload from `FILE`: SQL statements, or a JSON array of {id, text, calls, total_ms, rows, blocks, nested}"},
		&cli.StringFlag{Name: "engine", Value: "auto", Usage: "who plans: hypopg (the extension, on the target), scratch (a throw-away server of the same major), model (not verified by a planner), or auto: the first of these that there is"},
		&cli.StringFlag{Name: "snapshot", Usage: "advise on what pgdoctor snapshot wrote to `FILE`, with a scratch server and without the database"},
		&cli.StringFlag{Name: "scratch-image", Usage: "run the scratch server from this container `IMAGE` where this machine has no programs of the major", EnvVars: []string{"PGDOCTOR_SCRATCH_IMAGE"}},
		&cli.Float64Flag{Name: "index-budget", Usage: "`PERCENT` of the size of the tables that all proposals together may take", DefaultText: "25, and at least 64 MiB"},
	}
}

const adviseTime = 2 * time.Minute

func runAdvise(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	out, err := outputOf(c)
	if err != nil {
		return err
	}
	advice, err := advise(c, nil)
	if err != nil {
		return err
	}
	return out.Write(func(w io.Writer) error {
		if id := c.String("statement"); id != "" {
			return adviceOn(w, advice, id)
		}
		if out.Format == "json" {
			return report.WriteJSON(w, map[string]any{"format": report.Format, "advice": advice})
		}
		return report.AdviceTable(w, advice, out.Style)
	})
}

func adviceOn(w io.Writer, advice *advisor.Advice, id string) error {
	found, err := report.AdviceOn(w, advice, id)
	if err == nil && !found {
		return usage("no statement %s in this workload: pgdoctor advise --format json lists them", id)
	}
	return err
}

// workloadOf reads the workload from a file, or from the server.
func workloadOf(c *cli.Context, t *target) ([]advisor.Call, error) {
	path := c.String("statements")
	if path == "" {
		return checks.Workload(c.Context, t.DB, t.Server, defaultTimeout)
	}
	return readStatements(path)
}

// readStatements reads a workload from a file.
func readStatements(path string) ([]advisor.Call, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, usage("--statements: %s", err)
	}
	if strings.HasPrefix(strings.TrimSpace(string(text)), "[") {
		var calls []advisor.Call
		if err := json.Unmarshal(text, &calls); err != nil {
			return nil, usage("--statements %s: it begins like a JSON array, but is none of statements: %s", path, err)
		}
		return calls, nil
	}
	return plainStatements(string(text), path)
}

// plainStatements takes the statements of an SQL file, each as often as it occurs
// and all of the same cost: there is nothing else to weigh them by.
func plainStatements(text, path string) ([]advisor.Call, error) {
	list, err := workload.Split(text)
	if err != nil {
		return nil, usage("--statements %s: %s", path, err)
	}
	var calls []advisor.Call
	for i, statement := range list {
		calls = append(calls, advisor.Call{ID: fmt.Sprint(i + 1), Text: statement, Calls: 1, TotalMS: 1, Rows: 1})
	}
	if len(calls) == 0 {
		return nil, usage("--statements %s: there is no statement in it", path)
	}
	return calls, nil
}
