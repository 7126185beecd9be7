package checks

import (
	"fmt"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var (
	neverVacuumedMinMegabytes = Threshold{
		Name: "min-megabytes", Default: 100, Unit: "MiB",
		Why: "what is smaller is vacuumed in no time whenever that has to be",
	}
	neverVacuumedMinHours = Threshold{
		Name: "min-hours", Default: 3, Unit: "hours",
		Why: "after a load autovacuum gets this long to come, counted from the start of statistics",
	}
)

// NeverVacuumed finds large tables that no VACUUM ever came to.
var NeverVacuumed = define(Spec[TableVisibility]{
	Doc: Doc{
		ID:       "never-vacuumed",
		Title:    "large table that was never vacuumed",
		Examines: "tables",
		Why: `A table that is only inserted into has no dead rows, but needs VACUUM all the same: until then every scan has to see for each row whether it is visible, index-only scans go to the table for every row, and no row is frozen. One day the vacuum against wraparound has to do all of it at once, in the middle of the busiest hour. Autovacuum comes for inserted rows as well, but not where it is switched off, where its counters were lost in a crash, an upgrade or a reset, or where nothing was written since a restore.

Confirm: relallvisible in pg_class is 0 although relpages is not, and pg_stat_user_tables knows neither last_vacuum nor last_autovacuum.

Cure: VACUUM (FREEZE, ANALYZE) the table at a quiet hour; pgdoctor fix runs VACUUM (ANALYZE) while readers and writers go on. It reads all of the table once.

Prevention: leave autovacuum on, with autovacuum_vacuum_insert_threshold at its default; VACUUM (ANALYZE) at the end of a restore or bulk load. Tables whose dead rows make them due are in vacuum-overdue.`,
		Category:   Vacuum,
		Severity:   Warning,
		Runtime:    true,
		Needs:      []Need{{Statistics: 3 * time.Hour}},
		Thresholds: []Threshold{neverVacuumedMinMegabytes, neverVacuumedMinHours},
	},
	Judge: func(row *TableVisibility, server postgres.Server, t Thresholds) (Verdict, bool) {
		if row.NeverTables == 0 || float64(row.NeverBytes) < t.Of(neverVacuumedMinMegabytes)*(1<<20) ||
			server.StatsAge().Hours() < t.Of(neverVacuumedMinHours) {
			return Verdict{}, false
		}
		message := size(row.NeverBytes) + " that no VACUUM ever came to: nothing is frozen, and index-only scans read the table"
		if row.Partitioned {
			message = fmt.Sprintf("%s in %s that no VACUUM ever came to: nothing is frozen, and index-only scans read the table",
				size(row.NeverBytes), many(row.NeverTables, "partition", "partitions"))
		}
		return Verdict{Object: row.name(), Message: message}, true
	},
})
