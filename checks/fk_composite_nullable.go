package checks

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// CompositeKey is one foreign key over several columns, and those of them that
// may be NULL.
type CompositeKey struct {
	Schema       string         `db:"schema_name" json:"schema"`
	Table        string         `db:"table_name" json:"table"`
	Constraint   string         `db:"constraint_name" json:"constraint"`
	ParentSchema string         `db:"parent_schema" json:"parent_schema"`
	ParentTable  string         `db:"parent_table" json:"parent_table"`
	Nullable     postgres.Names `db:"columns" json:"nullable"`
	Guarded      bool           `db:"guarded" json:"-"` // MATCH FULL, or a CHECK over these columns
}

// FKCompositeNullable finds foreign keys that do not check rows with a NULL in
// one of their columns.
var FKCompositeNullable = define(Spec[CompositeKey]{
	Doc: Doc{
		ID:       "fk-composite-nullable",
		Title:    "foreign key over several columns that lets half a reference pass",
		Examines: "foreign keys over several columns",
		Why: `Under MATCH SIMPLE, which is what a foreign key is unless it says otherwise, a single NULL among its columns makes the row refer to nothing: the other columns are not checked at all. (7, NULL) passes even if there is no 7, joins drop the row, and a parent that goes leaves it as it is. That is rarely what was meant.

Only keys with two or more columns that may be NULL are reported. With one, beside columns that are NOT NULL (tenant_id beside an optional manager_id), NULL says that there is no reference, and that is fine. So is a CHECK that names these columns.

Confirm: SELECT count(*) FROM table WHERE num_nulls(a, b) = 1 counts the halves.

Cure: complete or clear the halves, then forbid them: ADD CONSTRAINT … CHECK (num_nulls(a, b) IN (0, 2)) NOT VALID and VALIDATE it, or make the columns NOT NULL. MATCH FULL says the same, but the key has to be added anew for it. There is no automatic fix: which of these is meant only you know.

Prevention: NOT NULL or MATCH FULL for the columns of composite keys.`,
		Category: Constraints,
		Severity: Info,
	},
	Judge: func(row *CompositeKey, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if row.Guarded || len(row.Nullable) < 2 {
			return Verdict{}, false
		}
		return Verdict{
			Object: postgres.Name(row.Schema, row.Table, row.Constraint),
			Message: fmt.Sprintf("a row with NULL in only one of (%s) is not checked against %s",
				strings.Join(row.Nullable, ", "), postgres.Name(row.ParentSchema, row.ParentTable)),
		}, true
	},
})
