package advisor

import (
	"math"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// What a row takes in GiST, measured on PostgreSQL 18: of ranges 98,000 rows were inserted one after
// the other, of points 22,000.
const (
	gistMicros  = 10.0
	pointMicros = 3.0
	pointBytes  = 66.0 // kept as a box
	spanBytes   = 22.0 // of a range of two timestamps
	looseBytes  = 1.5  // of a tuple: pages are split and not filled
)

// gistOperators are what the operator classes of ranges, of geometric types and of ltree's paths serve (manual, 65.2,
// table 9.58 and F.22): contains, overlaps, left and right of.
var gistOperators = []string{"@>", "<@", "&&", "<<", ">>", "&<", "&>", "-|-", "~="}

// spatial says whether GiST has an operator class of its own for a column's type: a range, what
// lies on a plane, or a path in a tree.
func (c *Column) spatial() bool {
	return c != nil && (c.Category == "R" || slices.Contains([]string{"point", "box", "circle", "polygon", "ltree"}, c.BaseType))
}

// nearest is the index for rows in the order of their distance from something. Texts that are alike GIN finds, but
// in no order: where the statement asks for these first, few are left to sort.
func (c *chooser) nearest(ref *Reference, order Order) []Index {
	column, ok := ref.Table.Column(order.Terms[0].DistanceFrom())
	if !ok || order.Descending[0] {
		return nil
	}
	index := ref.Table.gist(column)
	if column.spatial() {
		return []Index{index}
	}
	sought := slices.ContainsFunc(ref.Clauses, func(clause workload.Clause) bool { return clause.Column == column.Name && clause.Searches() })
	if column.Category != "S" || sought || c.trigrams["gist"] == "" {
		return nil
	}
	index.Keys[0].Opclass = c.trigrams["gist"]
	return []Index{index}
}

// gist is a GiST index on one column.
func (t *Table) gist(column *Column) Index {
	return Index{Schema: t.Schema, Table: t.Name, Method: "gist", Keys: []Key{{Column: column.Name}}}
}

// gistBytes estimates the size of a GiST index on one column, or on a range between two, which is nil.
func (t *Table) gistBytes(column *Column) float64 {
	if column == nil {
		column = &Column{Width: spanBytes}
	}
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

// ofPath is a literal for a parameter that a column of paths is compared with: one of them, as the
// statistics know it, or what most begin with.
func (u use) ofPath(typeName string, at level) (string, bool) {
	if u.column.BaseType != "ltree" || typeName != "ltree" {
		return "", false
	}
	text, ok := pick(slices.Concat(u.column.Common, u.column.Histogram), at.place())
	if at.value() == frequent {
		text, _, _ = strings.Cut(text, ".")
	}
	return postgres.Literal(text) + "::ltree", ok
}
