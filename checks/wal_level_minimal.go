package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// WALLevelMinimal finds servers that can have no replica and no base backup.
var WALLevelMinimal = define(Spec[ServerSetting]{
	Doc: Doc{
		ID:       "wal-level-minimal",
		Title:    "wal_level is minimal: no replicas, no base backups, no restore to a point in time",
		Examines: "settings",
		Why: `With wal_level = minimal the server writes only what it needs to survive its own crash. pg_basebackup, WAL archiving and replicas are impossible, so pg_dump is the only backup: everything since the last dump is lost with the disk.

Confirm: SHOW wal_level.

Cure: ALTER SYSTEM SET wal_level = replica; ALTER SYSTEM RESET max_wal_senders; then restart the server, which pgdoctor never does.

Prevention: minimal is for servers that can be built again from elsewhere, where bulk loads into new tables are to be fast.`,
		Category: Replication,
		Severity: Info,
	},
	Judge: func(row *ServerSetting, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: "wal_level is minimal: pg_dump is the only backup that is possible",
		}, row.Value == "minimal"
	},
})
