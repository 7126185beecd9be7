package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.ConstraintNotValidated,
	Cure{Kind: "validate-constraint", Risk: Online, Reversible: true, order: 60},
	func(row checks.UnvalidatedConstraint, c Context) ([]Step, error) {
		table := checks.Table{Schema: row.Schema, Name: row.Table}
		if row.Violations < 0 {
			return nil, refuse("how many rows break it could not be counted: %s", row.Uncounted)
		}
		if row.Violations > 0 {
			if row.Kind != "f" {
				return nil, refuse("%s: correct first what breaks it", breaking(row.Violations))
			}
			ref, ok := referenceOf(row, c.Schema)
			if !ok {
				return nil, refuse("%s: correct first what breaks it", breaking(row.Violations))
			}
			orphans := "orphan-rows:" + ref.Object()
			if !c.Planned(orphans) {
				return nil, refuse("%s: cure %s first, or together with it (--max-risk %s)", breaking(row.Violations), orphans, Data)
			}
		}
		name := postgres.Quote(row.Constraint)
		step := Step{
			Kind: "validate-constraint", Slug: slug("validate", row.Table, row.Constraint),
			Up:    fmt.Sprintf("ALTER TABLE %s VALIDATE CONSTRAINT %s;", table.SQL(), name),
			Down:  invalidate(table, row.Constraint),
			Locks: []Lock{{"ShareUpdateExclusiveLock", table.String()}},
			Risk:  Online, Reversible: true, Untried: untriedScan,
			About: []Object{{Constraint, row.Schema, row.Table, row.Constraint}},
			Note:  "reads the whole table while readers and writers go on; undoing makes the constraint NOT VALID again under an ACCESS EXCLUSIVE lock held for milliseconds",
			Requires: []Requirement{
				{fmt.Sprintf("SELECT EXISTS (SELECT FROM pg_catalog.pg_constraint AS con WHERE con.conrelid = pg_catalog.to_regclass(%s) AND con.conname = %s AND NOT con.convalidated)",
					postgres.Literal(table.SQL()), postgres.Literal(row.Constraint)), "the constraint is gone or valid already"},
			},
			Claims: []Claim{{"rows to read (estimate)", fmt.Sprintf("SELECT greatest(reltuples, 0)::bigint FROM pg_catalog.pg_class WHERE oid = pg_catalog.to_regclass(%s)", postgres.Literal(table.SQL()))}},
		}
		if ref, ok := referenceOf(row, c.Schema); ok {
			step.Locks = append(step.Locks, Lock{"RowShareLock", postgres.Name(ref.ParentSchema, ref.ParentTable)})
			child, found := c.Schema.Table(row.Schema, row.Table)
			if !found {
				child = table
			}
			step.Claims = append(step.Claims, Claim{"rows that break it now", fmt.Sprintf("SELECT pg_catalog.count(*) FROM %s AS c WHERE %s", fromItem(child), ref.OrphanCondition("c"))})
		}
		return []Step{step}, nil
	})

func breaking(rows int64) string {
	if rows == 1 {
		return "1 row breaks it"
	}
	return fmt.Sprintf("%d rows break it", rows)
}

// invalidate makes a constraint NOT VALID again: dropped and added as it was,
// in one transaction, its comment with it.
func invalidate(table checks.Table, constraint string) string {
	return block([]string{"pgdoctor_commands text[]", "pgdoctor_command text"}, fmt.Sprintf(`%s
SELECT ARRAY[
    pg_catalog.format('ALTER TABLE %%s DROP CONSTRAINT %%I', con.conrelid::pg_catalog.regclass, con.conname),
    pg_catalog.format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s NOT VALID', con.conrelid::pg_catalog.regclass, con.conname,
        pg_catalog.pg_get_constraintdef(con.oid)),
    pg_catalog.format('COMMENT ON CONSTRAINT %%I ON %%s IS %%L', con.conname, con.conrelid::pg_catalog.regclass,
        pg_catalog.obj_description(con.oid, 'pg_constraint'))]
INTO pgdoctor_commands
FROM pg_catalog.pg_constraint AS con
WHERE con.conrelid = %s::pg_catalog.regclass
  AND con.conname = %s
  AND con.convalidated;
FOREACH pgdoctor_command IN ARRAY coalesce(pgdoctor_commands, '{}') LOOP
    EXECUTE pgdoctor_command;
END LOOP;`, session, postgres.Literal(table.SQL()), postgres.Literal(constraint)))
}

// referenceOf finds the reference that a foreign key declares.
func referenceOf(row checks.UnvalidatedConstraint, schema checks.Schema) (checks.Reference, bool) {
	for _, ref := range schema.References {
		if ref.Schema == row.Schema && ref.Table == row.Table && ref.Constraint != nil && *ref.Constraint == row.Constraint {
			return ref, true
		}
	}
	return checks.Reference{}, false
}
