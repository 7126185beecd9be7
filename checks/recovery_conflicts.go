package checks

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// RecoveryConflict is how many queries of a standby replay has cancelled, in one database.
type RecoveryConflict struct {
	Database       string `db:"database_name" json:"database"`
	Tablespace     int64  `db:"confl_tablespace" json:"tablespace" volatile:"true"`
	Lock           int64  `db:"confl_lock" json:"lock" volatile:"true"`
	Snapshot       int64  `db:"confl_snapshot" json:"snapshot" volatile:"true"`
	Bufferpin      int64  `db:"confl_bufferpin" json:"bufferpin" volatile:"true"`
	Deadlock       int64  `db:"confl_deadlock" json:"deadlock" volatile:"true"`
	Feedback       bool   `db:"feedback" json:"hot_standby_feedback"`
	StreamingDelay string `db:"streaming_delay" json:"max_standby_streaming_delay"`
}

var (
	conflictsMin = Threshold{
		Name: "min-conflicts", Default: 10, Unit: "cancelled queries",
		Why: "one now and then is what a standby is like",
	}
	conflictsPerDay = Threshold{
		Name: "min-per-day", Default: 5, Unit: "cancelled queries a day",
		Why: "over the time that statistics have been kept: fewer are rare",
	}
)

// perDay is a rate over the time that statistics have been kept, of a day at least.
func perDay(n int64, server postgres.Server) float64 {
	return float64(n) / max(1, server.StatsAge().Hours()/24)
}

// RecoveryConflicts finds a standby whose queries are often cancelled by replay.
var RecoveryConflicts = define(Spec[RecoveryConflict]{
	Doc: Doc{
		ID:       "recovery-conflicts",
		Title:    "queries on this standby are cancelled by replay",
		Examines: "databases of a standby",
		Why: `Queries here ended with "canceling statement due to conflict with recovery" (SQLSTATE 40001). Replay had to apply something that they stood in the way of: VACUUM on the primary removed rows that they could still see (snapshot), DDL or VACUUM's truncation took a lock (lock), a page was pinned (bufferpin). After max_standby_streaming_delay the query loses.

Confirm: SELECT * FROM pg_stat_database_conflicts WHERE datname = current_database().

Cure: for snapshot conflicts hot_standby_feedback = on, at the price of dead rows on the primary (hot-standby-feedback-off); for locks, ALTER TABLE … SET (vacuum_truncate = off) on the tables in question and DDL at quiet times; for all of them a larger max_standby_streaming_delay on a standby that is for reports, where lag does no harm. Clients should repeat a query that fails with 40001.

Prevention: short queries on the standby that is to be promoted, long ones on another.`,
		Category:   Replication,
		Severity:   Info,
		Runtime:    true,
		Thresholds: []Threshold{conflictsMin, conflictsPerDay},
	},
	Judge: func(row *RecoveryConflict, server postgres.Server, t Thresholds) (Verdict, bool) {
		total := row.Tablespace + row.Lock + row.Snapshot + row.Bufferpin + row.Deadlock
		var reasons []string
		for _, reason := range []struct {
			name string
			n    int64
		}{{"snapshot", row.Snapshot}, {"lock", row.Lock}, {"buffer pin", row.Bufferpin}, {"deadlock", row.Deadlock}, {"tablespace", row.Tablespace}} {
			if reason.n > 0 {
				reasons = append(reasons, fmt.Sprintf("%d %s", reason.n, reason.name))
			}
		}
		rate := perDay(total, server)
		return Verdict{
			Object:  postgres.Name(row.Database),
			Message: fmt.Sprintf("replay has cancelled %s (%s), %.0f a day", many(total, "query", "queries"), strings.Join(reasons, ", "), rate),
		}, float64(total) >= t.Of(conflictsMin) && rate >= t.Of(conflictsPerDay)
	},
})
