package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/migrations"
)

// selection is which findings are to be fixed and how they are found.
type selection struct {
	checks  []checks.Check
	options checks.Options
	keys    []string // of findings; empty is all of the checks
	from    *report.Document
}

// fixSelection reads arguments and flags: a KEY is a finding's key, or the ID
// of a check.
func fixSelection(c *cli.Context, flags fixFlags) (selection, error) {
	var s selection
	var err error
	if s.options.Thresholds, err = thresholdsOf(c); err != nil {
		return s, err
	}
	if s.options.Timeout, err = timeoutOf(c); err != nil {
		return s, err
	}
	if s.options.Jobs, err = jobsOf(c); err != nil {
		return s, err
	}
	var named []string
	for _, word := range c.Args().Slice() {
		id, object, isKey := strings.Cut(word, ":")
		check, err := findCheck(id)
		if err != nil {
			return s, err
		}
		if isKey {
			s.keys = append(s.keys, check.Describe().ID+":"+object)
		}
		named = append(named, check.Describe().ID)
	}
	if s.checks, err = selectChecks(c, named); err != nil {
		return s, err
	}
	if flags.from != "" {
		doc, err := readDocument(c)
		if err != nil {
			return s, err
		}
		s.from = &doc
	}
	return s, nil
}

// planned is a plan with everything around it.
type planned struct {
	rehearsals []migrations.Rehearsal // by step, if there was one
	stage      *target                // where it was rehearsed
	unseen     map[string]bool        // findings that the clone does not show
	plan       fixes.Plan
	outcomes   []migrations.Outcome
	applied    bool
	findings   map[string]checks.Finding
	selection  selection

	// of a procedure, which cures no finding
	procedure string
	leftTitle string
	verify    func(ctx context.Context) (bool, error)
}

// planFor finds what is sick, plans its cure and proves it. It only reads.
func planFor(c *cli.Context, t *target, s selection, flags fixFlags) (*planned, error) {
	findings, results, err := findingsFor(c, t, s)
	if err != nil {
		return nil, err
	}
	return makePlan(c, t, s, flags, findings, results)
}

// makePlan plans and proves the cure of findings. Results are those of checks
// that ran meanwhile, and save running them again.
func makePlan(c *cli.Context, t *target, s selection, flags fixFlags, findings []checks.Finding, results []checks.Result) (*planned, error) {
	schema, err := checks.LoadSchema(c.Context, t.DB, t.Server, s.options.Timeout)
	if err != nil {
		return nil, err
	}
	broken, err := trust(c, t, s, &schema, findings, results)
	if err != nil {
		return nil, err
	}
	entries, err := readHistory(c, t)
	if err != nil && (flags.apply || !errors.Is(err, migrations.ErrDenied)) {
		return nil, err // a plan that is only shown needs no versions above the record's
	}
	options := fixes.Options{
		Server: t.Server, Schema: schema, MaxRisk: flags.maxRisk, Strategies: flags.strategies, Broken: broken,
		FirstVersion: firstVersion(time.Now(), entries, flags.folder),
	}
	plan, err := fixes.PlanOn(c.Context, t.DB, findings, options, s.options.Timeout)
	if err == nil && flags.choose {
		if err := choose(c, t, plan, options.Strategies, s.options.Timeout); err != nil {
			return nil, err
		}
		plan, err = fixes.PlanOn(c.Context, t.DB, findings, options, s.options.Timeout)
	}
	if err != nil {
		return nil, fmt.Errorf("plan: %w", err)
	}
	if plan.Known, err = knownObjects(s.from); err != nil {
		return nil, err
	}
	if err := proveWithin(c.Context, t, findings, &plan, options, s.options.Timeout, flags.freeDisk); err != nil {
		return nil, err
	}
	p := &planned{plan: plan, findings: map[string]checks.Finding{}, selection: s}
	for _, finding := range findings {
		p.findings[finding.Key] = finding
	}
	return p, nil
}

// proveWithin proves a plan, and where it needs more disk than is free, plans again
// without what has no room.
func proveWithin(ctx context.Context, t *target, findings []checks.Finding, plan *fixes.Plan, options fixes.Options, timeout time.Duration, free int64) error {
	for {
		if err := fixes.Prove(ctx, t.DB, t.Server, plan, timeout); err != nil {
			return fmt.Errorf("prove the plan: %w", err)
		}
		if free == 0 {
			return nil
		}
		over := plan.Exceeding(free)
		if len(over) == 0 {
			return nil
		}
		maps.Copy(over, options.Unfit)
		options.Unfit = over
		smaller, err := fixes.PlanOn(ctx, t.DB, findings, options, timeout)
		if err != nil {
			return fmt.Errorf("plan: %w", err)
		}
		smaller.Known = plan.Known
		*plan = smaller
	}
}

// findingsFor runs the checks, or takes the findings of a saved report, and
// keeps those that were asked for. Results are those of checks that ran.
func findingsFor(c *cli.Context, t *target, s selection) ([]checks.Finding, []checks.Result, error) {
	var findings []checks.Finding
	var results []checks.Result
	if s.from != nil {
		var err error
		if findings, err = saved(*s.from, s.checks); err != nil {
			return nil, nil, err
		}
	} else {
		results = examine(c, t, s.checks, s.options).Results
		for _, result := range results {
			findings = append(findings, result.Findings...)
			// objects that could not be examined are in no plan: nobody may take that for a cure
			if result.Status == checks.Skipped && len(result.Unknown) > 0 {
				fmt.Fprintf(c.App.ErrWriter, "%s was not examined in full, so the plan may lack fixes: %s\n", result.Doc.ID, report.Safe(result.Reason))
			}
			if result.Status == checks.Failed {
				fmt.Fprintf(c.App.ErrWriter, "%s failed, so the plan is without it: %s\n", result.Doc.ID, report.Safe(result.Reason))
			}
		}
		if c.Context.Err() != nil {
			return nil, nil, c.Context.Err()
		}
	}
	if len(s.keys) == 0 {
		return findings, results, nil
	}
	var kept []checks.Finding
	for _, key := range s.keys {
		i := slices.IndexFunc(findings, func(f checks.Finding) bool { return f.Key == key })
		if i < 0 {
			return nil, nil, usage("there is no finding %s now: pgdoctor check lists them", report.Safe(key))
		}
		kept = append(kept, findings[i])
	}
	return kept, results, nil
}

// saved reads the findings of a report back into their checks' rows.
func saved(doc report.Document, list []checks.Check) ([]checks.Finding, error) {
	var findings []checks.Finding
	for _, found := range doc.Checks {
		check, ok := checks.Find(found.ID)
		if !ok || !slices.Contains(list, check) {
			continue
		}
		for _, f := range found.Findings {
			evidence, err := check.Decode(f.Evidence)
			if err != nil {
				return nil, usage("--from: %s", err)
			}
			findings = append(findings, checks.Finding{
				Key: f.Key, Check: check.Describe().ID, Severity: f.Severity, Object: f.Object, Message: f.Message, Evidence: evidence,
			})
		}
	}
	return findings, nil
}

// trust leaves out of a schema the inferred references that most rows break:
// following one of those, a merge or a quarantine would change rows that only
// look related. It returns the references that some rows break.
func trust(c *cli.Context, t *target, s selection, schema *checks.Schema, findings []checks.Finding, results []checks.Result) ([]checks.Reference, error) {
	movesRows := slices.ContainsFunc(findings, func(f checks.Finding) bool {
		cure, ok := fixes.CureOf(f.Check)
		return ok && cure.Risk == fixes.Data
	})
	if !movesRows {
		return nil, nil
	}
	ran := slices.IndexFunc(results, func(r checks.Result) bool { return r.Doc.ID == checks.OrphanRows.ID })
	if ran < 0 {
		results, ran = checks.Run(c.Context, t.DB, t.Server, []checks.Check{checks.OrphanRows}, s.options), 0
	}
	result := results[ran]
	if result.Status == checks.Failed || result.Status == checks.Skipped {
		return nil, fmt.Errorf("which columns refer to which tables could not be examined, so no rows may be moved: %s", result.Reason)
	}
	doubtful := map[string]bool{}
	var broken []checks.Reference
	for _, finding := range result.Findings {
		if row, ok := finding.Evidence.(checks.OrphanedReference); ok {
			doubtful[row.Object()] = row.Doubtful
			broken = append(broken, row.Reference)
		}
	}
	schema.References = slices.DeleteFunc(schema.References, func(r checks.Reference) bool {
		return r.Origin != checks.Declared && doubtful[r.Object()]
	})
	return broken, nil
}

func readHistory(c *cli.Context, t *target) ([]migrations.Entry, error) {
	conn, err := postgres.Connect(c.Context, t.Config)
	if err != nil {
		return nil, err
	}
	defer conn.Close(c.Context)
	return migrations.History(c.Context, conn)
}

// verdict turns what became of a plan into the command's error.
func (p *planned) verdict(failure error) error {
	if failure != nil {
		return failure
	}
	var not []string
	refused := map[string]bool{}
	for i, outcome := range p.outcomes {
		key := p.plan.Steps[i].Cures
		refused[key] = refused[key] || outcome.Status == migrations.Refused
		last := i+1 == len(p.outcomes) || p.plan.Steps[i+1].Cures != key
		// Refused and yet gone: somebody else cured it since the plan was made.
		gone := outcome.Cured != nil && *outcome.Cured
		if last && !gone && (refused[key] || outcome.Cured != nil) {
			not = append(not, key)
		}
	}
	if len(not) > 0 {
		return &uncleanError{"not cured: " + strings.Join(not, ", ")}
	}
	if len(p.selection.keys) > 0 && len(p.plan.Unfixed) > 0 {
		return &uncleanError{"not fixed: " + p.plan.Unfixed[0].Finding + ": " + p.plan.Unfixed[0].Reason}
	}
	return nil
}
