package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// BaseBackup is one base backup that is running.
type BaseBackup struct {
	Name      string `db:"name" json:"name"` // application_name
	PID       int    `db:"pid" json:"pid" volatile:"true"`
	Namesakes int    `db:"namesakes" json:"namesakes"`
	Phase     string `db:"phase" json:"phase" volatile:"true"`
	Total     *int64 `db:"backup_total" json:"total_bytes" volatile:"true"` // estimate, nil for none
	Streamed  *int64 `db:"backup_streamed" json:"streamed_bytes" volatile:"true"`
	Seconds   int64  `db:"seconds" json:"seconds" volatile:"true"`
}

var backupMinHours = Threshold{
	Name: "min-hours", Default: 24, Unit: "hours",
	Why: "the next day's backup begins by then",
}

// BaseBackupLong finds base backups that run for long.
var BaseBackupLong = define(Spec[BaseBackup]{
	Doc: Doc{
		ID:       "base-backup-long",
		Title:    "base backup that has been running for long",
		Examines: "running base backups",
		Why: `A base backup takes a WAL sender, reads every file once and needs all WAL that is written meanwhile. One that runs for a day hangs (a full or slow target, a network that drops packets), is throttled too much (pg_basebackup --max-rate), or overlaps with the next one and slows both.

Confirm: SELECT pid, phase, backup_streamed, backup_total FROM pg_stat_progress_basebackup, twice with a minute between: does backup_streamed grow?

Cure: if it does not, end the program at its own side, or SELECT pg_terminate_backend(pid). What it has written until then is of no use.

Prevention: incremental backups (pgBackRest, WAL-G, from PostgreSQL 17 on pg_basebackup --incremental), taken from a standby where the primary is busy.`,
		Category:   Replication,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Needs:      []Need{{Role: "pg_read_all_stats"}},
		Thresholds: []Threshold{backupMinHours},
	},
	Judge: func(row *BaseBackup, _ postgres.Server, t Thresholds) (Verdict, bool) {
		object := postgres.Name(row.Name)
		if row.Namesakes > 1 {
			object = fmt.Sprintf("%s (process %d)", object, row.PID)
		}
		message := fmt.Sprintf("it has been running for %s (%s)", ago(seconds(float64(row.Seconds))), row.Phase)
		if row.Total != nil && row.Streamed != nil {
			message += fmt.Sprintf(": %s of about %s", size(*row.Streamed), size(*row.Total))
		}
		return Verdict{Object: object, Message: message}, float64(row.Seconds) >= t.Of(backupMinHours)*3600
	},
})
