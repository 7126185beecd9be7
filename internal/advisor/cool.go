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
		best, err := a.instead(ctx, chosen, i, -heated*a.least(now), func(c *candidate, _ float64) bool { return !a.counts(c) })
		if err != nil {
			return nil, err
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
