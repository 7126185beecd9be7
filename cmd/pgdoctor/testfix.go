package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/migrations"
)

// fixTrial is a database in which a custom check has found something.
type fixTrial struct {
	config *pgx.ConnConfig
	server postgres.Server
	doc    checks.Doc
	// examine runs the check.
	examine func(ctx context.Context) checks.Result
}

func (t fixTrial) findings(ctx context.Context) ([]checks.Finding, error) {
	result := t.examine(ctx)
	return result.Findings, unexamined(result)
}

// proveFix applies the check's fix to what it found, which must cure it, and takes
// it back, after which all must be found as before. It says what came of it; what
// the fix does wrong is no error.
func (t fixTrial) proveFix(c *cli.Context, sick []checks.Finding) (ok bool, err error) {
	plan, err := fixes.NewPlan(sick, fixes.Options{
		Server: t.server, MaxRisk: fixes.Disruptive, FirstVersion: migrations.NextVersion(time.Now(), 0),
		Custom: map[string]fixes.Custom{t.doc.ID: {Doc: t.doc}},
	})
	if err != nil {
		return false, err
	}
	for _, unfixed := range plan.Unfixed {
		wrongly(c.App.Writer, "fix", unfixed.Finding+": "+unfixed.Reason)
		return false, nil
	}
	record, err := migrations.Open(c.Context, t.config, t.server, toolVersion(), func(string) {})
	if err != nil {
		return false, err
	}
	defer record.Close()
	outcomes, failed := record.Apply(c.Context, plan.Steps, migrations.Options{Verify: func(ctx context.Context, key string) (bool, error) {
		left, err := t.findings(ctx)
		return !slices.ContainsFunc(left, func(f checks.Finding) bool { return f.Key == key }), err
	}})
	if c.Context.Err() != nil {
		return false, c.Context.Err()
	}
	for i, outcome := range outcomes {
		switch {
		case outcome.Error != "":
			wrongly(c.App.Writer, "fix", plan.Steps[i].Cures+": "+outcome.Error)
			return false, nil
		case outcome.Cured != nil && !*outcome.Cured:
			wrongly(c.App.Writer, "fix", plan.Steps[i].Cures+" is not cured by it")
			return false, nil
		}
	}
	if failed != nil {
		return false, failed
	}
	fmt.Fprintf(c.App.Writer, "fix: %s cured, as it should be\n", report.Count(len(sick), "finding"))
	if t.doc.Custom.Fix.Down == "" {
		fmt.Fprintln(c.App.Writer, "undo: the fix has no way back")
		return true, nil
	}
	return t.proveUndo(c, record, sick)
}

func (t fixTrial) proveUndo(c *cli.Context, record *migrations.Record, sick []checks.Finding) (ok bool, err error) {
	entries, err := record.Entries(c.Context)
	if err != nil {
		return false, err
	}
	list, err := migrations.Select(entries, true, 0)
	if err != nil {
		return false, err
	}
	if _, err := record.Undo(c.Context, list, migrations.UndoOptions{}); err != nil {
		if c.Context.Err() != nil {
			return false, c.Context.Err()
		}
		wrongly(c.App.Writer, "undo", err.Error())
		return false, nil
	}
	again, err := t.findings(c.Context)
	if err != nil {
		return false, err
	}
	if !slices.EqualFunc(sick, again, sameFinding) {
		wrongly(c.App.Writer, "undo", "it does not bring back what was found")
		for _, finding := range again {
			fmt.Fprintf(c.App.Writer, "  now  %s\n      %s\n", report.Safe(finding.Object), report.Safe(finding.Message))
		}
		return false, nil
	}
	fmt.Fprintln(c.App.Writer, "undo: found again as before, as it should be")
	return true, nil
}

// sameFinding compares also what a message does not show.
func sameFinding(a, b checks.Finding) bool {
	one, ok := a.Evidence.(checks.CustomRow)
	other, alike := b.Evidence.(checks.CustomRow)
	return ok && alike && a.Key == b.Key && bytes.Equal(one.JSON, other.JSON)
}

func wrongly(w io.Writer, what, words string) {
	fmt.Fprintf(w, "%s: WRONG: %s\n", what, report.Safe(strings.TrimSpace(words)))
}
