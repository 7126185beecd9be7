package checks

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// UnindexedFK is one foreign key and whether an index serves it.
type UnindexedFK struct {
	Schema       string         `db:"schema_name" json:"schema"`
	Table        string         `db:"table_name" json:"table"`
	Constraint   string         `db:"constraint_name" json:"constraint"`
	Columns      postgres.Names `db:"columns" json:"columns"`
	ParentSchema string         `db:"parent_schema" json:"parent_schema"`
	ParentTable  string         `db:"parent_table" json:"parent_table"`
	Partitioned  bool           `db:"partitioned" json:"partitioned"`
	Covered      bool           `db:"covered" json:"-"`
	Rows         int64          `db:"rows" json:"rows" volatile:"true"` // estimate, -1 unknown
	Pages        int64          `db:"pages" json:"pages" volatile:"true"`
}

var fkMinRows = Threshold{
	Name: "min-rows", Default: 10_000, Unit: "rows",
	Why: "below that a sequential scan of the referencing table is cheap, and the finding is info",
}

// FKWithoutIndex finds foreign keys that no index of the referencing table serves.
var FKWithoutIndex = define(Spec[UnindexedFK]{
	Doc: Doc{
		ID:       "fk-without-index",
		Title:    "foreign key without an index on the referencing columns",
		Examines: "foreign keys",
		Why: `PostgreSQL indexes the referenced side of a foreign key, never the referencing side. Every DELETE of a parent row, every UPDATE of its key and every join from parent to children then reads the whole child table, once per parent row, while the parent row is locked.

Confirm: EXPLAIN SELECT 1 FROM child WHERE fk = 1 shows a Seq Scan.

Cure: CREATE INDEX CONCURRENTLY on the referencing columns (pgdoctor fix does it). An index that starts with the columns in any order serves as well; a partial one does not, unless its predicate is fk IS NOT NULL.

Prevention: create the index in the migration that creates the foreign key. Keys that are NOT ENFORCED and keys over a PERIOD (both of PostgreSQL 18) are not reported: the server reads nothing for the former, and the latter are best indexed by GiST.`,
		Category:   Indexes,
		Severity:   Warning,
		Thresholds: []Threshold{fkMinRows},
	},
	Judge: func(row *UnindexedFK, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Covered {
			return Verdict{}, false
		}
		verdict := Verdict{
			Object: postgres.Name(row.Schema, row.Table, row.Constraint),
			Message: fmt.Sprintf("no index starts with (%s): deleting from %s reads all of %s",
				strings.Join(row.Columns, ", "), postgres.Name(row.ParentSchema, row.ParentTable), postgres.Name(row.Schema, row.Table)),
		}
		if float64(row.Rows) < t.Of(fkMinRows) {
			verdict.Severity = Info
		}
		return verdict, true
	},
})
