package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.VacuumOverdue,
	Cure{Kind: "vacuum", Risk: Online, Reversible: true, order: 80},
	func(row checks.VacuumDebt, c Context) ([]Step, error) {
		table := checks.Table{Schema: row.Schema, Name: row.Table}
		step := maintain("vacuum", vacuumQuietly, table, c.Server)
		step.Note = "removes no row that an open transaction, a prepared one or a replication slot may still see, and skips the table if it is locked: the check afterwards tells"
		step.Claims = []Claim{{"dead rows now", fmt.Sprintf("SELECT pg_catalog.pg_stat_get_dead_tuples(pg_catalog.to_regclass(%s))", postgres.Literal(table.SQL()))}}
		return []Step{step}, nil
	})
