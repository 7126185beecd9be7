package checks

import (
	"context"
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// OrderedIndex is one BRIN index, and how its columns follow the order on disk.
type OrderedIndex struct {
	IndexShape
	Columns     postgres.Names `db:"columns" json:"columns"`
	Correlation *float64       `db:"correlation" json:"correlation" volatile:"true"` // of the best column, without sign
	Readable    bool           `db:"readable" json:"-"`
}

func (r OrderedIndex) shape() IndexShape { return r.IndexShape }

func (r OrderedIndex) statistics() (known, readable bool) { return r.Correlation != nil, r.Readable }

var (
	brinMinCorrelation = Threshold{
		Name: "min-correlation", Default: 0.5, Unit: "correlation",
		Why: "1 is rows in the order of the column, 0 is none: below the half most ranges of pages overlap",
	}
	brinMinRows = Threshold{
		Name: "min-rows", Default: 100_000, Unit: "rows",
		Why: "a small table is read as a whole as fast",
	}
)

// BrinUncorrelated finds BRIN indexes over columns that the rows are not ordered by.
var BrinUncorrelated = define(Spec[OrderedIndex]{
	Doc: Doc{
		ID:       "brin-uncorrelated",
		Title:    "BRIN index over a column that the rows are not ordered by",
		Examines: "BRIN indexes",
		Why: `A BRIN index keeps the smallest and the largest value of each range of 128 pages, and skips the ranges that cannot hold what is asked for. Where rows with near values do not lie near each other, every range reaches from the smallest to the largest, none is skipped, and each search reads the whole table with the index on top. That happens to a column that never was in the order of insertion, and over time to one whose rows are updated or deleted, since new versions go where there is room.

Confirm: EXPLAIN (ANALYZE, BUFFERS) of a search by a narrow range: the Bitmap Heap Scan removes nearly all rows by Index Recheck.

Cure: a btree index over the column, built concurrently, and DROP INDEX for this one; or put the rows in order (CLUSTER, which locks the table, or pg_repack). From PostgreSQL 14 on, the operator classes that end in minmax_multi_ops (int8_minmax_multi_ops) withstand some stray rows, and those that end in bloom_ops serve equality in any order. There is no automatic fix, since a btree may be a hundred times as large.

Prevention: BRIN only for what is appended in order and not updated, such as the time of an event.`,
		Category:   Indexes,
		Severity:   Info,
		Thresholds: []Threshold{brinMinCorrelation, brinMinRows},
	},
	Probe: func(_ context.Context, p *Prober, rows []OrderedIndex) ([]OrderedIndex, error) {
		return withStatistics(p, rows, brinMinRows), nil
	},
	Judge: func(row *OrderedIndex, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Correlation == nil || *row.Correlation >= t.Of(brinMinCorrelation) || row.fewerThan(t.Of(brinMinRows)) {
			return Verdict{}, false
		}
		return Verdict{
			Object: row.object(),
			Message: fmt.Sprintf("the rows of %s are not in the order of %s (correlation %.2f): a search reads nearly all of them",
				row.table(), strings.Join(row.Columns, " or "), *row.Correlation),
		}, true
	},
})
