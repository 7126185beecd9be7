package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// TimedIndex is one index over several columns, and the place of its first timestamp.
type TimedIndex struct {
	IndexShape
	KeyColumns  int  `db:"key_columns" json:"key_columns"`
	TimestampAt *int `db:"timestamp_at" json:"timestamp_at"` // 1 is the first column; nil: there is none
}

var timedMinRows = Threshold{
	Name: "min-rows", Default: 10_000, Unit: "rows",
	Why: "a smaller table is read as fast without any index",
}

// IndexTimestampNotLast finds indexes that have columns behind a timestamp.
var IndexTimestampNotLast = define(Spec[TimedIndex]{
	Doc: Doc{
		ID:       "index-timestamp-not-last",
		Title:    "index with columns behind a timestamp",
		Examines: "indexes over several columns",
		Why: `Statements ask for timestamps by range: the last hour, this month. Within a range of an index's column the columns behind it are in no order, so that they do not narrow the scan: (created_at, tenant_id) reads the rows of all tenants in the range to return those of one, where (tenant_id, created_at) goes right to them.

Confirm: EXPLAIN (ANALYZE, BUFFERS) of the statements that use it: are many more rows read than returned?

Cure: build the index with the timestamp last and drop this one. Keep it where the other columns only break ties (keyset pagination by (created_at, id)), which is why this check is opinionated and has no automatic fix.

Prevention: columns that are asked for by equality first, the one that is asked for by range last.`,
		Category:   Indexes,
		Severity:   Info,
		OptIn:      true,
		Thresholds: []Threshold{timedMinRows},
	},
	Judge: func(row *TimedIndex, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.TimestampAt == nil || *row.TimestampAt == row.KeyColumns || row.fewerThan(t.Of(timedMinRows)) {
			return Verdict{}, false
		}
		return Verdict{
			Object:  row.object(),
			Message: fmt.Sprintf("column %d of %d is a timestamp: those behind it do not narrow a range of time in %s", *row.TimestampAt, row.KeyColumns, row.table()),
		}, true
	},
})
