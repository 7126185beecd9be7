package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// IndexedTable is one table, and what it and its indexes take.
type IndexedTable struct {
	Schema     string `db:"schema_name" json:"schema"`
	Table      string `db:"table_name" json:"table"`
	Indexes    int64  `db:"indexes" json:"indexes"`
	TableBytes int64  `db:"table_bytes" json:"table_bytes" volatile:"true"`
	IndexBytes int64  `db:"index_bytes" json:"index_bytes" volatile:"true"`
}

var (
	largerMinMegabytes = Threshold{
		Name: "min-megabytes", Default: 1024, Unit: "MiB",
		Why: "of indexes: less disturbs neither disk nor memory",
	}
	largerFactor = Threshold{
		Name: "factor", Default: 3, Unit: "times the table",
		Why: "narrow tables with two or three indexes rightly have as much in them as in the rows",
	}
)

// IndexLargerThanTable finds tables whose indexes are many times their rows.
var IndexLargerThanTable = define(Spec[IndexedTable]{
	Doc: Doc{
		ID:       "index-larger-than-table",
		Title:    "indexes that are many times as large as their table",
		Examines: "tables",
		Why: `Every INSERT writes each index of the table, and indexes take the same memory as rows do. Where they are several times the rows, most of what a write costs, of the cache and of a backup's size goes to them. The reasons are too many indexes, wide ones, indexes that hold each row several times (GIN), and indexes that grew and never shrank.

Confirm: \di+ and pg_stat_user_indexes of the table: which are large, and which of these are read?

Cure: index-unused, index-duplicate and index-redundant name the ones to drop, index-bloat the ones to rebuild; random UUIDs as keys make each index that holds them large. There is no automatic fix for the sum.

Prevention: count the indexes of a table before adding one. Partitions are summed up at their parent, and sizes are as of the last VACUUM or ANALYZE.`,
		Category:   Indexes,
		Severity:   Info,
		Thresholds: []Threshold{largerMinMegabytes, largerFactor},
	},
	Judge: func(row *IndexedTable, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if float64(row.IndexBytes) < t.Of(largerMinMegabytes)*(1<<20) || float64(row.IndexBytes) < t.Of(largerFactor)*float64(row.TableBytes) {
			return Verdict{}, false
		}
		return Verdict{
			Object:  postgres.Name(row.Schema, row.Table),
			Message: fmt.Sprintf("%s in %s, %s in rows", size(row.IndexBytes), many(row.Indexes, "index", "indexes"), size(row.TableBytes)),
		}, true
	},
})
