package advisor

import (
	"context"
	"slices"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// cool puts an index that leaves updates in their pages in the place of one that ends them, where the workload loses less by it
// than such an index has to save: what updates count up, as a queue does its attempts, is seldom worth an index. A state
// that is asked for by its value is another matter: each row has it once.
func (a *adviser) cool(ctx context.Context, chosen []int) ([]int, error) {
	now, err := a.total(ctx, chosen)
	if err != nil {
		return nil, err
	}
	for i := 0; i < len(chosen) && !a.over(); i++ {
		if !a.counts(a.pool[chosen[i]]) {
			continue
		}
		best := move{saves: -heated * a.least(now)}
		for at, c := range a.pool {
			if a.counts(c) || c.table != a.pool[chosen[i]].table || slices.Contains(chosen, at) || !a.together(at, chosen[i]) {
				continue
			}
			next := move{chosen: slices.Clone(chosen)}
			next.chosen[i] = at
			if next.saves, _, err = a.gain(ctx, chosen, next.chosen, []int{chosen[i], at}, best.saves); err != nil {
				return nil, err
			}
			if next.saves > best.saves && a.affordable(next) {
				best = next
			}
		}
		if best.chosen != nil {
			chosen, now = best.chosen, now-best.saves
		}
	}
	return chosen, nil
}

// counts says whether an index would end HOT updates by a key that no statement asks a single value of.
func (a *adviser) counts(c *candidate) bool {
	return c.heats && slices.ContainsFunc(c.Keys, func(key Key) bool {
		return a.endsHOT(c.table, key.Column) && !slices.ContainsFunc(a.askedOf(c.table, key), func(clause workload.Clause) bool { return clause.Operator == "=" })
	})
}
