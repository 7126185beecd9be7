package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// BooleanColumn is one boolean column, and whether it has a third answer.
type BooleanColumn struct {
	Schema     string `db:"schema_name" json:"schema"`
	Table      string `db:"table_name" json:"table"`
	Column     string `db:"column_name" json:"column"`
	Nullable   bool   `db:"nullable" json:"-"`
	HasDefault bool   `db:"has_default" json:"has_default"`
}

// BooleanNullable finds boolean columns that may be NULL.
var BooleanNullable = define(Spec[BooleanColumn]{
	Doc: Doc{
		ID:       "boolean-nullable",
		Title:    "boolean column that may be NULL",
		Examines: "boolean columns",
		Why: `A boolean that may be NULL has three answers, and most code reckons with two: WHERE NOT active leaves the rows out that are NULL, and so does WHERE active. Each part of an application decides anew what NULL means.

Confirm: SELECT active, count(*) FROM table GROUP BY 1.

Cure: if NULL means the same as false, UPDATE those rows in batches, SET DEFAULT false, and make the column NOT NULL through a CHECK (active IS NOT NULL) NOT VALID that is validated first. If it means "not known yet", an enum or a second column says so better. There is no automatic fix: what NULL means only you know. This is a matter of taste, so the check runs only when it is named.

Prevention: boolean NOT NULL DEFAULT false.`,
		Category: Constraints,
		Severity: Info,
		OptIn:    true,
	},
	Judge: func(row *BooleanColumn, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		message := "may be NULL: a third answer besides true and false"
		if row.HasDefault {
			message += ", although it has a default"
		}
		return Verdict{Object: postgres.Name(row.Schema, row.Table, row.Column), Message: message}, row.Nullable
	},
})
