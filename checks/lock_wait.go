package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// LockWaiter is one session that waits for a lock.
type LockWaiter struct {
	PID         int    `json:"pid"`
	User        string `json:"user"`
	Application string `json:"application"`
	Client      string `json:"client"`
	Seconds     int64  `json:"seconds"`
	Mode        string `json:"mode"`
	Relation    string `json:"relation"` // "" where it waits for a transaction: a row lock
	BlockedBy   []int  `json:"blocked_by"`
}

// LockWaiters is a list that a query returns as JSON.
type LockWaiters []LockWaiter

// Scan reads a JSON array of objects.
func (w *LockWaiters) Scan(src any) error { return postgres.ScanJSON(src, w) }

// LockQueue is a database's sessions that wait for locks, and who holds them up.
type LockQueue struct {
	Database string      `db:"database_name" json:"database"`
	Waiting  int         `json:"waiting"` // for longer than the threshold
	Longest  int64       `json:"longest_seconds" volatile:"true"`
	Waiters  LockWaiters `db:"waiters" json:"waiters" volatile:"true"`   // all
	Blockers Sessions    `db:"blockers" json:"blockers" volatile:"true"` // who waits for nobody first
}

var (
	lockMinSeconds = Threshold{
		Name: "min-seconds", Default: 5, Unit: "seconds",
		Why: "shorter waits are what locks are for",
	}
	lockCriticalSeconds = Threshold{
		Name: "critical-seconds", Default: 60, Unit: "seconds",
		Why: "clients have given up by then, and their retries queue up as well",
	}
	lockCriticalSessions = Threshold{
		Name: "critical-sessions", Default: 5, Unit: "sessions",
		Why: "more than that are a queue, which soon takes all connections",
	}
)

// LockWait finds sessions that wait for a lock of another one.
var LockWait = define(Spec[LockQueue]{
	Doc: Doc{
		ID:       "lock-wait",
		Title:    "sessions that wait for a lock",
		Examines: "databases",
		Why: `A statement that waits for a lock does nothing and holds all the locks that its transaction took before. Behind an ALTER TABLE that waits for one long SELECT, every other statement on the table queues up, and within seconds all connections are taken.

Confirm: SELECT pid, pg_blocking_pids(pid), wait_event_type, query FROM pg_stat_activity WHERE wait_event_type = 'Lock'. The evidence lists who waits and who is waited for; the first blocker waits for nobody and is the root.

Cure: look at what the root does. If it is idle in a transaction, its client has forgotten it: see idle-in-transaction. A long statement is cancelled with pg_cancel_backend(pid), a waiting ALTER TABLE first, since it is what the others queue behind. Process 0 is a prepared transaction: pg_prepared_xacts, then ROLLBACK PREPARED. Ending a session is a decision about its work, so there is no automatic fix here.

Prevention: SET lock_timeout before every DDL statement, and try again; short transactions, which take rows in the same order; log_lock_waits.`,
		Category:   Locks,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Needs:      []Need{{Role: "pg_read_all_stats"}},
		Thresholds: []Threshold{lockMinSeconds, lockCriticalSeconds, lockCriticalSessions},
	},
	Judge: func(row *LockQueue, _ postgres.Server, t Thresholds) (Verdict, bool) {
		row.Waiting, row.Longest = 0, 0
		for _, waiter := range row.Waiters {
			if float64(waiter.Seconds) >= t.Of(lockMinSeconds) {
				row.Waiting++
				row.Longest = max(row.Longest, waiter.Seconds)
			}
		}
		if row.Waiting == 0 {
			return Verdict{}, false
		}
		verdict := Verdict{
			Object: postgres.Name(row.Database),
			Message: fmt.Sprintf("%s for a lock, the longest for %s",
				many(int64(row.Waiting), "session waits", "sessions wait"), ago(seconds(float64(row.Longest)))),
		}
		if len(row.Blockers) > 0 {
			root := row.Blockers[0]
			verdict.Message += fmt.Sprintf("; first in the way is pid %d (%s, %s, %s)", root.PID, root.User, root.Application, root.State)
		}
		if float64(row.Longest) > t.Of(lockCriticalSeconds) || float64(row.Waiting) > t.Of(lockCriticalSessions) {
			verdict.Severity = Critical
		}
		return verdict, true
	},
})
