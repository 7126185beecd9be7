package checks

import (
	"context"
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// BloatedIndex is one btree index on disk, and what its rows would take newly built.
type BloatedIndex struct {
	Schema    string `db:"schema_name" json:"schema"`
	Index     string `db:"index_name" json:"index"`
	Table     string `db:"table_name" json:"table"`
	Exclusion bool   `db:"exclusion" json:"exclusion"`
	Seen      bool   `db:"seen" json:"-"`     // there are statistics to estimate by
	Readable  bool   `db:"readable" json:"-"` // the role would see them
	Rows      int64  `db:"rows" json:"rows" volatile:"true"`
	Bytes     int64  `db:"bytes" json:"bytes" volatile:"true"`
	Needed    *int64 `db:"needed" json:"needed" volatile:"true"` // bytes; nil: not known
}

var (
	bloatMinMegabytes = Threshold{
		Name: "min-wasted-megabytes", Default: 100, Unit: "MiB",
		Why: "less is not worth a rebuild, and an estimate is right only at large",
	}
	bloatMinShare = Threshold{
		Name: "min-wasted-share", Default: 0.5, Unit: "share",
		Why: "an index that is written at random settles at two thirds full: it would be as large again soon",
	}
)

// IndexBloat finds btree indexes that are mostly empty.
var IndexBloat = define(Spec[BloatedIndex]{
	Doc: Doc{
		ID:       "index-bloat",
		Title:    "btree index that is mostly empty space",
		Examines: "btree indexes",
		Why: `A page of an index is given back only when the last of its entries is gone. After a large DELETE, or where rows are added at one end and most but not all are removed at the other, pages stay that hold a few entries each; and where VACUUM comes too late, pages split to make room beside dead entries. The index then takes a multiple of its size on disk and in memory, and each scan of a range reads as many times the pages.

The size that the rows would take newly built is estimated from their number and the average width of the columns, with the index's fillfactor, and with deduplication for the values that are known to be common. It can be wrong by a fifth, hence the floors. Indexes whose columns have no statistics, or none that this role may see, are reported as not examined.

Confirm: CREATE EXTENSION pgstattuple; SELECT avg_leaf_density FROM pgstatindex('index'), which reads all of the index: 90 is new, below 40 is bloat.

Cure: REINDEX INDEX CONCURRENTLY; pgdoctor fix does it while readers and writers go on. It needs disk for a second copy of the index meanwhile. Partitions have indexes of their own: each is reported by itself.

Prevention: let autovacuum come often (vacuum-overdue), delete old data by dropping partitions, and end long transactions.`,
		Category:   Indexes,
		Severity:   Warning,
		Thresholds: []Threshold{bloatMinMegabytes, bloatMinShare},
	},
	Probe: func(_ context.Context, p *Prober, rows []BloatedIndex) ([]BloatedIndex, error) {
		var list []BloatedIndex
		for _, row := range rows {
			index, table := postgres.Name(row.Schema, row.Index), postgres.Name(row.Schema, row.Table)
			switch {
			case row.Seen || float64(row.Bytes) < p.runner.least(bloatMinMegabytes)*(1<<20):
				list = append(list, row)
			case row.Readable:
				p.Denied(index, "there are no statistics to estimate its size by, or the index is another role's: ANALYZE "+table)
			default:
				p.Denied(index, unreadable(table))
			}
		}
		return list, nil
	},
	Judge: func(row *BloatedIndex, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Needed == nil || row.Bytes == 0 {
			return Verdict{}, false
		}
		wasted := row.Bytes - *row.Needed
		if float64(wasted) < t.Of(bloatMinMegabytes)*(1<<20) || float64(wasted) < t.Of(bloatMinShare)*float64(row.Bytes) {
			return Verdict{}, false
		}
		return Verdict{
			Object:  postgres.Name(row.Schema, row.Index),
			Message: fmt.Sprintf("takes %s, about %s of it empty (%d %%): newly built it would take %s", size(row.Bytes), size(wasted), wasted*100/row.Bytes, size(*row.Needed)),
		}, true
	},
})
