package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// RunningVacuum is one VACUUM at work.
type RunningVacuum struct {
	PID         int    `json:"pid"`
	Relation    string `json:"relation"`
	Autovacuum  bool   `json:"autovacuum"`
	Wraparound  bool   `json:"wraparound"` // it does not give way to others
	Phase       string `json:"phase"`
	Percent     int64  `json:"percent"`      // of the table that was read
	IndexPasses int64  `json:"index_passes"` // more than one: maintenance_work_mem is too small
	WaitsFor    string `json:"waits_for"`
	Seconds     int64  `json:"seconds"`
}

// RunningVacuums is a list that a query returns as JSON.
type RunningVacuums []RunningVacuum

// Scan reads a JSON array of objects.
func (v *RunningVacuums) Scan(src any) error { return postgres.ScanJSON(src, v) }

// DatabaseVacuums is a database and the VACUUMs that run in it.
type DatabaseVacuums struct {
	Database string         `db:"database_name" json:"database"`
	Running  RunningVacuums `db:"running" json:"running" volatile:"true"`
	Long     int            `json:"long"` // of them, for longer than the threshold
}

var vacuumMaxHours = Threshold{
	Name: "max-hours", Default: 3, Unit: "hours",
	Why: "even a table of a hundred gigabytes is done by then",
}

// VacuumRunningLong finds VACUUMs that do not come to an end.
var VacuumRunningLong = define(Spec[DatabaseVacuums]{
	Doc: Doc{
		ID:       "vacuum-running-long",
		Title:    "VACUUM that runs for hours",
		Examines: "databases",
		Why: `While one VACUUM is at a table no other can begin there, and what dies meanwhile waits for the next one. A worker that is busy for hours is missing for other tables, and its lock stops ALTER TABLE, CREATE INDEX and the creation of foreign keys; one against wraparound does not even give way to them.

Confirm: SELECT * FROM pg_stat_progress_vacuum. The evidence has the phase, how much of the table was read, what it waits for, and how often it went through the indexes: more than one pass means that maintenance_work_mem (autovacuum_work_mem) is too small for the dead rows of one pass.

Cure: let it finish, above all one against wraparound. It is slow by its own brakes: lower autovacuum_vacuum_cost_delay or raise autovacuum_vacuum_cost_limit, and reload: from PostgreSQL 16 on a running worker takes that up at once, before only with its next table. Where it waits for BufferPin, a cursor or a long statement sits on the page. Cancelling it throws away its work on the indexes, so there is no automatic fix.

Prevention: let it come earlier to large tables (autovacuum-default-on-large-table), drop indexes that nobody uses, partition what is too large.`,
		Category:   Vacuum,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Needs:      []Need{{Role: "pg_read_all_stats"}},
		Thresholds: []Threshold{vacuumMaxHours},
	},
	Judge: func(row *DatabaseVacuums, _ postgres.Server, t Thresholds) (Verdict, bool) {
		row.Long = 0
		for _, vacuum := range row.Running {
			if float64(vacuum.Seconds) >= t.Of(vacuumMaxHours)*3600 {
				row.Long++
			}
		}
		if row.Long == 0 {
			return Verdict{}, false
		}
		longest := row.Running[0]
		message := fmt.Sprintf("VACUUM of %s (pid %d) runs for %s: %s, %d %% of the table read",
			longest.Relation, longest.PID, ago(seconds(float64(longest.Seconds))), longest.Phase, longest.Percent)
		if longest.IndexPasses > 1 {
			message += fmt.Sprintf(", %d passes through the indexes", longest.IndexPasses)
		}
		if longest.Wraparound {
			message += ", against wraparound"
		}
		if row.Long > 1 {
			message += fmt.Sprintf("; %d more run as long", row.Long-1)
		}
		return Verdict{Object: postgres.Name(row.Database), Message: message}, true
	},
})
