package advisor

import (
	"context"
	"math"
	"slices"
)

// relaxation is a step from a set to a smaller one: out with an index, or a smaller one of its table
// in its place.
type relaxation struct {
	from, to    int     // places in the pool; to is outOfSet for none
	lost, freed float64 // milliseconds and bytes
}

const outOfSet = -1

// relaxed comes to a budget from above: of what would be chosen with all the room there is, it gives
// up step by step what loses the least for the bytes that are still too many. What is built from
// nothing takes the best for its bytes first and has no room for what it should have kept some
// (Bruno and Chaudhuri, "Automatic Physical Database Tuning: A Relaxation-based Approach", SIGMOD 2005).
func (a *adviser) relaxed(ctx context.Context) ([]int, error) {
	chosen, err := a.extend(ctx, nil, 0.5, math.Inf(1))
	if err != nil {
		return nil, err
	}
	known := map[int]relaxation{} // by from, as long as nothing has changed for it
	for {
		over := a.bytesOf(chosen) - a.budget()
		if over <= 0 || a.over() {
			break
		}
		best, least := relaxation{}, math.Inf(1)
		for _, at := range chosen {
			if _, ok := known[at]; !ok {
				if known[at], err = a.relaxation(ctx, chosen, at, over); err != nil {
					return nil, err
				}
			}
			if rate := known[at].rate(over); rate < least {
				best, least = known[at], rate
			}
		}
		chosen = except(chosen, best.from)
		if best.to != outOfSet {
			chosen = append(chosen, best.to)
		}
		for at := range known {
			if at == best.from || a.pool[at].table == a.pool[best.from].table || a.together(at, best.from) {
				delete(known, at)
			}
		}
	}
	return a.extend(ctx, chosen, 1, a.budget())
}

// rate is what a step loses for each byte of those that are too many.
func (r relaxation) rate(over float64) float64 {
	return max(r.lost, 0) / max(1, min(r.freed, over))
}

// relaxation is the step that loses the least by giving up one index of a set.
func (a *adviser) relaxation(ctx context.Context, chosen []int, from int, over float64) (relaxation, error) {
	without := except(chosen, from)
	saves, _, err := a.gain(ctx, chosen, without, []int{from}, math.Inf(-1))
	if err != nil {
		return relaxation{}, err
	}
	best := relaxation{from, outOfSet, -saves, a.pool[from].bytes}
	a.cut(from)
	for at, c := range a.pool {
		freed := a.pool[from].bytes - c.bytes
		if freed <= 0 || c.table != a.pool[from].table || slices.Contains(chosen, at) || !a.together(at, from) {
			continue
		}
		floor := -best.rate(over) * min(freed, over)
		if saves, _, err = a.gain(ctx, chosen, append(slices.Clone(without), at), []int{from, at}, floor); err != nil {
			return relaxation{}, err
		}
		if next := (relaxation{from, at, -saves, freed}); next.rate(over) < best.rate(over) {
			best = next
		}
	}
	return best, nil
}

// cut enters into the pool what an index would be with fewer keys.
func (a *adviser) cut(at int) {
	long := a.pool[at]
	if long.ruled || long.Method != "btree" {
		return
	}
	for n := 1; n < len(long.Keys); n++ {
		short := long.Index
		short.Keys, short.Include = long.Keys[:n], nil
		if !long.table.covers(short) && !long.table.flag(short) {
			a.place(short, long)
		}
	}
}
