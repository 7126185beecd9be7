package migrations

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// heal settles what an interrupted run left: a migration that was going up or
// down when pgdoctor, its connection or the server ended.
func (r *Record) heal(ctx context.Context) error {
	entries, err := r.Entries(ctx)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if entry.State == Permanent {
			// an undo that passed over it may have ended in the middle of that
			current, err := r.holds(ctx, "SELECT EXISTS (SELECT FROM pgdoctor.migrations AS m WHERE m.version = $1)", entry.Version)
			if err == nil && current {
				err = r.stepBehind(ctx, entry)
			}
			if err != nil {
				return fmt.Errorf("pass over migration %d: %s", entry.Version, say(err))
			}
		}
		if !entry.Unsettled() {
			continue
		}
		r.log(fmt.Sprintf("healing migration %d (%s), which was interrupted", entry.Version, entry.Slug))
		if err := r.outlive(ctx, entry); err != nil {
			return err
		}
		var err error
		if entry.State == Undoing {
			_, err = r.settleDown(ctx, entry, "interrupted")
		} else {
			_, _, err = r.settleUp(ctx, entry, "interrupted")
		}
		if err != nil {
			return fmt.Errorf("heal migration %d: %s", entry.Version, say(err))
		}
	}
	return nil
}

// outlive waits until the backend of an interrupted migration has ended: a
// server goes on building after its client was killed, and a DROP would only
// queue behind it.
func (r *Record) outlive(ctx context.Context, entry Entry) error {
	for said := false; ; said = true {
		running, err := r.holds(ctx, "SELECT EXISTS (SELECT FROM pg_catalog.pg_stat_activity AS a WHERE a.pid = $1 AND a.backend_start = $2)", entry.PID, entry.BackendStart)
		if err != nil {
			return fmt.Errorf("look for the interrupted backend: %w", err)
		}
		if !running {
			return nil
		}
		if !said {
			r.log(fmt.Sprintf("waiting for its backend (pid %d), which is still at work", entry.PID))
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
		}
	}
}

// settleUp finds out whether an up that did not end well is in effect all the
// same, and makes version table and journal say so. One that is not leaves
// nothing behind; a batch that has moved some rows counts as applied, since
// undoing it brings them back and a new fix goes on from there. rest says what
// stays of an up that is not wholly in effect, "" for nothing.
func (r *Record) settleUp(ctx context.Context, entry Entry, reason string) (state State, rest string, err error) {
	inEffect, err := r.inEffect(ctx, entry)
	if err != nil {
		return Applying, "", err
	}
	partly := false
	if !inEffect && entry.UpAlone {
		if partly, err = r.keepsRows(ctx, entry); err != nil {
			return Applying, "", err
		}
	}
	state, version := Failed, int64(0)
	if inEffect || partly {
		state, version = Applied, entry.Version
	} else if version, err = r.before(ctx, entry); err != nil {
		return Applying, "", err
	}
	switch {
	case inEffect:
		reason = ""
	case partly:
		rest = "the rows moved so far are in quarantine, and undo brings them back"
	case entry.Clean != "" && !entry.keepsOnly(): // what only keeps something for its down has left nothing, and cleaning is for the down's rest
		if err := r.clean(ctx, entry.Clean); err != nil {
			byHand := entry.Clean
			if strings.HasPrefix(byHand, "SELECT ") {
				byHand = "DROP INDEX CONCURRENTLY what pgdoctor check index-invalid shows"
			}
			rest = "what it left could not be removed (" + say(err) + "): the next fix does it, or: " + byHand
			r.log(rest)
		}
	}
	if rest != "" {
		reason += "; " + rest
	}
	if err := r.force(ctx, version); err != nil {
		return Applying, rest, err
	}
	return state, rest, r.exec(ctx, `
		UPDATE pgdoctor.journal SET state = $2, error = $3,
			applied_at = CASE WHEN $2 = 'applied' THEN pg_catalog.clock_timestamp() END
		WHERE version = $1`, entry.Version, string(state), reason)
}

// settleDown does the same for a down. An index that is half dropped is
// dropped for good.
func (r *Record) settleDown(ctx context.Context, entry Entry, reason string) (State, error) {
	undone, err := r.holds(ctx, "SELECT down_committed FROM pgdoctor.journal WHERE version = $1", entry.Version)
	if err != nil {
		return Undoing, err
	}
	if !undone && entry.DownAlone && entry.Done != "" {
		holds, err := r.holds(ctx, entry.Done)
		if err != nil {
			return Undoing, err
		}
		if !holds && entry.Clean != "" {
			if err := r.clean(ctx, entry.Clean); err != nil {
				return Undoing, fmt.Errorf("drop the rest: %w", err)
			}
		}
		// an up that does nothing only keeps what its down brings back
		undone = holds == entry.keepsOnly()
	}
	partly, err := r.partly(ctx, entry)
	if err != nil {
		return Undoing, err
	}
	if partly {
		return PartlyUndone, r.markPartly(ctx, entry)
	}
	if !undone {
		if err := r.force(ctx, entry.Version); err != nil {
			return Undoing, err
		}
		return Applied, r.exec(ctx, "UPDATE pgdoctor.journal SET state = 'applied', error = $2 WHERE version = $1", entry.Version, "undo: "+reason)
	}
	version, err := r.before(ctx, entry)
	if err != nil {
		return Undoing, err
	}
	if err := r.force(ctx, version); err != nil {
		return Undoing, err
	}
	return Undone, r.markUndone(ctx, entry)
}

// inEffect says whether an up is in: a transactional one marked the journal in
// its own transaction, another is seen in the catalogs.
func (r *Record) inEffect(ctx context.Context, entry Entry) (bool, error) {
	if entry.UpAlone && entry.Done != "" {
		return r.holds(ctx, entry.Done)
	}
	return r.holds(ctx, "SELECT up_committed FROM pgdoctor.journal WHERE version = $1", entry.Version)
}

// keepsRows says whether the quarantine of an entry's finding, made by an
// earlier step of the same plan, holds rows.
func (r *Record) keepsRows(ctx context.Context, entry Entry) (bool, error) {
	if entry.Risk != "data" {
		return false, nil
	}
	entries, err := r.Entries(ctx)
	if err != nil {
		return false, err
	}
	for _, other := range entries {
		if other.Plan != entry.Plan || other.Finding != entry.Finding || other.State != Applied {
			continue
		}
		for _, table := range other.Quarantine {
			kept, err := r.holds(ctx, "SELECT EXISTS (SELECT FROM "+quarantined(table)+" AS q WHERE q.pgdoctor_batch IS NOT NULL)")
			if err != nil || kept {
				return kept, err
			}
		}
	}
	return false, nil
}

// before is the version that precedes an entry among those in effect, 0 for none.
func (r *Record) before(ctx context.Context, entry Entry) (int64, error) {
	entries, err := r.Entries(ctx)
	if err != nil {
		return 0, err
	}
	var version int64
	for _, other := range newSource(entries).entries {
		if other.Version < entry.Version {
			version = max(version, other.Version)
		}
	}
	return version, nil
}

// cleanWait is how long the removal of a leftover waits for other transactions.
// It has an end: the one that made the step fail may stay open for hours.
const cleanWait = "10s"

// clean runs one statement, or those that a SELECT names, outside a transaction on
// a connection of its own, also after ctx has ended.
func (r *Record) clean(ctx context.Context, statement string) error {
	ctx = context.WithoutCancel(ctx)
	cfg := r.cfg.Copy()
	cfg.RuntimeParams["lock_timeout"] = cleanWait
	conn, err := pgx.ConnectConfig(ctx, cfg)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	statements := []string{statement}
	if strings.HasPrefix(statement, "SELECT ") {
		rows, _ := conn.Query(ctx, statement) // CollectRows returns its error
		if statements, err = pgx.CollectRows(rows, pgx.RowTo[string]); err != nil {
			return err
		}
	}
	for _, statement := range statements {
		if _, err := conn.Exec(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// quarantined is a table of the quarantine as SQL.
func quarantined(table string) string { return postgres.Quote("pgdoctor", table) }
