package main

import (
	"context"
	"fmt"
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

// runRehearsal rehearses the plan on the target or on a clone, and draws it
// with what was seen.
func (p *planned) runRehearsal(c *cli.Context, t *target, flags fixFlags, draw func() error) error {
	if len(p.plan.Steps) == 0 {
		return draw()
	}
	var err error
	if flags.clone != "" {
		err = p.rehearseOn(c, t, flags)
	} else {
		p.stage = t
		p.rehearsals, err = migrations.Rehearse(c.Context, t.Config, t.Server, toolVersion(), p.plan.Steps, logTo(c))
	}
	if err != nil {
		return err
	}
	if err := draw(); err != nil {
		return err
	}
	return p.rehearsed()
}

// rehearsed turns what was seen into the command's error.
func (p *planned) rehearsed() error {
	var refused []string
	for i, seen := range p.rehearsals {
		step := p.plan.Steps[i]
		switch {
		case seen.Status == migrations.RehearsalFailed:
			return fmt.Errorf("the rehearsal failed: %s: %s", step.Slug, seen.Reason)
		case seen.Status == migrations.RehearsalRefused:
			refused = append(refused, step.Slug+" would be refused: "+seen.Reason)
		case seen.Cured != nil && !*seen.Cured:
			refused = append(refused, "not cured on the clone: "+step.Cures)
		}
	}
	if len(refused) > 0 {
		return &uncleanError{strings.Join(refused, "; ")}
	}
	return nil
}

// rehearseOn runs the plan on the clone that the user names.
func (p *planned) rehearseOn(c *cli.Context, t *target, flags fixFlags) error {
	clone, err := openClone(c, "--rehearse-on", flags.clone)
	if err != nil {
		return err
	}
	defer clone.Close()
	sameServer, sameDatabase, err := sharesServer(c.Context, t, clone)
	switch {
	case err != nil:
		return err
	case sameDatabase:
		return usage("--rehearse-on leads to the database itself: name a copy of it, such as one made by CREATE DATABASE … TEMPLATE, pg_restore or from a base backup")
	case clone.Server.Standby:
		return usage("--rehearse-on leads to a standby, where nothing can be changed: promote a copy of it, or name another clone")
	}
	p.rehearsals = make([]migrations.Rehearsal, len(p.plan.Steps))
	p.stage = clone
	p.leaveOut(sameServer)
	copied, err := p.planOnClone(c, t, clone, flags)
	if err != nil {
		return err
	}
	if len(copied.plan.Steps) == 0 {
		return nil
	}
	others, err := otherSessions(c.Context, clone)
	if err != nil {
		return err
	}
	if others > 0 {
		fmt.Fprintf(c.App.ErrWriter, "%s of others in the clone: they notice what is done there\n", report.Count(others, "session"))
	}
	line := newProgress(c.App.ErrWriter, 2*len(copied.plan.Steps))
	defer line.Clear()
	evidence := map[string]any{}
	for key, finding := range copied.findings {
		evidence[key] = finding.Evidence
	}
	seen, err := migrations.RehearseOn(c.Context, clone.Config, clone.Server, toolVersion(), copied.plan.Steps, migrations.Options{
		Evidence: evidence,
		MaxWait:  c.Duration("max-wait"),
		Progress: func(step fixes.Step) { line.Say("on the clone: " + step.Slug) },
		Verify:   func(ctx context.Context, key string) (bool, error) { return copied.cured(ctx, clone, key) },
	}, logTo(c))
	for i, step := range p.plan.Steps {
		if p.rehearsals[i].Status != "" || len(seen) == 0 {
			continue
		}
		p.rehearsals[i], seen = seen[0], seen[1:]
		if copied.unseen[step.Cures] && p.rehearsals[i].Cured != nil && p.rehearsals[i].Status == migrations.Rehearsed { // it was gone all along
			p.rehearsals[i].Cured, p.rehearsals[i].Returned = nil, nil
			p.rehearsals[i].Reason = "the clone, having other statistics, does not show the finding: that it goes is not proven"
		}
	}
	return err
}

// openClone is openTarget for the clone; what is wrong with its connection
// string is said of its flag.
func openClone(c *cli.Context, flag, dsn string) (*target, error) {
	config, err := postgres.ParseDSN(dsn)
	if err != nil {
		return nil, usage("%s: %s", flag, err)
	}
	db, err := postgres.Open(c.Context, config, max(1, c.Int("jobs")))
	if err != nil {
		return nil, fmt.Errorf("the clone: %w", err)
	}
	server, err := postgres.Probe(c.Context, db, max(c.Duration("timeout"), defaultTimeout))
	if err != nil {
		db.Close()
		return nil, fmt.Errorf("the clone: %w", err)
	}
	return &target{Config: config, DB: db, Server: server, Target: postgres.TargetOf(config)}, nil
}

// sharesServer says whether the clone is a database of the target's own server,
// or even the target. A lock that one of them takes and the other sees is the
// proof: names, addresses and system identifiers can differ for the same server,
// and be the same for a physical copy.
func sharesServer(ctx context.Context, t, clone *target) (sameServer, sameDatabase bool, err error) {
	key := time.Now().UnixNano() // fits 63 bits, and two at the same nanosecond do no harm
	tx, err := t.DB.BeginTxx(ctx, nil)
	if err != nil {
		return false, false, fmt.Errorf("compare clone and target: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // nothing was written
	if _, err := tx.ExecContext(ctx, "SELECT pg_catalog.pg_advisory_xact_lock_shared($1)", key); err != nil {
		return false, false, fmt.Errorf("compare clone and target: %w", err)
	}
	err = clone.DB.QueryRowContext(ctx, `
		SELECT pg_catalog.count(*) > 0,
			coalesce(pg_catalog.bool_or(l.database = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())), false)
		FROM pg_catalog.pg_locks AS l
		WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
		  AND l.classid::bigint = $1 AND l.objid::bigint = $2`, key>>32, key&0xffffffff).Scan(&sameServer, &sameDatabase)
	if err != nil {
		return false, false, fmt.Errorf("compare clone and target: %w", err)
	}
	return sameServer, sameDatabase, nil
}

func otherSessions(ctx context.Context, clone *target) (int, error) {
	var n int
	err := clone.DB.GetContext(ctx, &n, `
		SELECT pg_catalog.count(*)
		FROM pg_catalog.pg_stat_activity AS a
		WHERE a.datname = pg_catalog.current_database()
		  AND a.backend_type = 'client backend'
		  AND a.application_name IS DISTINCT FROM pg_catalog.current_setting('application_name')`)
	if err != nil {
		return 0, fmt.Errorf("count the sessions of the clone: %w", err)
	}
	return n, nil
}

// leaveOut marks the fixes that mean nothing on a clone, or would reach the
// target through the server that both are on.
func (p *planned) leaveOut(sameServer bool) {
	why := map[string]string{}
	for _, step := range p.plan.Steps {
		switch {
		case step.Reach == fixes.OfMoment:
			why[step.Cures] = "it is about sessions, slots or prepared transactions of the target, which no clone has"
		case step.Reach == fixes.OnServer && sameServer && why[step.Cures] == "":
			why[step.Cures] = "it changes more than a database, and the clone is on the target's own server"
		}
	}
	for i, step := range p.plan.Steps {
		if why[step.Cures] != "" {
			p.rehearsals[i] = migrations.Rehearsal{Status: migrations.NotRehearsed, Reason: why[step.Cures]}
		}
	}
}

// planOnClone makes the same plan for the clone, and refuses where that cannot be.
func (p *planned) planOnClone(c *cli.Context, t, clone *target, flags fixFlags) (*planned, error) {
	findings, unseen, err := p.findOnClone(c, t, clone)
	if err != nil {
		return nil, err
	}
	selection := p.selection
	selection.keys, selection.from = nil, nil // its objects are the target's
	copied, err := makePlan(c, clone, selection, flags, findings, nil)
	if err != nil {
		return nil, fmt.Errorf("the clone: %w", err)
	}
	var here, there []string
	for i, step := range p.plan.Steps {
		if p.rehearsals[i].Status == "" {
			here = append(here, step.Kind+" "+step.Cures)
		}
	}
	for _, step := range copied.plan.Steps {
		there = append(there, step.Kind+" "+step.Cures)
	}
	if slices.Equal(here, there) {
		copied.unseen = unseen
		return copied, nil
	}
	for _, unfixed := range copied.plan.Unfixed {
		return nil, usage("the clone differs, so that the plan would be another one there: %s: %s", unfixed.Finding, unfixed.Reason)
	}
	return nil, usage("the clone differs, so that the plan would be another one there: %d steps instead of %d", len(there), len(here))
}

// findOnClone finds on the clone what is to be rehearsed. Some of it a server
// learns only from its clients, as statistics, and a clone cannot know: where
// the relations look the same, the target's evidence serves.
func (p *planned) findOnClone(c *cli.Context, t, clone *target) (findings []checks.Finding, unseen map[string]bool, err error) {
	steps := map[string][]fixes.Step{}
	var list []checks.Check
	for i, step := range p.plan.Steps {
		if p.rehearsals[i].Status != "" {
			continue
		}
		steps[step.Cures] = append(steps[step.Cures], step)
		if check, ok := checks.Find(p.findings[step.Cures].Check); ok && !slices.Contains(list, check) {
			list = append(list, check)
		}
	}
	found := map[string]checks.Finding{}
	for _, result := range checks.Run(c.Context, clone.DB, clone.Server, list, p.selection.options) {
		if result.Status == checks.Failed {
			return nil, nil, fmt.Errorf("the clone: %s: %s", result.Doc.ID, result.Reason)
		}
		for _, finding := range result.Findings {
			found[finding.Key] = finding
		}
	}
	if err := c.Context.Err(); err != nil {
		return nil, nil, err
	}
	unseen = map[string]bool{}
	var missing []string
	for key, all := range steps {
		finding, ok := found[key]
		if !ok {
			finding, unseen[key] = p.findings[key], true
			differs, err := looksOther(c.Context, t, clone, all, p.selection.options.Timeout)
			if err != nil {
				return nil, nil, err
			}
			if differs != "" {
				missing = append(missing, key+" ("+differs+")")
			}
		}
		findings = append(findings, finding)
	}
	if len(missing) > 0 {
		slices.Sort(missing)
		return nil, nil, usage("the clone does not have %s, so that nothing could be proven there: take a newer copy, or name the findings to rehearse", strings.Join(missing, ", "))
	}
	return findings, unseen, nil
}

// looksOther says which relation of some steps is another on the clone, "" for none.
func looksOther(ctx context.Context, t, clone *target, steps []fixes.Step, timeout time.Duration) (string, error) {
	here, err := fixes.Identify(ctx, t.DB, steps, timeout)
	if err != nil {
		return "", fmt.Errorf("read the relations of the plan: %w", err)
	}
	there, err := fixes.Identify(ctx, clone.DB, steps, timeout)
	if err != nil {
		return "", fmt.Errorf("the clone: read the relations of the plan: %w", err)
	}
	for _, object := range fixes.Sorted(here) {
		other, ok := fixes.Same(there, object)
		switch {
		case !ok:
			return object.Object + " is not there", nil
		case !object.Looks(other):
			return object.Object + " is defined in another way there", nil
		}
	}
	return "", nil
}

// rehearsalOf is the rehearsal of a step as it is drawn, nil where there was none.
func (p *planned) rehearsalOf(i int) *report.Rehearsal {
	if i >= len(p.rehearsals) {
		return nil
	}
	seen := p.rehearsals[i]
	drawn := &report.Rehearsal{
		Status: string(seen.Status), Reason: seen.Reason, Cured: seen.Cured, Returned: seen.Returned, OneBatch: seen.Batch, Leaves: seen.Leaves,
		Up: milliseconds(seen.Up), Down: milliseconds(seen.Down), Again: milliseconds(seen.Again), Locks: []report.PlanLock{},
	}
	for _, lock := range seen.Locks {
		drawn.Locks = append(drawn.Locks, report.PlanLock(lock))
	}
	for _, lock := range seen.Undeclared {
		drawn.Undeclared = append(drawn.Undeclared, report.PlanLock(lock))
	}
	return drawn
}

// milliseconds is a time as it is drawn, nil for none.
func milliseconds(took time.Duration) *float64 {
	if took == 0 {
		return nil
	}
	value := float64(took.Microseconds()) / 1000
	return &value
}
