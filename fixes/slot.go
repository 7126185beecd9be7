package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// dropSlot drops one slot that nobody reads from, if it is still the one that
// was found: the consumer of a slot of the same name may have come back.
func dropSlot(row checks.ReplicationSlot, _ Context) ([]Step, error) {
	slot := postgres.Literal(row.Slot)
	same := fmt.Sprintf(`SELECT EXISTS (
    SELECT FROM pg_catalog.pg_replication_slots AS s
    WHERE s.slot_name = %s AND s.slot_type = %s AND NOT s.temporary
      AND s.plugin IS NOT DISTINCT FROM %s AND s.database IS NOT DISTINCT FROM %s
      AND s.restart_lsn::text IS NOT DISTINCT FROM %s)`,
		slot, postgres.Literal(row.Type), orNull(row.Plugin), orNull(row.Database), orNull(row.Restart))
	step := Step{
		Kind: "drop-slot", Slug: slug("drop_slot", row.Slot),
		Up:    "SELECT pg_catalog.pg_drop_replication_slot(" + slot + ");",
		Down:  "-- a dropped logical slot cannot be brought back: what its consumer has not read is gone",
		Alone: true, Risk: Disruptive, Reach: OfMoment,
		Rights:  both(Right{Privilege: Replication}),
		Untried: "a slot is dropped at once and for good, whatever becomes of the transaction",
		Note:    "its consumer, if there still is one, has to be built anew",
		Requires: []Requirement{
			{same, "the slot is gone, or has moved since: somebody reads from it"},
			{fmt.Sprintf("SELECT NOT s.active FROM pg_catalog.pg_replication_slots AS s WHERE s.slot_name = %s", slot), "somebody reads from the slot now"},
			{"SELECT r.rolsuper OR r.rolreplication FROM pg_catalog.pg_roles AS r WHERE r.rolname = current_user", "needs the attribute REPLICATION, or a superuser"},
		},
		Claims: []Claim{{"bytes of WAL that it keeps", fmt.Sprintf(
			"SELECT coalesce(pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), s.restart_lsn), 0) FROM pg_catalog.pg_replication_slots AS s WHERE s.slot_name = %s", slot)}},
		Done: fmt.Sprintf("SELECT NOT EXISTS (SELECT FROM pg_catalog.pg_replication_slots AS s WHERE s.slot_name = %s)", slot),
	}
	if row.Type == "physical" {
		step.Reversible = true
		// a slot is made at once and stays when its transaction fails: an undo that was cut short finds it there
		step.Down = fmt.Sprintf("-- the slot comes back, but not the WAL that it kept\nSELECT pg_catalog.pg_create_physical_replication_slot(%s, %t)\nWHERE NOT EXISTS (SELECT FROM pg_catalog.pg_replication_slots AS s WHERE s.slot_name = %s);",
			slot, row.Restart != nil, slot)
		step.Note += "; undo makes the slot again, but not the WAL that it kept"
	}
	return []Step{step}, nil
}

func orNull(text *string) string {
	if text == nil {
		return "NULL"
	}
	return postgres.Literal(*text)
}
