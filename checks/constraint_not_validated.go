package checks

import (
	"context"
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// UnvalidatedConstraint is one constraint of a table, and if it is NOT VALID
// how many rows break it.
type UnvalidatedConstraint struct {
	Schema     string `db:"schema_name" json:"schema"`
	Table      string `db:"table_name" json:"table"`
	TableKind  string `db:"table_kind" json:"kind"` // r or p
	Constraint string `db:"constraint_name" json:"constraint"`
	Kind       string `db:"constraint_kind" json:"constraint_kind"` // c check, f foreign key, n not null
	Definition string `db:"definition" json:"definition"`
	Expression string `db:"expression" json:"expression"` // what each row must not make false, "" for foreign keys
	Inherits   bool   `db:"inherits" json:"-"`            // rows of inheriting tables count too
	Validated  bool   `db:"validated" json:"-"`
	Rows       int64  `db:"rows" json:"rows" volatile:"true"` // estimate, -1 unknown
	Violations int64  `json:"violations"`                     // -1 where they could not be counted
	Uncounted  string `json:"uncounted,omitempty" volatile:"true"`
}

// ConstraintNotValidated finds constraints whose existing rows were never checked.
var ConstraintNotValidated = define(Spec[UnvalidatedConstraint]{
	Doc: Doc{
		ID:       "constraint-not-validated",
		Title:    "constraint that was added NOT VALID and never validated",
		Examines: "constraints",
		Why: `NOT VALID is the right way to add a constraint to a large table: new rows are checked, old ones are not, and nobody waits. Where the second half is forgotten, old rows may break the constraint, the planner does not rely on it, and the day an old row is updated the application gets an error that nobody expects.

Confirm: SELECT conname FROM pg_constraint WHERE NOT convalidated. The rows that break it are counted here.

Cure: correct those rows first, then ALTER TABLE … VALIDATE CONSTRAINT. It reads the whole table but blocks neither reads nor writes (for a foreign key it also takes ROW SHARE on the parent). pgdoctor fix does it.

Prevention: let the migration that follows the one with NOT VALID validate. NOT ENFORCED constraints (PostgreSQL 18) are constraint-not-enforced's.`,
		Category: Constraints,
		Severity: Warning,
	},
	Probe: countViolations,
	Judge: func(row *UnvalidatedConstraint, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if row.Validated {
			return Verdict{}, false
		}
		verdict := Verdict{
			Object:  postgres.Name(row.Schema, row.Table, row.Constraint),
			Message: "NOT VALID, ",
		}
		switch {
		case row.Violations < 0:
			verdict.Message += "how many rows from before break it could not be counted"
		case row.Violations == 0:
			verdict.Message += "no row from before breaks it now"
		default:
			verdict.Message += many(row.Violations, "row from before breaks it", "rows from before break it")
		}
		return verdict, true
	},
})

// countViolations counts for each NOT VALID constraint the rows that break it.
// One that cannot be counted stays in: that it is NOT VALID is known.
func countViolations(ctx context.Context, p *Prober, constraints []UnvalidatedConstraint) ([]UnvalidatedConstraint, error) {
	var references []Reference
	for i := range constraints {
		row := &constraints[i]
		if row.Validated {
			continue
		}
		var err error
		if row.Kind == "f" && references == nil {
			references, err = declaredReferences(ctx, p)
		}
		if err == nil {
			err = row.count(ctx, p, references)
		}
		if ctx.Err() != nil {
			return nil, err
		}
		if err != nil {
			row.Violations = -1
			row.Uncounted, _ = explain(ctx, err, p.runner.timeout)
		}
	}
	return constraints, nil
}

func (c *UnvalidatedConstraint) count(ctx context.Context, p *Prober, references []Reference) error {
	if c.Kind != "f" {
		from := fromItem(c.TableKind, c.Schema, c.Table)
		if c.Inherits {
			from = postgres.Quote(c.Schema, c.Table)
		}
		// NULL satisfies a check.
		return p.Get(ctx, &c.Violations, fmt.Sprintf("SELECT pg_catalog.count(*) FROM %s WHERE (%s) IS FALSE", from, c.Expression))
	}
	for _, r := range references {
		if r.Schema == c.Schema && r.Table == c.Table && *r.Constraint == c.Constraint {
			return p.Get(ctx, &c.Violations, fmt.Sprintf("SELECT pg_catalog.count(*) FROM %s AS c WHERE %s",
				fromItem(r.ChildKind, r.Schema, r.Table), r.OrphanCondition("c")))
		}
	}
	return fmt.Errorf("foreign keys over a PERIOD are not counted")
}

// declaredReferences reads the references of orphan-rows that are foreign keys.
func declaredReferences(ctx context.Context, p *Prober) ([]Reference, error) {
	text, err := SQL("orphan-rows", p.Server())
	if err != nil {
		return nil, err
	}
	var all []Reference
	if err := p.Select(ctx, &all, text); err != nil {
		return nil, err
	}
	declared := []Reference{}
	for _, reference := range all {
		if reference.Origin == Declared {
			declared = append(declared, reference)
		}
	}
	return declared, nil
}
