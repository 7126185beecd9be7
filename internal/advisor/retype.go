package advisor

import (
	"context"
	"math"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// planBindings plans a statement with values of its columns. Where no value can be
// written as the type that was guessed for a parameter ($1 + $2 against a numeric
// column, guessed to be integers), the next guess is tried. The error is the last
// binding's that could not be planned.
func (a *adviser) planBindings(ctx context.Context, query *Query) error {
	var refused error
	_, query.trigrams = a.server.Extensions["pg_trgm"]
	for again := true; again; {
		mistyped := false
		bindings := query.bind(a.settings)
		roots, errs := a.session.explainEach(ctx, bindings)
		for i, binding := range bindings {
			root, err := roots[i], errs[i]
			if err != nil {
				if ctx.Err() != nil || lost(err) {
					return err
				}
				refused, mistyped = err, mistyped || ambiguous(err)
				continue
			}
			if binding.Through && !root.stops() {
				continue
			}
			luck := a.luck(root)
			binding.root, binding.surplus = root, query.surplus(root)
			if !query.varies() {
				binding.matching = root.through().Rows
			}
			if binding.Through {
				root, luck = root.through(), 0
			}
			binding.Cost, binding.Rows, binding.Blocks = root.TotalCost+luck-root.overrated(binding.surplus), root.Rows, a.blocks(root)
			if binding.Generic && !turnsGeneric(binding.Cost, query.Bindings) {
				continue
			}
			query.Bindings = append(query.Bindings, binding)
		}
		again = mistyped && len(query.Bindings) == 0 && a.retype(ctx, query)
		if len(query.Bindings) == 0 && a.provide(ctx, refused) {
			again = true
		}
		if len(query.Bindings) == 0 && !again && !query.hidden && rejected(refused) {
			query.hidden, again = true, true
		}
		if !query.common && query.exceeded() {
			query.common, query.Bindings, again = true, nil, true
		}
		if part := query.undercut(); part > 0 {
			query.narrow, query.Bindings, again = part, nil, true
		}
	}
	return refused
}

// rejected says whether the server refused a value itself: no unit of time, no such setting, no date. Where
// the planner does not see the values it takes them for any.
func rejected(err error) bool {
	state := postgres.SQLState(err)
	return strings.HasPrefix(state, "22") || state == "42704"
}

// explainEach plans bindings, each with an error of its own: all at once, or where one of them fails one
// by one.
func (s *session) explainEach(ctx context.Context, bindings []Binding) ([]*Node, []error) {
	var statements []string
	for _, binding := range bindings {
		statements = append(statements, binding.Query)
	}
	errs := make([]error, len(bindings))
	if _, roots, err := s.explainAll(ctx, nil, statements); err == nil {
		return roots, errs
	}
	roots := make([]*Node, len(bindings))
	for i, statement := range statements {
		roots[i], errs[i] = s.explain(ctx, statement)
	}
	return roots, errs
}

// exceeded says whether a statement that looks for a pattern returned many more rows than are
// expected with any of the values that were tried.
func (q *Query) exceeded() bool {
	pattern := func(c workload.Clause) bool { return slices.Contains(patterns, c.Operator) }
	if len(q.Bindings) == 0 || !slices.ContainsFunc(q.refs, func(ref *Reference) bool { return slices.ContainsFunc(ref.Clauses, pattern) }) {
		return false
	}
	return !slices.ContainsFunc(q.Bindings, func(b Binding) bool { return farFewer*b.Rows >= q.perCall() })
}

// farFewer is how many times more rows than expected speak for a commoner pattern.
const farFewer = 3

// turnsGeneric says whether the server would go over to a generic plan: it does where that is
// to cost no more than the plans for given values did on average (plancache.c,
// choose_custom_plan). One that costs the same as one of them tells nothing new.
func turnsGeneric(cost float64, given []Binding) bool {
	total := 0.0
	for _, binding := range given {
		if math.Abs(cost-binding.Cost) <= 0.01*binding.Cost+0.1 {
			return false
		}
		total += binding.Cost
	}
	return len(given) > 0 && cost*float64(len(given)) <= total
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
	query.seen = seen
	query.refer(a.catalog)
	return true
}
