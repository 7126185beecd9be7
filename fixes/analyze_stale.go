package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.AnalyzeStale,
	Cure{Kind: "analyze", Risk: Online, Reversible: true, order: 81},
	func(row checks.StaleStatistics, c Context) ([]Step, error) {
		table := checks.Table{Schema: row.Schema, Name: row.Table}
		step := maintain("analyze", "ANALYZE", table, c.Server)
		step.Note = "reads a sample of the table; the planner may choose other plans from then on"
		step.Claims = []Claim{{"rows changed since the last ANALYZE", fmt.Sprintf("SELECT pg_catalog.pg_stat_get_mod_since_analyze(pg_catalog.to_regclass(%s))", postgres.Literal(table.SQL()))}}
		return []Step{step}, nil
	})
