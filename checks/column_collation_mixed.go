package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// CollatedKey is one foreign key over text, and the collations of its two sides.
type CollatedKey struct {
	Schema          string `db:"schema_name" json:"schema"`
	Table           string `db:"table_name" json:"table"`
	Constraint      string `db:"constraint_name" json:"constraint"`
	ParentSchema    string `db:"parent_schema" json:"parent_schema"`
	ParentTable     string `db:"parent_table" json:"parent_table"`
	Column          string `db:"child_column" json:"column"` // of the pair that differs, else the first
	ParentColumn    string `db:"parent_column" json:"parent_column"`
	Collation       string `db:"child_collation" json:"collation"`
	ParentCollation string `db:"parent_collation" json:"parent_collation"`
	Differs         bool   `db:"differs" json:"differs"`
	Conflicts       bool   `db:"conflicts" json:"conflicts"` // neither is the default: the server does not choose
}

// ColumnCollationMixed finds foreign keys between columns of different collations.
var ColumnCollationMixed = define(Spec[CollatedKey]{
	Doc: Doc{
		ID:       "column-collation-mixed",
		Title:    "foreign key between columns of different collations",
		Examines: "foreign keys over text",
		Why: `Two columns that are joined should sort alike. Where the collations of the two sides of a foreign key differ and neither is the database's default, child.code = parent.code ends with "could not determine which collation to use for string comparison" (42P22). Where one is the default, the other one wins, and the index of the column with the default serves no join: the table is read as a whole. That is info. The foreign key itself works either way.

Confirm: SELECT attname, attcollation::regcollation FROM pg_attribute WHERE attrelid = 't'::regclass AND attcollation <> 0; EXPLAIN of the join.

Cure: give the referencing column the collation of the one it refers to: ALTER TABLE t ALTER COLUMN c TYPE text COLLATE "C". The rows are not rewritten, but the column's indexes are built anew and the foreign key is verified again, under an ACCESS EXCLUSIVE lock, so on a large table at a quiet time. There is no automatic fix, since the order of what the application shows may change with it.

Prevention: no COLLATE in the definition of single columns, or a domain that has it, for both sides.`,
		Category: Schemas,
		Severity: Warning,
	},
	Judge: func(row *CollatedKey, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		verdict := Verdict{
			Object: postgres.Name(row.Schema, row.Table, row.Constraint),
			Message: fmt.Sprintf("%s sorts by %s, %s by %s: ", postgres.Name(row.Column), postgres.Name(row.Collation),
				postgres.Name(row.ParentSchema, row.ParentTable, row.ParentColumn), postgres.Name(row.ParentCollation)),
		}
		if row.Conflicts {
			verdict.Message += "joining them by = is an error"
		} else {
			verdict.Severity = Info
			verdict.Message += "a join cannot use the index of the one with the default"
		}
		return verdict, row.Differs
	},
})
