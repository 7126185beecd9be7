package advisor

import (
	"context"
	"slices"
)

// fusedBytes is how much larger than two indexes the one may be that takes their place: what two
// share as posting lists, each key of both has for itself.
const fusedBytes = 1.5

// unhelped is how many times what an index must save two indexes may save over the one, where
// they make no statement much cheaper: that much is within the planner's error.
const unhelped = 2.0

// fuse puts one index in the place of two of its table where the workload hardly loses by
// it: two that were chosen one after the other, each the best at its time, may serve the same
// statements as one that has the keys of both.
func (a *adviser) fuse(ctx context.Context, chosen []int) ([]int, error) {
	for !a.over() {
		next, err := a.fused(ctx, chosen)
		if err != nil || next == nil {
			return chosen, err
		}
		chosen = next
	}
	return chosen, nil
}

// fused is the first set that is as good with one index less, nil where there is none.
func (a *adviser) fused(ctx context.Context, chosen []int) ([]int, error) {
	now, err := a.total(ctx, chosen)
	if err != nil {
		return nil, err
	}
	for i, one := range chosen {
		for _, two := range chosen[i+1:] {
			if a.pool[one].table != a.pool[two].table || !a.together(one, two) {
				continue
			}
			for at, c := range a.pool {
				if c.table != a.pool[one].table || slices.Contains(chosen, at) || c.bytes > fusedBytes*(a.pool[one].bytes+a.pool[two].bytes) || !a.together(at, one) || !a.together(at, two) {
					continue
				}
				next := append(except(except(chosen, one), two), at)
				saves, helps, err := a.gain(ctx, next, chosen, []int{one, two, at}, a.least(now))
				if err != nil {
					return nil, err
				}
				if (saves < a.least(now) || !helps && saves < unhelped*a.least(now)) && a.affordable(move{chosen: next}) {
					return next, nil
				}
			}
		}
	}
	return nil, nil
}
