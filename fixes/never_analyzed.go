package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.NeverAnalyzed,
	Cure{Kind: "analyze", Risk: Online, Reversible: true, order: 84},
	func(row checks.BareTable, c Context) ([]Step, error) {
		step := maintain("analyze", "ANALYZE", checks.Table{Schema: row.Schema, Name: row.Table}, c.Server)
		step.Note = "reads a sample of the table; the planner chooses other plans from then on"
		if row.Partitioned {
			step.Note = "reads a sample of each partition, each with the same lock; the planner chooses other plans from then on"
		}
		return []Step{step}, nil
	})

var _ = example(checks.NeverAnalyzed, checks.BareTable{Schema: "public", Table: "orders", Bytes: 1 << 30, BareBytes: 1 << 30, BareTables: 1})
