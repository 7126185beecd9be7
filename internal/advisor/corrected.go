package advisor

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// corrected is the cost of a plan where an expression's index is used. Of an
// expression without statistics the planner supposes that a value occurs in half
// a per cent of the rows, however unique the column is that it is made of.
func (a *adviser) corrected(plan Plan, list []Index) float64 {
	cost := plan.Cost
	if a.engine.KnowsExpressions() {
		return cost
	}
	for _, i := range plan.Uses {
		index := list[i]
		if index.Method != "btree" || index.Keys[0].Expression == "" || index.blind() {
			continue
		}
		table, ok := a.catalog.Table(Name{index.Schema, index.Table})
		if !ok || table.Rows < 1 {
			continue
		}
		distinct := table.distinctOfExpression(index.Keys[0].Expression)
		guess := table.Rows / supposedDistinct
		truly := table.Rows / distinct
		node := scanOf(plan.Root, table)
		if node == nil || truly >= guess {
			continue
		}
		share := math.Max(truly/guess, 1e-6)
		cost -= (node.TotalCost - min(node.TotalCost, lookup)) * (1 - share)
		if table.toldBy(index, table.clauses(node.IndexCond+node.RecheckCond)) < 1 {
			spared, _ := a.catalog.spared(plan.Root, node, truly, share, list)
			cost -= spared
		}
	}
	return math.Max(cost, 0.01)
}

// misjudged says whether the planner expects too many rows of a statement, since it compares an expression that has no
// statistics yet: it then hopes to find some soon in the order that is wanted, and will not once the expression has an index.
func (q *Query) misjudged() bool {
	return slices.ContainsFunc(q.refs, func(ref *Reference) bool {
		return slices.ContainsFunc(ref.Clauses, func(c workload.Clause) bool {
			return c.Expression != "" && c.Operator == "=" && ref.Table.partOf(c.Expression) < 1
		})
	})
}

// withoutLimit is the text of a binding whose LIMIT ends nothing, with one that nobody takes for an end.
func (q *Query) withoutLimit(binding Binding) string {
	values := slices.Clone(binding.values)
	for _, param := range q.read.Limits {
		if param >= 1 && param <= len(values) {
			values[param-1] = roomyPage
		}
	}
	return workload.Bind(q.seen.query, values)
}

// supposedDistinct is how many values the planner supposes where it has no statistics (DEFAULT_NUM_DISTINCT of selfuncs.h).
const supposedDistinct = 200.0

// distinctOfExpression supposes that an expression that is no field of a document has as many
// values as the most varied column in it: lower(email) does, extract(year from day) does not.
func (t *Table) distinctOfExpression(expression string) float64 {
	if f, ok := t.fieldOf(expression); ok {
		return max(1, f.distinct)
	}
	distinct, most := supposedDistinct, math.Inf(1)
	for _, name := range workload.ColumnsOf(expression) {
		if column, ok := t.Column(name); ok {
			distinct, most = max(distinct, t.DistinctOf(column)), min(most, column.spanned(expression))
		}
	}
	return min(distinct, most)
}

// units are the hours of what expressions make of moments.
var units = []struct {
	made  *regexp.Regexp
	hours float64
}{
	{regexp.MustCompile(`::date\b|^date\(|date_trunc\('day'`), 24},
	{regexp.MustCompile(`date_trunc\('hour'`), 1},
	{regexp.MustCompile(`date_trunc\('week'`), 7 * 24},
	{regexp.MustCompile(`date_trunc\('month'`), 30.4 * 24},
	{regexp.MustCompile(`date_trunc\('year'`), 365 * 24},
}

// spanned is how many days, hours or months there are between the ends of a column's moments, where an expression makes
// these of them; infinity where it does not.
func (c *Column) spanned(expression string) float64 {
	for _, unit := range units {
		if !unit.made.MatchString(expression) || len(c.Histogram) < 2 {
			continue
		}
		first, err1 := time.Parse(time.DateOnly, firstOf(c.Histogram[0], len(time.DateOnly)))
		last, err2 := time.Parse(time.DateOnly, firstOf(c.Histogram[len(c.Histogram)-1], len(time.DateOnly)))
		if err1 == nil && err2 == nil {
			return max(1, (last.Sub(first).Hours()+24)/unit.hours)
		}
	}
	return math.Inf(1)
}

func firstOf(text string, bytes int) string { return text[:min(len(text), bytes)] }

// partOf is the part of the rows expected of a value of an expression that come: without statistics the planner supposes that
// each occurs in half a per cent of the rows, however varied the column is that it is made of. An index has statistics.
func (t *Table) partOf(expression string) float64 {
	for _, existing := range t.Indexes {
		if slices.ContainsFunc(existing.Keys, func(key string) bool { return isExpression(key, expression) }) {
			return 1
		}
	}
	return min(1, supposedDistinct/t.distinctOfExpression(expression))
}

// toldBy is the part of the expected rows that come where an index finds single values of an expression of which the planner
// has no statistics, 1 where it does not.
func (t *Table) toldBy(index Index, clauses []workload.Clause) float64 {
	part := 1.0
	for _, key := range index.Keys {
		found := slices.ContainsFunc(clauses, func(c workload.Clause) bool {
			return key.Expression != "" && isKey(key, c) && !c.Or && !c.Any && (c.Operator == "=" || isWhole(c))
		})
		if found {
			part *= t.partOf(key.Expression)
		}
	}
	return part
}

// isWhole says whether LIKE compares with a constant that stands for itself.
func isWhole(c workload.Clause) bool {
	return c.Operator == "~~" && literalText.MatchString(c.Constant) && !strings.ContainsAny(c.Constant, "%_")
}

// lookup is what a row costs that is found by a key, in the planner's units: going down the tree costs the same everywhere.
const lookup = 10.0

// spared is what joins above a scan do not cost where it returns so many rows, a share of those that are expected: nested
// loops look up less, and what a hash or merge join reads to its end is looked up, where an index is there to do so.
func (c *Catalog) spared(n, scan *Node, rows, share float64, list []Index) (cost float64, below bool) {
	for i, child := range n.Children {
		if cost, below = c.spared(child, scan, rows, share, list); !below {
			continue
		}
		switch {
		case n.Type == "Nested Loop" && i == 0:
			cost += (n.TotalCost - child.TotalCost) * (1 - share)
		case (n.Type == "Hash Join" || n.Type == "Merge Join") && len(n.Children) == 2:
			cost += c.lookedUp(n.Children[1-i], n.HashCond+n.MergeCond, rows, list)
		}
		return cost, true
	}
	return 0, n == scan
}

// lookedUp is what is spared where rows of the one side of a join are looked up by an index that is there or offered.
func (c *Catalog) lookedUp(side *Node, condition string, rows float64, list []Index) float64 {
	for side.Relation == "" && len(side.Children) == 1 {
		side = side.Children[0]
	}
	table, ok := c.Table(Name{side.Schema, side.Relation})
	if !ok || side.Relation == "" {
		return 0
	}
	for _, clause := range workload.Clauses(condition) {
		if clause.Alias != side.Alias || clause.Column == "" {
			continue
		}
		first := func(index Index) bool {
			return index.Keys[0].Column == clause.Column && index.Table == table.Name && index.Schema == table.Schema
		}
		if table.covers(Index{Method: "btree", Keys: []Key{{Column: clause.Column}}}) || slices.ContainsFunc(list, first) {
			return max(0, side.TotalCost-lookup*rows)
		}
	}
	return 0
}

func scanOf(root *Node, table *Table) *Node {
	for _, node := range flatten(root, nil) {
		if node.Relation == table.Name && node.Schema == table.Schema {
			return node
		}
	}
	return nil
}
