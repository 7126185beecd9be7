package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var (
	retainWarnPercent = Threshold{
		Name: "warn-percent", Default: 50, Unit: "percent of max_slot_wal_keep_size",
		Why: "half of what the slot may keep is used up",
	}
	retainCriticalPercent = Threshold{
		Name: "critical-percent", Default: 85, Unit: "percent of max_slot_wal_keep_size",
		Why: "the slot is lost soon, and its consumer with it",
	}
	retainWarnGiB = Threshold{
		Name: "warn-gib", Default: 5, Unit: "GiB",
		Why: "where nothing limits the slot; a consumer that keeps up stays far below",
	}
	retainCriticalGiB = Threshold{
		Name: "critical-gib", Default: 50, Unit: "GiB",
		Why: "where nothing limits the slot: the disk is what ends it",
	}
)

// SlotRetainsWAL finds replication slots that keep much WAL.
var SlotRetainsWAL = define(Spec[ReplicationSlot]{
	Doc: Doc{
		ID:       "slot-retains-wal",
		Title:    "replication slot that keeps much WAL from being removed",
		Examines: "replication slots",
		Why: `A slot keeps all WAL from the oldest position that its consumer may still need. Behind a slow or absent consumer it piles up in pg_wal. Without max_slot_wal_keep_size it grows until the disk is full, and then the whole server stops; with it, the slot is given up at the next checkpoint after the limit, and its consumer has to be built anew.

Confirm: SELECT slot_name, active, wal_status, safe_wal_size, pg_size_pretty(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)) FROM pg_replication_slots. safe_wal_size is how much can still be written before the slot is lost.

Cure: find out why the consumer is slow: is the connector running, does the standby replay (replication-lag), does one long transaction keep a logical slot's restart_lsn back? A slot that nobody needs any more is to be dropped (slot-inactive). If the consumer only needs time, raise max_slot_wal_keep_size while there is disk for it.

Prevention: an alert on this check, and max_slot_wal_keep_size well below the free disk.`,
		Category:   Replication,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Thresholds: []Threshold{retainWarnPercent, retainCriticalPercent, retainWarnGiB, retainCriticalGiB},
	},
	Judge: func(row *ReplicationSlot, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Retained == nil || row.Lost() {
			return Verdict{}, false
		}
		kept := float64(row.kept())
		verdict := Verdict{Object: row.object(), Message: fmt.Sprintf("keeps %s of WAL, and nothing limits it", size(row.kept()))}
		warn, critical := t.Of(retainWarnGiB)*(1<<30), t.Of(retainCriticalGiB)*(1<<30)
		if row.KeepBytes >= 0 {
			limit := float64(row.KeepBytes)
			warn, critical = t.Of(retainWarnPercent)*limit/100, t.Of(retainCriticalPercent)*limit/100
			verdict.Message = fmt.Sprintf("keeps %s of WAL of the %s that it may keep before it is given up", size(row.kept()), size(row.KeepBytes))
		}
		if kept >= critical {
			verdict.Severity = Critical
		}
		return verdict, kept >= warn
	},
})
