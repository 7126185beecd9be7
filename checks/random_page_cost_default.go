package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var spinningDisk = Threshold{
	Name: "cost", Default: 4, Unit: "times a sequential page",
	Why: "PostgreSQL's default, for spinning disks",
}

// RandomPageCostDefault finds planner costs of spinning disks.
var RandomPageCostDefault = define(Spec[ServerSetting]{
	Doc: Doc{
		ID:       "random-page-cost-default",
		Title:    "the planner takes the disk for a spinning one",
		Examines: "settings",
		Why: `random_page_cost = 4 says that reading a page somewhere costs four times as much as reading the next one. That was measured on spinning disks. On SSDs and network volumes, and for databases that fit into memory, both cost nearly the same, and with 4 the planner reads whole tables where an index would be faster.

Confirm: SHOW random_page_cost; EXPLAIN (ANALYZE) of a statement with SET random_page_cost = 1.1, and without.

Cure: ALTER SYSTEM SET random_page_cost = 1.1, and reload; pgdoctor fix does both. Plans of many statements may change at once: compare pg_stat_statements before and after. Undo brings the old value back.

Prevention: choose it by the disks when the server is made; a tablespace on other disks gets ALTER TABLESPACE … SET (random_page_cost = …).`,
		Category:   Configuration,
		Severity:   Info,
		OptIn:      true,
		Thresholds: []Threshold{spinningDisk},
	},
	Judge: func(row *ServerSetting, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("random_page_cost is %s, as for spinning disks: on SSDs indexes are used too rarely", row.Value),
		}, row.ofTheServer() && row.Number() >= t.Of(spinningDisk)
	},
})
