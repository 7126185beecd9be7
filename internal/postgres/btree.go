package postgres

import "math"

// BtreeColumn is what the statistics say of one column of a btree.
type BtreeColumn struct {
	Width    float64 `db:"width" json:"width"`
	Align    float64 `db:"align" json:"align"`           // bytes; 1 for types of varying length, whose short header needs none
	Distinct float64 `db:"n_distinct" json:"n_distinct"` // of the values that are not NULL; below 0, minus a share of the rows
	Nulls    float64 `db:"nulls" json:"nulls"`           // share of the rows
	Dedup    bool    `db:"dedup" json:"dedup"`
}

// BtreeBytes is the size of a freshly built btree: leaf tuples of eight bytes
// and the aligned keys, posting lists where keys repeat (13 and later; nbtree's
// README, "Notes about deduplication"), at the default fillfactor. A tuple with a
// NULL in it has a bitmap of eight bytes more, and nothing else where the key is
// one column; NULLs repeat as one key does.
func BtreeBytes(rows float64, columns []BtreeColumn) int64 {
	const page, header = 8152.0, 8.0
	distinct, whole, width, dedup := 1.0, 1.0, 0.0, true
	for _, column := range columns {
		width = math.Ceil(width/column.Align)*column.Align + column.Width
		dedup = dedup && column.Dedup
		whole *= 1 - column.Nulls
		if column.Distinct < 0 {
			distinct *= -column.Distinct * rows
		} else {
			distinct *= column.Distinct
		}
	}
	tuple, withNull := align8(header+width), header+8
	for _, column := range columns { // what is NULL takes no place
		withNull += column.Width * (1 - column.Nulls/math.Max(1-whole, column.Nulls+1e-9))
	}
	withNull = align8(math.Round(withNull))
	leaf := leafBytes(rows*whole, distinct, tuple, dedup)
	if len(columns) == 1 {
		leaf += leafBytes(rows*(1-whole), 1, header+8, dedup)
	} else {
		leaf += leafBytes(rows*(1-whole), distinct*(1-whole), withNull, dedup)
	}
	pages := math.Ceil(leaf/(page*0.9))*(1+1/(btreeFanout(columns)-1)) + 1
	return int64(pages) * 8192
}

// leafBytes is what some rows of so many distinct keys take on the leaves.
func leafBytes(rows, distinct, tuple float64, dedup bool) float64 {
	const line, tid, longest = 4.0, 6.0, 812.0
	if rows < 1 {
		return 0
	}
	distinct = math.Max(1, math.Min(distinct, rows))
	perKey := rows / distinct
	if !dedup || perKey < 1.5 {
		return rows * (tuple + line)
	}
	perList := math.Max(1, math.Floor((longest-tuple)/tid))
	lists := math.Ceil(perKey / perList)
	return distinct * lists * (align8(tuple+tid*math.Min(perKey, perList)) + line)
}

func align8(n float64) float64 { return math.Ceil(n/8) * 8 }

// BtreeHeight is how many levels a btree of so many pages has above its leaves.
func BtreeHeight(pages float64, columns []BtreeColumn) int {
	height, fanout := 0, btreeFanout(columns)
	for leaves := pages - 1; leaves > 1; leaves /= fanout { // without the metapage
		height++
	}
	return height
}

// btreeFanout is how many pages a page above the leaves leads to, as built.
func btreeFanout(columns []BtreeColumn) float64 {
	const page, header, line = 8152.0, 8.0, 4.0
	width := 0.0
	for _, column := range columns {
		width = math.Ceil(width/column.Align)*column.Align + column.Width
	}
	return math.Max(2, page*0.7/(align8(header+width)+line))
}
