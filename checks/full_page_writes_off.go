package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// FullPageWritesOff finds a server that a crash can leave with half-written pages.
var FullPageWritesOff = define(Spec[ServerSetting]{
	Doc: Doc{
		ID:       "full-page-writes-off",
		Title:    "pages are not protected against torn writes: a crash of the machine can corrupt tables and indexes",
		Examines: "settings",
		Why: `A page of PostgreSQL has 8 kB, disks and kernels write smaller pieces. When the machine stops in the middle, a page is half old and half new, and recovery from the WAL, which holds changes and not pages, makes garbage of it. full_page_writes puts a whole copy of each page into the WAL at its first change after a checkpoint, so that recovery can start from a sound one. Off, nothing tells that a page was torn, but wrong results, errors, or a failing checksum where checksums are on.

Confirm: SHOW full_page_writes.

Cure: ALTER SYSTEM SET full_page_writes = on, and reload; pgdoctor fix does both. Protection begins with the next checkpoint: run CHECKPOINT. If the machine crashed while it was off, check with amcheck and a pg_dump, and restore what is damaged from a backup.

Prevention: leave it on. If the WAL grows too fast, raise max_wal_size and checkpoint_timeout so that checkpoints are rarer, and set wal_compression. Only a file system that writes whole pages or nothing, such as ZFS with records of 8 kB or more, needs no full pages.`,
		Category: Configuration,
		Severity: Critical,
	},
	Judge: func(row *ServerSetting, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: "full_page_writes is off: a crash of the machine can leave half-written pages that recovery cannot repair",
		}, row.Off()
	},
})
