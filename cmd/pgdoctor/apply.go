package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/migrations"
)

// apply runs the plan and notes what became of each step.
func (p *planned) apply(c *cli.Context, t *target) error {
	record, err := migrations.Open(c.Context, t.Config, t.Server, toolVersion(), logTo(c))
	if err != nil {
		return err
	}
	defer record.Close()
	p.applied = true
	evidence := map[string]any{}
	for key, finding := range p.findings {
		evidence[key] = finding.Evidence
	}
	line := newProgress(c.App.ErrWriter, len(p.plan.Steps))
	defer line.Clear()
	stop, restore := stopGently(c.Context, gently(c, "step"))
	defer restore()
	done, title := 0, ""
	p.outcomes, err = record.Apply(c.Context, p.plan.Steps, migrations.Options{
		Evidence: evidence,
		Stop:     stop,
		MaxWait:  c.Duration("max-wait"),
		Progress: func(step fixes.Step) {
			done++
			title = fmt.Sprintf("step %d of %d: %s", done, len(p.plan.Steps), step.Slug)
			line.Say(title)
		},
		Watch:  func(text string) { line.Say(watched(title, text)) },
		Verify: func(ctx context.Context, key string) (bool, error) { return p.cured(ctx, t, key) },
	})
	return err
}

// permitted refuses before anything is done, the record of it included, what this
// role could not do to its end.
func permitted(c *cli.Context, t *target, rights []fixes.Right) error {
	conn, err := postgres.Connect(c.Context, t.Config)
	if err != nil {
		return err
	}
	defer conn.Close(c.Context)
	return migrations.Permitted(c.Context, conn, rights)
}

// healFirst settles what an interrupted run left, before anything is planned: a
// half dropped index is no finding, and a step whose work was done before that
// could be written down leaves nothing to plan.
func healFirst(c *cli.Context, t *target) error {
	if err := permitted(c, t, nil); err != nil {
		return err
	}
	entries, err := readHistory(c, t)
	if err != nil || !slices.ContainsFunc(entries, migrations.Entry.Unsettled) {
		return err
	}
	record, err := migrations.Open(c.Context, t.Config, t.Server, toolVersion(), logTo(c))
	if err != nil {
		return err
	}
	record.Close()
	return nil
}

// cured runs the check of a finding again and looks for its key.
func (p *planned) cured(ctx context.Context, t *target, key string) (bool, error) {
	if p.verify != nil {
		return p.verify(ctx)
	}
	check, ok := p.selection.configured.Find(p.findings[key].Check)
	if !ok {
		return false, fmt.Errorf("no check has finding %s", key)
	}
	result := checks.Run(ctx, t.DB, t.Server, []checks.Check{check}, p.selection.options)[0]
	if result.Status == checks.Failed || result.Status == checks.Skipped && len(result.Unknown) > 0 {
		return false, fmt.Errorf("%s", result.Reason)
	}
	return !slices.ContainsFunc(result.Findings, func(f checks.Finding) bool { return f.Key == key }), nil
}

// gently says what the first Ctrl-C does while steps run.
func gently(c *cli.Context, unit string) func() {
	return func() {
		logTo(c)("stopping after this " + unit + "; Ctrl-C again cancels it")
	}
}

// maxWaitFlag bounds how long others may be in the way.
func maxWaitFlag() cli.Flag {
	return &cli.DurationFlag{Name: "max-wait", Usage: "give a step up when other sessions are in its way for `TIME`", Value: migrations.DefaultMaxWait}
}

// maxWaitOf refuses what is no time to wait.
func maxWaitOf(c *cli.Context) error {
	if c.Duration("max-wait") <= 0 {
		return usage("--max-wait %s: wants a time above zero, such as 30s or 10m", c.Duration("max-wait"))
	}
	return nil
}

// logTo writes progress for people to standard error.
func logTo(c *cli.Context) func(string) {
	drawn := newProgress(c.App.ErrWriter, 0)
	return func(line string) {
		drawn.Clear()
		fmt.Fprintln(c.App.ErrWriter, report.Safe(line))
	}
}

// document is the plan as it is drawn.
func (p *planned) document(t *target) report.PlanDocument {
	empty := report.New(checks.Report{Server: t.Server, Target: t.Target}, toolVersion(), nil)
	doc := report.PlanDocument{
		Format: report.Format, Tool: empty.Tool, Target: empty.Target, Applied: p.applied,
		Steps: []report.PlanStep{}, Unfixed: []report.Unfixed{},
		Procedure: p.procedure, LeftTitle: p.leftTitle,
	}
	if p.stage != nil {
		on := report.New(checks.Report{Server: p.stage.Server, Target: p.stage.Target}, toolVersion(), nil).Target
		doc.RehearsedOn = &on
	}
	for i, step := range p.plan.Steps {
		file := migrations.Render(step, migrations.ToRecord, toolVersion())
		drawn := report.PlanStep{
			Version: step.Version, Slug: step.Slug, Finding: step.Cures, Kind: step.Kind,
			Risk: string(step.Risk), Reversible: step.Reversible, Alone: step.Alone,
			Locks: []report.PlanLock{}, Note: step.Note, Proof: step.Proof, Proven: step.Proof.Words(),
			Up: file.Up, Down: file.Down, Status: string(migrations.Planned),
			Rehearsal: p.rehearsalOf(i),
		}
		for _, lock := range step.Locks {
			drawn.Locks = append(drawn.Locks, report.PlanLock(lock))
		}
		if i < len(p.outcomes) {
			drawn.Status = string(p.outcomes[i].Status)
			drawn.Cured = p.outcomes[i].Cured
			drawn.Error = p.outcomes[i].Error
		}
		doc.Steps = append(doc.Steps, drawn)
	}
	doc.Configuration = p.selection.configured.Path
	for _, ignored := range p.ignored {
		doc.Ignored = append(doc.Ignored, report.NewIgnored(ignored))
	}
	for _, unfixed := range p.plan.Unfixed {
		doc.Unfixed = append(doc.Unfixed, report.Unfixed(unfixed))
	}
	return doc
}
