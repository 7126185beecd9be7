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
	"github.com/pgdoctor/pgdoctor/internal/config"
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

	configured config.File
}

// fixSelection reads arguments and flags: a KEY is a finding's key, or the ID
// of a check.
func fixSelection(c *cli.Context, flags fixFlags) (selection, error) {
	var s selection
	var err error
	if s.options.Timeout, err = timeoutOf(c); err != nil {
		return s, err
	}
	if s.options.Jobs, err = jobsOf(c); err != nil {
		return s, err
	}
	var named []string
	for _, word := range c.Args().Slice() {
		id, _, _ := strings.Cut(word, ":")
		named = append(named, id)
	}
	e, err := effective(c, named)
	if err != nil {
		return s, err
	}
	for _, word := range c.Args().Slice() {
		if id, object, isKey := strings.Cut(word, ":"); isKey {
			check, err := findCheck(e.File, id)
			if err != nil {
				return s, err
			}
			s.keys = append(s.keys, check.Describe().ID+":"+object)
		}
	}
	if s.checks, err = selectChecks(e); err != nil {
		return s, err
	}
	s.configured = e.File
	e.Apply(&s.options, time.Now())
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
	ignored    []checks.Ignored
	selection  selection

	// of a procedure, which cures no finding
	procedure string
	leftTitle string
	verify    func(ctx context.Context) (bool, error)
}

// planFor finds what is sick, plans its cure and proves it. It only reads.
func planFor(c *cli.Context, t *target, s selection, flags fixFlags) (*planned, error) {
	found, err := findingsFor(c, t, s)
	if err != nil {
		return nil, err
	}
	p, err := makePlan(c, t, s, flags, found.findings, found.results)
	if err != nil {
		return nil, err
	}
	p.ignored = found.ignored
	return p, nil
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
		FirstVersion: firstVersion(time.Now(), entries, flags.folder), Custom: customOf(s.configured, s.options),
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

// found is what there is to fix.
type found struct {
	findings []checks.Finding
	ignored  []checks.Ignored // by the configuration file: not to be fixed
	results  []checks.Result  // of the checks that ran
}

// findingsFor runs the checks, or takes the findings of a saved report, and
// keeps those that were asked for.
func findingsFor(c *cli.Context, t *target, s selection) (found, error) {
	var all found
	if s.from != nil {
		var err error
		if all, err = saved(*s.from, s.configured, s.checks, s.options); err != nil {
			return all, err
		}
	} else {
		all = examined(c, t, s)
		if c.Context.Err() != nil {
			return all, c.Context.Err()
		}
	}
	if len(s.keys) == 0 {
		return all, nil
	}
	var kept []checks.Finding
	for _, key := range s.keys {
		for _, ignored := range all.ignored {
			if ignored.Finding.Key == key {
				return all, usage("%s is ignored by %s (%s): --config none fixes it all the same", report.Safe(key), ignored.From, ignored.Reason)
			}
		}
		i := slices.IndexFunc(all.findings, func(f checks.Finding) bool { return f.Key == key })
		if i < 0 {
			return all, usage("there is no finding %s now: pgdoctor check lists them", report.Safe(key))
		}
		kept = append(kept, all.findings[i])
	}
	all.findings = kept
	return all, nil
}

// examined runs the checks, and says of which objects the plan will know nothing.
func examined(c *cli.Context, t *target, s selection) found {
	all := found{results: examine(c, t, s.checks, s.options).Results}
	for _, result := range all.results {
		all.findings = append(all.findings, result.Findings...)
		all.ignored = append(all.ignored, result.Ignored...)
		// objects that could not be examined are in no plan: nobody may take that for a cure
		if result.Status == checks.Skipped && len(result.Unknown) > 0 {
			fmt.Fprintf(c.App.ErrWriter, "%s was not examined in full, so the plan may lack fixes: %s\n", result.Doc.ID, report.Safe(result.Reason))
		}
		if result.Status == checks.Failed {
			fmt.Fprintf(c.App.ErrWriter, "%s failed, so the plan is without it: %s\n", result.Doc.ID, report.Safe(result.Reason))
		}
	}
	return all
}

// saved reads the findings of a report back into their checks' rows. The
// configuration file counts as it is now.
func saved(doc report.Document, file config.File, list []checks.Check, options checks.Options) (found, error) {
	var all found
	for _, entry := range doc.Checks {
		check, ok := file.Find(entry.ID)
		if !ok || !slices.Contains(list, check) {
			continue
		}
		for _, f := range entry.Findings {
			evidence, err := check.Decode(f.Evidence)
			if err != nil {
				return all, usage("--from: %s", err)
			}
			if schema := checks.SchemaOf(evidence); schema != "" && options.Schema != nil && !options.Schema(schema) {
				continue
			}
			finding := checks.Finding{
				Key: f.Key, Check: check.Describe().ID, Severity: f.Severity, Object: f.Object, Message: f.Message, Evidence: evidence,
			}
			if options.Review != nil {
				if ignored := options.Review(&finding); ignored != nil {
					all.ignored = append(all.ignored, *ignored)
					continue
				}
			}
			all.findings = append(all.findings, finding)
		}
	}
	return all, nil
}

// trust leaves out of a schema the inferred references that most rows break:
// following one of those, a merge or a quarantine would change rows that only
// look related. It returns the references that some rows break.
func trust(c *cli.Context, t *target, s selection, schema *checks.Schema, findings []checks.Finding, results []checks.Result) ([]checks.Reference, error) {
	movesRows := slices.ContainsFunc(findings, func(f checks.Finding) bool {
		check, ok := checks.Find(f.Check) // the fixes that users wrote follow no references
		if !ok {
			return false
		}
		cure, ok := fixes.CureOf(check.Describe())
		return ok && cure.Risk == fixes.Data
	})
	if !movesRows {
		return nil, nil
	}
	ran := slices.IndexFunc(results, func(r checks.Result) bool { return r.Doc.ID == checks.OrphanRows.ID })
	if ran < 0 || s.options.Schema != nil {
		everywhere := s.options
		everywhere.Schema = nil // what is not to be examined may refer to rows that move
		results, ran = checks.Run(c.Context, t.DB, t.Server, []checks.Check{checks.OrphanRows}, everywhere), 0
	}
	result := results[ran]
	if result.Status == checks.Failed || result.Status == checks.Skipped {
		return nil, fmt.Errorf("which columns refer to which tables could not be examined, so no rows may be moved: %s", result.Reason)
	}
	doubtful := map[string]bool{}
	var broken []checks.Reference
	for _, finding := range result.Everything() {
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
