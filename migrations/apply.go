package migrations

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/pgdoctor/pgdoctor/fixes"
)

// Status is how a step of a plan ended.
type Status string

// The statuses.
const (
	Planned     Status = "planned" // not reached
	StepApplied Status = "applied"
	StepFailed  Status = "failed"  // tried, not in effect, cleaned up
	Refused     Status = "refused" // a requirement no longer holds; nothing was tried
)

// Outcome is what became of one step.
type Outcome struct {
	Status Status
	Cured  *bool // on the last step of a finding: whether the check no longer finds it
	Error  string
	Took   time.Duration // of a step that was tried, with the journal around it and all tries
}

// Options steer Apply.
type Options struct {
	// Evidence is the finding's evidence by key, for the journal.
	Evidence map[string]any
	// Verify runs the finding's check again and says whether its key is gone.
	Verify func(ctx context.Context, key string) (bool, error)
	// Progress is called before each step.
	Progress func(step fixes.Step)
	// Watch is called each second while a step runs, with how far it is: the
	// phase of an index build, rows moved; "" where nothing can be seen.
	Watch func(text string)
	// Stop, once closed, lets the running step end and starts no other.
	Stop <-chan struct{}
	// MaxWait is how long a step waits for other sessions in all, 0 for DefaultMaxWait.
	MaxWait time.Duration
}

// effectLate is how long the effect of a step may take to be seen after its end.
const effectLate = 5 * time.Second

// Apply runs the steps one by one, each by golang-migrate, and returns what
// became of each. It stops at the first that fails, with an error that says
// so; a step that is refused takes only the rest of its finding's steps along.
func (r *Record) Apply(ctx context.Context, steps []fixes.Step, options Options) ([]Outcome, error) {
	outcomes := make([]Outcome, len(steps))
	for i := range outcomes {
		outcomes[i].Status = Planned
	}
	r.watch, r.maxWait = options.Watch, cmp.Or(options.MaxWait, DefaultMaxWait)
	entries, err := r.Entries(ctx)
	if err != nil {
		return outcomes, err
	}
	if err := r.ready(ctx, fixes.Plan{Steps: steps}.Rights()); err != nil {
		return outcomes, err
	}
	if newest := Highest(slices.DeleteFunc(slices.Clone(entries), Entry.Over)); len(steps) > 0 && newest >= steps[0].Version {
		return outcomes, fmt.Errorf("another pgdoctor applied migrations since this plan was made (the newest is %d): nothing was applied, plan again", newest)
	}
	standing, err := r.standing(ctx, entries, steps)
	if err != nil {
		return outcomes, err
	}
	refused := map[string]bool{} // by finding
	for i, step := range steps {
		if err := halted(ctx, options.Stop); err != nil {
			return outcomes, fmt.Errorf("stopped before step %d of %d: %w", i+1, len(steps), err)
		}
		if entry, ok := standing[i]; ok {
			r.log(fmt.Sprintf("%s: in effect since an earlier run (migration %d)", step.Slug, entry.Version))
			outcomes[i].Status = StepApplied
			continue
		}
		reason, err := r.refuses(ctx, steps, i, refused)
		if err != nil {
			return outcomes, err
		}
		if reason != "" {
			refused[step.Cures] = true
			outcomes[i] = Outcome{Status: Refused, Error: reason}
		} else {
			if options.Progress != nil {
				options.Progress(step)
			}
			started := time.Now()
			err := r.apply(ctx, step, steps[0].Version, options)
			outcomes[i].Took = time.Since(started)
			if err != nil {
				outcomes[i].Status, outcomes[i].Error = StepFailed, err.Error()
				return outcomes, fmt.Errorf("step %d of %d, %s: %w", i+1, len(steps), step.Slug, err)
			}
			outcomes[i].Status = StepApplied
		}
		if i+1 == fixes.EndOf(steps, i) {
			outcomes[i].Cured = r.verify(ctx, step, options)
		}
	}
	return outcomes, nil
}

// refuses says why a step is not to be applied now, "" where nothing is in its way.
// Its own leftovers of an earlier attempt are cleared first.
func (r *Record) refuses(ctx context.Context, steps []fixes.Step, i int, refused map[string]bool) (string, error) {
	step := steps[i]
	if refused[step.Cures] {
		return "an earlier step of the same fix was refused", nil
	}
	if err := r.clearLeftover(ctx, step); err != nil {
		return "", fmt.Errorf("step %d of %d, %s: %w", i+1, len(steps), step.Slug, err)
	}
	return r.unmet(ctx, step)
}

// clearLeftover removes what an earlier try of the same step left and could not
// remove itself, because another transaction stood in the way.
func (r *Record) clearLeftover(ctx context.Context, step fixes.Step) error {
	if step.Leftover == "" {
		return nil
	}
	left, err := r.holds(ctx, step.Leftover)
	if err != nil || !left {
		return err
	}
	r.log(step.Slug + ": removing what an earlier try left")
	if err := r.clean(ctx, step.Clean); err != nil {
		return fmt.Errorf("remove what an earlier try left: %s", say(err))
	}
	return nil
}

// unmet says which requirement of a step does not hold now.
func (r *Record) unmet(ctx context.Context, step fixes.Step) (string, error) {
	// first, since what is required is asked of these very objects
	if changed, err := r.changed(ctx, step); changed != "" || err != nil {
		return changed, err
	}
	for _, requirement := range step.Requires {
		ok, err := r.holds(ctx, requirement.SQL)
		if err != nil {
			return "", fmt.Errorf("check what %s requires: %s", step.Slug, say(err))
		}
		if !ok {
			return requirement.Else, nil
		}
	}
	return "", nil
}

// apply runs one step, again where only others were in the way.
func (r *Record) apply(ctx context.Context, step fixes.Step, plan int64, options Options) error {
	err := r.persist(ctx, step.Slug, options.Stop, func(again bool) error {
		return r.applyOnce(ctx, step, plan, options, again)
	})
	if serverError(err) == nil {
		return err
	}
	return errors.New(say(err))
}

// persist tries until it works, or cannot, or others were in the way too often
// or for too long. Then it says who.
func (r *Record) persist(ctx context.Context, what string, stop <-chan struct{}, do func(again bool) error) error {
	began, waited := time.Now(), time.Duration(0)
	for try := 0; ; try++ {
		r.behind = ""
		err := do(try > 0)
		if err == nil || !worthAnother(err) {
			return err
		}
		text := say(err)
		if r.behind != "" {
			text += "; it waited for " + r.behind
		}
		// jitter, so that two who collide do not collide again
		pause := time.Duration(float64(retry(try)) * (0.5 + rand.Float64()))
		waited += pause // a long build that had to step back once is no wait
		if try+1 == tries || waited > r.maxWait {
			return fmt.Errorf("%s; given up after %d tries in %s", text, try+1, time.Since(began).Round(time.Second))
		}
		r.log(fmt.Sprintf("%s: %s; trying again in %s", what, text, pause.Round(100*time.Millisecond)))
		select {
		case <-ctx.Done():
		case <-stop:
		case <-time.After(pause):
		}
		if halt := halted(ctx, stop); halt != nil {
			return fmt.Errorf("%s; not tried again: %w", text, halt)
		}
	}
}

// ErrStopped means that no further step was started, as was asked.
var ErrStopped = errors.New("stopped as asked")

// halted says whether nothing new may begin.
func halted(ctx context.Context, stop <-chan struct{}) error {
	select {
	case <-stop:
		return ErrStopped
	default:
		return ctx.Err()
	}
}

func (r *Record) applyOnce(ctx context.Context, step fixes.Step, plan int64, options Options, again bool) error {
	entry, err := r.begin(ctx, step, plan, options.Evidence[step.Cures])
	if err != nil {
		return fmt.Errorf("write the journal: %w", err)
	}
	if again {
		// what moved some rows in batches counts as applied: golang-migrate would go on behind it
		version, err := r.before(ctx, entry)
		if err != nil {
			return err
		}
		if err := r.force(ctx, version); err != nil {
			return err
		}
	}
	failure := r.step(ctx, entry, 1)
	if failure == nil {
		done, err := r.takesEffect(ctx, entry)
		if err != nil {
			return err
		}
		if done || entry.Done == "" || entry.Risk == string(fixes.Data) {
			return r.exec(ctx, "UPDATE pgdoctor.journal SET state = 'applied', error = '', applied_at = pg_catalog.clock_timestamp() WHERE version = $1", entry.Version)
		}
		failure = errors.New("it ran without an error, but its effect is not to be seen")
	}
	state, rest, err := r.settleUp(ctx, entry, say(failure))
	switch pgErr := serverError(failure); {
	case err != nil:
		return fmt.Errorf("%s; cleaning up after it: %s; pgdoctor heals it at the next run", say(failure), say(err))
	case state == Applied && rest == "" && (pgErr == nil || ctx.Err() != nil):
		return nil // the connection broke, or somebody cancelled, after the work was done
	case ctx.Err() == nil:
		return failure
	case rest == "":
		return errors.New("cancelled; the step was taken back")
	}
	return errors.New("cancelled; " + rest)
}

// takesEffect waits for the effect of a step that ran, which other processes may
// have to bring about: a backend that is told to end does so when it gets to it,
// and only from 14 on does pg_terminate_backend wait for that.
func (r *Record) takesEffect(ctx context.Context, entry Entry) (bool, error) {
	for deadline := time.Now().Add(effectLate); ; {
		done, err := r.inEffect(ctx, entry)
		if done || err != nil || entry.Done == "" || time.Now().After(deadline) {
			return done, err
		}
		select {
		case <-ctx.Done():
			return false, nil
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// begin writes a step into the journal as being applied.
func (r *Record) begin(ctx context.Context, step fixes.Step, plan int64, evidence any) (Entry, error) {
	file := Render(step, ToRecord, r.tool)
	entry := Entry{
		Version: step.Version, Plan: plan, Kind: step.Kind, Slug: step.Slug, Finding: step.Cures,
		Risk: string(step.Risk), Reversible: step.Reversible, Up: file.Up, Down: file.Down,
		UpAlone: step.Alone, DownAlone: step.DownAlone, Waits: step.Waits,
		Rights: step.Rights.Down, Done: step.Done, Clean: step.Clean, Quarantine: append([]string{}, step.Quarantine...), State: Applying,
	}
	evidenceJSON, err := json.Marshal(evidence)
	if err != nil {
		return entry, err
	}
	proofJSON, err := json.Marshal(step.Proof)
	if err != nil {
		return entry, err
	}
	rightsJSON, err := json.Marshal(entry.Rights)
	if err != nil {
		return entry, err
	}
	return entry, r.exec(ctx, `
		INSERT INTO pgdoctor.journal (version, plan, kind, slug, finding, risk, reversible, up, down,
			up_alone, down_alone, waits, done, clean, quarantine, evidence, proof, tool, rights, state)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 'applying')
		ON CONFLICT (version) DO UPDATE SET plan = excluded.plan, kind = excluded.kind, slug = excluded.slug, finding = excluded.finding,
			risk = excluded.risk, reversible = excluded.reversible, up = excluded.up, down = excluded.down, up_alone = excluded.up_alone,
			down_alone = excluded.down_alone, waits = excluded.waits, done = excluded.done, clean = excluded.clean,
			quarantine = excluded.quarantine, evidence = excluded.evidence, proof = excluded.proof, tool = excluded.tool, rights = excluded.rights,
			state = 'applying', up_committed = false, error = ''`,
		entry.Version, entry.Plan, entry.Kind, entry.Slug, entry.Finding, entry.Risk, entry.Reversible, entry.Up, entry.Down,
		entry.UpAlone, entry.DownAlone, entry.Waits, entry.Done, entry.Clean, entry.Quarantine,
		string(evidenceJSON), string(proofJSON), r.tool, string(rightsJSON))
}

// verify writes down whether a finding is cured; nil is not known.
func (r *Record) verify(ctx context.Context, step fixes.Step, options Options) *bool {
	if options.Verify == nil {
		return nil
	}
	cured, err := options.Verify(ctx, step.Cures)
	if err != nil {
		r.log(fmt.Sprintf("%s: could not be checked again: %s", step.Cures, say(err)))
		return nil
	}
	r.exec(ctx, "UPDATE pgdoctor.journal SET cured = $2 WHERE version = $1", step.Version, cured) //nolint:errcheck // a missing verdict is seen as such
	return &cured
}
