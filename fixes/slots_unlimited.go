package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
)

var _ = pair(checks.SlotsUnlimited, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.SlotLimit, c Context) ([]Step, error) {
		const gib = 1 << 30
		value := max(10, 4*row.MaxWALBytes/gib, 2*row.Retained/gib+1)
		steps, err := changeSetting(row.ServerSetting, fmt.Sprintf("%dGB", value), c)
		for i := range steps {
			if steps[i].Alone {
				steps[i].Note = "compare it with the free disk first, which cannot be seen from here: a slot that keeps more is lost at the next checkpoint"
			}
		}
		return steps, err
	})

var _ = example(checks.SlotsUnlimited, checks.SlotLimit{Slots: 2, MaxWALBytes: 1 << 30,
	ServerSetting: checks.ServerSetting{Name: "max_slot_wal_keep_size", Value: "-1", Unit: pointer("MB"), Context: "sighup", Source: "default"}})
