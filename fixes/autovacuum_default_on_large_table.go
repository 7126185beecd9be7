package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.AutovacuumDefaultOnLargeTable,
	Cure{Kind: "set-table-option", Risk: Online, Reversible: true, order: 70},
	func(row checks.DefaultAutovacuum, _ Context) ([]Step, error) {
		step, err := optionChange{
			kind: "set-table-option", option: "autovacuum_vacuum_scale_factor", value: "0.02",
			schema: row.Schema, table: row.Table, relations: row.Relations,
		}.step()
		step.Note = "autovacuum comes when 2 % of the rows are dead; if that is the case now, within minutes"
		return []Step{step}, err
	})

var _ = example(checks.AutovacuumDefaultOnLargeTable, checks.DefaultAutovacuum{
	Schema: "public", Table: "orders", ScaleFactor: 0.2, Rows: 40_000_000, Trigger: 8_000_050,
	Relations: checks.StoredOptions{{Schema: "public", Table: "orders"}},
})
