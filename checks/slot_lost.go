package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// SlotLost finds replication slots whose consumers cannot go on, or soon cannot.
var SlotLost = define(Spec[ReplicationSlot]{
	Doc: Doc{
		ID:       "slot-lost",
		Title:    "replication slot whose WAL is gone: its consumer has to be built anew",
		Examines: "replication slots",
		Why: `A slot that fell behind by more than max_slot_wal_keep_size is given up at the next checkpoint: "lost". The WAL that its consumer needs next is removed, so a standby cannot follow any more unless an archive has that WAL, and a subscription or connector misses changes for good. "unreserved" is the step before: past the limit, lost at the next checkpoint. From PostgreSQL 16 on a logical slot on a standby is also invalidated by a conflict with replay, from 18 on any slot that was idle for too long.

Confirm: SELECT slot_name, wal_status, safe_wal_size FROM pg_replication_slots; from 17 on invalidation_reason says why.

Cure: an unreserved slot is saved by its consumer catching up at once, or by raising max_slot_wal_keep_size and reloading. A lost one is of no use: build the consumer anew (pg_basebackup; a new subscription with copy_data; a new snapshot of the connector) with a new slot, and drop this one. pgdoctor fix drops lost slots only.

Prevention: an alert on slot-retains-wal, and a limit that covers the longest time that a consumer may be away.`,
		Category: Replication,
		Severity: Critical,
		Runtime:  true,
		Triage:   true,
	},
	Judge: func(row *ReplicationSlot, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		verdict := Verdict{Object: row.object()}
		switch {
		case row.Lost() && row.Invalidation != nil && *row.Invalidation == "idle_timeout":
			verdict.Severity = Warning
			verdict.Message = fmt.Sprintf("this %s slot was given up because nobody read from it for longer than idle_replication_slot_timeout", row.Type)
		case row.Lost():
			verdict.Message = fmt.Sprintf("this %s slot is lost: its consumer cannot go on", row.Type)
			if row.Invalidation != nil {
				verdict.Message += " (" + *row.Invalidation + ")"
			}
		case row.is("unreserved"):
			verdict.Message = fmt.Sprintf("this %s slot is past max_slot_wal_keep_size (%s): it is lost at the next checkpoint", row.Type, size(row.KeepBytes))
		default:
			return Verdict{}, false
		}
		return verdict, true
	},
})
