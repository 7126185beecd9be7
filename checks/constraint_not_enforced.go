package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// UnenforcedConstraint is one constraint, and whether rows are held to it.
type UnenforcedConstraint struct {
	Schema       string  `db:"schema_name" json:"schema"`
	Table        string  `db:"table_name" json:"table"`
	TableKind    string  `db:"table_kind" json:"kind"` // r or p
	Constraint   string  `db:"constraint_name" json:"constraint"`
	Kind         string  `db:"constraint_kind" json:"constraint_kind"` // c check, f foreign key
	Enforced     bool    `db:"enforced" json:"-"`
	ParentSchema *string `db:"parent_schema" json:"parent_schema,omitempty"` // of a foreign key
	ParentTable  *string `db:"parent_table" json:"parent_table,omitempty"`
}

// ConstraintNotEnforced finds constraints that are only written down.
var ConstraintNotEnforced = define(Spec[UnenforcedConstraint]{
	Doc: Doc{
		ID:       "constraint-not-enforced",
		Title:    "constraint that is NOT ENFORCED",
		Examines: "check constraints and foreign keys",
		Why: `Since PostgreSQL 18 a CHECK or a foreign key can be NOT ENFORCED: it stands in the schema, but no row is ever held to it, neither old nor new. That is not NOT VALID, which checks every new row. ORMs, diagrams and people who read the schema take it for a promise that nobody keeps. Some want just that, for a warehouse whose source has checked already; then ignore the finding with that reason.

Confirm: SELECT conname FROM pg_constraint WHERE NOT conenforced.

Cure: for a foreign key ALTER TABLE … ALTER CONSTRAINT … ENFORCED. It checks all rows under a lock that stops readers and writers of the table, and writers of the one it refers to, so do it in a quiet hour, or let pgdoctor fix do it; orphan-rows counts what stands in its way. A CHECK cannot be changed so: add the same one under another name, NOT VALID, VALIDATE it, and drop this one.

Prevention: NOT VALID, then VALIDATE, where the only aim is not to stop writers.`,
		Category: Constraints,
		Severity: Info,
		Since:    18,
	},
	Judge: func(row *UnenforcedConstraint, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  postgres.Name(row.Schema, row.Table, row.Constraint),
			Message: "NOT ENFORCED: no row is held to it",
		}, !row.Enforced
	},
})
