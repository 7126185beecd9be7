package checks

import (
	"context"
	"fmt"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// CheckViolated finds rows that break a check constraint which counts as valid.
var CheckViolated = define(Spec[UnvalidatedConstraint]{
	Doc: Doc{
		ID:       "check-violated",
		Title:    "rows that break a check constraint which counts as valid",
		Examines: "check constraints",
		Why: `A CHECK is asked once, when the row is written. Where its answer changes later, because somebody replaced the function that it calls, because that function reads another table, or because it compares with the time, rows stay that break it, and it goes on counting as valid. The next UPDATE of such a row fails, whatever it changes; a restored dump refuses the row, and with it the restore; and the planner relies on what is no longer true.

Confirm: SELECT * FROM table WHERE (the expression) IS FALSE. Only constraints that call functions of users, the time or random() are read again: all others give the answer that they gave.

Cure: correct the rows, or the function. Then let the constraint say what it means: a rule about the moment of writing belongs into a trigger, one about other tables into a foreign key. There is no automatic fix.

Prevention: only immutable functions in a CHECK, and NOT VALID with VALIDATE CONSTRAINT after a function has changed.`,
		Category: Data,
		Severity: Warning,
	},
	Probe: func(ctx context.Context, p *Prober, constraints []UnvalidatedConstraint) ([]UnvalidatedConstraint, error) {
		var counted []UnvalidatedConstraint
		for _, row := range constraints {
			if row.Expression != "" {
				if err := row.countValid(ctx, p); err != nil {
					if err := p.Unknown(ctx, postgres.Name(row.Schema, row.Table, row.Constraint), err); err != nil {
						return nil, err
					}
					continue
				}
			}
			counted = append(counted, row)
		}
		return counted, nil
	},
	Judge: func(row *UnvalidatedConstraint, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  postgres.Name(row.Schema, row.Table, row.Constraint),
			Message: many(row.Violations, "row breaks it", "rows break it") + ", although it counts as valid",
		}, row.Violations > 0
	},
})

// countValid counts the rows that break a constraint which counts as valid. The
// planner believes it, and would leave partitions out in which no row can break it.
func (c *UnvalidatedConstraint) countValid(ctx context.Context, p *Prober) error {
	from := fromItem(c.TableKind, c.Schema, c.Table)
	if c.Inherits {
		from = postgres.Quote(c.Schema, c.Table)
	}
	return p.In(ctx, func(tx *sqlx.Tx) error {
		if _, err := tx.ExecContext(ctx, "SET LOCAL constraint_exclusion = off"); err != nil {
			return err
		}
		return tx.GetContext(ctx, &c.Violations, mark(fmt.Sprintf("SELECT pg_catalog.count(*) FROM %s WHERE (%s) IS FALSE", from, c.Expression)))
	})
}
