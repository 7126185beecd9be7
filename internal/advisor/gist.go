package advisor

import (
	"math"
	"slices"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// What a row takes in GiST, measured on PostgreSQL 18: of ranges 98,000 rows were inserted one after
// the other, of points 22,000.
const (
	gistMicros  = 10.0
	pointMicros = 3.0
	pointBytes  = 66.0 // kept as a box
	looseBytes  = 1.5  // of a tuple: pages are split and not filled
)

// gistOperators are what the operator classes of ranges and of geometric types serve (manual, 65.2 and
// table 9.58): contains, overlaps, left and right of.
var gistOperators = []string{"@>", "<@", "&&", "<<", ">>", "&<", "&>", "-|-", "~="}

// spatial says whether GiST has an operator class of its own for a column's type: a range, or what
// lies on a plane.
func (c *Column) spatial() bool {
	return c != nil && (c.Category == "R" || slices.Contains([]string{"point", "box", "circle", "polygon"}, c.BaseType))
}

// nearest is the index for rows in the order of their distance from something.
func nearest(table *Table, order Order) []Index {
	column, ok := table.Column(order.Terms[0].DistanceFrom())
	if !ok || !column.spatial() || order.Descending[0] {
		return nil
	}
	return []Index{table.gist(column)}
}

// gist is a GiST index on one column.
func (t *Table) gist(column *Column) Index {
	return Index{Schema: t.Schema, Table: t.Name, Method: "gist", Keys: []Key{{Column: column.Name}}}
}

// gistBytes estimates the size of a GiST index on one column.
func (t *Table) gistBytes(column *Column) float64 {
	each := looseBytes * (math.Ceil((8+column.Width)/8)*8 + 4)
	if column.BaseType == "point" {
		each = pointBytes
	}
	return (math.Ceil(math.Max(0, t.Rows)*(1-column.Nulls)*each/8192) + 2) * 8192
}

// gistEntryMicros is what an entry takes.
func (c *Column) gistEntryMicros() float64 {
	if c != nil && c.BaseType == "point" {
		return pointMicros
	}
	return gistMicros
}

// nearestTo says whether an index of GiST returns rows in an order: that of the distance from its column.
func (i Index) nearestTo(terms []workload.Clause) bool {
	return i.Method == "gist" && len(terms) == 1 && terms[0].DistanceFrom() == i.Keys[0].Column
}
