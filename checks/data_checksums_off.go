package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// DataChecksumsOff finds servers that do not notice damage.
var DataChecksumsOff = define(Spec[ServerSetting]{
	Doc: Doc{
		ID:       "data-checksums-off",
		Title:    "damaged pages are not noticed",
		Examines: "settings",
		Why: `Without data checksums a page that the disk, the controller or the kernel has damaged is read as if it were right: wrong results, errors much later, and the damage is in every backup and on every standby by the time somebody sees it. With them reading such a page is an error at once, and pg_stat_database counts it.

Confirm: SHOW data_checksums.

Cure: stop the server cleanly, pg_checksums --enable --pgdata DIRECTORY, start. It rewrites every page, which takes as long as reading and writing all of the data. With a standby: stop and convert the standby, then switch over, so that nobody waits. The cost afterwards is a few per cent.

Prevention: initdb --data-checksums; from PostgreSQL 18 on it is the default, and pg_upgrade wants both servers alike.`,
		Category: Configuration,
		Severity: Info,
	},
	Judge: func(row *ServerSetting, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: "data_checksums is off: pages that the disk damages are read as if they were right",
		}, row.Off()
	},
})
