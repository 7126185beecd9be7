package checks

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// MissingKey is one column that is probably a reference, without a foreign key.
type MissingKey struct {
	Schema        string         `db:"schema_name" json:"schema"`
	Table         string         `db:"table_name" json:"table"`
	Kind          string         `db:"child_kind" json:"kind"` // r or p
	Columns       postgres.Names `db:"columns" json:"columns"`
	ParentSchema  string         `db:"parent_schema" json:"parent_schema"`
	ParentTable   string         `db:"parent_table" json:"parent_table"`
	ParentKind    string         `db:"parent_kind" json:"parent_kind"`
	ParentColumns postgres.Names `db:"parent_columns" json:"parent_columns"`
	HasKey        bool           `db:"has_key" json:"-"`
	Indexed       bool           `db:"indexed" json:"indexed"`           // an index starts with the column
	Rows          int64          `db:"rows" json:"rows" volatile:"true"` // estimate, -1 unknown
}

// Reference is what the foreign key would say.
func (m MissingKey) Reference() Reference {
	return Reference{
		Schema: m.Schema, Table: m.Table, Columns: m.Columns, ChildKind: m.Kind,
		ParentSchema: m.ParentSchema, ParentTable: m.ParentTable, ParentColumns: m.ParentColumns, ParentKind: m.ParentKind,
		Operators: postgres.Names{"="}, Origin: FromName,
	}
}

// FKMissingByName finds columns named like a reference that have no foreign key.
var FKMissingByName = define(Spec[MissingKey]{
	Doc: Doc{
		ID:       "fk-missing-by-name",
		Title:    "column named like a reference, without a foreign key",
		Examines: "columns named like a reference",
		Why: `user_id beside a table users, of the type of its key, is a reference, but nothing holds it to that: a user can be deleted while rows still name it, and a wrong number is accepted. The planner, too, estimates joins better where a foreign key stands.

A column counts if its name without _id or Id is that of one table in the same schema, singular or plural, whose single-column key has a comparable type. Columns with x_type beside them, whose table depends on the row, are left out, and so are names that fit two tables. The name may deceive: ids of another system are named like that too.

Confirm: orphan-rows counts the rows that point at nothing. If most do, it is no reference.

Cure: ADD FOREIGN KEY … NOT VALID, which holds new rows to it at once, and VALIDATE CONSTRAINT in a later transaction, which reads the table while others write. pgdoctor fix does it if there are no orphans and an index starts with the column, which every DELETE of a parent row needs.

Prevention: REFERENCES in the migration that adds the column. Where it is left out on purpose, ignore the finding with that reason.`,
		Category: Constraints,
		Severity: Info,
	},
	Judge: func(row *MissingKey, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object: row.Reference().Object(),
			Message: fmt.Sprintf("%s looks like a reference to %s, but no foreign key holds it to that",
				strings.Join(row.Columns, ", "), postgres.Name(row.ParentSchema, row.ParentTable)),
		}, !row.HasKey
	},
})
