package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// SlotLimit is max_slot_wal_keep_size and what it would limit.
type SlotLimit struct {
	ServerSetting
	Slots       int   `db:"slots" json:"slots"`
	Retained    int64 `db:"retained" json:"retained" volatile:"true"` // bytes, by the slot that keeps most
	MaxWALBytes int64 `db:"max_wal_bytes" json:"max_wal_bytes"`
}

// SlotsUnlimited finds servers on which a slot may fill the disk.
var SlotsUnlimited = define(Spec[SlotLimit]{
	Doc: Doc{
		ID:       "slots-unlimited",
		Title:    "replication slots may keep WAL without a limit",
		Examines: "settings",
		Why: `With max_slot_wal_keep_size = -1, the default, a replication slot keeps WAL for its consumer for ever. One replica or connector that is down over a weekend fills the disk of the primary, and then nobody can write at all. With a limit only that consumer is lost.

Confirm: SHOW max_slot_wal_keep_size; SELECT count(*) FROM pg_replication_slots.

Cure: ALTER SYSTEM SET max_slot_wal_keep_size to what the disk can spare, and reload. It has to cover the longest time that a consumer may be away times the WAL that is written meanwhile. pgdoctor fix proposes at least 10 GB, four times max_wal_size and twice what is kept now; it cannot see the size of the disk, so compare with that first.

Prevention: make it part of every configuration with slots, and put an alert on slot-retains-wal.`,
		Category: Replication,
		Severity: Info,
	},
	Judge: func(row *SlotLimit, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("%s may keep WAL until the disk is full", many(int64(row.Slots), "replication slot", "replication slots")),
		}, row.Slots > 0 && row.Number() < 0
	},
})
