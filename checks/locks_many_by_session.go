package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// LockHolder is the session of a role and application that holds most locks.
type LockHolder struct {
	User        string `db:"username" json:"user"`
	Application string `db:"application" json:"application"`
	Locks       int64  `db:"locks" json:"locks" volatile:"true"`
	PID         int    `db:"pid" json:"pid" volatile:"true"`
	Capacity    int64  `db:"capacity" json:"capacity"` // of the server's lock table
}

var (
	sessionLocks = Threshold{
		Name: "min-locks", Default: 2000, Unit: "locks",
		Why: "a statement on a table with a hundred partitions and some indexes each stays below",
	}
	sessionLocksWarn = Threshold{
		Name: "warn-percent", Default: 50, Unit: "percent",
		Why: "of the room in the lock table: a second such session fills it",
	}
)

// LocksManyBySession finds sessions that hold thousands of locks.
var LocksManyBySession = define(Spec[LockHolder]{
	Doc: Doc{
		ID:       "locks-many-by-session",
		Title:    "one session holds thousands of locks",
		Examines: "roles and applications with locks",
		Why: `A transaction that touches thousands of tables, partitions and indexes holds a lock on each until it ends. Taking them makes every such statement slow to plan and to start, and all of them stand in the one lock table of the server: some sessions of that kind fill it, and then statements of everybody fail with "out of shared memory".

Confirm: SELECT relation::regclass, mode, count(*) FROM pg_locks WHERE pid = … GROUP BY 1, 2.

Cure: find the statement. A SELECT or UPDATE without a condition on the partition key locks all partitions: add the condition. A migration or a clean-up job that walks over all tables in one transaction commits after each instead.

Prevention: watch this number after partitions are added. pg_dump is left out, since it must lock all tables.`,
		Category:   Locks,
		Severity:   Info,
		Runtime:    true,
		Needs:      []Need{{Role: "pg_read_all_stats"}},
		Thresholds: []Threshold{sessionLocks, sessionLocksWarn},
	},
	Judge: func(row *LockHolder, _ postgres.Server, t Thresholds) (Verdict, bool) {
		percent := 100 * float64(row.Locks) / float64(max(1, row.Capacity))
		verdict := Verdict{
			Object: postgres.Name(row.User, row.Application),
			Message: fmt.Sprintf("its session %d holds %s locks, and the lock table of the server has room for about %s objects",
				row.PID, humanize.Comma(row.Locks), humanize.Comma(row.Capacity)),
		}
		if percent >= t.Of(sessionLocksWarn) {
			verdict.Severity = Warning
		}
		return verdict, float64(row.Locks) >= t.Of(sessionLocks)
	},
})
