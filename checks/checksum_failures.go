package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// DamagedDatabase is one database, and how many damaged pages were read in it.
type DamagedDatabase struct {
	Database    *string `db:"database_name" json:"database"`            // nil: what all share
	Failures    *int64  `db:"failures" json:"failures" volatile:"true"` // nil: checksums are off
	LastFailure *string `db:"last_failure" json:"last_failure" volatile:"true"`
}

// ChecksumFailures finds databases that the disk has damaged.
var ChecksumFailures = define(Spec[DamagedDatabase]{
	Doc: Doc{
		ID:       "checksum-failures",
		Title:    "pages were read that are damaged",
		Examines: "databases",
		Why: `The server read pages from disk whose checksum does not fit: the disk, its controller, the memory or the kernel returned something else than was written. Statements that touch such a page fail, the rows on it are not to be had, and where one page is damaged there are more.

Confirm: SELECT datname, checksum_failures, checksum_last_failure FROM pg_stat_database; the log names file and block ("page verification failed"; "invalid page in block"). Only pages that somebody read are counted: pg_basebackup and pgBackRest read all of them, and pg_amcheck --all (PostgreSQL 14) those of tables and btree indexes.

Cure: take the server's disk out of service: fail over to a standby that is sound, or restore the newest backup that is sound and replay the WAL up to now. Keep a copy of the damaged files. A damaged index is rebuilt by REINDEX. Rows of one damaged page can be given up on a copy of the server with zero_damaged_pages, never in place.

Prevention: backups that verify checksums, tried restores, and an alert on this check. The counters begin anew after pg_stat_reset() or a crash; the damage does not go away with them.`,
		Category: Configuration,
		Severity: Critical,
		Runtime:  true,
	},
	Judge: func(row *DamagedDatabase, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if row.Failures == nil || *row.Failures == 0 {
			return Verdict{}, false
		}
		object, where := "shared catalogs", "the catalogs that all databases share"
		if row.Database != nil {
			object, where = postgres.Name(*row.Database), "database "+postgres.Name(*row.Database)
		}
		return Verdict{
			Object:  object,
			Message: fmt.Sprintf("%d pages of %s failed their checksum when they were read: the disk returns damaged data", *row.Failures, where),
		}, true
	},
})
