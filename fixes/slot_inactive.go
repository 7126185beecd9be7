package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.SlotInactive, Cure{Kind: "drop-slot", Risk: Disruptive, Reversible: false, order: 11}, dropSlot)

var _ = example(checks.SlotInactive, checks.ReplicationSlot{Slot: "standby_2", Type: "physical", Status: pointer("extended"), Restart: pointer("16/B374D848"), KeepBytes: -1})
