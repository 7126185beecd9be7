package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// LockTable is how full the lock table of a server is.
type LockTable struct {
	Locked         int64 `db:"locked" json:"locked" volatile:"true"` // objects
	Capacity       int64 `db:"capacity" json:"capacity"`
	PerTransaction int   `db:"per_transaction" json:"max_locks_per_transaction"`
}

var (
	lockTableWarn = Threshold{
		Name: "warn-percent", Default: 70, Unit: "percent",
		Why: "one more session that locks as much takes the rest",
	}
	lockTableCritical = Threshold{
		Name: "critical-percent", Default: 90, Unit: "percent",
		Why: "the next statement of anybody may fail",
	}
)

// LockTableSaturation finds servers whose lock table is nearly full.
var LockTableSaturation = define(Spec[LockTable]{
	Doc: Doc{
		ID:       "lock-table-saturation",
		Title:    "the lock table of the server is nearly full",
		Examines: "servers",
		Why: `All sessions keep their locks in one table in shared memory, made at the start for max_locks_per_transaction times (max_connections + max_prepared_transactions) objects. When it is full, any statement of any session fails with "out of shared memory", HINT: "You might need to increase max_locks_per_transaction". A statement on a partitioned table locks every partition and every index that it cannot rule out, so that thousands of partitions and some dozens of sessions are enough; so are pg_dump and DROP SCHEMA of many tables.

Confirm: SELECT pid, count(*) FROM pg_locks WHERE NOT fastpath GROUP BY pid ORDER BY 2 DESC. See locks-many-by-session.

Cure: at once, end or wait for the session that holds most. Then raise max_locks_per_transaction, which needs a restart, first on standbys. It costs some hundred bytes for each lock.

Prevention: conditions on the partition key in every statement, so that partitions are ruled out when it is planned; fewer, larger partitions; DDL on many tables in pieces.`,
		Category:   Locks,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Thresholds: []Threshold{lockTableWarn, lockTableCritical},
	},
	Judge: func(row *LockTable, _ postgres.Server, t Thresholds) (Verdict, bool) {
		percent := 100 * float64(row.Locked) / float64(max(1, row.Capacity))
		verdict := Verdict{
			Object: "server",
			Message: fmt.Sprintf("%s objects are locked, and there is room for about %s (%.0f%%)",
				humanize.Comma(row.Locked), humanize.Comma(row.Capacity), percent),
		}
		if percent >= t.Of(lockTableCritical) {
			verdict.Severity = Critical
		}
		return verdict, percent >= min(t.Of(lockTableWarn), t.Of(lockTableCritical))
	},
})
