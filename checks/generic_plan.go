package checks

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/jmoiron/sqlx"
)

// plannable matches the statements that a plan is asked for.
var plannable = regexp.MustCompile(`(?is)^(?:\s|/\*.*?\*/|--[^\n]*\n|\()*(?:select|with|insert|update|delete)\b`)

// genericPlan returns the plan that a statement with $1, $2 … gets whatever
// their values, without running it. It goes through PREPARE on every major and
// not through EXPLAIN (GENERIC_PLAN) of 16: that must be sent as a simple query,
// where a text from pg_stat_statements could smuggle in a second statement; in
// the extended protocol the server refuses more than one.
func genericPlan(ctx context.Context, p *Prober, text string) ([]string, error) {
	if !plannable.MatchString(text) {
		return nil, errors.New("only SELECT, INSERT, UPDATE and DELETE have a plan to show")
	}
	var plan []string
	err := p.In(ctx, func(tx *sqlx.Tx) error {
		// The names in the text are resolved as in a new session of this role. Pruning
		// with the NULLs below would leave no partition in the plan.
		for _, set := range []string{
			"SET LOCAL search_path TO DEFAULT",
			"SET LOCAL plan_cache_mode TO force_generic_plan",
			"SET LOCAL enable_partition_pruning TO off",
		} {
			if _, err := tx.ExecContext(ctx, set); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, mark("PREPARE pgdoctor_plan AS "+text)); err != nil {
			return err
		}
		var err error
		plan, err = explainPrepared(ctx, tx)
		return err
	})
	return plan, err
}

// explainPrepared explains and then removes what was prepared. A prepared
// statement outlives its transaction, also a failed one, so an error is first
// rolled back to a savepoint.
func explainPrepared(ctx context.Context, tx *sqlx.Tx) (plan []string, err error) {
	if _, err := tx.ExecContext(ctx, "SAVEPOINT pgdoctor_plan"); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			_, back := tx.ExecContext(ctx, "ROLLBACK TO SAVEPOINT pgdoctor_plan")
			err = errors.Join(err, back)
		}
		_, gone := tx.ExecContext(ctx, "DEALLOCATE pgdoctor_plan")
		err = errors.Join(err, gone)
	}()
	var parameters int
	err = tx.GetContext(ctx, &parameters, mark(`SELECT pg_catalog.cardinality(s.parameter_types)
FROM pg_catalog.pg_prepared_statements AS s
WHERE s.name = 'pgdoctor_plan'`))
	if err != nil {
		return nil, err
	}
	values := ""
	if parameters > 0 {
		values = "(" + strings.TrimSuffix(strings.Repeat("NULL, ", parameters), ", ") + ")"
	}
	err = tx.SelectContext(ctx, &plan, mark(fmt.Sprintf("EXPLAIN EXECUTE pgdoctor_plan%s", values)))
	return plan, err
}
