package advisor

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
)

// mostExchanged is how many of the indexes that found no room are tried, and how often.
const mostExchanged = 8

// exchange gives the room of several chosen indexes to one that the budget kept out and
// that saves more than they do together. What saves the most for its bytes comes first in
// the search, and the small ones leave no room for a large one.
func (a *adviser) exchange(ctx context.Context, chosen []int) ([]int, error) {
	for range mostExchanged {
		next, err := a.exchanged(ctx, chosen)
		if err != nil || next == nil {
			return chosen, err
		}
		chosen = next
	}
	return chosen, nil
}

// exchanged is the first better set that an exchange makes, nil where none does.
func (a *adviser) exchanged(ctx context.Context, chosen []int) ([]int, error) {
	now, err := a.total(ctx, chosen)
	if err != nil {
		return nil, err
	}
	moves, err := a.roomless(ctx, chosen, now)
	if err != nil {
		return nil, err
	}
	together, err := a.roomlessTogether(ctx, chosen, now)
	if err != nil {
		return nil, err
	}
	moves = append(moves, together...)
	slices.SortStableFunc(moves, func(x, y move) int { return cmp.Compare(y.saves, x.saves) })
	moves = slices.DeleteFunc(moves, func(m move) bool { return a.bytesOf(m.added) > a.budget() })
	for _, next := range moves[:min(len(moves), mostExchanged)] {
		if next, err = a.makeRoom(ctx, next); err != nil {
			return nil, err
		}
		if next.saves > a.least(now) && a.affordable(next) {
			return next.chosen, nil
		}
	}
	return nil, nil
}

// roomless are the moves that add one index and go beyond the budget, what saves the most first.
func (a *adviser) roomless(ctx context.Context, chosen []int, now float64) ([]move, error) {
	taken := a.bytesOf(chosen)
	var moves []move
	for at, c := range a.pool {
		if a.over() || slices.Contains(chosen, at) || taken+c.bytes <= a.budget() || c.oversized() {
			continue
		}
		next, err := a.try(ctx, chosen, at)
		if err != nil {
			return nil, err
		}
		if next.saves >= a.least(now) && next.helps && !a.affordable(next) {
			moves = append(moves, next)
		}
	}
	slices.SortStableFunc(moves, func(x, y move) int {
		return cmp.Or(cmp.Compare(y.saves, x.saves), strings.Compare(a.pool[x.added[0]].Definition(), a.pool[y.added[0]].Definition()))
	})
	return moves, nil
}

// roomlessTogether are the moves that add what a statement needs together and go beyond the budget.
func (a *adviser) roomlessTogether(ctx context.Context, chosen []int, now float64) ([]move, error) {
	var moves []move
	for _, query := range a.advice.Statements {
		next, err := a.pair(ctx, query, chosen, a.least(now))
		if err != nil {
			return nil, err
		}
		if next.helps && next.saves >= a.least(now) && !a.affordable(next) {
			moves = append(moves, next)
		}
	}
	return moves, nil
}

// makeRoom takes out of a move's set what saves the least for its bytes, but for what
// the move has added, until the rest fits or the move does not pay any more.
func (a *adviser) makeRoom(ctx context.Context, m move) (move, error) {
	for m.saves > 0 && a.bytesOf(m.chosen) > a.budget() {
		victim, least, cheapest := -1, 0.0, math.Inf(1)
		for _, at := range m.chosen {
			if slices.Contains(m.added, at) {
				continue
			}
			saves, _, err := a.gain(ctx, m.chosen, except(m.chosen, at), []int{at}, math.Inf(-1))
			if err != nil {
				return m, err
			}
			if rate := -saves / math.Max(a.pool[at].bytes, 8192); rate < cheapest {
				victim, least, cheapest = at, -saves, rate
			}
		}
		if victim < 0 {
			return m, nil
		}
		m.chosen, m.saves = except(m.chosen, victim), m.saves-least
	}
	return m, nil
}
