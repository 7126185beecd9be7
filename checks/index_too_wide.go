package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// WideIndex is one index and the number of columns it is sorted by.
type WideIndex struct {
	IndexShape
	KeyColumns int `db:"key_columns" json:"key_columns"`
}

var (
	wideMaxColumns = Threshold{
		Name: "max-columns", Default: 4, Unit: "columns",
		Why: "a fifth column seldom narrows what the first four have found",
	}
	wideMinRows = Threshold{
		Name: "min-rows", Default: 10_000, Unit: "rows",
		Why: "the width of a small index costs nothing",
	}
)

// IndexTooWide finds indexes that are sorted by more columns than can help.
var IndexTooWide = define(Spec[WideIndex]{
	Doc: Doc{
		ID:       "index-too-wide",
		Title:    "index that is sorted by many columns",
		Examines: "indexes",
		Why: `Each column of an index makes it larger, and each update of one of them writes the index and keeps the row from staying within its page. Behind the third or fourth column there is mostly one row left to find, so that a further one narrows nothing; and a column behind one that is asked for by a range narrows nothing at all.

Confirm: EXPLAIN (ANALYZE, BUFFERS) of the statements that use it, with the index and with one over its first columns.

Cure: keep the columns that are asked for by equality and the one that orders, and leave out the rest; columns that are only returned belong into INCLUDE. There is no automatic fix, since only the statements tell which ones these are.

Prevention: build indexes for statements, not for tables. Unique indexes are not reported: there every column means something.`,
		Category:   Indexes,
		Severity:   Info,
		OptIn:      true,
		Thresholds: []Threshold{wideMaxColumns, wideMinRows},
	},
	Judge: func(row *WideIndex, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if float64(row.KeyColumns) <= t.Of(wideMaxColumns) || row.fewerThan(t.Of(wideMinRows)) {
			return Verdict{}, false
		}
		return Verdict{
			Object:  row.object(),
			Message: fmt.Sprintf("sorts %s by %d columns", row.table(), row.KeyColumns),
		}, true
	},
})
