package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// WALArchiver is how the archiver of a server fares.
type WALArchiver struct {
	Mode           string  `db:"mode" json:"mode"` // archive_mode
	Archived       int64   `db:"archived_count" json:"archived" volatile:"true"`
	Failed         int64   `db:"failed_count" json:"failed" volatile:"true"`
	FailedWAL      *string `db:"last_failed_wal" json:"last_failed_wal" volatile:"true"`
	SecondsWithout int64   `db:"seconds_without" json:"seconds_without" volatile:"true"` // since the last success, or since statistics began
	FailedSeconds  *int64  `db:"failed_seconds" json:"failed_seconds" volatile:"true"`   // since the last failure
	Recovered      bool    `db:"recovered" json:"recovered"`                             // there was a success after the last failure
}

var (
	archiveRecentMinutes = Threshold{
		Name: "recent-minutes", Default: 10, Unit: "minutes",
		Why: "the archiver tries again each minute: an older failure was given up or mended",
	}
	archiveCriticalMinutes = Threshold{
		Name: "critical-minutes", Default: 60, Unit: "minutes without an archived file",
		Why: "so much is lost to a restore if the disk fails now, and pg_wal grows meanwhile",
	}
)

// ArchiveFailing finds servers whose WAL does not reach its archive.
var ArchiveFailing = define(Spec[WALArchiver]{
	Doc: Doc{
		ID:       "archive-failing",
		Title:    "WAL archiving fails: backups cannot be restored to now, and pg_wal grows",
		Examines: "servers",
		Why: `archive_command (or archive_library) fails, and has not succeeded since. The server keeps every WAL file until it is archived and tries the same one again each minute, so pg_wal grows until the disk is full and the server stops. Until then the archive lacks everything since the last success: a restore ends there.

Confirm: SELECT last_archived_time, last_failed_time, last_failed_wal, failed_count FROM pg_stat_archiver. The server's log has the command's own message and its exit code.

Cure: run the command by hand as the server's user, with the path and name of the failed file. Usual reasons: a full or unreachable target, expired credentials, a file of that name that is there already after a restore. Never archive to nowhere (archive_command = '/bin/true') to make room: the archive then has a hole, and every backup before it ends there. If you must, take a new base backup at once.

Prevention: an alert on this check, and a regular test of the restore. Failures that a later success made good are not reported.`,
		Category:   Replication,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Thresholds: []Threshold{archiveRecentMinutes, archiveCriticalMinutes},
	},
	Judge: func(row *WALArchiver, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Mode == "off" || row.Recovered || row.FailedSeconds == nil || float64(*row.FailedSeconds) > t.Of(archiveRecentMinutes)*60 {
			return Verdict{}, false
		}
		since := seconds(float64(row.SecondsWithout))
		verdict := Verdict{
			Object:  "server",
			Message: fmt.Sprintf("archiving failed %s ago, and nothing was archived for %s", ago(seconds(float64(*row.FailedSeconds))), ago(since)),
		}
		if since.Minutes() >= t.Of(archiveCriticalMinutes) {
			verdict.Severity = Critical
		}
		return verdict, true
	},
})
