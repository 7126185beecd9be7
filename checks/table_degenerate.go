package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// TableWidth is one table and how many columns it has.
type TableWidth struct {
	Schema    string `db:"schema_name" json:"schema"`
	Table     string `db:"table_name" json:"table"`
	Columns   int64  `db:"columns" json:"columns"`
	HasUnique bool   `db:"has_unique" json:"-"`
}

// TableDegenerate finds tables of no column, or of one that may repeat.
var TableDegenerate = define(Spec[TableWidth]{
	Doc: Doc{
		ID:       "table-degenerate",
		Title:    "table of no column, or of a single one without a key",
		Examines: "tables",
		Why: `A table without columns holds nothing; it is left over from a migration that dropped them one by one, or from a test. One column without a key is a list of values of which nobody can tell two equal ones apart: usually a staging table that was forgotten, or documents put into one json column.

Confirm: \d table, and who reads it: SELECT * FROM pg_stat_all_tables WHERE relname = 'the table'.

Cure: DROP TABLE if nobody needs it; otherwise a primary key, and columns for what is always there. A single column with a primary key or a unique index is a proper list, and is not reported. There is no automatic fix.

Prevention: drop the table instead of its last column.`,
		Category: Schemas,
		Severity: Info,
		OptIn:    true,
	},
	Judge: func(row *TableWidth, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		verdict := Verdict{Object: postgres.Name(row.Schema, row.Table), Message: "has no column"}
		if row.Columns == 1 {
			verdict.Message = "has one column, whose values may repeat"
		}
		return verdict, row.Columns == 0 || row.Columns == 1 && !row.HasUnique
	},
})
