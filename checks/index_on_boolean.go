package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// BooleanIndex is one index, and whether it holds nothing but booleans.
type BooleanIndex struct {
	IndexShape
	OnlyBoolean bool `db:"only_boolean" json:"-"`
}

var booleanMinRows = Threshold{
	Name: "min-rows", Default: 10_000, Unit: "rows",
	Why: "a smaller table is read as fast without any index",
}

// IndexOnBoolean finds indexes over booleans alone.
var IndexOnBoolean = define(Spec[BooleanIndex]{
	Doc: Doc{
		ID:       "index-on-boolean",
		Title:    "index over nothing but booleans",
		Examines: "indexes",
		Why: `A boolean tells at most three groups of rows apart. For the larger group the index is useless, since reading half of a table through an index costs more than reading all of it; only the smaller group, if it is small, is found through it. Every row is in the index all the same, and every change of the flag writes it and keeps the update from staying within its page.

Confirm: SELECT active, count(*) FROM t GROUP BY 1. Is one group rare, and do statements look for it?

Cure: if so, CREATE INDEX CONCURRENTLY over a column that orders or identifies the rows, WHERE the flag has the rare value, and drop this one; if not, just drop it. There is no automatic fix, since the rows do not say which value is asked for.

Prevention: index flags by partial indexes only. An index that holds a boolean beside other columns is not reported.`,
		Category:   Indexes,
		Severity:   Info,
		OptIn:      true,
		Thresholds: []Threshold{booleanMinRows},
	},
	Judge: func(row *BooleanIndex, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if !row.OnlyBoolean || row.fewerThan(t.Of(booleanMinRows)) {
			return Verdict{}, false
		}
		return Verdict{
			Object:  row.object(),
			Message: fmt.Sprintf("tells only true from false in %s: a partial index finds the rare value with a fraction of its size", row.table()),
		}, true
	},
})
