package migrations

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
)

const (
	// glance is the time between two looks at a running step.
	glance = 250 * time.Millisecond
	// hindering is how long a session may be seen waiting for a step. With the
	// time between two looks that makes about a second.
	hindering = 800 * time.Millisecond
	// silence is how long a step waits before pgdoctor says for whom.
	silence = 5 * time.Second
)

// DefaultMaxWait is how long a step waits for other sessions unless told otherwise.
const DefaultMaxWait = 10 * time.Minute

// yielded is the end of a step that pgdoctor cancelled itself.
type yielded struct {
	reason string
	again  bool // trying again can help
}

func (y *yielded) Error() string { return y.reason }

// watchdog looks from the guard's connection at the backend that runs a step.
// A step must not make others wait for long: it is cancelled, and tried again.
// This takes the place of lock_timeout for statements that wait in good order,
// and of the deadlock check, which would choose its victim by chance.
type watchdog struct {
	guard   *pgx.Conn
	pid     int32
	maxWait time.Duration
	log     func(string)

	hindered map[int32]time.Time // sessions that wait for the step, since when they were seen to
	waiting  time.Time           // since when the step itself waits; zero while it works
	said     bool
	behind   string // those for whom it waited last
}

// sessionWords describes a row of pg_stat_activity, called a.
const sessionWords = `pg_catalog.format('pid %s, user %s, %s', a.pid, a.usename, coalesce(nullif(a.application_name, ''), 'no application name'))`

// hinderedSessions reads pg_locks, since pg_stat_activity shows a role without
// pg_monitor only its own sessions' waits. Autovacuum, which has no user, gives
// way by itself or can wait.
const hinderedSessions = `
	SELECT DISTINCT l.pid,
		` + sessionWords + `
	FROM pg_catalog.pg_locks AS l
	JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid
	WHERE NOT l.granted
	  AND l.pid <> $1
	  AND a.usesysid IS NOT NULL
	  AND $1 = ANY (pg_catalog.pg_blocking_pids(l.pid))`

// blockingSessions lists for whom a backend waits; 0 stands for a prepared transaction.
const blockingSessions = `
	SELECT coalesce(pg_catalog.string_agg(DISTINCT CASE
		WHEN b.pid = 0 THEN 'a prepared transaction (pg_prepared_xacts)'
		ELSE pg_catalog.format('pid %s, user %s, %s%s', b.pid, coalesce(a.usename, 'unknown'), coalesce(nullif(a.application_name, ''), 'no application name'),
			', in a transaction for ' || pg_catalog.date_trunc('second', pg_catalog.clock_timestamp() - a.xact_start)::text)
	END, '; '), '')
	FROM (SELECT DISTINCT l.pid FROM pg_catalog.pg_locks AS l WHERE l.pid = $1 AND NOT l.granted) AS w
	CROSS JOIN LATERAL pg_catalog.unnest(pg_catalog.pg_blocking_pids(w.pid)) AS b (pid)
	LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid = b.pid`

// look says why the step must be cancelled now, nil where it need not be.
func (w *watchdog) look(ctx context.Context, now time.Time) *yielded {
	ctx = context.WithoutCancel(ctx) // see Entries
	rows, _ := w.guard.Query(ctx, hinderedSessions, w.pid)
	hindered := map[int32]time.Time{}
	var tooLong []string
	var pid int32
	var named string
	_, err := pgx.ForEachRow(rows, []any{&pid, &named}, func() error {
		since, seen := w.hindered[pid]
		if !seen {
			since = now
		}
		hindered[pid] = since
		if now.Sub(since) >= hindering {
			tooLong = append(tooLong, named)
		}
		return nil
	})
	if err != nil {
		return nil // the step tells what becomes of the server
	}
	w.hindered = hindered
	if len(tooLong) > 0 {
		return &yielded{reason: "it made others wait (" + strings.Join(tooLong, "; ") + ") and stepped back", again: true}
	}
	return w.lookAhead(ctx, now)
}

// lookAhead minds for whom the step itself waits, and for how long.
func (w *watchdog) lookAhead(ctx context.Context, now time.Time) *yielded {
	var behind string
	if err := w.guard.QueryRow(ctx, blockingSessions, w.pid).Scan(&behind); err != nil || behind == "" {
		w.waiting, w.said = time.Time{}, false
		return nil
	}
	w.behind = behind
	if w.waiting.IsZero() {
		w.waiting = now
	}
	waited := now.Sub(w.waiting)
	if waited >= w.maxWait {
		return &yielded{reason: fmt.Sprintf("it waited longer than %s (--max-wait) for %s", w.maxWait, behind)}
	}
	if waited >= silence && !w.said {
		w.said = true
		w.log(fmt.Sprintf("waiting for %s; for at most %s (--max-wait)", behind, w.maxWait))
	}
	return nil
}

// retry is the wait after a failed try, by number from 0: the doubled time of
// the one before, up to a minute, before jitter.
func retry(try int) time.Duration {
	return min(time.Minute, time.Second<<min(try, 6))
}

// tries is how often a step is tried that others are in the way of.
const tries = 10

// worthAnother says whether trying again can help.
func worthAnother(err error) bool {
	var y *yielded
	if errors.As(err, &y) {
		return y.again
	}
	return contention(err)
}
