package advisor

import (
	"cmp"
	"context"
	"math"
	"slices"
)

const (
	defaultBudget = 0.25     // of the heaps
	freeBytes     = 64 << 20 // below that nobody counts
	defaultShare  = 0.005    // of the workload's time that is left
	leastOfAll    = 0.00025  // of the workload's time as it was
	busiest       = 0.05     // of the workload's time: where no statement takes as much, all the shares above shrink alike
	worthwhile    = 2.0      // times cheaper that some statement must become
	tolerated     = 1.1      // times dearer that a statement may become
	regretted     = 10.0     // times dearer than it could be that a statement with some load may stay
	regretShare   = 0.01     // of the workload's time that is left, that load
	heated        = 3.0      // times what others must save that an index must which ends HOT updates: bloat and vacuum are in no penalty
)

// search chooses from the pool by the moves of Extend (Schlosser, Kossmann and
// Boissier, "Efficient Scalable Multi-Attribute Index Selection Using Recursive
// Strategies", ICDE 2019): of adding an index and replacing one by a longer one,
// whatever saves the most for its bytes. Then what the others made needless goes.
func (a *adviser) search(ctx context.Context) error {
	chosen, err := a.best(ctx)
	if err != nil {
		return err
	}
	for _, step := range []func(context.Context, []int) ([]int, error){a.exchange, a.swap, a.cool, a.fuse, a.relent, a.prune, a.exchange, a.protect, a.shorten, a.order, a.carry, a.idle} {
		if chosen, err = step(ctx, chosen); err != nil {
			return err
		}
	}
	if err := a.holdBack(ctx, chosen); err != nil {
		return err
	}
	return a.propose(ctx, chosen)
}

// servedBy says whether an index of the pool might serve a statement: it was offered it, or mentions
// its first key. With hundreds of both nothing else is asked as often.
func (q *Query) servedBy(a *adviser, at int) bool {
	for len(q.served) <= at {
		next := len(q.served)
		q.served = append(q.served, q.mentions(a.pool[next]) || slices.Contains(q.offered, next))
	}
	return q.served[at]
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

// except is a chosen set without one of it.
func except(chosen []int, at int) []int {
	return slices.DeleteFunc(slices.Clone(chosen), func(other int) bool { return other == at })
}

// move is a change of the chosen set.
type move struct {
	chosen []int
	added  []int   // of them
	saves  float64 // milliseconds, net
	bytes  float64 // that it adds
	helps  bool    // it makes some statement much cheaper: many small gains are within the planner's error
}

// best is the best of three searches. Where the budget binds, what saves the most for its
// bytes comes first; where it does not, that takes many small steps where a larger one
// would do, and bytes count by their square root. The third comes from above the budget.
func (a *adviser) best(ctx context.Context) ([]int, error) {
	var best []int
	least := math.Inf(1)
	for _, search := range []func(context.Context) ([]int, error){
		func(ctx context.Context) ([]int, error) { return a.extend(ctx, nil, 0.5, a.budget()) },
		func(ctx context.Context) ([]int, error) { return a.extend(ctx, nil, 1, a.budget()) },
		a.relaxed,
	} {
		chosen, err := search(ctx)
		if err != nil {
			return nil, err
		}
		total, err := a.total(ctx, chosen)
		if err != nil {
			return nil, err
		}
		if total < least && a.bytesOf(chosen) <= a.budget() { // coming from above may have had no time to arrive
			best, least = chosen, total
		}
	}
	return best, nil
}

// extend adds to a set, within so many bytes, what is worth the most until nothing pays. What a move saves grows rarely as others are
// taken, so that only the one that looks best is reckoned again (lazy evaluation: Minoux, "Accelerated
// greedy algorithms for maximizing submodular set functions", 1978), and all once none is left.
func (a *adviser) extend(ctx context.Context, chosen []int, power, budget float64) ([]int, error) {
	taken := a.bytesOf(chosen)
	now, err := a.total(ctx, chosen)
	if err != nil {
		return nil, err
	}
	moves, stale := make([]move, len(a.pool)), make([]bool, len(a.pool))
	take := func(next []int, m move, added ...int) {
		chosen, now, taken = next, now-m.saves, taken+m.bytes
		for _, at := range added {
			a.disturb(stale, at)
		}
	}
	if err := a.reckon(ctx, chosen, moves, nil); err != nil {
		return nil, err
	}
	for {
		best := -1
		for at, m := range moves {
			if slices.Contains(chosen, at) || taken+m.bytes > budget || a.pool[at].oversized() || m.saves < a.demanded(at, now) || !m.helps || a.over() {
				continue
			}
			if best < 0 || m.worth(a, power) > moves[best].worth(a, power) {
				best = at
			}
		}
		switch {
		case best >= 0 && stale[best]:
			stale[best] = false
			if moves[best], err = a.try(ctx, chosen, best); err != nil {
				return nil, err
			}
		case best >= 0:
			next, _ := a.joined(chosen, best)
			take(next, moves[best], best)
		case slices.Contains(stale, true) && !a.over():
			if err := a.reckon(ctx, chosen, moves, stale); err != nil {
				return nil, err
			}
			clear(stale)
		default:
			pair, err := a.pairs(ctx, chosen, now, budget)
			if err != nil || pair.chosen == nil {
				return chosen, err
			}
			take(pair.chosen, pair, pair.added...)
		}
	}
}

// reckon reckons the moves that add an index of the pool to a chosen set, those of some places alone
// where places are given.
func (a *adviser) reckon(ctx context.Context, chosen []int, moves []move, places []bool) error {
	for at := range moves {
		if slices.Contains(chosen, at) || places != nil && !places[at] || a.over() {
			continue
		}
		var err error
		if moves[at], err = a.try(ctx, chosen, at); err != nil {
			return err
		}
	}
	return nil
}

// disturb marks the moves that may save another amount now that an index was taken.
func (a *adviser) disturb(stale []bool, taken int) {
	for at := range stale {
		stale[at] = stale[at] || a.pool[at].table == a.pool[taken].table
	}
	for _, query := range a.advice.Statements {
		if slices.Contains(query.offered, taken) {
			for _, at := range query.offered {
				stale[at] = true
			}
		}
	}
}

// together says whether some statement was offered both of two indexes.
func (a *adviser) together(one, two int) bool {
	return slices.ContainsFunc(a.advice.Statements, func(q *Query) bool {
		return slices.Contains(q.offered, one) && slices.Contains(q.offered, two)
	})
}

// joined adds an index of the pool, in the place of those that it extends.
func (a *adviser) joined(chosen []int, at int) (next, replaced []int) {
	for _, other := range chosen {
		if a.pool[other].table == a.pool[at].table && a.pool[other].prefixOf(a.pool[at].Index) {
			replaced = append(replaced, other)
		} else {
			next = append(next, other)
		}
	}
	return append(next, at), replaced
}

// try is the move that adds an index.
func (a *adviser) try(ctx context.Context, chosen []int, at int) (move, error) {
	next := move{added: []int{at}, bytes: a.pool[at].bytes}
	var replaced []int
	next.chosen, replaced = a.joined(chosen, at)
	for _, other := range replaced {
		next.bytes -= a.pool[other].bytes
	}
	var err error
	next.saves, next.helps, err = a.gain(ctx, chosen, next.chosen, append(replaced, at), a.advice.leastOfAll*a.advice.TotalMS)
	return next, err
}

// unsaved is the share of the workload's time that a statement may be above its best and count as
// served: what more indexes save of it is not asked, since planning a join of many tables takes long.
const unsaved = 0.00005

// gain is what is saved by going from one chosen set to another that differs in the changed ones, net
// of writing them, and whether some statement becomes much cheaper. Only the statements that one of
// these might serve are planned, what takes long to plan last, and no more once the rest cannot make
// it as much as floor: it is minus infinity then.
func (a *adviser) gain(ctx context.Context, from, to, changed []int, floor float64) (saves float64, helps bool, err error) {
	adds, nothing := true, unsaved*a.advice.TotalMS
	for _, at := range changed {
		if slices.Contains(from, at) {
			adds = false
			saves += a.pool[at].penalty
		}
		if slices.Contains(to, at) {
			saves -= a.pool[at].penalty
		}
	}
	type affected struct {
		query     *Query
		was, most float64 // cost, and milliseconds that can be saved
	}
	var list []affected
	rest := 0.0
	for _, query := range a.advice.Statements {
		if query.weight == 0 || !slices.ContainsFunc(changed, func(at int) bool { return query.servedBy(a, at) }) {
			continue
		}
		was, err := a.costOf(ctx, query, from)
		if err != nil {
			return 0, false, err
		}
		most := query.weight * math.Max(0, was-query.Best)
		if !adds || most >= nothing {
			list = append(list, affected{query, was, most})
			rest += most
		}
	}
	slices.SortStableFunc(list, func(x, y affected) int { return cmp.Compare(len(x.query.refs), len(y.query.refs)) })
	for _, one := range list {
		if saves+rest < floor {
			return math.Inf(-1), false, nil
		}
		is, err := a.costOf(ctx, one.query, to)
		if err != nil {
			return 0, false, err
		}
		rest -= one.most
		saves += one.query.weight * (one.was - is)
		helps = helps || is*worthwhile <= one.was
	}
	return saves, helps, nil
}

// prefixOf says whether another index begins with all keys of this one, over the
// same rows.
func (i Index) prefixOf(other Index) bool {
	return i.Schema == other.Schema && i.Table == other.Table && i.Method == "btree" && other.Method == "btree" && i.Where == other.Where &&
		len(i.Keys) < len(other.Keys) && slices.Equal(i.Keys, other.Keys[:len(i.Keys)])
}

// worth is what a move saves for its bytes, which do not count below a hundredth of the
// budget: writing is in the savings already.
func (m move) worth(a *adviser, power float64) float64 {
	return m.saves / math.Pow(math.Max(m.bytes, 0.01*a.budget()), power)
}

// heaps are the bytes of all tables, and of those that the workload reads at least.
func (a *adviser) heaps() float64 {
	pages := 0.0
	for _, table := range a.catalog.Tables {
		pages += table.Pages
	}
	return max(1, max(pages, a.catalog.pages)*8192)
}

func (a *adviser) budget() float64 {
	if a.options.Budget > 0 {
		return a.options.Budget * a.heaps()
	}
	return max(defaultBudget*a.heaps(), freeBytes)
}

// oversized says whether an index would be larger than its table.
func (c *candidate) oversized() bool { return c.bytes > c.table.Pages*8192 }

func (a *adviser) affordable(m move) bool { return a.within(m, a.budget()) }

// within says whether a move's set has room in so many bytes, and none of it is larger than its table.
func (a *adviser) within(m move, budget float64) bool {
	for _, at := range m.chosen {
		if a.pool[at].oversized() {
			return false
		}
	}
	return a.bytesOf(m.chosen) <= budget
}

// demand sets what an index must save. Where the load is spread so thin that even the
// busiest statement takes little, an index for one of them cannot save much.
func (advice *Advice) demand(share float64) {
	thin := 1.0
	if len(advice.Statements) > 0 { // the largest first
		thin = min(1, advice.Statements[0].TotalMS/math.Max(busiest*advice.TotalMS, 1e-9))
	}
	advice.least, advice.leastOfAll = cmp.Or(share, defaultShare*thin), leastOfAll*thin
}

// least is what an index must save, in milliseconds, where the workload takes so many
// now: a share of what is left, since what was small beside the worst statements is large
// once they are cured.
func (a *adviser) least(now float64) float64 {
	return max(a.advice.least*now, a.advice.leastOfAll*a.advice.TotalMS)
}

// demanded is what an index of the pool must save, in milliseconds.
func (a *adviser) demanded(at int, now float64) float64 {
	if a.pool[at].heats {
		return heated * a.least(now)
	}
	return a.least(now)
}
