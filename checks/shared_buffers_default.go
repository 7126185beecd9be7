package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var buffersDatabase = fromGigabytes(4, "thirty times the default; tables, indexes and TOAST of this database count")

// SharedBuffersDefault finds a large database behind a small cache.
var SharedBuffersDefault = define(Spec[SizedSetting]{
	Doc: Doc{
		ID:       "shared-buffers-default",
		Title:    "shared_buffers is at its small default",
		Examines: "settings",
		Why: `shared_buffers is the memory in which the server keeps pages. Its default, 128 MB, is chosen so that the server starts on any machine. With a database many times as large, pages are pushed out soon after they were read, read again from the system's cache at best and from disk at worst, and written more often than needed.

Confirm: SHOW shared_buffers; the memory of the machine; pg_buffercache shows what is kept.

Cure: a quarter of the memory of a machine that serves the database alone: ALTER SYSTEM SET shared_buffers = '4GB', and a restart. Raise max_wal_size with it, and consider huge pages from 8 GB on.

Prevention: set it when the server is made. Containers: a quarter of the container's limit, and a large enough /dev/shm.`,
		Category:   Configuration,
		Severity:   Info,
		Thresholds: []Threshold{buffersDatabase},
	},
	Judge: func(row *SizedSetting, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return Verdict{
			Object: row.Name,
			Message: fmt.Sprintf("shared_buffers is %s, the default or less, and this database is much larger: its pages do not stay in memory",
				inBytes(row.Bytes())),
		}, row.Bytes() <= 128<<20 && row.reaches(t, buffersDatabase)
	},
})
