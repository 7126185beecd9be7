package advisor

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
)

const (
	defaultBudget = 0.25     // of the heaps
	freeBytes     = 64 << 20 // below that nobody counts
	defaultShare  = 0.005    // of the workload's time
	worthwhile    = 2.0      // times cheaper that some statement must become
	tolerated     = 1.1      // times dearer that a statement may become
	regretted     = 10.0     // times dearer than it could be that a statement with some load may stay
	regretShare   = 0.01     // of the workload's time, that load
)

// search chooses from the pool by the moves of Extend (Schlosser, Kossmann and
// Boissier, "Efficient Scalable Multi-Attribute Index Selection Using Recursive
// Strategies", ICDE 2019): of adding an index and replacing one by a longer one,
// whatever saves the most for its bytes. Then what the others made needless goes.
func (a *adviser) search(ctx context.Context) error {
	chosen, err := a.extend(ctx)
	if err != nil {
		return err
	}
	for _, step := range []func(context.Context, []int) ([]int, error){a.swap, a.relent, a.prune, a.protect, a.order} {
		if chosen, err = step(ctx, chosen); err != nil {
			return err
		}
	}
	return a.propose(ctx, chosen)
}

// costOf is the cost of one statement if some of the pool were there.
func (a *adviser) costOf(ctx context.Context, query *Query, chosen []int) (float64, error) {
	var planned, ruled []Index
	var key strings.Builder
	for _, at := range chosen {
		if !slices.Contains(query.offered, at) && !query.mentions(a.pool[at]) {
			continue
		}
		fmt.Fprintf(&key, "%d,", at)
		if a.pool[at].ruled {
			ruled = append(ruled, a.pool[at].Index)
		} else {
			planned = append(planned, a.pool[at].Index)
		}
	}
	if key.Len() == 0 {
		return query.Base, nil
	}
	if cost, known := query.cache[key.String()]; known {
		return cost, nil
	}
	total := 0.0
	for _, binding := range query.Bindings {
		cost := binding.Cost
		if len(planned) > 0 {
			plan, err := a.engine.Plan(ctx, binding.Query, planned)
			if err != nil {
				return 0, fmt.Errorf("plan statement %s: %w", query.ID, err)
			}
			cost = a.corrected(plan, planned)
		}
		if len(ruled) > 0 {
			plan, err := a.rule.Plan(ctx, binding.Query, ruled)
			if err != nil {
				return 0, fmt.Errorf("plan statement %s: %w", query.ID, err)
			}
			cost = min(cost, plan.Cost)
		}
		total += binding.Weight * cost
	}
	query.cache[key.String()] = total
	return total, nil
}

// mentions says whether an index might serve a statement that was not offered it:
// its first key stands in the statement.
func (q *Query) mentions(c *candidate) bool {
	for _, ref := range q.refs {
		if ref.Table != c.table {
			continue
		}
		for _, clause := range ref.Clauses {
			if isKey(c.Keys[0], clause) {
				return true
			}
		}
		for _, order := range ref.Orders {
			if isKey(c.Keys[0], order.Terms[0]) {
				return true
			}
		}
	}
	return false
}

// total is the time of the workload if some of the pool were there: the statements
// that can be planned, and the writing of the indexes.
func (a *adviser) total(ctx context.Context, chosen []int) (float64, error) {
	total := 0.0
	for _, at := range chosen {
		total += a.pool[at].penalty
	}
	for _, query := range a.advice.Statements {
		if query.weight == 0 {
			continue
		}
		cost, err := a.costOf(ctx, query, chosen)
		if err != nil {
			return 0, err
		}
		total += query.weight * cost
	}
	return total, nil
}

// move is a change of the chosen set.
type move struct {
	chosen []int
	saves  float64 // milliseconds, net
	bytes  float64 // that it adds
}

func (a *adviser) extend(ctx context.Context) ([]int, error) {
	var chosen []int
	now, err := a.total(ctx, nil)
	if err != nil {
		return nil, err
	}
	stale := make([]bool, len(a.pool))
	moves := make([]move, len(a.pool))
	for i := range stale {
		stale[i] = true
	}
	for {
		best := -1
		for at := range a.pool {
			if slices.Contains(chosen, at) || a.late() {
				continue
			}
			if stale[at] {
				if moves[at], err = a.try(ctx, chosen, at, now); err != nil {
					return nil, err
				}
				stale[at] = false
			}
			if !a.affordable(moves[at]) || moves[at].saves < a.least() || !a.helps(ctx, moves[at].chosen, chosen) {
				continue
			}
			if best < 0 || moves[at].worth(a) > moves[best].worth(a) {
				best = at
			}
		}
		if best < 0 {
			return chosen, nil
		}
		now -= moves[best].saves
		chosen = moves[best].chosen
		for at := range a.pool {
			stale[at] = stale[at] || a.pool[at].table == a.pool[best].table || a.together(at, best)
			moves[at].chosen = append(slices.Clone(chosen), at)
		}
	}
}

// together says whether some statement was offered both of two indexes.
func (a *adviser) together(one, two int) bool {
	return slices.ContainsFunc(a.advice.Statements, func(q *Query) bool {
		return slices.Contains(q.offered, one) && slices.Contains(q.offered, two)
	})
}

// try adds an index of the pool, in the place of those that it extends.
func (a *adviser) try(ctx context.Context, chosen []int, at int, now float64) (move, error) {
	next := move{bytes: a.pool[at].bytes}
	for _, other := range chosen {
		if a.pool[other].prefixOf(a.pool[at].Index) {
			next.bytes -= a.pool[other].bytes
			continue
		}
		next.chosen = append(next.chosen, other)
	}
	next.chosen = append(next.chosen, at)
	total, err := a.total(ctx, next.chosen)
	next.saves = now - total
	return next, err
}

// prefixOf says whether another index begins with all keys of this one, over the
// same rows.
func (i Index) prefixOf(other Index) bool {
	return i.Schema == other.Schema && i.Table == other.Table && i.Method == "btree" && other.Method == "btree" && i.Where == other.Where &&
		len(i.Keys) < len(other.Keys) && slices.Equal(i.Keys, other.Keys[:len(i.Keys)])
}

// worth is what a move saves for its bytes. Bytes count by their square root, since
// writing is in the savings already, and not below a hundredth of the budget.
func (m move) worth(a *adviser) float64 {
	return m.saves / math.Sqrt(math.Max(m.bytes, 0.01*a.budget()))
}

// swap replaces a chosen index by another of its table as long as the workload as a
// whole gains: what was best alone need not be best beside the rest.
func (a *adviser) swap(ctx context.Context, chosen []int) ([]int, error) {
	for i := 0; i < len(chosen) && !a.late(); i++ {
		now, err := a.total(ctx, chosen)
		if err != nil {
			return nil, err
		}
		best := move{}
		for at := range a.pool {
			if a.pool[at].table != a.pool[chosen[i]].table || slices.Contains(chosen, at) || !a.together(at, chosen[i]) {
				continue
			}
			next := move{chosen: slices.Clone(chosen)}
			next.chosen[i] = at
			total, err := a.total(ctx, next.chosen)
			if err != nil {
				return nil, err
			}
			if next.saves = now - total; next.saves > best.saves && a.affordable(next) {
				best = next
			}
		}
		if best.saves > 1e-6*now {
			chosen = best.chosen
		}
	}
	return chosen, nil
}

func (a *adviser) budget() float64 {
	heaps := 0.0
	for _, table := range a.catalog.Tables {
		heaps += table.Pages * 8192
	}
	if a.options.Budget > 0 {
		return a.options.Budget * heaps
	}
	return max(defaultBudget*heaps, freeBytes)
}

func (a *adviser) affordable(m move) bool {
	bytes := 0.0
	for _, at := range m.chosen {
		bytes += a.pool[at].bytes
		if a.pool[at].bytes > a.pool[at].table.Pages*8192 {
			return false
		}
	}
	return bytes <= a.budget()
}

// least is what an index must save, in milliseconds.
func (a *adviser) least() float64 {
	return a.advice.least * a.advice.TotalMS
}

// helps says whether a move makes some statement much cheaper: many small gains
// are within the planner's error.
func (a *adviser) helps(ctx context.Context, after, before []int) bool {
	return slices.ContainsFunc(a.advice.Statements, func(q *Query) bool {
		if q.weight == 0 {
			return false
		}
		was, err1 := a.costOf(ctx, q, before)
		is, err2 := a.costOf(ctx, q, after)
		return err1 == nil && err2 == nil && is*worthwhile <= was
	})
}

// relent adds an index for a statement with some load that stayed far from its
// best, if the workload as a whole does not lose by it.
func (a *adviser) relent(ctx context.Context, chosen []int) ([]int, error) {
	for _, query := range a.advice.Statements {
		if query.weight == 0 || query.Share < regretShare {
			continue
		}
		cost, err := a.costOf(ctx, query, chosen)
		if err != nil {
			return nil, err
		}
		if cost <= regretted*query.Best {
			continue
		}
		now, err := a.total(ctx, chosen)
		if err != nil {
			return nil, err
		}
		best := move{}
		for _, at := range query.offered {
			if slices.Contains(chosen, at) {
				continue
			}
			next, err := a.try(ctx, chosen, at, now)
			if err != nil {
				return nil, err
			}
			if a.affordable(next) && next.saves > best.saves {
				best = next
			}
		}
		if best.saves > 0 {
			chosen = best.chosen
		}
	}
	return chosen, nil
}

// prune takes out what the others made needless, the biggest first.
func (a *adviser) prune(ctx context.Context, chosen []int) ([]int, error) {
	order := slices.Clone(chosen)
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(a.pool[y].bytes, a.pool[x].bytes) })
	for _, at := range order {
		now, err := a.total(ctx, chosen)
		if err != nil {
			return nil, err
		}
		without := slices.DeleteFunc(slices.Clone(chosen), func(other int) bool { return other == at })
		then, err := a.total(ctx, without)
		if err != nil {
			return nil, err
		}
		if then-now < a.least() && !a.regrets(ctx, without, chosen) {
			chosen = without
		}
	}
	return chosen, nil
}

// regrets says whether a statement with some load would be far from its best again.
func (a *adviser) regrets(ctx context.Context, without, with []int) bool {
	return slices.ContainsFunc(a.advice.Statements, func(q *Query) bool {
		if q.weight == 0 || q.Share < regretShare {
			return false
		}
		is, err1 := a.costOf(ctx, q, without)
		was, err2 := a.costOf(ctx, q, with)
		return err1 == nil && err2 == nil && is > regretted*q.Best && is > worthwhile*was
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
		rest := slices.DeleteFunc(slices.Clone(chosen), func(other int) bool { return other == at })
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

// order lets an index that answers the equalities of the statement that it helps
// most also return the rows in the order that the statement wants, if no statement
// gets dearer and writing hardly does. The planner sees no gain in it, since it
// reckons with groups of average size; the large ones are those that are sorted slowly.
func (a *adviser) order(ctx context.Context, chosen []int) ([]int, error) {
	for i := 0; i < len(chosen) && !a.late(); i++ {
		now, err := a.total(ctx, chosen)
		if err != nil {
			return nil, err
		}
		for _, longer := range a.ordered(a.pool[chosen[i]]) {
			next := slices.Clone(chosen)
			next[i] = longer
			then, err := a.total(ctx, next)
			if err != nil {
				return nil, err
			}
			if then <= now*1.0001 && a.affordable(move{chosen: next}) {
				chosen = next
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
		if query.weight == 0 || !slices.ContainsFunc(query.Candidates, func(i Index) bool { return i.Definition() == c.Definition() }) {
			continue
		}
		for _, longer := range query.Candidates {
			if !c.prefixOf(longer) || !query.sortsBy(c.table, longer.Keys[len(c.Keys):]) || c.table.widthOf(longer.Keys[len(longer.Keys)-1]) > 16 {
				continue
			}
			a.enter(query, longer, c.ruled)
			list = append(list, slices.IndexFunc(a.pool, func(p *candidate) bool { return p.Definition() == longer.Definition() }))
		}
	}
	return list
}

// sortsBy says whether a statement wants the rows of a table in an order.
func (q *Query) sortsBy(table *Table, keys []Key) bool {
	return slices.ContainsFunc(q.refs, func(ref *Reference) bool {
		return ref.Table == table && slices.ContainsFunc(ref.Orders, func(order Order) bool {
			return !order.Grouping && len(order.Terms) == len(keys) && isKey(keys[0], order.Terms[0])
		})
	})
}
