package migrations

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	humanize "github.com/dustin/go-humanize"
	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// RehearsalStatus is how the rehearsal of a step ended.
type RehearsalStatus string

// The statuses of a rehearsal.
const (
	Rehearsed        RehearsalStatus = "rehearsed"
	NotRehearsed     RehearsalStatus = "not-rehearsed" // it cannot be: nothing was tried
	RehearsalRefused RehearsalStatus = "refused"       // a requirement does not hold
	RehearsalFailed  RehearsalStatus = "failed"
)

// Rehearsal is what a rehearsal of one step saw.
type Rehearsal struct {
	Status     RehearsalStatus
	Reason     string       // of any status but Rehearsed
	Locks      []fixes.Lock // that were observed, those of mere reading left out
	Undeclared []fixes.Lock // of those, the ones that the plan does not say
	Up         time.Duration
	Batch      bool     // only one batch was tried
	Leaves     []string // what is left although all was rolled back

	// On a clone only.
	Down, Again time.Duration
	Cured       *bool // after up, and after up again
	Returned    *bool // after down the finding was there again
}

// rehearsalLimits keep a rehearsal from being felt: others wait no longer for a
// lock that it waits for, and it ends by itself should pgdoctor not end it.
const rehearsalLimits = "SET LOCAL lock_timeout = '300ms'; SET LOCAL statement_timeout = '5s'; SET LOCAL idle_in_transaction_session_timeout = '10s'"

// Rehearse tries the steps of each finding in one transaction, which it rolls
// back, and says what it saw. What cannot be rolled back is not tried, nor is
// what stands on it. An error means that the rehearsal itself could not go on.
func Rehearse(ctx context.Context, cfg *pgx.ConnConfig, server postgres.Server, tool string, steps []fixes.Step, log func(string)) ([]Rehearsal, error) {
	r := &Record{cfg: writing(cfg, server), tool: tool, log: log}
	if err := r.connect(ctx); err != nil {
		return nil, err
	}
	defer r.Close()
	if err := takeGuard(ctx, r.guard, guardKey, r.log); err != nil {
		return nil, err
	}
	var seen []Rehearsal
	for first := 0; first < len(steps); first = len(seen) {
		n := fixes.EndOf(steps, first)
		tried := trial{record: r, earlier: steps[:first], seen: seen}
		if err := tried.fix(ctx, steps[first:n]); err != nil {
			return nil, fmt.Errorf("rehearse %s: %s", steps[first].Slug, say(err))
		}
		seen = tried.seen
	}
	return seen, nil
}

// trial is one transaction that is rolled back, on a connection of its own: the
// counters of rows begin at nothing there.
type trial struct {
	record  *Record
	earlier []fixes.Step // of other fixes, which come before in the plan
	conn    *pgx.Conn
	tx      pgx.Tx
	before  []Held      // locks of the steps so far
	seen    []Rehearsal // of all steps so far
}

func (t *trial) fix(ctx context.Context, steps []fixes.Step) error {
	start, err := t.record.walPosition(ctx)
	if err != nil {
		return err
	}
	if t.conn, err = pgx.ConnectConfig(ctx, t.record.cfg); err != nil {
		return err
	}
	defer t.conn.Close(context.WithoutCancel(ctx)) //nolint:errcheck // the server rolls back what is open
	if t.tx, err = t.conn.Begin(ctx); err != nil {
		return err
	}
	defer t.tx.Rollback(context.WithoutCancel(ctx)) //nolint:errcheck // a lost connection is rolled back by the server
	if _, err := t.tx.Exec(ctx, rehearsalLimits); err != nil {
		return err
	}
	stopped, last := "", -1
	for _, step := range steps {
		if stopped != "" {
			t.seen = append(t.seen, Rehearsal{Status: NotRehearsed, Reason: stopped})
			continue
		}
		seen, err := t.step(ctx, step)
		if err != nil {
			return err
		}
		t.seen = append(t.seen, seen)
		if seen.Status != Rehearsed {
			stopped = fmt.Sprintf("it stands on step %d, which was not", len(t.seen))
		} else if step.Rehearses() {
			last = len(t.seen) - 1
		}
	}
	if last < 0 {
		return nil
	}
	left, err := leftRows(ctx, t.tx, t.record.guard)
	if err != nil {
		return err
	}
	if err := t.tx.Rollback(context.WithoutCancel(ctx)); err != nil {
		return err
	}
	written, err := t.record.walSince(ctx, start)
	if err != nil {
		return err
	}
	if written > 0 {
		left = append(left, fmt.Sprintf("at most %s of WAL, which standbys receive", humanize.IBytes(uint64(written))))
	}
	t.seen[last].Leaves = append(t.seen[last].Leaves, left...)
	return nil
}

// step tries one step within the transaction; one that fails is taken back by
// itself, and the transaction can go on.
func (t *trial) step(ctx context.Context, step fixes.Step) (Rehearsal, error) {
	reason, err := t.unmet(ctx, step)
	if err != nil {
		return Rehearsal{}, err
	}
	switch before := t.touchedBefore(step); {
	case reason != "" && before > 0:
		return Rehearsal{Status: NotRehearsed, Reason: fmt.Sprintf("%s now, which step %d and those before it may change", reason, before)}, nil
	case reason != "":
		return Rehearsal{Status: RehearsalRefused, Reason: reason}, nil
	}
	statement, why := step.Rehearsable()
	switch {
	case why != "":
		return Rehearsal{Status: NotRehearsed, Reason: why}, nil
	case statement == "":
		return Rehearsal{Status: Rehearsed}, nil
	}
	inner, err := t.tx.Begin(ctx)
	if err != nil {
		return Rehearsal{}, err
	}
	// what waits in vain is asked meanwhile, since afterwards nobody knows
	watched, stop := context.WithCancel(ctx)
	blockers := make(chan string, 1)
	go func() { blockers <- t.record.blockers(watched, t.conn.PgConn().PID()) }()
	started := time.Now()
	_, failure := inner.Exec(ctx, statement)
	seen := Rehearsal{Status: Rehearsed, Up: time.Since(started), Batch: step.Trial != ""}
	stop()
	blocker := <-blockers
	if failure != nil {
		if serverError(failure) == nil || ctx.Err() != nil {
			return seen, failure // no answer of the server's: nothing can go on
		}
		seen.Status, seen.Reason = RehearsalFailed, say(failure)
		if err := inner.Rollback(ctx); err != nil {
			return seen, err
		}
		if contention(failure) && blocker == "" { // on a busy machine nobody looked in time: it is there still
			blocker = t.record.holderOf(ctx, step, t.conn.PgConn().PID())
		}
		if contention(failure) && blocker != "" {
			seen.Reason += ": " + blocker
		}
		return seen, nil
	}
	held, err := HeldBy(context.WithoutCancel(ctx), t.record.guard, t.conn.PgConn().PID())
	if err != nil {
		return seen, err
	}
	t.look(&seen, held, step)
	return seen, inner.Commit(ctx)
}

// touchedBefore is the number of the last step of another fix, earlier in the
// plan, that works on the same relation, and so may bring about what this one
// requires; 0 for none.
func (t *trial) touchedBefore(step fixes.Step) int {
	for i, other := range slices.Backward(t.earlier) {
		for _, lock := range step.Locks {
			if slices.ContainsFunc(other.Locks, func(l fixes.Lock) bool { return l.Relation == lock.Relation }) {
				return i + 1
			}
		}
	}
	return 0
}

// unmet says which requirement does not hold within the transaction, where the
// steps before have done their work; the locks of looking are given back.
func (t *trial) unmet(ctx context.Context, step fixes.Step) (string, error) {
	inner, err := t.tx.Begin(ctx)
	if err != nil {
		return "", err
	}
	defer inner.Rollback(context.WithoutCancel(ctx)) //nolint:errcheck // the next statement says so
	if _, err := inner.Exec(ctx, "SET LOCAL search_path = ''"); err != nil {
		return "", err
	}
	var changed string
	if err := inner.QueryRow(ctx, step.Changed()).Scan(&changed); err != nil {
		return "", fmt.Errorf("compare what it is about: %w", err)
	}
	if changed != "" {
		return refusal(changed), nil
	}
	for _, requirement := range step.Requires {
		var holds bool
		if err := inner.QueryRow(ctx, requirement.SQL).Scan(&holds); err != nil {
			return "", fmt.Errorf("check what it requires: %w", err)
		}
		if !holds {
			return requirement.Else, nil
		}
	}
	return "", nil
}

// look notes the locks that a step added to those of the steps before it.
func (t *trial) look(seen *Rehearsal, held []Held, step fixes.Step) {
	var added []Held
	for _, h := range held {
		if !slices.Contains(t.before, h) {
			added = append(added, h)
		}
		if h.Kind == "S" && h.Mode == "RowExclusiveLock" && !slices.Contains(t.before, h) {
			seen.Leaves = append(seen.Leaves, "numbers that sequence "+h.Relation+" gave")
		}
	}
	seen.Locks = Observed(added)
	seen.Undeclared = Undeclared(added, step)
	t.before = held
}

// leftRows says what the changes of rows in a transaction leave when it is
// rolled back. Of a table that the transaction itself made, which outside of it
// does not exist, nothing is left.
func leftRows(ctx context.Context, tx pgx.Tx, outside *pgx.Conn) ([]string, error) {
	rows, _ := tx.Query(ctx, `
		SELECT s.relid, s.schemaname, s.relname, s.n_tup_ins + s.n_tup_upd
		FROM pg_catalog.pg_stat_xact_user_tables AS s
		WHERE s.schemaname <> 'pgdoctor'
		  AND s.n_tup_ins + s.n_tup_upd + s.n_tup_del > 0
		ORDER BY s.schemaname, s.relname`)
	type change struct {
		Table        uint32
		Schema, Name string
		Dead         int64
	}
	changes, err := pgx.CollectRows(rows, pgx.RowToStructByPos[change])
	if err != nil {
		return nil, err
	}
	var tables []uint32
	for _, c := range changes {
		tables = append(tables, c.Table)
	}
	rows, _ = outside.Query(ctx, "SELECT c.oid FROM pg_catalog.pg_class AS c WHERE c.oid = ANY ($1)", tables)
	if tables, err = pgx.CollectRows(rows, pgx.RowTo[uint32]); err != nil {
		return nil, err
	}
	var dead, counted []string
	for _, c := range changes {
		if !slices.Contains(tables, c.Table) {
			continue
		}
		name := postgres.Name(c.Schema, c.Name)
		if c.Dead > 0 {
			dead = append(dead, humanize.Comma(c.Dead)+" in "+name)
		}
		counted = append(counted, name)
	}
	var left []string
	if len(dead) > 0 {
		left = append(left, "dead rows, until VACUUM: "+strings.Join(dead, ", "))
	}
	if len(counted) > 0 {
		left = append(left, "changes that are counted in pg_stat_user_tables and did not happen: "+strings.Join(counted, ", "))
	}
	return left, nil
}

// walPosition is where the server writes its WAL, "" where this role may not know.
func (r *Record) walPosition(ctx context.Context) (string, error) {
	var position string
	err := r.guard.QueryRow(context.WithoutCancel(ctx), "SELECT pg_catalog.pg_current_wal_insert_lsn()::text").Scan(&position)
	if pgErr := serverError(err); pgErr != nil && pgErr.Code == "42501" {
		return "", nil
	}
	return position, err
}

// walSince is how many bytes of WAL were written since, by everybody.
func (r *Record) walSince(ctx context.Context, position string) (int64, error) {
	if position == "" {
		return 0, nil
	}
	var written int64
	err := r.guard.QueryRow(context.WithoutCancel(ctx), "SELECT pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), $1::pg_lsn)::bigint", position).Scan(&written)
	return written, err
}

// blockers watches for whom a backend waits until ctx ends, and names the one
// that it saw last, "" for none.
func (r *Record) blockers(ctx context.Context, pid uint32) string {
	last := ""
	for {
		select {
		case <-ctx.Done():
			return last
		case <-time.After(50 * time.Millisecond):
		}
		named, err := r.named(ctx, "pg_catalog.pg_blocking_pids($1)", int32(pid))
		if err == nil {
			last = named
		} else if !errors.Is(err, pgx.ErrNoRows) {
			return last
		}
	}
}

// holderOf names the session whose transaction has held a lock on one of a step's
// relations for the longest, but not that of a backend, "" for none.
func (r *Record) holderOf(ctx context.Context, step fixes.Step, but uint32) string {
	var relations []int64
	for _, identity := range step.Identities {
		relations = append(relations, identity.OID)
	}
	named, err := r.named(ctx, `ARRAY(
		SELECT l.pid FROM pg_catalog.pg_locks AS l
		WHERE l.locktype = 'relation' AND l.granted AND l.relation::bigint = ANY ($1) AND l.pid NOT IN ($2, pg_catalog.pg_backend_pid()))`, relations, int32(but))
	if err != nil {
		return "" // who it was is not worth failing for
	}
	return named
}

// named describes the one of some sessions whose transaction is the oldest.
func (r *Record) named(ctx context.Context, pids string, args ...any) (string, error) {
	var text string
	err := r.guard.QueryRow(context.WithoutCancel(ctx), `
		SELECT pg_catalog.format('held by pid %s (%s, %s), %s, in its transaction for %s s', a.pid, coalesce(a.usename, 'unknown'),
			coalesce(nullif(a.application_name, ''), 'no application name'), coalesce(a.state, 'unknown'),
			coalesce(pg_catalog.floor(EXTRACT(epoch FROM pg_catalog.clock_timestamp() - a.xact_start))::bigint, 0))
		FROM pg_catalog.pg_stat_activity AS a
		WHERE a.pid = ANY (`+pids+`)
		ORDER BY a.xact_start
		LIMIT 1`, args...).Scan(&text)
	return text, err
}
