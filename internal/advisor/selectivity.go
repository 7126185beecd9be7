package advisor

import (
	"math"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

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
		return t.shareOfEqual(column, clause)
	case "<", "<=", ">", ">=":
		return column.shareOfRange(clause)
	}
	return 0.005
}

// shareOfEqual is the share of the rows that have a value, or one of a list.
func (t *Table) shareOfEqual(column *Column, clause workload.Clause) float64 {
	one := (1 - column.Nulls) / t.DistinctOf(column)
	known := clause.Constant != "" && len(column.Frequencies) > 0
	switch {
	case known && !clause.Any:
		return t.shareOfValue(column, clause.Constant)
	case known && strings.HasPrefix(clause.Constant, "'{"):
		list, share := textOf(clause.Constant), 0.0
		for _, value := range parseArray(&list) {
			share += t.shareOfValue(column, value)
		}
		return math.Min(1-column.Nulls, share)
	case clause.Any:
		return math.Min(1, 3*one)
	}
	return one
}

// literalText is a number, or a literal with or without its type.
var literalText = regexp.MustCompile(`^(-?[0-9.]+|'[^']*'(::[a-z ]+)?)$`)

// shareOfRange is the share of the rows beyond a constant. Where it is not known, or the values
// are ordered by more than their bytes, it is what PostgreSQL takes too (DEFAULT_INEQ_SEL in selfuncs.h).
func (c *Column) shareOfRange(clause workload.Clause) float64 {
	const unknown = 1.0 / 3
	if !literalText.MatchString(clause.Constant) || c.Category != "N" && c.Category != "D" || len(c.Histogram) < 2 && len(c.Common) == 0 {
		return unknown
	}
	end := textOf(clause.Constant)
	below, common := 0.0, math.Min(1, sum(c.Frequencies))
	for i, value := range c.Common[:min(len(c.Common), len(c.Frequencies))] {
		if less(value, end) {
			below += c.Frequencies[i]
		}
	}
	if bounds := len(c.Histogram); bounds > 1 {
		at := sort.Search(bounds, func(i int) bool { return !less(c.Histogram[i], end) })
		below += (1 - c.Nulls - common) * math.Min(1, float64(at)/float64(bounds-1))
	}
	if clause.Operator[0] == '>' {
		return math.Max(0, 1-c.Nulls-below)
	}
	return math.Max(0, below)
}

// less compares two numbers, or moments as PostgreSQL writes them.
func less(one, other string) bool {
	x, notX := strconv.ParseFloat(one, 64)
	y, notY := strconv.ParseFloat(other, 64)
	if notX == nil && notY == nil {
		return x < y
	}
	return one < other
}

// shareOfValue is the share of the rows that have a value, which stands there as SQL.
func (t *Table) shareOfValue(column *Column, constant string) float64 {
	for i, common := range column.Common {
		literal := postgres.Literal(common)
		if i < len(column.Frequencies) && (constant == common || constant == literal || strings.HasPrefix(constant, literal+"::")) {
			return column.Frequencies[i]
		}
	}
	rest := math.Max(0, 1-column.Nulls-sum(column.Frequencies))
	return rest / math.Max(1, t.DistinctOf(column)-float64(len(column.Frequencies)))
}

func (c *Column) frequency(value string) float64 {
	for i, common := range c.Common {
		if common == value && i < len(c.Frequencies) {
			return c.Frequencies[i]
		}
	}
	return math.Max(0, 1-c.Nulls-sum(c.Frequencies))
}
