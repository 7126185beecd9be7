package main

import (
	"encoding/json"
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// rememberObjects writes into a report what the fixes of its findings would be
// about, so that a plan from the saved report notices what changed since. A
// report without it is as true, and so an error only goes to standard error.
func rememberObjects(c *cli.Context, t *target, run checks.Report, options checks.Options, doc *report.Document) {
	var findings []checks.Finding
	for _, result := range run.Results {
		for _, finding := range result.Findings {
			if _, curable := fixes.CureOf(finding.Check); curable {
				findings = append(findings, finding)
			}
		}
	}
	if len(findings) == 0 || c.Context.Err() != nil {
		return
	}
	objects, err := objectsOf(c, t, findings, options)
	if err != nil {
		fmt.Fprintf(c.App.ErrWriter, "the report does not hold what its fixes are about, so that fix --from cannot tell what changed since: %s\n", errorLine(err))
		return
	}
	doc.Objects = objects
}

func objectsOf(c *cli.Context, t *target, findings []checks.Finding, options checks.Options) ([]json.RawMessage, error) {
	schema, err := checks.LoadSchema(c.Context, t.DB, t.Server, options.Timeout)
	if err != nil {
		return nil, err
	}
	plan, err := fixes.NewPlan(findings, fixes.Options{Server: t.Server, Schema: schema, MaxRisk: fixes.Disruptive, FirstVersion: 1})
	if err != nil {
		return nil, err
	}
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
