package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.HOTUpdatesLow,
	Cure{Kind: "set-table-option", Risk: Online, Reversible: true, order: 71},
	func(row checks.UpdatedTable, _ Context) ([]Step, error) {
		if !row.NoRoom {
			return nil, refuse("room on the page does not help where an indexed column changes: ask which statement needs that index")
		}
		step, err := optionChange{
			kind: "set-table-option", option: "fillfactor", value: "90",
			schema: row.Schema, table: row.Table, relations: row.Relations,
		}.step()
		step.Note = "holds for pages that are written from now on; the table grows by up to a tenth"
		if row.NewPageUpdates == nil {
			step.Note += "; this version does not count updates that found no room, so it is likely but not certain that room is what is missing"
		}
		return []Step{step}, err
	})

var _ = example(checks.HOTUpdatesLow, checks.UpdatedTable{
	TableOptions: checks.TableOptions{Schema: "public", Table: "orders", Relations: checks.StoredOptions{{Schema: "public", Table: "orders"}}},
	Updates:      900_000, HOTUpdates: 200_000, NoRoom: true,
})
