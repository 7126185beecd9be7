package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.SlotLost, Cure{Kind: "drop-slot", Risk: Disruptive, Reversible: false, order: 11},
	func(row checks.ReplicationSlot, c Context) ([]Step, error) {
		if !row.Lost() {
			return nil, refuse("its consumer may still catch up: start it at once, or raise max_slot_wal_keep_size and reload")
		}
		return dropSlot(row, c)
	})

var _ = example(checks.SlotLost, checks.ReplicationSlot{Slot: "standby_2", Type: "physical", Status: pointer("lost"), KeepBytes: 10 << 30})
