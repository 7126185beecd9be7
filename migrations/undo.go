package migrations

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/pgdoctor/pgdoctor/fixes"
)

// Undoable lists the migrations that are in effect, newest first: the order in
// which they are taken back.
func Undoable(entries []Entry) []Entry {
	list := newSource(entries).entries
	slices.Reverse(list)
	return slices.DeleteFunc(list, func(e Entry) bool { return e.State == Applying })
}

// Select picks what an undo takes back: everything, all that is newer than a
// version, or else the newest migration alone.
func Select(entries []Entry, all bool, to int64) ([]Entry, error) {
	list := Undoable(entries)
	switch {
	case len(list) == 0 || all:
		return list, nil
	case to == 0:
		return list[:1], nil
	}
	i := slices.IndexFunc(list, func(e Entry) bool { return e.Version == to })
	if i < 0 {
		return nil, fmt.Errorf("no migration %d is in effect: pgdoctor history lists the versions", to)
	}
	return list[:i], nil
}

// UndoOptions steer Undo.
type UndoOptions struct {
	// Progress is called before each migration.
	Progress func(Entry)
	// Watch, Stop and MaxWait are as those of Options.
	Watch   func(text string)
	Stop    <-chan struct{}
	MaxWait time.Duration
	// LeaveLost passes over migrations whose rows cannot come back, for good.
	LeaveLost bool
	// SkipConflicts brings back what can come back and keeps the rest in
	// quarantine: the migration is then partly undone.
	SkipConflicts bool
}

// ErrPartly means that a migration was taken back but for rows that could not
// come back: they are named in the progress, and stay in quarantine.
var ErrPartly = errors.New("is partly undone: the rows that cannot come back stay in quarantine; when what stands in their way is gone, pgdoctor undo finishes it")

// Undo takes migrations back, newest first, and stops at the first that cannot
// be: later ones stand on it. It returns those that were taken back.
func (r *Record) Undo(ctx context.Context, entries []Entry, options UndoOptions) ([]Entry, error) {
	if options.SkipConflicts {
		r.cfg.RuntimeParams["options"] += " -c " + fixes.SkipConflicts + "=on"
	}
	r.watch, r.maxWait = options.Watch, cmp.Or(options.MaxWait, DefaultMaxWait)
	var undone []Entry
	lost, err := r.lost(ctx, entries, options.LeaveLost)
	if err != nil {
		return nil, err
	}
	if err := r.unobstructed(ctx); err != nil {
		return nil, err
	}
	all, err := r.Entries(ctx)
	if err != nil {
		return nil, err
	}
	if err := Permitted(ctx, r.guard, UndoRights(all, entries)); err != nil {
		return nil, err
	}
	for _, entry := range entries {
		if err := halted(ctx, options.Stop); err != nil {
			return undone, fmt.Errorf("stopped before migration %d: %w", entry.Version, err)
		}
		if why, gone := lost[entry.Version]; gone {
			r.log(fmt.Sprintf("%d (%s) stays as it is for good: %s", entry.Version, entry.Slug, why))
			if err := r.leave(ctx, entry); err != nil {
				return undone, fmt.Errorf("leave %d (%s): %s", entry.Version, entry.Slug, say(err))
			}
			continue
		}
		if options.Progress != nil {
			options.Progress(entry)
		}
		err := r.persist(ctx, entry.Slug, options.Stop, func(bool) error { return r.undo(ctx, entry) })
		if serverError(err) != nil {
			err = errors.New(sayUndo(err))
		}
		if errors.Is(err, ErrPartly) {
			return undone, fmt.Errorf("migration %d (%s) %w", entry.Version, entry.Slug, ErrPartly)
		}
		if err != nil {
			return undone, fmt.Errorf("undo %d (%s): %w", entry.Version, entry.Slug, err)
		}
		undone = append(undone, entry)
	}
	return undone, nil
}

func (r *Record) undo(ctx context.Context, entry Entry) error {
	entry.Waits = entry.Waits && entry.DownAlone
	err := r.exec(ctx, "UPDATE pgdoctor.journal SET state = 'undoing', down_committed = false WHERE version = $1", entry.Version)
	if err != nil {
		return fmt.Errorf("write the journal: %w", err)
	}
	failure := r.step(ctx, entry, -1)
	if failure == nil {
		return r.markDown(ctx, entry)
	}
	state, err := r.settleDown(ctx, entry, sayUndo(failure))
	switch {
	case err != nil:
		return fmt.Errorf("%s; cleaning up after it: %s; pgdoctor heals it at the next run", sayUndo(failure), say(err))
	case state == Undone:
		return nil
	case state == PartlyUndone && serverError(failure) == nil && ctx.Err() == nil:
		return ErrPartly
	case ctx.Err() != nil:
		return errors.New("cancelled; it is still in effect")
	}
	return failure
}

// markDown writes down that a migration was taken back, or in part.
func (r *Record) markDown(ctx context.Context, entry Entry) error {
	partly, err := r.partly(ctx, entry)
	switch {
	case err != nil:
		return fmt.Errorf("look for rows that stay: %w", err)
	case !partly:
		return r.markUndone(ctx, entry)
	}
	if err := r.markPartly(ctx, entry); err != nil {
		return err
	}
	return ErrPartly
}

// markPartly keeps a migration in effect for the rows that could not come back.
func (r *Record) markPartly(ctx context.Context, entry Entry) error {
	if err := r.force(ctx, entry.Version); err != nil {
		return err
	}
	return r.exec(ctx, "UPDATE pgdoctor.journal SET state = 'partly undone', down_committed = false, error = 'rows that could not come back stay in quarantine' WHERE version = $1", entry.Version)
}

// partly says whether rows of a migration's quarantine are marked as those that
// could not come back.
func (r *Record) partly(ctx context.Context, entry Entry) (bool, error) {
	entries, err := r.Entries(ctx)
	if err != nil {
		return false, err
	}
	for _, keeper := range entries {
		if !entry.keptBy(keeper) {
			continue
		}
		for _, table := range keeper.Quarantine {
			// of an older pgdoctor, or not a table of rows
			marks, err := r.holds(ctx, "SELECT EXISTS (SELECT FROM pg_catalog.pg_attribute AS a WHERE a.attrelid = pg_catalog.to_regclass($1) AND a.attname = $2)", quarantined(table), fixes.Conflict)
			if err != nil {
				return false, err
			}
			if !marks {
				continue
			}
			left, err := r.holds(ctx, "SELECT EXISTS (SELECT FROM "+quarantined(table)+" AS q WHERE q.pgdoctor_conflict IS NOT NULL)")
			if err != nil || left {
				return left, err
			}
		}
	}
	return false, nil
}

func (r *Record) markUndone(ctx context.Context, entry Entry) error {
	return r.exec(ctx, "UPDATE pgdoctor.journal SET state = 'undone', error = '', undone_at = pg_catalog.clock_timestamp(), undone_by = session_user WHERE version = $1", entry.Version)
}

// lost are the migrations that are to be passed over; where that was not asked
// for, there must be none.
func (r *Record) lost(ctx context.Context, chosen []Entry, leave bool) (map[int64]string, error) {
	all, err := r.Entries(ctx)
	if err != nil {
		return nil, err
	}
	if leave {
		return Lost(ctx, r.guard, all)
	}
	return nil, Recoverable(ctx, r.guard, all, chosen)
}
