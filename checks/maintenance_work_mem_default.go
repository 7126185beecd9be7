package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var maintainedTable = fromGigabytes(10, "of the largest table: smaller ones are cleaned in one pass")

// MaintenanceWorkMemDefault finds large tables that are maintained in small pieces.
var MaintenanceWorkMemDefault = define(Spec[SizedSetting]{
	Doc: Doc{
		ID:       "maintenance-work-mem-default",
		Title:    "maintenance_work_mem is at its small default",
		Examines: "settings",
		Why: `VACUUM collects the dead rows that it found in maintenance_work_mem, and each time it is full reads every index of the table from end to end; until PostgreSQL 16 the default of 64 MB holds 11 million rows. CREATE INDEX sorts in it and goes to disk when it does not suffice. On large tables both take much longer than they need to.

Confirm: SHOW maintenance_work_mem; index_vacuum_count above 1 in pg_stat_progress_vacuum, or "index scans" above 1 in the log of autovacuum.

Cure: ALTER SYSTEM SET maintenance_work_mem = '512MB', and reload, where the machine has the memory: each autovacuum worker may take as much, unless autovacuum_work_mem says less.

Prevention: for one large index, SET maintenance_work_mem = '2GB' in the session that builds it.`,
		Category:   Configuration,
		Severity:   Info,
		Thresholds: []Threshold{maintainedTable},
	},
	Judge: func(row *SizedSetting, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return Verdict{
			Object: row.Name,
			Message: fmt.Sprintf("maintenance_work_mem is %s, the default or less, and there is a large table: VACUUM and CREATE INDEX work in small pieces",
				inBytes(row.Bytes())),
		}, row.ofTheServer() && row.Bytes() <= 64<<20 && float64(row.LargestBytes) >= t.Of(maintainedTable)*(1<<30)
	},
})
