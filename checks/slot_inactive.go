package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var (
	slotMinMinutes = Threshold{
		Name: "min-minutes", Default: 10, Unit: "minutes",
		Why: "a consumer that polls or restarts is back sooner (known from PostgreSQL 17 on)",
	}
	slotWarnHours = Threshold{
		Name: "warn-hours", Default: 24, Unit: "hours",
		Why: "who has not come back after a day is forgotten, or broken unnoticed (known from PostgreSQL 17 on)",
	}
	slotWarnGiB = Threshold{
		Name: "warn-gib", Default: 1, Unit: "GiB",
		Why: "more WAL than that behind a slot without a consumer is a warning, else it is info",
	}
)

// SlotInactive finds replication slots that nobody reads from.
var SlotInactive = define(Spec[ReplicationSlot]{
	Doc: Doc{
		ID:       "slot-inactive",
		Title:    "replication slot that nobody reads from",
		Examines: "replication slots",
		Why: `A replication slot makes the server keep all WAL that its consumer has not read, and a logical slot the dead rows of the system catalogs as well. Without a consumer both grow until the disk is full and the server stops. Slots are left behind by replicas that were removed, by change-data-capture connectors that were deleted, and by DROP SUBSCRIPTION after the publisher was unreachable.

Confirm: SELECT slot_name, slot_type, active, restart_lsn, wal_status FROM pg_replication_slots WHERE NOT active. Is there a standby (primary_slot_name) or a connector of that name that is only down for now?

Cure: start the consumer again if it is still wanted; it goes on where it was. If not, SELECT pg_drop_replication_slot('name'), one slot at a time; pgdoctor fix does that, and looks again just before that nobody reads from the slot and that it has not moved. A consumer whose slot was dropped has to be built anew: a physical slot can be made again, but not the WAL that it kept.

Prevention: limit what a slot may keep (max_slot_wal_keep_size; from PostgreSQL 18 on also idle_replication_slot_timeout), and drop the slot in the runbook that removes the replica. Not reported: copies on a standby of its primary's slots, temporary slots, and lost ones (slot-lost).`,
		Category:   Replication,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Thresholds: []Threshold{slotMinMinutes, slotWarnHours, slotWarnGiB},
	},
	Judge: func(row *ReplicationSlot, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Active || row.Synced || row.Lost() {
			return Verdict{}, false
		}
		verdict := Verdict{Object: row.object(), Severity: Info, Message: fmt.Sprintf("nobody reads from this %s slot", row.Type)}
		if row.InactiveSeconds != nil {
			since := seconds(float64(*row.InactiveSeconds))
			if since.Minutes() < t.Of(slotMinMinutes) {
				return Verdict{}, false
			}
			if since.Hours() >= t.Of(slotWarnHours) {
				verdict.Severity = Warning
			}
			verdict.Message += " since " + ago(since)
		}
		if row.Restart == nil {
			verdict.Message += ": it was never used, and keeps no WAL"
			return verdict, true
		}
		if float64(row.kept()) >= t.Of(slotWarnGiB)*(1<<30) {
			verdict.Severity = Warning
		}
		verdict.Message += fmt.Sprintf(", and it keeps %s of WAL", size(row.kept()))
		return verdict, true
	},
})
