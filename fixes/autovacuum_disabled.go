package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.AutovacuumDisabled,
	Cure{Kind: "reset-table-option", Risk: Online, Reversible: true, order: 70},
	func(row checks.WithoutAutovacuum, _ Context) ([]Step, error) {
		step, err := optionChange{
			kind: "reset-table-option", option: "autovacuum_enabled",
			schema: row.Schema, table: row.Table, relations: row.Relations,
		}.step()
		step.Note = "autovacuum comes within minutes where the table is due, and stays at it for as long as it takes"
		return []Step{step}, err
	})

var _ = example(checks.AutovacuumDisabled, checks.WithoutAutovacuum{TableOptions: checks.TableOptions{
	Schema: "public", Table: "orders",
	Relations: checks.StoredOptions{{Schema: "public", Table: "orders", Value: pointer("off")}},
}})
