package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// PoolLoad is how many sessions of a database are at work.
type PoolLoad struct {
	Database      string `db:"database_name" json:"database"`
	Sessions      int    `db:"sessions" json:"sessions"`
	Active        int    `db:"active" json:"active"`
	Waiting       int    `db:"waiting" json:"waiting"` // of the active ones: for a lock
	InTransaction int    `db:"in_transaction" json:"idle_in_transaction"`
	Idle          int    `db:"idle" json:"idle"`
}

var (
	poolMinSessions = Threshold{
		Name: "min-sessions", Default: 10, Unit: "sessions",
		Why: "of a few sessions all can be at work by chance",
	}
	poolActivePercent = Threshold{
		Name: "active-percent", Default: 90, Unit: "percent",
		Why: "a pool in good health has some connections to spare",
	}
	poolMaxIdle = Threshold{
		Name: "max-idle", Default: 1, Unit: "sessions",
		Why: "the next requests have no connection to go to",
	}
)

// PoolPressure finds databases whose sessions are all at work at once.
var PoolPressure = define(Spec[PoolLoad]{
	Doc: Doc{
		ID:       "pool-pressure",
		Title:    "nearly all sessions are at work and none is free",
		Examines: "databases",
		Why: `When every connection of the pools is at work and hardly one is idle, the next requests wait in the application for a connection: its response times grow while each statement by itself looks fast. Either the statements have become slow, wait for a lock, or there is more to do than the pool was made for.

Confirm: SELECT state, wait_event_type, count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' GROUP BY 1, 2, some times in a row: this check sees one moment.

Cure: if most wait for locks, see lock-wait; if they are waiting for IO or at work, see slow-statement and statement-time-hog. A larger pool helps only while the server has processors to spare: more active sessions than a few per core make all of them slower.

Prevention: statement_timeout for the application's role, a limit on how long a request waits for a connection, and an alert on the pool's own count of waiters.`,
		Category:   Connections,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Needs:      []Need{{Role: "pg_read_all_stats"}},
		Thresholds: []Threshold{poolMinSessions, poolActivePercent, poolMaxIdle},
	},
	Judge: func(row *PoolLoad, _ postgres.Server, t Thresholds) (Verdict, bool) {
		verdict := Verdict{
			Object:  postgres.Name(row.Database),
			Message: fmt.Sprintf("%d of %d sessions are at work and %d idle", row.Active, row.Sessions, row.Idle),
		}
		if row.Waiting > 0 {
			verdict.Message += fmt.Sprintf("; %d of them wait for a lock", row.Waiting)
		}
		return verdict, float64(row.Sessions) >= t.Of(poolMinSessions) &&
			float64(row.Active)*100 >= t.Of(poolActivePercent)*float64(row.Sessions) &&
			float64(row.Idle) <= t.Of(poolMaxIdle)
	},
})
