package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.ConstraintNotEnforced,
	Cure{Kind: "enforce-constraint", Risk: Disruptive, Reversible: true, order: 65},
	func(row checks.UnenforcedConstraint, c Context) ([]Step, error) {
		table := checks.Table{Schema: row.Schema, Name: row.Table, Kind: row.TableKind}
		if row.Kind != "f" {
			return nil, refuse("a CHECK cannot be made ENFORCED: add it under another name NOT VALID, VALIDATE that, and drop this one")
		}
		name := postgres.Quote(row.Constraint)
		step := Step{
			Kind: "enforce-constraint", Slug: slug("enforce", row.Table, row.Constraint),
			Up:   fmt.Sprintf("ALTER TABLE %s ALTER CONSTRAINT %s ENFORCED;", table.SQL(), name),
			Down: fmt.Sprintf("ALTER TABLE %s ALTER CONSTRAINT %s NOT ENFORCED;", table.SQL(), name),
			Risk: Disruptive, Reversible: true, Untried: untriedScan,
			About: []Object{{Constraint, row.Schema, row.Table, row.Constraint}},
			Locks: []Lock{
				{"AccessExclusiveLock", table.String()},
				{"ShareRowExclusiveLock", postgres.Name(*row.ParentSchema, *row.ParentTable)},
			},
			Note:     "reads the whole table, and until it is through readers and writers of it wait, and writers of " + postgres.Name(*row.ParentSchema, *row.ParentTable),
			Requires: []Requirement{{hasConstraint(table, row.Constraint), "the constraint is not there any more"}},
		}
		for _, ref := range c.Schema.References {
			if ref.Schema == row.Schema && ref.Table == row.Table && ref.Constraint != nil && *ref.Constraint == row.Constraint {
				broken := fmt.Sprintf("FROM %s AS c WHERE %s", fromItem(table), ref.OrphanCondition("c"))
				step.Requires = append(step.Requires, Requirement{"SELECT NOT EXISTS (SELECT " + broken + ")", "rows break it: cure orphan-rows:" + ref.Object() + " first"})
				step.Claims = []Claim{{"rows that break it now", "SELECT pg_catalog.count(*) " + broken}}
			}
		}
		return []Step{step}, nil
	})

var _ = example(checks.ConstraintNotEnforced, checks.UnenforcedConstraint{Schema: "public", Table: "orders", TableKind: "r",
	Constraint: "orders_user_id_fkey", Kind: "f", ParentSchema: pointer("public"), ParentTable: pointer("users")})
