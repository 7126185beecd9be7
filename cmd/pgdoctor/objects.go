package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// enrich adds to a report what only a saved or a drawn one is to hold. A report
// without it is as true: its error is no reason to fail.
func enrich(c *cli.Context, t *target, run checks.Report, e config.Effective, options checks.Options, doc *report.Document) error {
	err := rememberObjects(c, t, run, e, options, doc)
	if !named(c) {
		doc.Overview = checks.Overview(c.Context, t.DB, t.Server, options.Timeout)
	}
	return err
}

// rememberObjects writes into a report what the fixes of its findings would be
// about, so that a plan from the saved report notices what changed since, and
// what they would run.
func rememberObjects(c *cli.Context, t *target, run checks.Report, e config.Effective, options checks.Options, doc *report.Document) error {
	var findings []checks.Finding
	for _, result := range run.Results {
		for _, finding := range result.Findings {
			if _, curable := fixes.CureOf(result.Doc); curable {
				findings = append(findings, finding)
			}
		}
	}
	if len(findings) == 0 || c.Context.Err() != nil {
		return nil
	}
	plan, err := planOf(c, t, findings, e, options)
	if err == nil {
		rememberSQL(doc, plan.Steps)
		doc.Objects, err = objectsOf(c, t, plan, options)
	}
	if err != nil {
		return fmt.Errorf("the report does not hold what its fixes are about, so that fix --from cannot tell what changed since: %w", err)
	}
	return nil
}

func planOf(c *cli.Context, t *target, findings []checks.Finding, e config.Effective, options checks.Options) (fixes.Plan, error) {
	schema, err := checks.LoadSchema(c.Context, t.DB, t.Server, options.Timeout)
	if err != nil {
		return fixes.Plan{}, err
	}
	return fixes.NewPlan(findings, fixes.Options{
		Server: t.Server, Schema: schema, MaxRisk: fixes.Disruptive, FirstVersion: 1, Custom: customOf(e.File, options),
	})
}

// rememberSQL writes the SQL of fixes into a report, where somebody may run it
// by hand as well: what moves rows or changes the server needs what pgdoctor
// does around it, and so does what uses pgdoctor's own schema.
func rememberSQL(doc *report.Document, steps []fixes.Step) {
	byKey := map[string]string{}
	for i := 0; i < len(steps); {
		end := fixes.EndOf(steps, i)
		if text, ok := byHand(steps[i:end]); ok {
			byKey[steps[i].Cures] = text
		}
		i = end
	}
	for _, check := range doc.Checks {
		for i := range check.Findings {
			if finding := &check.Findings[i]; finding.Fix != nil {
				finding.Fix.SQL = byKey[finding.Key]
			}
		}
	}
}

// byHand is the SQL of one fix for psql, if it can be run there.
func byHand(steps []fixes.Step) (string, bool) {
	var out strings.Builder
	for _, step := range steps {
		if step.Risk.Rank() > fixes.Locking.Rank() || strings.Contains(step.Up, "pgdoctor") {
			return "", false
		}
		if step.Risk == fixes.Locking && out.Len() == 0 {
			out.WriteString("SET lock_timeout = '2s'; -- nobody waits for long; try again where it cannot have its lock\n")
		}
		out.WriteString(strings.TrimSpace(step.Up) + "\n")
	}
	return out.String(), true
}

func objectsOf(c *cli.Context, t *target, plan fixes.Plan, options checks.Options) ([]json.RawMessage, error) {
	identities, err := fixes.Identify(c.Context, t.DB, plan.Steps, options.Timeout)
	if err != nil {
		return nil, err
	}
	var objects []json.RawMessage
	for _, identity := range fixes.Sorted(identities) {
		text, err := json.Marshal(identity)
		if err != nil {
			return nil, err
		}
		objects = append(objects, text)
	}
	return objects, nil
}

// knownObjects are those of a saved report.
func knownObjects(doc *report.Document) ([]fixes.Identity, error) {
	if doc == nil {
		return nil, nil
	}
	known := make([]fixes.Identity, len(doc.Objects))
	for i, text := range doc.Objects {
		if err := json.Unmarshal(text, &known[i]); err != nil {
			return nil, usage("--from: read what its fixes are about: %s", err)
		}
	}
	return known, nil
}
