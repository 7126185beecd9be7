package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// AutovacuumWorkers are the server's autovacuum workers, and the tables of this
// database that wait for one.
type AutovacuumWorkers struct {
	Database        string `db:"database_name" json:"database"`
	Workers         int64  `db:"workers" json:"workers"` // that there can be
	Busy            int64  `db:"busy" json:"busy"`
	YoungestSeconds int64  `db:"youngest_seconds" json:"youngest_seconds" volatile:"true"` // since which all are busy
	Due             int64  `db:"due" json:"due" volatile:"true"`                           // tables
}

var (
	busyMinDue = Threshold{
		Name: "min-due", Default: 10, Unit: "tables that are due",
		Why: "a few are always due; a queue is not",
	}
	busyMinSeconds = Threshold{
		Name: "min-seconds", Default: 300, Unit: "seconds at the present table",
		Why: "where one of the workers began a moment ago, the queue moves",
	}
)

// AutovacuumWorkersBusy finds a server on which tables queue for autovacuum.
var AutovacuumWorkersBusy = define(Spec[AutovacuumWorkers]{
	Doc: Doc{
		ID:       "autovacuum-workers-busy",
		Title:    "tables wait because all autovacuum workers are busy",
		Examines: "databases",
		Why: `autovacuum_max_workers processes, three by default, serve all tables of all databases. When each of them is at a large table, nobody comes to the small, busy ones: a queue table with a hundred rows grows to gigabytes in an afternoon. More workers alone do not help, since all of them share one allowance of work (autovacuum_vacuum_cost_limit).

Confirm: SELECT * FROM pg_stat_progress_vacuum, and pg_stat_activity WHERE backend_type = 'autovacuum worker'; vacuum-overdue lists the tables that wait.

Cure: raise autovacuum_vacuum_cost_limit (to 1000 or 2000) or lower autovacuum_vacuum_cost_delay, and reload: from PostgreSQL 16 on running workers take it up at once, before with their next table. VACUUM the waiting tables by hand. autovacuum_max_workers needs a restart before 18; from 18 on a reload is enough, up to autovacuum_worker_slots, which needs a restart. There is no automatic fix for a setting of the whole server.

Prevention: lower scale factors for large tables, so that each run is short; partitions.`,
		Category:   Vacuum,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Needs:      []Need{{Role: "pg_read_all_stats"}},
		Thresholds: []Threshold{busyMinDue, busyMinSeconds},
	},
	Judge: func(row *AutovacuumWorkers, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Busy < row.Workers || float64(row.Due) < t.Of(busyMinDue) || float64(row.YoungestSeconds) < t.Of(busyMinSeconds) {
			return Verdict{}, false
		}
		return Verdict{
			Object: postgres.Name(row.Database),
			Message: fmt.Sprintf("all %d autovacuum workers have been busy for %s or longer, and %s due",
				row.Workers, ago(seconds(float64(row.YoungestSeconds))), many(row.Due, "table is", "tables are")),
		}, true
	},
})
