package advisor

import (
	"context"
	"slices"
	"strings"
)

// certainly is the share of a statement's cost that candidates may leave for which nothing has to be guessed, so that
// those are not offered for which it has.
const certainly = 0.3

// doubtful are the parameters inside expressions whose constants are a guess: time zones, and the number that stands for NULL,
// which programs write as 0, as -1 or as another one that no row has.
func (q *Query) doubtful(supposed map[int]string) []string {
	var params []int
	for _, ref := range q.refs {
		for _, clause := range ref.Clauses {
			if !strings.Contains(strings.ToLower(clause.Expression), "coalesce(") {
				continue
			}
			for _, param := range clause.Inside() {
				if param <= len(q.seen.types) && slices.Contains(numbers, q.seen.types[param-1]) {
					params = append(params, param)
				}
			}
		}
	}
	var literals []string
	for _, param := range append(params, q.read.Zones...) {
		if literal := supposed[param]; literal != "" && !slices.Contains(literals, literal) {
			literals = append(literals, literal)
		}
	}
	return literals
}

// doubt drops the candidates whose expressions hold a guess, where the others serve a statement nearly as well: one for
// another constant than the statement has serves nothing.
func (a *adviser) doubt(ctx context.Context, query *Query) error {
	guesses := query.doubtful(query.supposed(a.settings))
	if len(guesses) == 0 {
		return nil
	}
	guessed := func(index Index) bool {
		return slices.ContainsFunc(index.Keys, func(key Key) bool {
			return slices.ContainsFunc(guesses, func(literal string) bool { return strings.Contains(key.Expression, literal) })
		})
	}
	certain := slices.DeleteFunc(slices.Clone(query.Candidates), guessed)
	if len(certain) == 0 || len(certain) == len(query.Candidates) {
		return nil
	}
	plans, err := a.plans(ctx, query, certain)
	if err != nil && (ctx.Err() != nil || lost(err)) {
		return err
	}
	if err == nil && weighted(query.Bindings, plans) <= certainly*query.Base {
		query.Candidates = certain
	}
	return nil
}
