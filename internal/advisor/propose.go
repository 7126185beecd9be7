package advisor

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
)

// propose turns the chosen indexes into proposals, what saves the most first.
func (a *adviser) propose(ctx context.Context, chosen []int) error {
	for _, query := range a.advice.Statements {
		if query.weight == 0 {
			continue
		}
		var err error
		if query.After, err = a.costOf(ctx, query, chosen); err != nil {
			return err
		}
	}
	for _, at := range chosen {
		rest := except(chosen, at)
		proposal := a.proposal(a.pool[at])
		proposal.Saves = -proposal.Penalty
		for _, query := range a.advice.Statements {
			if query.weight == 0 || !query.servedBy(a, at) {
				continue
			}
			if err := a.help(ctx, &proposal, query, rest); err != nil {
				return err
			}
		}
		slices.SortStableFunc(proposal.Helped, func(x, y Helped) int {
			return cmp.Compare(y.Calls*(y.Before-y.After), x.Calls*(x.Before-x.After))
		})
		if len(proposal.Helped) > 0 {
			a.advice.Proposals = append(a.advice.Proposals, proposal)
		}
	}
	slices.SortStableFunc(a.advice.Proposals, func(x, y Proposal) int {
		return cmp.Or(cmp.Compare(y.Saves, x.Saves), strings.Compare(x.Definition(), y.Definition()))
	})
	return a.curve(ctx, chosen)
}

func (a *adviser) proposal(c *candidate) Proposal {
	proposal := Proposal{
		Index: c.Index, Bytes: c.bytes, Partitioned: c.table.Kind == "p",
		Penalty: a.advice.share(c.penalty), Assumed: c.assumed,
	}
	for _, existing := range c.table.Indexes {
		if existing.extendedBy(c.Index) {
			proposal.Extends = existing.Name
		}
	}
	for _, key := range c.Keys {
		proposal.Analyze = proposal.Analyze || key.Expression != "" && !c.blind()
	}
	return proposal
}

// help notes what an index does for one statement, beside the other proposals.
func (a *adviser) help(ctx context.Context, proposal *Proposal, query *Query, rest []int) error {
	before, err := a.costOf(ctx, query, rest)
	if err != nil {
		return err
	}
	proposal.Saves += a.saved(query, before-query.After)
	if query.After > 0.9*before {
		return nil
	}
	helped := Helped{ID: query.ID, Text: query.Text, Calls: query.Calls, TotalMS: query.TotalMS, Share: query.Share, Before: before, After: query.After}
	if query.In != "" { // the server counts those that call it
		sent := query.callers[0]
		helped.Text, helped.Calls, helped.TotalMS, helped.In, helped.Runs = sent.Text, sent.Calls, sent.TotalMS, query.In, query.Text
	}
	proposal.Helped = append(proposal.Helped, helped)
	proposal.Verified = proposal.Verified || a.engine.Verified() && !a.ruled(query, proposal.Index)
	proposal.CostBefore += query.Calls * before
	proposal.CostAfter += query.Calls * query.After
	return nil
}

// saved is the share of the workload's time that a difference in the cost of a statement makes: that part
// of what it took. Where the planner overrates what it cost before, as what is read again and again and
// is in memory by then, it is what the difference takes by other statements' measure.
func (a *adviser) saved(query *Query, difference float64) float64 {
	most := a.advice.share(query.ownMS())
	part := most * difference / query.Base
	if measured := a.advice.share(query.weight * difference); difference > 0 && measured > part {
		return math.Min(measured, most)
	}
	return part
}

// curve is what is left of the workload's time with none of the proposals, the
// first, the first two, and so on.
func (a *adviser) curve(ctx context.Context, chosen []int) error {
	base, err := a.total(ctx, nil)
	if err != nil || base == 0 {
		return err
	}
	a.advice.Curve = []float64{1}
	var some []int
	for _, proposal := range a.advice.Proposals {
		some = append(some, a.places[proposal.Definition()])
		total, err := a.total(ctx, some)
		if err != nil {
			return err
		}
		a.advice.Curve = append(a.advice.Curve, total/base)
	}
	return nil
}
