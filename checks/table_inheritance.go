package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// InheritedTable is one table and how many others inherit from it.
type InheritedTable struct {
	Schema   string `db:"schema_name" json:"schema"`
	Table    string `db:"table_name" json:"table"`
	Children int64  `db:"children" json:"children"`
}

// TableInheritance finds tables from which others inherit without being partitions.
var TableInheritance = define(Spec[InheritedTable]{
	Doc: Doc{
		ID:       "table-inheritance",
		Title:    "table that other tables inherit from",
		Examines: "tables",
		Why: `With INHERITS a query of the parent reads the children as well, but primary keys, unique constraints, foreign keys, indexes and privileges are each table's own: the same id can be in parent and child, and a foreign key to the parent does not find rows of a child. Where it stands in for partitioning, triggers route the rows, and the planner excludes children only through CHECK constraints.

Confirm: \d+ parent lists Child tables; SELECT tableoid::regclass, count(*) FROM parent GROUP BY 1.

Cure: where children are parts of one table, make a table PARTITION BY …, and attach each child (ALTER TABLE … ATTACH PARTITION; with a fitting CHECK it is not read). Where they are kinds of a thing, use tables that refer to a common one by a foreign key. There is no automatic fix.

Prevention: declarative partitioning, foreign keys. Hypertables of TimescaleDB inherit too, and are not reported.`,
		Category: Schemas,
		Severity: Info,
	},
	Judge: func(row *InheritedTable, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		tables := "tables inherit"
		if row.Children == 1 {
			tables = "table inherits"
		}
		return Verdict{
			Object:  postgres.Name(row.Schema, row.Table),
			Message: fmt.Sprintf("%d %s from it: keys of the one do not hold in the other", row.Children, tables),
		}, row.Children > 0
	},
})
