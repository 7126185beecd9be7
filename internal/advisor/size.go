package advisor

import (
	"math"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// ginShare is the size of a GIN index as a share of its table's heap, by what it
// indexes: seen on texts and documents of ordinary length.
var ginShare = map[string]float64{"gin_trgm_ops": 0.75, "jsonb_path_ops": 0.13, "": 0.3}

// indexBytes estimates the size of an index.
func (t *Table) indexBytes(index Index) float64 {
	if index.Method == "gin" {
		share, known := ginShare[classOf(index.Keys[0])]
		if !known {
			share = ginShare[""]
		}
		return math.Max(1, share*t.Pages) * 8192
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
	for _, clause := range workload.Bare(predicate) {
		if column, ok := t.Column(clause.Column); ok {
			return t.selectivity(column, clause)
		}
	}
	return 0.5
}

// selectivity is the share of the rows that a clause on a column leaves.
func (t *Table) selectivity(column *Column, clause workload.Clause) float64 {
	switch clause.Operator {
	case workload.IsNull:
		return column.Nulls
	case workload.IsNotNull:
		return 1 - column.Nulls
	case workload.IsTrue:
		return column.frequency("t")
	case workload.IsFalse:
		return column.frequency("f")
	case "=":
		one := (1 - column.Nulls) / t.DistinctOf(column)
		if clause.Any {
			return math.Min(1, 3*one)
		}
		return one
	case "<", "<=", ">", ">=":
		return 1.0 / 3
	}
	return 0.005
}

func (c *Column) frequency(value string) float64 {
	for i, common := range c.Common {
		if common == value && i < len(c.Frequencies) {
			return c.Frequencies[i]
		}
	}
	return math.Max(0, 1-c.Nulls-sum(c.Frequencies))
}
