package advisor

import (
	"context"
	"slices"
)

// planBindings plans a statement with values of its columns. Where no value can be
// written as the type that was guessed for a parameter ($1 + $2 against a numeric
// column, guessed to be integers), the next guess is tried. The error is the last
// binding's that could not be planned.
func (a *adviser) planBindings(ctx context.Context, query *Query, perCall float64) error {
	var refused error
	for again := true; again; {
		mistyped := false
		for _, binding := range bind(query.read, query.seen, query.refs, perCall, a.textSearch) {
			plan, err := a.session.explain(ctx, binding.Query)
			if err != nil {
				if ctx.Err() != nil || lost(err) {
					return err
				}
				refused, mistyped = err, mistyped || ambiguous(err)
				continue
			}
			if binding.Through && !plan.stops() {
				continue
			}
			if binding.Through {
				plan = plan.through()
			}
			binding.Cost, binding.Rows, binding.Blocks = plan.TotalCost, plan.Rows, plan.blocks(a.catalog)
			query.Bindings = append(query.Bindings, binding)
		}
		again = mistyped && len(query.Bindings) == 0 && a.retype(ctx, query)
	}
	return refused
}

// retype observes a statement with the next guess of its parameters' types that
// can be prepared, and says whether there was one.
func (a *adviser) retype(ctx context.Context, query *Query) bool {
	guesses := append([]string{query.read.Query}, query.read.Alternatives...)
	at := slices.Index(guesses, query.seen.query)
	if at < 0 || at+1 >= len(guesses) {
		return false
	}
	other := query.read
	other.Query, other.Alternatives = guesses[at+1], guesses[at+2:]
	var seen observed
	if err := a.session.with(ctx, observing, func() (err error) {
		seen, err = a.session.observe(ctx, other)
		return err
	}); err != nil {
		return false
	}
	query.seen, query.refs = seen, seen.references(a.catalog)
	return true
}
