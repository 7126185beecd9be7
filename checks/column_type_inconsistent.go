package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// NamedReference is one column that by its name refers to a table, and the types of both sides.
type NamedReference struct {
	Schema       string `db:"schema_name" json:"schema"`
	Table        string `db:"table_name" json:"table"`
	Column       string `db:"column_name" json:"column"`
	Type         string `db:"column_type" json:"type"`
	ParentSchema string `db:"parent_schema" json:"parent_schema"`
	ParentTable  string `db:"parent_table" json:"parent_table"`
	ParentColumn string `db:"parent_column" json:"parent_column"`
	ParentType   string `db:"parent_type" json:"parent_type"`
	Differs      bool   `db:"differs" json:"differs"`   // not to be compared without a cast
	Narrower     bool   `db:"narrower" json:"narrower"` // integers of fewer bytes
}

// ColumnTypeInconsistent finds references by name that are of another type than what they refer to.
var ColumnTypeInconsistent = define(Spec[NamedReference]{
	Doc: Doc{
		ID:       "column-type-inconsistent",
		Title:    "column named like a reference, of another type than the key",
		Examines: "columns named like a reference",
		Why: `user_id beside a table users means its key. Where user_id is text and the key a bigint, every join needs a cast, which no index serves, '7' and '007' are two users, and no foreign key can be declared. Where it is an integer and the key a bigint, the day comes on which a new user cannot be referred to.

Columns with a foreign key are fk-type-mismatch's. A column counts if its name without _id or Id is that of one table in the same schema; x_id with x_type beside it is left out. The name may deceive: ids of another system are named like that too.

Confirm: look at what the column holds: SELECT user_id FROM orders WHERE user_id !~ '^[0-9]+$'.

Cure: give the column the type of the key: a new column that a trigger keeps equal, filled in batches, swapped, and then a foreign key. ALTER TABLE … ALTER COLUMN … TYPE … USING does it at once for small tables; it rewrites them under an ACCESS EXCLUSIVE lock. There is no automatic fix, since the application binds its parameters by the old type. A column that is no reference is better renamed, or ignored with that reason.

Prevention: REFERENCES in the migration that adds the column.`,
		Category: Schemas,
		Severity: Info,
		OptIn:    true,
	},
	Judge: func(row *NamedReference, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		verdict := Verdict{
			Object: postgres.Name(row.Schema, row.Table, row.Column),
			Message: fmt.Sprintf("is %s, while %s is %s: ", row.Type,
				postgres.Name(row.ParentSchema, row.ParentTable, row.ParentColumn), row.ParentType),
		}
		if row.Narrower {
			verdict.Message += "it cannot hold all keys"
		} else {
			verdict.Message += "a join needs a cast, which no index serves"
		}
		return verdict, row.Differs || row.Narrower
	},
})
