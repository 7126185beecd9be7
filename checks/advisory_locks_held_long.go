package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// AdvisoryHolder are the idle sessions of a role and application that hold advisory locks.
type AdvisoryHolder struct {
	User        string `db:"username" json:"user"`
	Application string `db:"application" json:"application"`
	Sessions    int    `db:"sessions" json:"sessions"`
	Locks       int    `db:"locks" json:"locks"`
	Seconds     int64  `db:"seconds" json:"seconds" volatile:"true"` // idle, the longest of them
	Waiting     int64  `db:"waiting" json:"waiting"`                 // sessions that want one of the locks
}

var (
	advisoryMinSeconds = Threshold{
		Name: "min-seconds", Default: 3600, Unit: "seconds",
		Why: "a job that works for its lock is not idle for an hour",
	}
	advisoryWaitSeconds = Threshold{
		Name: "wait-seconds", Default: 300, Unit: "seconds",
		Why: "idle for that long while somebody waits is a lock that was forgotten",
	}
)

// AdvisoryLocksHeldLong finds idle sessions that sit on advisory locks.
var AdvisoryLocksHeldLong = define(Spec[AdvisoryHolder]{
	Doc: Doc{
		ID:       "advisory-locks-held-long",
		Title:    "idle sessions that hold advisory locks for long",
		Examines: "roles and applications with sessions",
		Why: `An advisory lock of a session (pg_advisory_lock) stays until the session unlocks it or ends: no COMMIT and no ROLLBACK frees it. A migrator or job that failed in between, and whose connection went back to the pool, keeps everybody else from running, for as long as the pool keeps the connection. Behind a pooler in transaction mode the lock stays on a connection that serves others by then.

Confirm: SELECT a.pid, a.application_name, a.state_change FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory'.

Cure: where the holder should not have it any more, end its session with pg_terminate_backend(pid). A leader election holds its lock on purpose, idle or not: ignore it here. There is no automatic fix, since only the application knows which one it is.

Prevention: pg_advisory_xact_lock, which ends with the transaction; try-locks with a limit; DISCARD ALL or pg_advisory_unlock_all() when a connection goes back to the pool.`,
		Category:   Locks,
		Severity:   Info,
		Runtime:    true,
		Needs:      []Need{{Role: "pg_read_all_stats"}},
		Thresholds: []Threshold{advisoryMinSeconds, advisoryWaitSeconds},
	},
	Judge: func(row *AdvisoryHolder, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Locks == 0 {
			return Verdict{}, false
		}
		verdict := Verdict{
			Object: postgres.Name(row.User, row.Application),
			Message: fmt.Sprintf("%s idle for up to %s with %s", many(int64(row.Sessions), "session is", "sessions are"),
				ago(seconds(float64(row.Seconds))), many(int64(row.Locks), "advisory lock", "advisory locks")),
		}
		if row.Waiting > 0 && float64(row.Seconds) >= t.Of(advisoryWaitSeconds) {
			verdict.Severity = Warning
			verdict.Message += ", for which " + many(row.Waiting, "session waits", "sessions wait")
			return verdict, true
		}
		return verdict, float64(row.Seconds) >= t.Of(advisoryMinSeconds)
	},
})
