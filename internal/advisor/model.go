package advisor

import (
	"context"
	"math"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// model is a small cost model: it takes the target's plan without new indexes and
// says what each scan would cost by an index. Good enough to rank, not to promise.
// For access methods that an engine cannot imagine, GIN above all, it is the rule.
type model struct {
	session *session
	catalog *Catalog
	plans   map[string]*Node
}

// The planner's default costs (manual, 20.7.2), for storage that seeks fast.
const (
	randomPage = 1.5
	perTuple   = 0.01
	perDescent = 4.0
)

func newModel(s *session, catalog *Catalog) *model {
	return &model{session: s, catalog: catalog, plans: map[string]*Node{}}
}

func (m *model) Name() string          { return "model" }
func (m *model) Verified() bool        { return false }
func (m *model) Supports(string) bool  { return true }
func (m *model) Sees(Index, bool) bool { return true }

// KnowsExpressions is true: an expression counts as as varied as its columns.
func (m *model) KnowsExpressions() bool { return true }
func (m *model) Plan(ctx context.Context, statement string, indexes []Index) (Plan, error) {
	root := m.plans[statement]
	if root == nil {
		var err error
		if root, err = m.session.explain(ctx, statement); err != nil {
			return Plan{}, err
		}
		m.plans[statement] = root
	}
	return m.over(root, indexes), nil
}

// over is a plan at the cost that it would have with indexes besides those that it uses already.
func (m *model) over(root *Node, indexes []Index) Plan {
	plan := planOf(root)
	m.walk(root, nil, indexes, &plan)
	slices.Sort(plan.Uses)
	plan.Uses = slices.Compact(plan.Uses)
	plan.Through = math.Max(plan.Through, 0.01)
	plan.Cost = math.Min(plan.Cost, plan.Through)
	return plan
}

// walk takes off a plan's cost what the best index for each scan saves. above are
// the nodes over this one, the nearest last.
func (m *model) walk(node *Node, above []*Node, indexes []Index, plan *Plan) {
	if table, ok := m.catalog.Table(Name{node.Schema, node.Relation}); ok && node.Relation != "" && node.Type != "Subquery Scan" {
		saved, use := m.best(node, table, above, indexes)
		switch either, uses := m.byAlternatives(node, table, indexes); {
		case either > saved && either > 0.05*node.TotalCost:
			plan.Through -= either
			plan.Uses = append(plan.Uses, uses...)
		case use >= 0:
			plan.Through -= saved + m.sparedAbove(node, table, above, indexes[use], indexes)
			plan.Uses = append(plan.Uses, use)
		}
	}
	for _, child := range node.Children {
		m.walk(child, append(slices.Clone(above), node), indexes, plan)
	}
}

// best is the index that saves the most of a scan, and how much.
func (m *model) best(node *Node, table *Table, above []*Node, indexes []Index) (saved float64, use int) {
	use = -1
	clauses := table.clauses(node.Filter)
	joins := joinsOf(node, above)
	rows := math.Max(1, rowsOf(table))
	for i, index := range indexes {
		if found, ok := m.catalog.Table(Name{index.Schema, index.Table}); !ok || found != table {
			continue
		}
		gain := m.byConditions(node, table, rows, clauses, index)
		gain = math.Max(gain, m.byOrder(node, above, rows, clauses, index))
		for _, join := range joins {
			gain = math.Max(gain, m.byJoin(join, table, rows, index))
		}
		if gain > saved && gain > 0.05*node.TotalCost {
			saved, use = gain, i
		}
	}
	return saved, use
}

// sparedAbove is what joins spare where an index on an expression leaves fewer rows than the planner expects.
func (m *model) sparedAbove(node *Node, table *Table, above []*Node, index Index, indexes []Index) float64 {
	part := table.toldBy(index, table.clauses(node.Filter))
	if part == 1 || len(above) == 0 {
		return 0
	}
	cost, _ := m.catalog.spared(above[0], node, part*node.Rows, part, indexes)
	return cost
}

// rowsOf is the number of rows of what a node scans: of one partition its part.
func rowsOf(table *Table) float64 {
	return table.Rows / math.Max(1, float64(len(table.Leaves)))
}

// byConditions is what reading by the conditions that an index serves saves.
func (m *model) byConditions(node *Node, table *Table, rows float64, clauses []workload.Clause, index Index) float64 {
	if !impliedBy(index.Where, clauses) {
		return 0
	}
	share, served := 1.0, 0
	for _, key := range index.Keys {
		at := slices.IndexFunc(clauses, func(c workload.Clause) bool { return !c.Or && serves(key, index.Method, c) })
		if at < 0 {
			break
		}
		served++
		share *= table.shareOfClause(clauses[at])
		if index.Method == "btree" && clauses[at].Operator != "=" {
			break
		}
	}
	if served == 0 {
		return 0
	}
	// the planner has estimated all conditions together; an index cannot leave fewer rows, but where an expression tells more
	all := node.Rows / rows * table.toldBy(index, clauses)
	if served == len(clauses) || share < all {
		share = all
	}
	return node.TotalCost - fetching(share*rows, table)
}

// fetching is what it costs to find some rows by an index: each on a page of its
// own, at most all pages.
func fetching(found float64, table *Table) float64 {
	return perDescent + math.Min(found, table.Pages)*randomPage + found*perTuple
}

// byOrder is what an index saves that returns the rows in the wanted order, where
// only the first few are wanted. Rows of other tables that are joined to them are looked up.
func (m *model) byOrder(node *Node, above []*Node, rows float64, clauses []workload.Clause, index Index) float64 {
	joined := joinsUpTo(above)
	above = above[:len(above)-len(joined)]
	if len(above) < 2 || above[len(above)-1].Type != "Sort" || above[len(above)-2].Type != "Limit" || !impliedBy(index.Where, clauses) {
		return 0
	}
	limit, sort := above[len(above)-2], above[len(above)-1]
	terms, _, ok := workload.Terms(sort.SortKey)
	if !ok || len(joined) > 0 && terms[0].Alias != node.Alias {
		return 0
	}
	served, sorted := index.sorts(terms, clauses)
	if !sorted {
		return 0
	}
	wanted := limit.Rows
	if served < len(clauses) { // rows that the other conditions throw away are read too
		wanted *= math.Max(1, rows/math.Max(1, node.Rows)/4)
	}
	cost := perDescent + wanted*(randomPage+perTuple)
	path := append(slices.Clone(joined), node)
	for i, join := range joined {
		cost += m.lookedUp(join, path[i+1], wanted)
	}
	return limit.TotalCost - cost
}

// sorts says whether an index returns the rows that satisfy clauses in an order, and how many of the
// clauses its first keys answer.
func (i Index) sorts(terms, clauses []workload.Clause) (served int, sorted bool) {
	if i.Method != "btree" {
		return 0, i.nearestTo(terms)
	}
	keys := i.Keys
	for len(keys) > 0 && slices.ContainsFunc(clauses, func(c workload.Clause) bool { return c.Operator == "=" && serves(keys[0], "btree", c) }) {
		keys = keys[1:]
		served++
	}
	for at, term := range terms {
		if at >= len(keys) || !isKey(keys[at], term) || keys[at].Nulls != term.Nulls {
			return served, false
		}
	}
	return served, true
}

// joinsUpTo are the nodes over a scan that join it, the nearest last, and what these hash or keep.
func joinsUpTo(above []*Node) []*Node {
	from := len(above)
	for from > 0 && slices.Contains([]string{"Hash Join", "Nested Loop", "Merge Join", "Hash", "Materialize", "Memoize"}, above[from-1].Type) {
		from--
	}
	return above[from:]
}

// lookedUp is what finding the other side of a join costs for some rows: by its key where an index
// has it, else all of it. mine is the side that they come from.
func (m *model) lookedUp(join, mine *Node, wanted float64) float64 {
	cost := 0.0
	for _, child := range join.Children {
		if child == mine {
			continue
		}
		whole := child.TotalCost
		if child.Type == "Hash" && len(child.Children) == 1 {
			child = child.Children[0]
		}
		table, ok := m.catalog.Table(Name{child.Schema, child.Relation})
		keyed := ok && child.Relation != "" && slices.ContainsFunc(table.clauses(join.HashCond+join.MergeCond+join.JoinFilter), func(c workload.Clause) bool {
			return c.Operator == "=" && c.Alias == child.Alias && table.covers(Index{Method: "btree", Keys: []Key{{Column: c.Column}}})
		})
		if keyed {
			whole = math.Min(whole, wanted*2*randomPage)
		}
		cost += whole
	}
	return cost
}

// joinsOf lists the joins whose one side is this scan alone.
func joinsOf(node *Node, above []*Node) []*Node {
	var joins []*Node
	for i := len(above) - 1; i >= 0; i-- {
		switch above[i].Type {
		case "Hash", "Sort", "Materialize", "Memoize":
			continue
		case "Hash Join", "Merge Join", "Nested Loop":
			return append(joins, above[i])
		}
		return joins
	}
	return joins
}

// byJoin is what looking up each row of the other side saves over reading all.
func (m *model) byJoin(join *Node, table *Table, rows float64, index Index) float64 {
	if index.Method != "btree" && index.Method != "gin" || index.Where != "" || len(join.Children) != 2 {
		return 0
	}
	for _, condition := range []string{join.HashCond, join.MergeCond, join.JoinFilter} {
		for _, clause := range table.clauses(condition) {
			if index.Method == "btree" && clause.Operator != "=" || !serves(index.Keys[0], index.Method, clause) {
				continue
			}
			for _, other := range join.Children {
				if found, ok := m.catalog.Table(Name{other.Schema, other.Relation}); (ok && found == table) || other.Type == "Hash" {
					continue
				}
				each := fetching(rows*table.shareOfClause(clause), table)
				return join.TotalCost - other.TotalCost - other.Rows*each
			}
		}
	}
	return 0
}

// serves says whether a key of an access method answers a clause.
func serves(key Key, method string, clause workload.Clause) bool {
	if !isKey(key, clause) {
		return false
	}
	switch method {
	case "gin":
		return slices.Contains(workload.Trigrams, clause.Operator) || slices.Contains([]string{"@>", "<@", "&&", "?", "?|", "?&", "@?", "@@"}, clause.Operator)
	case "gist":
		return slices.Contains(gistOperators, clause.Operator)
	case "hash":
		return clause.Operator == "="
	}
	if clause.Operator == "~~" {
		return !strings.HasPrefix(clause.Constant, "'%")
	}
	return slices.Contains([]string{"=", "<", "<=", ">", ">=", workload.IsNull, workload.IsTrue, workload.IsFalse}, clause.Operator)
}

func isKey(key Key, clause workload.Clause) bool {
	if key.Column != "" {
		return key.Column == clause.Column
	}
	return plain(key.Expression) == plain(clause.Expression)
}

func impliedBy(where string, clauses []workload.Clause) bool {
	for _, needed := range workload.Bare(where) {
		same := func(c workload.Clause) bool {
			if c.Open() || c.Column != needed.Column {
				return false
			}
			if needed.Operator == "<>" && c.Operator == "=" {
				return c.Constant != "" && !strings.Contains(plain(c.Constant), plain(needed.Constant))
			}
			return needed.Operator == workload.IsNotNull && c.Compares() || c.Operator == needed.Operator && plain(c.Constant) == plain(needed.Constant)
		}
		if !slices.ContainsFunc(clauses, same) {
			return false
		}
	}
	return true
}

// passing is the share of the rows that satisfy clauses, alternatives aside.
func (t *Table) passing(clauses []workload.Clause) float64 {
	share := 1.0
	for _, clause := range clauses {
		if !clause.Or {
			share *= t.shareOfClause(clause)
		}
	}
	return share
}

func (t *Table) shareOfClause(clause workload.Clause) float64 {
	if column, ok := t.Column(clause.Columns[0]); ok && clause.Column != "" {
		return t.selectivity(column, clause)
	}
	if clause.Operator == "=" || isWhole(clause) {
		return 1 / t.distinctOfExpression(clause.Expression)
	}
	return 0.005
}
