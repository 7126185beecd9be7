package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// WALDirectory is how large pg_wal is, and how large it is meant to be.
type WALDirectory struct {
	Files       int64   `db:"files" json:"files" volatile:"true"`
	Bytes       int64   `db:"bytes" json:"bytes" volatile:"true"`
	MaxWALBytes int64   `db:"max_wal_bytes" json:"max_wal_bytes"` // max_wal_size
	KeepBytes   int64   `db:"keep_bytes" json:"keep_bytes"`       // wal_keep_size
	Slot        *string `db:"slot_name" json:"slot"`              // that keeps most
	SlotBytes   int64   `db:"slot_bytes" json:"slot_bytes" volatile:"true"`
}

var (
	walFactor = Threshold{
		Name: "factor", Default: 2, Unit: "times max_wal_size and wal_keep_size",
		Why: "a peak exceeds max_wal_size, which is a wish; twice as much is kept by somebody",
	}
	walMinGiB = Threshold{
		Name: "min-gib", Default: 4, Unit: "GiB",
		Why: "less fills no disk",
	}
)

// WALDirectoryLarge finds servers whose WAL piles up.
var WALDirectoryLarge = define(Spec[WALDirectory]{
	Doc: Doc{
		ID:       "wal-directory-large",
		Title:    "pg_wal is far larger than max_wal_size",
		Examines: "servers",
		Why: `After each checkpoint the server removes or reuses the WAL that nobody needs, so pg_wal stays near max_wal_size plus wal_keep_size. If it is far larger, something keeps the files: a replication slot (slot-retains-wal), archiving that fails or lags (archive-failing, archive-lagging), or checkpoints that cannot keep up with the writing. When its disk is full the server stops, for reads as well.

Confirm: SELECT pg_size_pretty(sum(size)) FROM pg_ls_waldir(); SELECT slot_name, active, restart_lsn FROM pg_replication_slots ORDER BY restart_lsn; SELECT * FROM pg_stat_archiver.

Cure: mend or drop what keeps the files, then CHECKPOINT. Never delete files from pg_wal by hand: the server cannot start without those since the last checkpoint.

Prevention: max_slot_wal_keep_size, alerts on the slots and on the archiver, pg_wal on a disk that has room for a day of writing.`,
		Category:   Replication,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Needs:      []Need{{Role: "pg_monitor"}},
		Thresholds: []Threshold{walFactor, walMinGiB},
	},
	Judge: func(row *WALDirectory, _ postgres.Server, t Thresholds) (Verdict, bool) {
		meant := row.MaxWALBytes + row.KeepBytes
		verdict := Verdict{
			Object:  "pg_wal",
			Message: fmt.Sprintf("%s in %s, meant to be %s", size(row.Bytes), many(row.Files, "file", "files"), size(meant)),
		}
		if row.Slot != nil && row.SlotBytes > row.Bytes/2 {
			verdict.Message += fmt.Sprintf("; slot %s keeps %s", postgres.Name(*row.Slot), size(row.SlotBytes))
		}
		return verdict, float64(row.Bytes) >= t.Of(walFactor)*float64(meant) && float64(row.Bytes) >= t.Of(walMinGiB)*(1<<30)
	},
})
