package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ArrayIndex is one btree index, and whether an array is among its columns.
type ArrayIndex struct {
	IndexShape
	OnArray bool `db:"on_array" json:"-"`
}

var arrayMinRows = Threshold{
	Name: "min-rows", Default: 1_000, Unit: "rows",
	Why: "a smaller table is read as fast without any index",
}

// IndexBtreeOnArray finds btree indexes over arrays.
var IndexBtreeOnArray = define(Spec[ArrayIndex]{
	Doc: Doc{
		ID:       "index-btree-on-array",
		Title:    "btree index over an array, which finds no elements",
		Examines: "btree indexes",
		Why: `A btree compares arrays as wholes. It finds the rows whose array equals another, element by element in the same order, which hardly anybody asks for. It does not find the rows that hold an element: tags @> ARRAY['x'], tags && ARRAY['x','y'] and 'x' = ANY (tags) read the whole table. And a row whose array takes more than about 2700 bytes cannot be written at all: index row size exceeds btree maximum.

Confirm: EXPLAIN of a statement that looks for an element shows a Seq Scan.

Cure: CREATE INDEX CONCURRENTLY ON t USING gin (tags), write the condition with @> or && (= ANY uses no index), and drop the btree. There is no automatic fix, since the statements have to be looked at.

Prevention: index arrays by GIN. Unique indexes over arrays are not reported.`,
		Category:   Indexes,
		Severity:   Info,
		Thresholds: []Threshold{arrayMinRows},
	},
	Judge: func(row *ArrayIndex, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if !row.OnArray || row.fewerThan(t.Of(arrayMinRows)) {
			return Verdict{}, false
		}
		return Verdict{
			Object:  row.object(),
			Message: fmt.Sprintf("compares arrays of %s as wholes: a search for an element cannot use it, GIN can", row.table()),
		}, true
	},
})
