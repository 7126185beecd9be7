package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// UnevenPartitions is one partitioned table, and columns that most of its
// partitions are indexed by, but not all.
type UnevenPartitions struct {
	Schema        string  `db:"schema_name" json:"schema"`
	Table         string  `db:"table_name" json:"table"`
	Partitions    int64   `db:"leaves" json:"partitions"`
	Method        *string `db:"method" json:"method"` // nil: nothing is uneven
	Columns       *string `db:"columns" json:"columns"`
	Lacking       int64   `db:"lacking" json:"lacking"`
	LackingRows   int64   `db:"lacking_rows" json:"lacking_rows" volatile:"true"`
	ExampleSchema string  `db:"example_schema" json:"example_schema"`
	Example       string  `db:"example" json:"example"` // the largest of the partitions that lack it
}

var (
	unevenMinPartitions = Threshold{
		Name: "min-partitions", Default: 4, Unit: "partitions",
		Why: "most of two or three is no rule",
	}
	unevenMinRows = Threshold{
		Name: "min-rows", Default: 10_000, Unit: "rows",
		Why: "in the partitions that lack the index: fewer are read as fast without",
	}
)

// IndexMissingOnPartitions finds indexes that most partitions of a table have, and some lack.
var IndexMissingOnPartitions = define(Spec[UnevenPartitions]{
	Doc: Doc{
		ID:       "index-missing-on-partitions",
		Title:    "index that most partitions of a table have and some lack",
		Examines: "partitioned tables",
		Why: `An index was built on the partitions one by one, and the partitioned table itself has none of the kind. A partition that is made later does not get it: the script that makes partitions forgot it, or the partition was made by hand. Statements that were fast on all other partitions read this one as a whole, which is noticed when the month changes.

Confirm: \d+ of the partition that is named, and of its neighbours.

Cure: CREATE INDEX CONCURRENTLY on the partitions that lack it. Better, finish it for all: CREATE INDEX ... ON ONLY the partitioned table, ALTER INDEX ... ATTACH PARTITION for each, upon which every later partition gets it by itself. There is no automatic fix, since only partitions that are still asked may be indexed on purpose.

Prevention: create indexes on the partitioned table. An index that starts with the same columns counts as one; names do not matter.`,
		Category:   Indexes,
		Severity:   Info,
		Thresholds: []Threshold{unevenMinPartitions, unevenMinRows},
	},
	Judge: func(row *UnevenPartitions, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Method == nil || row.Columns == nil || row.Lacking == 0 ||
			float64(row.Partitions) < t.Of(unevenMinPartitions) || float64(row.LackingRows) < t.Of(unevenMinRows) {
			return Verdict{}, false
		}
		return Verdict{
			Object: fmt.Sprintf("%s.%s(%s)", postgres.Name(row.Schema, row.Table), *row.Method, *row.Columns),
			Message: fmt.Sprintf("%d of %d partitions have no %s index that starts with (%s), as the others have: %s for one",
				row.Lacking, row.Partitions, *row.Method, *row.Columns, postgres.Name(row.ExampleSchema, row.Example)),
		}, true
	},
})
