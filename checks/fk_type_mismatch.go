package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// MismatchedKey is one foreign key, and the columns of it whose types differ.
type MismatchedKey struct {
	Schema       string  `db:"schema_name" json:"schema"`
	Table        string  `db:"table_name" json:"table"`
	Constraint   string  `db:"constraint_name" json:"constraint"`
	ParentSchema string  `db:"parent_schema" json:"parent_schema"`
	ParentTable  string  `db:"parent_table" json:"parent_table"`
	Column       *string `db:"child_column" json:"column"` // nil: all types are the same
	ParentColumn *string `db:"parent_column" json:"parent_column"`
	Type         *string `db:"child_type" json:"type"`
	ParentType   *string `db:"parent_type" json:"parent_type"`
	Casts        bool    `db:"casts" json:"casts"`               // the referencing column is converted to be compared
	Rows         int64   `db:"rows" json:"rows" volatile:"true"` // estimate, -1 unknown
}

// FKTypeMismatch finds foreign keys between columns of different types.
var FKTypeMismatch = define(Spec[MismatchedKey]{
	Doc: Doc{
		ID:       "fk-type-mismatch",
		Title:    "foreign key between columns of different types",
		Examines: "foreign keys",
		Why: `PostgreSQL accepts a foreign key between columns whose types differ as long as it can compare them. Where the referencing column has to be converted for that (an integer that refers to a numeric), no index of it serves the key: every DELETE of a parent row and every UPDATE of its key reads the whole table, and so do joins. Where nothing is converted the difference shows later: an integer that refers to a bigint cannot take the parents beyond 2147483647, a varchar(10) not those whose key is longer. That is info.

Confirm: \d of both tables. The types under domains are compared, with their limits.

Cure: give the referencing column the type of the column it refers to. ALTER TABLE … ALTER COLUMN … TYPE rewrites the table under an ACCESS EXCLUSIVE lock unless only a varchar gets longer; for a large table add a new column, keep it equal by a trigger, fill it in batches, and swap the two. There is no automatic fix: views, functions and the application's own types have to follow.

Prevention: when the type of a key changes, change the columns that refer to it in the same release.`,
		Category: Constraints,
		Severity: Warning,
	},
	Judge: func(row *MismatchedKey, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if row.Column == nil {
			return Verdict{}, false
		}
		verdict := Verdict{
			Object: postgres.Name(row.Schema, row.Table, row.Constraint),
			Message: fmt.Sprintf("%s is %s, %s is %s", postgres.Name(*row.Column), *row.Type,
				postgres.Name(row.ParentSchema, row.ParentTable, *row.ParentColumn), *row.ParentType),
		}
		if row.Casts {
			verdict.Message += ": no index can serve a comparison that has to convert"
		} else {
			verdict.Severity = Info
		}
		return verdict, true
	},
})
