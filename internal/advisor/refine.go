package advisor

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// The share of the workload's time that another index must save to take one's place, and one that is
// so many times as large.
const (
	swapped   = 1e-6
	outgrown  = 0.001
	ofItsSize = 1.2
)

// negligibleLoss is the share of the workload's time that a simpler or better sorted index may cost.
const negligibleLoss = 0.0001

// nearlyAll is the share of a table's rows that what statements ask of a key must leave for it to be tried whether it serves.
const nearlyAll = 0.9

// swap replaces a chosen index by another of its table as long as the workload as a
// whole gains: what was best alone need not be best beside the rest.
func (a *adviser) swap(ctx context.Context, chosen []int) ([]int, error) {
	now, err := a.total(ctx, chosen)
	if err != nil {
		return nil, err
	}
	for i := 0; i < len(chosen) && !a.over(); i++ {
		best, err := a.instead(ctx, chosen, i, swapped*now, func(c *candidate, saves float64) bool {
			return c.bytes <= ofItsSize*a.pool[chosen[i]].bytes || saves > outgrown*now
		})
		if err != nil {
			return nil, err
		}
		if best.chosen != nil {
			chosen, now = best.chosen, now-best.saves
		}
	}
	return chosen, nil
}

// instead is the move that saves the most, and more than least, by putting another index of its table in the place of a chosen
// one, of those that fit; without a set where there is none.
func (a *adviser) instead(ctx context.Context, chosen []int, i int, least float64, fits func(c *candidate, saves float64) bool) (move, error) {
	best := move{saves: least}
	for at, c := range a.pool {
		if c.table != a.pool[chosen[i]].table || slices.Contains(chosen, at) || !a.together(at, chosen[i]) {
			continue
		}
		next := move{chosen: slices.Clone(chosen)}
		next.chosen[i] = at
		var err error
		if next.saves, _, err = a.gain(ctx, chosen, next.chosen, []int{chosen[i], at}, best.saves); err != nil {
			return move{}, err
		}
		if next.saves > best.saves && a.affordable(next) && fits(c, next.saves) {
			best = next
		}
	}
	return best, nil
}

// relent adds an index for a statement with some load that stayed far from its
// best, if the workload as a whole does not lose by it.
func (a *adviser) relent(ctx context.Context, chosen []int) ([]int, error) {
	now, err := a.total(ctx, chosen)
	if err != nil {
		return nil, err
	}
	for _, query := range a.advice.Statements {
		if query.weight == 0 {
			continue
		}
		cost, err := a.costOf(ctx, query, chosen)
		if err != nil {
			return nil, err
		}
		if cost <= regretted*query.Best || query.weight*cost < regretShare*now {
			continue
		}
		best := move{}
		for _, at := range query.offered {
			if slices.Contains(chosen, at) {
				continue
			}
			next, err := a.try(ctx, chosen, at)
			if err != nil {
				return nil, err
			}
			if a.affordable(next) && next.saves > best.saves {
				best = next
			}
		}
		if best.saves > 0 {
			chosen, now = best.chosen, now-best.saves
		}
	}
	return chosen, nil
}

// prune takes out what the others made needless, the biggest first.
func (a *adviser) prune(ctx context.Context, chosen []int) ([]int, error) {
	order := slices.Clone(chosen)
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(a.pool[y].bytes, a.pool[x].bytes) })
	now, err := a.total(ctx, chosen)
	if err != nil {
		return nil, err
	}
	for _, at := range order {
		without := except(chosen, at)
		least := a.demanded(at, now)
		saves, _, err := a.gain(ctx, chosen, without, []int{at}, -least)
		if err != nil {
			return nil, err
		}
		if -saves < least && !a.regrets(ctx, chosen, at, now-saves) {
			chosen, now = without, now-saves
		}
	}
	return chosen, nil
}

// idle takes out what saves nothing any more beside those that came after it.
func (a *adviser) idle(ctx context.Context, chosen []int) ([]int, error) {
	for _, at := range slices.Clone(chosen) {
		without := except(chosen, at)
		saves, _, err := a.gain(ctx, chosen, without, []int{at}, math.Inf(-1))
		if err != nil {
			return nil, err
		}
		if saves >= 0 {
			chosen = without
		}
	}
	return chosen, nil
}

// regrets says whether a statement with some load would be far from its best again without one of
// the chosen indexes, where the workload then takes so many milliseconds.
func (a *adviser) regrets(ctx context.Context, chosen []int, at int, total float64) bool {
	without := except(chosen, at)
	return slices.ContainsFunc(a.advice.Statements, func(q *Query) bool {
		if q.weight == 0 || !q.servedBy(a, at) {
			return false
		}
		is, err1 := a.costOf(ctx, q, without)
		was, err2 := a.costOf(ctx, q, chosen)
		return err1 == nil && err2 == nil && is > regretted*q.Best && is > worthwhile*was && q.weight*is >= regretShare*total
	})
}

// protect takes out what makes a statement dearer: the planner can choose a worse
// plan once it has more to choose from.
func (a *adviser) protect(ctx context.Context, chosen []int) ([]int, error) {
	for _, query := range a.advice.Statements {
		if query.weight == 0 {
			continue
		}
		for {
			cost, err := a.costOf(ctx, query, chosen)
			if err != nil {
				return nil, err
			}
			if cost <= tolerated*query.Base {
				break
			}
			rest, err := a.without(ctx, query, chosen, cost)
			if err != nil {
				return nil, err
			}
			if len(rest) == len(chosen) {
				break
			}
			chosen = rest
		}
	}
	return chosen, nil
}

// without takes out the index whose absence helps a statement most.
func (a *adviser) without(ctx context.Context, query *Query, chosen []int, cost float64) ([]int, error) {
	best := chosen
	for _, at := range chosen {
		rest := except(chosen, at)
		less, err := a.costOf(ctx, query, rest)
		if err != nil {
			return nil, err
		}
		if less < cost {
			best, cost = rest, less
		}
	}
	return best, nil
}

// shorten takes off keys that serve no statement: the last, those of which every statement asks what nearly all
// rows have, and those beside one that leaves few rows. One that updates change, so that it ends their HOT updates, has to pay like an index of its own.
func (a *adviser) shorten(ctx context.Context, chosen []int) ([]int, error) {
	now, err := a.total(ctx, chosen)
	if err != nil {
		return nil, err
	}
	for i := 0; i < len(chosen) && !a.over(); {
		next, saves, err := a.shortened(ctx, chosen, i, now)
		if err != nil {
			return nil, err
		}
		if next == nil {
			i++
			continue
		}
		chosen, now = next, now-saves
	}
	return chosen, nil
}

// shortened is a chosen set in which one index has a key less, and what that saves, nil where every key serves.
func (a *adviser) shortened(ctx context.Context, chosen []int, i int, now float64) (next []int, saves float64, err error) {
	long := a.pool[chosen[i]]
	for k := len(long.Keys) - 1; k >= 0 && len(long.Keys) > 1 && !long.ruled; k-- {
		short := long.Index
		short.Keys = slices.Delete(slices.Clone(long.Keys), k, k+1)
		if k < len(short.Keys) && !a.idleKey(long, long.Keys[k]) && !a.tells(long.table, short.Keys) || long.table.covers(short) || long.table.flag(short) {
			continue
		}
		next = slices.Clone(chosen)
		next[i] = a.place(short, long)
		loss := now * negligibleLoss
		if a.endsHOT(long.table, long.Keys[k].Column) {
			loss = heated * a.least(now)
		}
		if saves, _, err = a.gain(ctx, chosen, next, []int{chosen[i], next[i]}, -loss); err != nil {
			return nil, 0, err
		}
		if -saves <= loss && !slices.Contains(chosen, next[i]) {
			return next, saves, nil
		}
	}
	return nil, 0, nil
}

// idleKey says whether a key of an index tells hardly a row from others for any statement: each asks, in its text,
// for what nearly all rows have. What a parameter asks for may be the rare value, which the planner need not show.
func (a *adviser) idleKey(long *candidate, key Key) bool {
	column, ok := long.table.Column(key.Column)
	if !ok || key.Expression != "" || slices.Contains((Index{Where: long.Where}).Columns(), key.Column) {
		return false
	}
	asked := a.askedOf(long.table, key)
	return len(asked) > 0 && !slices.ContainsFunc(asked, func(clause workload.Clause) bool {
		return len(clause.Params) > 0 || long.table.selectivity(column, clause) < nearlyAll
	})
}

// tells says whether one of some keys, for single values of which statements ask, leaves so few rows that another key
// before it has nothing to tell apart, whatever its values.
func (a *adviser) tells(table *Table, keys []Key) bool {
	return slices.ContainsFunc(keys, func(key Key) bool {
		column, ok := table.Column(key.Column)
		if !ok || table.Rows > fewRows*table.DistinctOf(column) {
			return false
		}
		asked := a.askedOf(table, key)
		return len(asked) > 0 && !slices.ContainsFunc(asked, func(clause workload.Clause) bool { return clause.Operator != "=" })
	})
}

// askedOf is what all statements ask of a key of a table.
func (a *adviser) askedOf(table *Table, key Key) []workload.Clause {
	var list []workload.Clause
	for _, query := range a.advice.Statements {
		for _, ref := range query.refs {
			for _, clause := range ref.Clauses {
				if ref.Table == table && isKey(key, clause) {
					list = append(list, clause)
				}
			}
		}
	}
	return list
}

// fewRows are rows that are read as fast as one.
const fewRows = 10

// endsHOT says whether updates change a column that no index has yet: with one they are HOT no more.
func (a *adviser) endsHOT(table *Table, column string) bool {
	return a.changes(table, column) && !table.indexedAny([]string{column})
}

// place is where a part of an index stands in the pool, for the statements that were
// offered the whole.
func (a *adviser) place(short Index, long *candidate) int {
	for _, query := range a.advice.Statements {
		if slices.Contains(query.offered, a.places[long.Definition()]) {
			a.enter(query, short)
		}
	}
	return a.places[short.Definition()]
}

// order lets an index that answers the equalities of the statement that it helps
// most also return the rows in the order that the statement wants, if no statement
// gets dearer and writing hardly does. The planner sees no gain in it, since it
// reckons with groups of average size; the large ones are those that are sorted slowly.
func (a *adviser) order(ctx context.Context, chosen []int) ([]int, error) {
	now, err := a.total(ctx, chosen)
	if err != nil {
		return nil, err
	}
	for i := 0; i < len(chosen) && !a.over(); i++ {
		for _, longer := range a.ordered(a.pool[chosen[i]]) {
			next := slices.Clone(chosen)
			next[i] = longer
			saves, _, err := a.gain(ctx, chosen, next, []int{chosen[i], longer}, -now*negligibleLoss)
			if err != nil {
				return nil, err
			}
			if -saves <= now*negligibleLoss && a.affordable(move{chosen: next}) {
				chosen, now = next, now-saves
				break
			}
		}
	}
	return chosen, nil
}

// ordered enters into the pool what an index would be with the order of a statement
// that has it as its best candidate so far.
func (a *adviser) ordered(c *candidate) []int {
	var list []int
	for _, query := range a.advice.Statements {
		if query.weight == 0 || !slices.ContainsFunc(query.Candidates, func(i Index) bool { return i.Table == c.Index.Table && i.Definition() == c.Definition() }) {
			continue
		}
		for _, longer := range query.Candidates {
			last := longer.Keys[len(longer.Keys)-1]
			if !c.prefixOf(longer) || !query.sortsBy(c.table, c.Keys, longer.Keys[len(c.Keys):]) || c.table.widthOf(last) > 16 || a.endsHOT(c.table, last.Column) {
				continue
			}
			list = append(list, a.enter(query, longer))
		}
	}
	return list
}

// sortsBy says whether a statement wants the rows of a table that some keys find in an order. What an OR puts together
// has none.
func (q *Query) sortsBy(table *Table, found, keys []Key) bool {
	return slices.ContainsFunc(q.refs, func(ref *Reference) bool {
		return ref.Table == table && !slices.ContainsFunc(found, ref.onlyInOr) && slices.ContainsFunc(ref.Orders, func(order Order) bool {
			return !order.Grouping && len(order.Terms) == len(keys) && isKey(keys[0], order.Terms[0])
		})
	})
}

// onlyInOr says whether all that is asked of a key is one side of an OR.
func (r *Reference) onlyInOr(key Key) bool {
	in, beside := false, false
	for _, clause := range r.Clauses {
		if isKey(key, clause) {
			in, beside = in || clause.Or, beside || !clause.Or
		}
	}
	return in && !beside
}
