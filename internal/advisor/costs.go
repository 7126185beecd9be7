package advisor

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// costed is what a statement costs with some of the pool, ascending, and those of them that its plans
// read.
type costed struct {
	offered, used []int
	cost          float64
}

// costOf is the cost of one statement if some of the pool were there.
func (a *adviser) costOf(ctx context.Context, query *Query, chosen []int) (float64, error) {
	var serving []int
	for _, at := range chosen {
		if query.servedBy(a, at) {
			serving = append(serving, at)
		}
	}
	if len(serving) == 0 {
		return query.Base, nil
	}
	slices.Sort(serving)
	var key []byte
	for _, at := range serving {
		key = append(strconv.AppendInt(key, int64(at), 10), ',')
	}
	if cost, known := query.cache[string(key)]; known {
		return cost, nil
	}
	is := costed{offered: serving}
	if same := slices.IndexFunc(query.costs, is.impliedBy); same >= 0 {
		query.cache[string(key)] = query.costs[same].cost
		return query.costs[same].cost, nil
	}
	var indexes []Index
	for _, at := range serving {
		indexes = append(indexes, a.pool[at].Index)
	}
	for _, binding := range query.Bindings {
		plan, err := a.plan(ctx, query, binding, indexes)
		if err != nil {
			return 0, fmt.Errorf("plan statement %s: %w", query.ID, err)
		}
		is.cost += binding.Weight * plan.Cost
		for _, used := range plan.Uses {
			if !slices.Contains(is.used, serving[used]) {
				is.used = append(is.used, serving[used])
			}
		}
	}
	query.cache[string(key)] = is.cost
	query.costs = append(query.costs, is)
	return is.cost, nil
}

// plan is how a binding would be executed with some indexes, at the cost that it then has: the
// engine reckons that the server stops early if it expects more rows than LIMIT allows. What the
// engine cannot tell of an index, a rule says over the engine's plan.
func (a *adviser) plan(ctx context.Context, query *Query, binding Binding, indexes []Index) (Plan, error) {
	plan := planOf(binding.root)
	var planned, ruled []Index
	var places [2][]int
	for i, index := range indexes {
		if a.ruled(query, index) {
			ruled, places[1] = append(ruled, index), append(places[1], i)
		} else {
			for _, shown := range a.shown(query, index) {
				planned, places[0] = append(planned, shown), append(places[0], i)
			}
		}
	}
	if len(planned) > 0 {
		var err error
		if plan, err = a.engine.Plan(ctx, binding.Query, planned); err != nil {
			return plan, err
		}
	}
	a.charge(&plan, binding)
	plan.Cost = a.corrected(plan, planned)
	for i, used := range plan.Uses {
		plan.Uses[i] = places[0][used]
	}
	plan.Uses = slices.Compact(plan.Uses) // ascending, as places are
	if len(ruled) == 0 {
		return plan, nil
	}
	better, uses := a.rule.over(plan.Root, ruled), plan.Uses
	a.charge(&better, binding)
	if alone := a.rule.over(binding.root, ruled); len(planned) > 0 { // a plan that LIMIT ends hides what an index spares
		if a.charge(&alone, binding); alone.Cost < better.Cost {
			better, uses = alone, nil
		}
	}
	if better.Cost >= plan.Cost {
		return plan, nil
	}
	for _, used := range better.Uses {
		uses = append(uses, places[1][used])
	}
	plan.Cost, plan.Uses = better.Cost, uses
	return plan, nil
}

// charge makes the cost of a plan what it is for a binding.
func (a *adviser) charge(plan *Plan, binding Binding) {
	if binding.Through {
		plan.Cost = plan.Through
		return
	}
	plan.Cost += a.luck(plan.Root)
}

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
		if index.Method != "btree" || index.Keys[0].Expression == "" {
			continue
		}
		table, ok := a.catalog.Table(Name{index.Schema, index.Table})
		if !ok || table.Rows < 1 {
			continue
		}
		distinct := table.distinctOfExpression(index.Keys[0].Expression)
		guess := table.Rows * 0.005
		truly := table.Rows / distinct
		node := scanOf(plan.Root, table)
		if node == nil || truly >= guess {
			continue
		}
		startup := min(node.TotalCost, 10.0) // going down the tree costs the same
		cost -= (node.TotalCost - startup) * (1 - math.Max(truly/guess, 1e-6))
	}
	return math.Max(cost, 0.01)
}

// distinctOfExpression supposes that an expression that is no field of a document has as many
// values as the most varied column in it: lower(email) does, extract(year from day) does not.
func (t *Table) distinctOfExpression(expression string) float64 {
	if f, ok := t.fieldOf(expression); ok {
		return max(1, f.distinct)
	}
	distinct := 200.0
	for _, name := range workload.ColumnsOf(expression) {
		if column, ok := t.Column(name); ok {
			distinct = max(distinct, t.DistinctOf(column))
		}
	}
	return distinct
}

func scanOf(root *Node, table *Table) *Node {
	for _, node := range flatten(root, nil) {
		if node.Relation == table.Name && node.Schema == table.Schema {
			return node
		}
	}
	return nil
}

// impliedBy says whether a statement costs with this set what it costs with a larger one: all that is
// read of the larger one is in it, and the planner has nothing more to choose from.
func (c costed) impliedBy(larger costed) bool {
	return subset(c.offered, larger.offered) && !slices.ContainsFunc(larger.used, func(at int) bool {
		_, found := slices.BinarySearch(c.offered, at)
		return !found
	})
}

// subset says whether all of an ascending list is in another one.
func subset(some, all []int) bool {
	if len(some) > len(all) {
		return false
	}
	for _, one := range some {
		at, found := slices.BinarySearch(all, one)
		if !found {
			return false
		}
		all = all[at+1:]
	}
	return true
}
