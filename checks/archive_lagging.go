package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ArchiveQueue is the WAL that waits to be archived.
type ArchiveQueue struct {
	Mode          string `db:"mode" json:"mode"`
	Command       string `db:"command" json:"command"`
	Library       string `db:"library" json:"library"`
	SegmentBytes  int64  `db:"segment_bytes" json:"segment_bytes"`
	Files         int64  `db:"files" json:"files" volatile:"true"`
	OldestSeconds int64  `db:"oldest_seconds" json:"oldest_seconds" volatile:"true"`
}

var (
	archiveWarnFiles = Threshold{
		Name: "warn-files", Default: 100, Unit: "files",
		Why: "a peak leaves some to archive; of 16 MB each that is 1.6 GB, which a restore would lack",
	}
	archiveCriticalFiles = Threshold{
		Name: "critical-files", Default: 2000, Unit: "files",
		Why: "the disk of pg_wal is what ends it",
	}
)

// ArchiveLagging finds servers that write WAL faster than it is archived.
var ArchiveLagging = define(Spec[ArchiveQueue]{
	Doc: Doc{
		ID:       "archive-lagging",
		Title:    "many WAL files wait to be archived",
		Examines: "servers",
		Why: `Finished WAL files wait for archive_command or archive_library. They stay in pg_wal until they are archived, and until then a restore lacks them. Archiving is slower than writing, fails (archive-failing), or is paused: with archive_mode = on and an empty command files only pile up.

Confirm: SELECT count(*) FROM pg_ls_archive_statusdir() WHERE name LIKE '%.ready', twice with a minute between: does it shrink? pg_stat_archiver says when the last one went.

Cure: make archiving faster. The command runs for one file at a time, so what starts a program and a connection for each 16 MB cannot keep up with a bulk load: pgBackRest and WAL-G archive several at once (archive-async, WALG_UPLOAD_CONCURRENCY). If nobody wants the archive, archive_mode = off needs a restart.

Prevention: an alert on this check, and a larger wal_segment_size (initdb) where much is written.`,
		Category:   Replication,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Needs:      []Need{{Role: "pg_monitor"}},
		Thresholds: []Threshold{archiveWarnFiles, archiveCriticalFiles},
	},
	Judge: func(row *ArchiveQueue, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Mode == "off" || float64(row.Files) < t.Of(archiveWarnFiles) {
			return Verdict{}, false
		}
		verdict := Verdict{
			Object: "server",
			Message: fmt.Sprintf("%s (%s) to archive, the oldest for %s", many(row.Files, "WAL file waits", "WAL files wait"),
				size(row.Files*row.SegmentBytes), ago(seconds(float64(row.OldestSeconds)))),
		}
		if (row.Command == "" || row.Command == "(disabled)") && row.Library == "" {
			verdict.Message += ": neither archive_command nor archive_library is set"
		}
		if float64(row.Files) >= t.Of(archiveCriticalFiles) {
			verdict.Severity = Critical
		}
		return verdict, true
	},
})
