package migrations

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// RehearseOn applies the steps to a clone, takes them back and applies them
// again, and says what it saw; the clone is left with them in effect, and with
// the record of it. The first step that fails ends it: what was applied until
// then is taken back. verify runs a finding's check on the clone and says
// whether its key is gone. An error means that the clone could not be used.
func RehearseOn(ctx context.Context, cfg *pgx.ConnConfig, server postgres.Server, tool string, steps []fixes.Step, options Options, log func(string)) ([]Rehearsal, error) {
	record, err := Open(ctx, cfg, server, tool, log)
	if err != nil {
		return nil, err
	}
	defer record.Close()
	look, err := pgx.ConnectConfig(ctx, record.cfg)
	if err != nil {
		return nil, fmt.Errorf("connect for looking at locks: %s", say(err))
	}
	defer look.Close(context.WithoutCancel(ctx)) //nolint:errcheck // it only reads
	c := cloned{record: record, look: look, steps: steps, options: options, seen: make([]Rehearsal, len(steps))}
	if failed := c.up(ctx); failed || ctx.Err() != nil {
		c.down(context.WithoutCancel(ctx), false)
		return c.seen, ctx.Err()
	}
	if failed := c.down(ctx, true); failed || ctx.Err() != nil {
		return c.seen, ctx.Err()
	}
	c.again(ctx)
	return c.seen, ctx.Err()
}

// cloned is a rehearsal on a clone.
type cloned struct {
	record  *Record
	look    *pgx.Conn
	steps   []fixes.Step
	options Options
	seen    []Rehearsal
}

// up applies for the first time, and watches the locks of each step.
func (c *cloned) up(ctx context.Context) (failed bool) {
	held := map[int64][]Held{}
	stop := func() {}
	options := c.options
	options.Progress = func(step fixes.Step) {
		stop()
		exact := c.exact(ctx, step)
		stop = c.sample(ctx, step, func(seen []Held) { held[step.Version] = append(seen, exact...) })
		if c.options.Progress != nil {
			c.options.Progress(step)
		}
	}
	options.Verify = func(ctx context.Context, key string) (bool, error) {
		stop()
		return c.options.Verify(ctx, key)
	}
	outcomes, err := c.record.Apply(ctx, c.steps, options)
	stop()
	for i, outcome := range outcomes {
		seen := &c.seen[i]
		seen.Up, seen.Reason, seen.Cured = outcome.Took, outcome.Error, outcome.Cured
		seen.Locks = Observed(held[c.steps[i].Version])
		seen.Undeclared = Undeclared(held[c.steps[i].Version], c.steps[i])
		switch outcome.Status {
		case StepApplied:
			seen.Status = Rehearsed
		case Refused:
			seen.Status = RehearsalRefused
		case StepFailed:
			seen.Status = RehearsalFailed
		default:
			seen.Status, seen.Reason = NotRehearsed, "an earlier step failed"
		}
	}
	if err != nil && !slices.ContainsFunc(c.seen, func(r Rehearsal) bool { return r.Status == RehearsalFailed }) {
		c.seen[0].Status, c.seen[0].Reason = RehearsalFailed, say(err)
	}
	return err != nil
}

// exact is the locks of a step that can be run and rolled back in no time: no
// watching from outside is quick enough for those.
func (c *cloned) exact(ctx context.Context, step fixes.Step) []Held {
	statement, _ := step.Rehearsable()
	if statement == "" {
		return nil
	}
	conn, err := pgx.ConnectConfig(ctx, c.record.cfg)
	if err != nil {
		return nil // the step itself will say why
	}
	defer conn.Close(context.WithoutCancel(ctx)) //nolint:errcheck // rolled back with it
	tx, err := conn.Begin(ctx)
	if err != nil {
		return nil
	}
	// explicitly: a connection that is closed may keep its locks for a moment
	defer tx.Rollback(context.WithoutCancel(ctx)) //nolint:errcheck // its end rolls back as well
	if _, err := tx.Exec(ctx, statement); err != nil {
		return nil
	}
	held, err := HeldBy(ctx, c.look, conn.PgConn().PID())
	if err != nil {
		return nil
	}
	return held
}

// sample reads the locks of the backend that runs a step, every few
// milliseconds, until stop is called, which hands over what was seen.
func (c *cloned) sample(ctx context.Context, step fixes.Step, take func([]Held)) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	names, err := NamesNow(ctx, c.look)
	if err != nil {
		cancel()
		return func() {} // nothing is seen then, which is what the rehearsal shows
	}
	seen := make(chan []Held, 1)
	go func() {
		var all []Held
		for ctx.Err() == nil {
			for _, h := range names.As(heldFor(context.WithoutCancel(ctx), c.look, step.Version)) {
				if !slices.Contains(all, h) {
					all = append(all, h)
				}
			}
			time.Sleep(5 * time.Millisecond)
		}
		seen <- all
	}()
	stopped := false
	return func() {
		cancel()
		if !stopped {
			take(<-seen)
		}
		stopped = true
	}
}

// heldFor reads the locks of the backend that runs a migration now.
func heldFor(ctx context.Context, conn *pgx.Conn, version int64) []Held {
	var pid int32
	err := conn.QueryRow(ctx, "SELECT backend_pid FROM pgdoctor.journal WHERE version = $1 AND state = 'applying'", version).Scan(&pid)
	if err != nil || pid == 0 {
		return nil
	}
	held, err := HeldBy(ctx, conn, uint32(pid))
	if err != nil {
		return nil
	}
	return held
}

// down takes back what is in effect. With compare it also looks whether the
// findings are there again.
func (c *cloned) down(ctx context.Context, compare bool) (failed bool) {
	entries, err := c.record.Entries(ctx)
	if err != nil {
		c.fail(len(c.steps)-1, "down: "+say(err))
		return true
	}
	index := func(version int64) int {
		return slices.IndexFunc(c.steps, func(s fixes.Step) bool { return s.Version == version })
	}
	ours := slices.DeleteFunc(Undoable(entries), func(e Entry) bool { return index(e.Version) < 0 })
	started, current := time.Now(), -1
	ended := func() {
		if current >= 0 {
			c.seen[current].Down = time.Since(started)
		}
	}
	undone, err := c.record.Undo(ctx, ours, UndoOptions{MaxWait: c.options.MaxWait, Progress: func(entry Entry) {
		ended()
		started, current = time.Now(), index(entry.Version)
	}})
	ended()
	if err != nil {
		if len(undone) < len(ours) {
			c.fail(index(ours[len(undone)].Version), "down: "+say(err))
		}
		return true
	}
	if compare {
		c.verdicts(ctx, func(seen *Rehearsal, gone bool) { back := !gone; seen.Returned = &back })
	}
	return false
}

// again applies a second time.
func (c *cloned) again(ctx context.Context) {
	options := c.options
	outcomes, err := c.record.Apply(ctx, c.steps, options)
	for i, outcome := range outcomes {
		seen := &c.seen[i]
		seen.Again = outcome.Took
		if outcome.Cured != nil && seen.Cured != nil {
			both := *outcome.Cured && *seen.Cured
			seen.Cured = &both
		}
		if seen.Status != Rehearsed || outcome.Status == StepApplied {
			continue
		}
		reason := outcome.Error
		if reason == "" && err != nil {
			reason = say(err)
		}
		c.fail(i, "up again: "+reason)
	}
	if err != nil && !slices.ContainsFunc(c.seen, func(r Rehearsal) bool { return r.Status == RehearsalFailed }) {
		c.fail(0, "up again: "+say(err))
	}
}

// verdicts runs the check of each finding that was applied, for its last step.
func (c *cloned) verdicts(ctx context.Context, note func(seen *Rehearsal, gone bool)) {
	for i, step := range c.steps {
		last := i+1 == fixes.EndOf(c.steps, i)
		if !last || c.seen[i].Status != Rehearsed || c.options.Verify == nil {
			continue
		}
		if gone, err := c.options.Verify(ctx, step.Cures); err == nil {
			note(&c.seen[i], gone)
		}
	}
}

func (c *cloned) fail(i int, reason string) {
	c.seen[i].Status, c.seen[i].Reason = RehearsalFailed, reason
}
