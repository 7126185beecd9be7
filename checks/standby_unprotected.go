package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// KeptWAL is wal_keep_size, and the standbys that depend on it.
type KeptWAL struct {
	ServerSetting
	ArchiveMode string `db:"archive_mode" json:"archive_mode"`
	Standbys    int    `db:"standbys" json:"standbys"` // without a slot
}

// StandbyUnprotected finds standbys that a short interruption cuts off for good.
var StandbyUnprotected = define(Spec[KeptWAL]{
	Doc: Doc{
		ID:       "standby-unprotected",
		Title:    "standby that a short interruption can cut off for good",
		Examines: "settings",
		Why: `A standby streams without a replication slot, wal_keep_size is 0 and there is no archive. After each checkpoint the primary may remove WAL that the standby has not got yet: a restart of the standby or an hour without network, and it ends in "requested WAL segment has already been removed" and has to be built anew.

Confirm: SELECT application_name, pid FROM pg_stat_replication; SELECT active_pid FROM pg_replication_slots; SHOW wal_keep_size.

Cure: keep some WAL for it: ALTER SYSTEM SET wal_keep_size, and reload; pgdoctor fix takes 1 GB. Or give it a slot (primary_slot_name on the standby) together with max_slot_wal_keep_size, which keeps exactly what it needs. An archive that the standby reads (restore_command) protects it as well.

Prevention: pg_basebackup --create-slot --slot=name --write-recovery-conf when a standby is built.`,
		Category: Replication,
		Severity: Info,
		Runtime:  true,
		Needs:    []Need{{Role: "pg_read_all_stats", Primary: true}},
	},
	Judge: func(row *KeptWAL, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("%s without a slot, and no WAL is kept for the time that it is away", many(int64(row.Standbys), "standby streams", "standbys stream")),
		}, row.Standbys > 0 && row.Number() == 0 && row.ArchiveMode == "off"
	},
})
