package advisor

import (
	"math"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// indexBytes estimates the size of an index.
func (t *Table) indexBytes(index Index) float64 {
	if index.Method == "gin" {
		return t.ginBytes(index.Keys[0]) * t.shareOf(index.Where)
	}
	if column, _ := t.Column(index.Keys[0].Column); index.Method == "gist" {
		return t.gistBytes(column) * t.shareOf(index.Where)
	}
	rows := math.Max(0, t.Rows) * t.shareOf(index.Where)
	if columns := t.plainColumns(index); columns != nil && rows >= 1 {
		return float64(postgres.BtreeBytes(rows, columns))
	}
	width, distinct := 0.0, 1.0
	for _, key := range index.Keys {
		width += t.widthOf(key)
		distinct *= t.distinctOfKey(key)
	}
	for _, name := range index.Include {
		width += t.widthOf(Key{Column: name})
		distinct = rows
	}
	if index.Method == "hash" {
		width, distinct = 4, rows
	}
	tuple := math.Ceil((8+width)/8)*8 + 4
	bytes := rows * tuple
	if distinct = math.Min(distinct, rows); rows > 1.5*distinct { // equal keys share posting lists
		bytes = distinct*tuple + rows*6
	}
	return (math.Ceil(bytes/(8152*0.9)) + 2) * 8192
}

// ginBytes estimates the size of a GIN index by what it has of a row: an entry for each three
// letters, word, element or value of a document. Where the statistics show texts, their words are
// counted; else an entry that many rows share takes two to four bytes in its list, one that a single
// row has about 45 as a key of its own. Measured on texts of 14 to 150 bytes, lists of two and
// documents of two to four values, that was within a factor of two.
func (t *Table) ginBytes(key Key) float64 {
	width, rows, columns := 0.0, math.Max(0, t.Rows), (Index{Keys: []Key{key}}).Columns()
	for _, name := range columns {
		if column, ok := t.Column(name); ok {
			width += column.Width
			rows = math.Min(rows, math.Max(0, t.Rows)*(1-column.Nulls))
		}
	}
	column, _ := t.Column(key.Column)
	kind, each := kindOf(key, column), 10+0.6*width // words of a text
	if bytes, known := t.entriesBytes(columns, kind); known {
		return (math.Ceil(bytes/8192) + 2) * 8192
	}
	switch kind {
	case trigrams:
		each = 30 + 2*width
	case documents:
		each = t.documentBytes(column, width)
	case documentParts: // keys and values apart, and not hashed
		each = 1.6 * t.documentBytes(column, width)
	case lexemes:
		each = 10 + 0.3*width
	case elements:
		each = 4 * elementsOf(width)
	}
	return (math.Ceil(rows*each/8192) + 2) * 8192
}

// What GIN has of a row.
type ginKind int

const (
	words ginKind = iota
	trigrams
	documents
	documentParts
	lexemes
	elements
)

func kindOf(key Key, column *Column) ginKind {
	class := classOf(key)
	switch {
	case class == "gin_trgm_ops":
		return trigrams
	case class == "jsonb_path_ops":
		return documents
	case column != nil && column.BaseType == "jsonb":
		return documentParts
	case column != nil && column.BaseType == "tsvector":
		return lexemes
	case column != nil && column.Category == "A":
		return elements
	}
	return words
}

// ginEntries is how many entries GIN has of a row, and the microseconds that one of them takes.
func (t *Table) ginEntries(key Key) (count, micros float64) {
	width := 0.0
	for _, name := range (Index{Keys: []Key{key}}).Columns() {
		if column, ok := t.Column(name); ok {
			width += column.Width * (1 - column.Nulls)
		}
	}
	column, _ := t.Column(key.Column)
	switch kindOf(key, column) {
	case trigrams:
		return width + 1, trigramMicros
	case documents:
		return documentValues(width), elementMicros
	case documentParts:
		return 1.6 * documentValues(width), elementMicros
	case lexemes:
		return width / 12, elementMicros
	case elements:
		return elementsOf(width), elementMicros
	}
	return width / 6, wordMicros
}

func elementsOf(width float64) float64     { return math.Max(1, (width-24)/8) }
func documentValues(width float64) float64 { return math.Max(1, width/20) }

// documentBytes are the bytes that the values of a jsonb document take in a GIN index, about one
// for each 20 bytes of it. Where documents differ, a quarter of them is taken to be unique.
func (t *Table) documentBytes(column *Column, width float64) float64 {
	unique := 0.25
	if column != nil {
		unique *= math.Min(1, t.DistinctOf(column)/math.Max(1, t.Rows))
	}
	return documentValues(width) * (4 + 41*unique)
}

// plainColumns are the columns of a b-tree that has nothing else, nil for others.
func (t *Table) plainColumns(index Index) []postgres.BtreeColumn {
	if index.Method != "btree" || len(index.Include) > 0 {
		return nil
	}
	var columns []postgres.BtreeColumn
	for _, key := range index.Keys {
		column, ok := t.Column(key.Column)
		if !ok {
			return nil
		}
		distinct := column.Distinct
		if distinct == 0 {
			distinct = t.DistinctOf(column)
		}
		columns = append(columns, postgres.BtreeColumn{Width: column.Width, Align: column.Align, Distinct: distinct, Nulls: column.Nulls, Dedup: column.Dedup})
	}
	return columns
}

func classOf(key Key) string {
	if parts := postgres.ParseName(key.Opclass); len(parts) > 0 {
		return parts[len(parts)-1]
	}
	return ""
}

func (t *Table) widthOf(key Key) float64 {
	if column, ok := t.Column(key.Column); ok {
		return math.Ceil(column.Width/column.Align) * column.Align * (1 - column.Nulls)
	}
	if f, ok := t.fieldOf(key.Expression); ok {
		return f.width
	}
	width := 8.0
	for _, name := range workload.ColumnsOf(key.Expression) {
		if column, ok := t.Column(name); ok {
			width = math.Max(width, column.Width)
		}
	}
	return width
}

func (t *Table) distinctOfKey(key Key) float64 {
	if column, ok := t.Column(key.Column); ok {
		return t.DistinctOf(column)
	}
	return t.distinctOfExpression(key.Expression)
}

// shareOf is the share of the rows that a predicate leaves, where statistics say so.
func (t *Table) shareOf(predicate string) float64 {
	if predicate == "" {
		return 1
	}
	share, known := 1.0, false
	others := map[*Column]float64{} // share of the rows that have none of some values
	for _, clause := range workload.Bare(predicate) {
		column, ok := t.Column(clause.Column)
		if !ok {
			continue
		}
		known = true
		if clause.Operator != "<>" {
			share *= t.selectivity(column, clause)
			continue
		}
		if _, met := others[column]; !met {
			others[column] = 1 - column.Nulls
		}
		others[column] -= t.shareOfValue(column, clause.Constant)
	}
	for _, rest := range others {
		share *= max(0, rest)
	}
	if !known {
		return 0.5
	}
	return share
}
