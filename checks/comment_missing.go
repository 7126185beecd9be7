package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// CommentedTable is one table and whether it has a comment.
type CommentedTable struct {
	Schema    string `db:"schema_name" json:"schema"`
	Table     string `db:"table_name" json:"table"`
	Commented bool   `db:"commented" json:"-"`
}

// CommentMissing finds tables that nobody has described.
var CommentMissing = define(Spec[CommentedTable]{
	Doc: Doc{
		ID:       "comment-missing",
		Title:    "table without a comment",
		Examines: "tables",
		Why: `COMMENT ON TABLE keeps what a table is for where everybody finds it: in \d+, in every database tool, in generated documentation and diagrams. Without it newcomers, analysts and code that writes SQL guess by the name.

Confirm: \dt+ shows an empty description.

Cure: COMMENT ON TABLE t IS 'one row an order, from the basket on'. It takes a lock that no reader or writer minds.

Prevention: write the comment in the migration that creates the table.`,
		Category: Schemas,
		Severity: Info,
		OptIn:    true,
	},
	Judge: func(row *CommentedTable, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  postgres.Name(row.Schema, row.Table),
			Message: "no comment says what it holds",
		}, !row.Commented
	},
})
