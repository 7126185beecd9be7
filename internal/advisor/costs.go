package advisor

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
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
	plans, err := a.plans(ctx, query, indexes)
	if err != nil && (ctx.Err() != nil || lost(err)) {
		return 0, fmt.Errorf("plan statement %s: %w", query.ID, err)
	}
	if err != nil { // one set that cannot be planned in time, or at all, is no reason to advise nothing
		if why := reason(err); !slices.Contains(query.Unbuilt, why) {
			query.Unbuilt = append(query.Unbuilt, why)
		}
		query.cache[string(key)] = query.Base
		return query.Base, nil
	}
	is.cost = weighted(query.Bindings, plans)
	for _, plan := range plans {
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

// weighted is the mean of a statement's plans by the weights of their bindings. The server takes the
// generic plan only as long as it costs no more than the others do on average.
func weighted(bindings []Binding, plans []Plan) float64 {
	given, weight := 0.0, 0.0
	for i, binding := range bindings {
		if !binding.Generic {
			given += binding.Weight * plans[i].Cost
			weight += binding.Weight
		}
	}
	mean := math.Inf(1)
	if weight > 0 {
		mean = given / weight
	}
	total := given
	for i, binding := range bindings {
		if binding.Generic {
			total += binding.Weight * math.Min(plans[i].Cost, mean)
		}
	}
	return total
}

// asTheyAre are the plans of bindings without any new index.
func asTheyAre(bindings []Binding) []Plan {
	plans := make([]Plan, len(bindings))
	for i, binding := range bindings {
		plans[i].Cost = binding.Cost
	}
	return plans
}

// offering is a set of indexes by who says what they do: the engine, or a rule where it cannot. The
// places are those in the set; one index may be shown to the engine as several.
type offering struct {
	planned, ruled             []Index
	plannedPlaces, ruledPlaces []int
}

func (a *adviser) offering(query *Query, indexes []Index) offering {
	var o offering
	for i, index := range indexes {
		if a.ruled(query, index) {
			o.ruled, o.ruledPlaces = append(o.ruled, index), append(o.ruledPlaces, i)
			continue
		}
		for _, shown := range a.shown(query, index) {
			o.planned, o.plannedPlaces = append(o.planned, shown), append(o.plannedPlaces, i)
		}
	}
	return o
}

// plans are how a statement's bindings would be executed with some indexes, at the costs that they
// then have: the engine reckons that the server stops early if it expects more rows than LIMIT
// allows. What the engine cannot tell of an index, a rule says over the engine's plan.
func (a *adviser) plans(ctx context.Context, query *Query, indexes []Index) ([]Plan, error) {
	o := a.offering(query, indexes)
	plans := make([]Plan, len(query.Bindings))
	var statements []string
	for i, binding := range query.Bindings {
		plans[i] = planOf(binding.root)
		statements = append(statements, binding.Query)
		if binding.unlimited != "" && !a.engine.KnowsExpressions() {
			statements[i] = binding.unlimited
		}
	}
	if len(o.planned) > 0 {
		var err error
		if plans, err = planAll(ctx, a.engine, statements, o.planned); err != nil {
			return nil, err
		}
	}
	for i, binding := range query.Bindings {
		plans[i] = a.judged(plans[i], binding, o)
	}
	return plans, nil
}

// planAll plans several statements with the same indexes.
func planAll(ctx context.Context, engine Engine, statements []string, indexes []Index) ([]Plan, error) {
	if all, ok := engine.(Batcher); ok {
		return all.PlanAll(ctx, statements, indexes)
	}
	var plans []Plan
	for _, statement := range statements {
		plan, err := engine.Plan(ctx, statement, indexes)
		if err != nil {
			return nil, err
		}
		plans = append(plans, plan)
	}
	return plans, nil
}

// judged is a binding's plan at the cost that it really has, with what the rules say over it.
func (a *adviser) judged(plan Plan, binding Binding, o offering) Plan {
	a.charge(&plan, binding)
	plan.Cost = a.corrected(plan, o.planned)
	for i, used := range plan.Uses {
		plan.Uses[i] = o.plannedPlaces[used]
	}
	plan.Uses = slices.Compact(plan.Uses) // ascending, as places are
	if len(o.ruled) == 0 {
		return plan
	}
	better, uses := a.rule.over(plan.Root, o.ruled), plan.Uses
	a.charge(&better, binding)
	if alone := a.rule.over(binding.root, o.ruled); len(o.planned) > 0 { // a plan that LIMIT ends hides what an index spares
		if a.charge(&alone, binding); alone.Cost < better.Cost {
			better, uses = alone, nil
		}
	}
	if better.Cost >= plan.Cost {
		return plan
	}
	for _, used := range better.Uses {
		uses = append(uses, o.ruledPlaces[used])
	}
	plan.Cost, plan.Uses = better.Cost, uses
	return plan
}

// charge makes the cost of a plan what it is for a binding.
func (a *adviser) charge(plan *Plan, binding Binding) {
	if binding.Through {
		plan.Cost = plan.Through
		return
	}
	if plan.Root.TotalCost > 0 { // as a share, since a rule may have made the plan cheaper than its nodes
		plan.Cost *= 1 - plan.Root.overrated(binding.surplus)/plan.Root.TotalCost
	}
	plan.Cost += a.luck(plan.Root)
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
