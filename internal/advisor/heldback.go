package advisor

import "context"

// HeldBack is an index that would pay and that the budget has no room for.
type HeldBack struct {
	Index
	Bytes  float64 `json:"bytes"`  // estimated
	Saves  float64 `json:"saves"`  // share of the workload's time, net of the writes, beside what is proposed
	Budget float64 `json:"budget"` // share of the heaps that would hold it beside what is proposed
}

// mostHeldBack is how many of them are named: each next one is reckoned without the others.
const mostHeldBack = 5

// holdBack notes what the budget kept out: whoever has the room may want it.
func (a *adviser) holdBack(ctx context.Context, chosen []int) error {
	now, err := a.total(ctx, chosen)
	if err != nil {
		return err
	}
	moves, err := a.roomless(ctx, chosen, now)
	if err != nil {
		return err
	}
	// of several that begin alike the best will do
	known := map[[3]string]bool{}
	for _, next := range moves {
		c := a.pool[next.added[0]]
		held := HeldBack{Index: c.Index, Bytes: c.bytes, Saves: next.saves / a.advice.TotalMS, Budget: a.bytesOf(next.chosen) / a.heaps()}
		begin := [3]string{held.Schema, held.Table, held.Keys[0].SQL()}
		if !known[begin] && len(a.advice.HeldBack) < mostHeldBack {
			known[begin] = true
			a.advice.HeldBack = append(a.advice.HeldBack, held)
		}
	}
	return nil
}

func (a *adviser) bytesOf(chosen []int) float64 {
	bytes := 0.0
	for _, at := range chosen {
		bytes += a.pool[at].bytes
	}
	return bytes
}
