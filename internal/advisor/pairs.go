package advisor

import (
	"context"
	"math"
	"slices"
)

// pairs is the move that adds the indexes which one statement needs together: for each side of an OR,
// of a join. None of them saves anything alone. It has no chosen set where none pays.
func (a *adviser) pairs(ctx context.Context, chosen []int, now, budget float64) (move, error) {
	best := move{}
	for _, query := range a.advice.Statements {
		next, err := a.pair(ctx, query, chosen, math.Max(best.saves, a.least(now)))
		if err != nil {
			return move{}, err
		}
		if next.helps && next.saves >= a.least(now) && next.saves > best.saves && a.within(next, budget) {
			best = next
		}
	}
	return best, nil
}

// pair is the move that adds what one statement needs together, without savings where these are below
// floor or nothing is missing.
func (a *adviser) pair(ctx context.Context, query *Query, chosen []int, floor float64) (move, error) {
	added := slices.DeleteFunc(slices.Clone(query.needs), func(at int) bool { return slices.Contains(chosen, at) })
	if query.weight == 0 || len(added) < 2 || a.over() {
		return move{}, nil
	}
	next := move{chosen: append(slices.Clone(chosen), added...), added: added, bytes: a.bytesOf(added)}
	var err error
	next.saves, next.helps, err = a.gain(ctx, chosen, next.chosen, added, floor)
	return next, err
}
