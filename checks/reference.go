package checks

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// How a reference was found.
const (
	Declared     = "declared" // by a foreign key
	FromName     = "name"     // a column named x_id next to a table x
	FromWorkload = "workload" // statements join the columns
	Inherited    = "inherits" // the table inherits from one that refers
)

// Reference says that columns of one table hold keys of another: a declared
// foreign key, or one that is only meant.
type Reference struct {
	Schema        string         `db:"schema_name" json:"schema"`
	Table         string         `db:"table_name" json:"table"`
	Columns       postgres.Names `db:"columns" json:"columns"`
	ParentSchema  string         `db:"parent_schema" json:"parent_schema"`
	ParentTable   string         `db:"parent_table" json:"parent_table"`
	ParentColumns postgres.Names `db:"parent_columns" json:"parent_columns"`
	Constraint    *string        `db:"constraint_name" json:"constraint"` // nil if inferred
	Validated     bool           `db:"validated" json:"validated"`
	Definition    *string        `json:"definition"`                   // of a constraint that rows break
	OnDelete      string         `db:"on_delete" json:"on_delete"`     // a r c n d as in pg_constraint, "" if inferred
	OnDeleteSets  postgres.Names `db:"on_delete_columns" json:"-"`     // what SET NULL sets; empty is all Columns
	Enforced      bool           `db:"enforced" json:"-"`              // new rows are held to it
	Operators     postgres.Names `db:"operators" json:"operators"`     // SQL between parent.key and child.key, per column
	ChildKind     string         `db:"child_kind" json:"child_kind"`   // r or p
	ParentKind    string         `db:"parent_kind" json:"parent_kind"` // r or p
	Origin        string         `db:"origin" json:"origin"`
	Pages         *int64         `db:"pages" json:"-"` // of both tables; nil: not known
}

// Object names the reference: public.orders.user_id -> public.users.id.
func (r Reference) Object() string {
	return postgres.ColumnName(r.Schema, r.Table, r.Columns) + " -> " +
		postgres.ColumnName(r.ParentSchema, r.ParentTable, r.ParentColumns)
}

// KeyCondition is the SQL condition of the child rows that refer to anything:
// under MATCH SIMPLE one NULL among the columns makes the row refer to nothing.
func (r Reference) KeyCondition(childAlias string) string {
	conditions := make([]string, len(r.Columns))
	for i, column := range r.Columns {
		conditions[i] = fmt.Sprintf("%s IS NOT NULL", postgres.Quote(childAlias, column))
	}
	return strings.Join(conditions, " AND ")
}

// OrphanCondition is the SQL condition of the child rows whose parent does not
// exist. NOT EXISTS, because a NULL among the results of NOT IN hides every orphan.
func (r Reference) OrphanCondition(childAlias string) string {
	const parent = "pgdoctor_parent" // a plain p could be a column of the child
	matches := make([]string, len(r.Columns))
	for i, column := range r.Columns {
		matches[i] = fmt.Sprintf("%s %s %s",
			postgres.Quote(parent, r.ParentColumns[i]), r.Operators[i], postgres.Quote(childAlias, column))
	}
	return fmt.Sprintf("%s AND NOT EXISTS (SELECT FROM %s AS %s WHERE %s)",
		r.KeyCondition(childAlias), fromItem(r.ParentKind, r.ParentSchema, r.ParentTable),
		postgres.Quote(parent), strings.Join(matches, " AND "))
}

// fromItem writes a table for FROM. A foreign key does not see the rows of
// tables that inherit from a plain table, only those of partitions.
func fromItem(kind, schema, table string) string {
	if kind == "p" {
		return postgres.Quote(schema, table)
	}
	return "ONLY " + postgres.Quote(schema, table)
}

// many writes a number with its noun and what the noun does:
// many(1, "row has", "rows have").
func many(n int64, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, several)
}
