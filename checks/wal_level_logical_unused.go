package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// LogicalLevel is wal_level and what makes use of logical decoding.
type LogicalLevel struct {
	ServerSetting
	Slots        int `db:"slots" json:"slots"` // logical ones, of all databases
	Publications int `db:"publications" json:"publications"`
}

// WALLevelLogicalUnused finds servers that write WAL for logical decoding, which nobody does.
var WALLevelLogicalUnused = define(Spec[LogicalLevel]{
	Doc: Doc{
		ID:       "wal-level-logical-unused",
		Title:    "wal_level is logical, and nothing decodes it",
		Examines: "settings",
		Why: `With wal_level = logical every UPDATE and DELETE also writes the old row's key (with REPLICA IDENTITY FULL the whole old row), and catalog changes write more than they need to. That is a few per cent more WAL for nothing while there is neither a logical slot nor a publication. Often it is what a removed connector left behind.

Confirm: SHOW wal_level; SELECT * FROM pg_replication_slots WHERE slot_type = 'logical'; SELECT * FROM pg_publication in each database.

Cure: nothing is urgent. If no logical replication is planned, ALTER SYSTEM SET wal_level = replica and restart, which pgdoctor never does. Keep it if an upgrade by logical replication is planned: going back to logical needs a restart as well.

Prevention: none needed.`,
		Category: Replication,
		Severity: Info,
	},
	Judge: func(row *LogicalLevel, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: "wal_level is logical, but there is no logical slot and no publication",
		}, row.Value == "logical" && row.Slots == 0 && row.Publications == 0
	},
})
