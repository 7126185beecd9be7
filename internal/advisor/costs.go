package advisor

import (
	"context"
	"fmt"
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
