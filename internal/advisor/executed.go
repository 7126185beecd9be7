package advisor

import (
	"context"
	"fmt"
	"slices"
)

// unfold keeps the planner from running functions in SQL with HypoPG: one that is given constants it runs at once, and
// HypoPG takes the end of that for the end of EXPLAIN and imagines nothing more (hypo_executorEnd_hook, up to 1.4.4).
// What such a function is given comes from a subquery, of which the planner knows no value.
func (a *adviser) unfold(ctx context.Context) error {
	if _, ok := a.engine.(*hypopg); !ok {
		return nil
	}
	var names []string
	err := a.session.tx.SelectContext(ctx, &names, `
		SELECT DISTINCT p.proname
		FROM pg_catalog.pg_proc AS p
		JOIN pg_catalog.pg_language AS l ON l.oid = p.prolang
		WHERE l.lanname = 'sql' AND p.provolatile = 'i'
		/* pgdoctor */`)
	if err != nil {
		return fmt.Errorf("look for the functions that the planner runs: %w", err)
	}
	for _, query := range a.advice.Statements {
		query.unfolded = map[int]bool{}
		for param, functions := range query.read.Called {
			query.unfolded[param] = slices.ContainsFunc(functions, func(name string) bool { return slices.Contains(names, name) })
		}
	}
	return nil
}
