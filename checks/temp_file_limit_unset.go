package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// TempFileLimitUnset finds servers whose disk one statement can fill.
var TempFileLimitUnset = define(Spec[ServerSetting]{
	Doc: Doc{
		ID:       "temp-file-limit-unset",
		Title:    "one statement can fill the disk with temporary files",
		Examines: "settings",
		Why: `A sort or a join that does not fit into work_mem goes to temporary files. With temp_file_limit = -1 a single careless statement, a join without its condition, writes until the disk is full; then nobody can write anything, and if the WAL is on the same disk, the server stops.

Confirm: SHOW temp_file_limit; temp_bytes in pg_stat_database.

Cure: a size that honest statements do not reach and the disk can bear for several sessions at once: ALTER SYSTEM SET temp_file_limit = '50GB', and reload. A statement that goes past it fails, its session goes on.

Prevention: temporary files and the WAL on disks of their own (temp_tablespaces), and an alert on free space.`,
		Category: Configuration,
		Severity: Info,
		OptIn:    true,
	},
	Judge: func(row *ServerSetting, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: "temp_file_limit is -1: one statement can fill the disk with temporary files",
		}, row.Number() < 0
	},
})
