package advisor

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// clearlyFewer is how many times fewer rows than expected speak for a narrower range.
const clearlyFewer = 1.5

// undercut is the part that a statement returned of the fewest rows that are expected with one of the ranges which
// were tried, where that is clearly less than all of them, and it was not tried yet; else 0.
func (q *Query) undercut() float64 {
	ranged := func(c workload.Clause) bool {
		return isRange(c.Operator) && c.Column != "" && !c.Open() && len(c.Params) > 0
	}
	asks := func(ref *Reference) bool { return slices.ContainsFunc(ref.Clauses, ranged) }
	if q.narrow > 0 || !q.read.RowsTell || len(q.read.Limits) > 0 || len(q.Bindings) == 0 || !slices.ContainsFunc(q.refs, asks) {
		return 0
	}
	least := slices.MinFunc(q.Bindings, func(x, y Binding) int { return cmp.Compare(x.Rows, y.Rows) })
	if part := (q.perCall() + 1) / (least.Rows + 1); clearlyFewer*part < 1 {
		return part
	}
	return 0
}

// narrowed is one end of a range that leaves only a part of what lies between two neighbouring bounds of the
// histogram, a hundredth of the rows: of the middle ones, or for a range with one end of the outermost.
func (u use) narrowed(typeName string, at level, within span) (string, bool) {
	bounds, operator := u.column.Histogram, u.clause.Operator
	if u.narrow == 0 || at.width() != rare || !isRange(operator) || len(bounds) < 2 || !fits(typeName, u.column) {
		return "", false
	}
	from, part := 0, u.narrow
	switch {
	case within == closed:
		from = min(len(bounds)/2, len(bounds)-2)
		if operator[0] == '>' {
			part = 0
		}
	case operator[0] == '>':
		from, part = len(bounds)-2, 1-part
	}
	low, high := postgres.Literal(bounds[from]), postgres.Literal(bounds[from+1])
	switch base := u.column.BaseType; {
	case slices.Contains(times, base):
		return fmt.Sprintf("(%s::timestamp + (%s::timestamp - %s::timestamp) * %g)::%s", low, high, low, part, typeName), true
	case slices.Contains(numbers, base):
		return fmt.Sprintf("(%s::numeric + (%s::numeric - %s::numeric) * %g)::%s", low, high, low, part, typeName), true
	}
	return "", false
}
