package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// TableColumnUse is one table and how many columns it has, and had.
type TableColumnUse struct {
	Schema  string `db:"schema_name" json:"schema"`
	Table   string `db:"table_name" json:"table"`
	Columns int64  `db:"columns" json:"columns"`
	Dropped int64  `db:"dropped" json:"dropped"`
}

var tooManyColumns = Threshold{
	Name: "max-columns", Default: 200, Unit: "columns",
	Why: "a table with more is several tables, or a list that was laid on its side",
}

// TableTooManyColumns finds tables with very many columns.
var TableTooManyColumns = define(Spec[TableColumnUse]{
	Doc: Doc{
		ID:       "table-too-many-columns",
		Title:    "table with very many columns",
		Examines: "tables",
		Why: `An UPDATE of one column writes the whole row anew, and reading one column reads the page with all the others. A row of hundreds of columns fits a page only a few times. Most of them are NULL in most rows: they are attributes of different things that share a table, or values that ought to be rows (month_1, month_2, ...).

Confirm: \d table.

Cure: move columns that are read together, and seldom, to a table of their own with the same key; turn numbered columns into rows; keep rare attributes in one jsonb column. The application has to change with it, so there is no automatic fix.

Prevention: a column needs to be about what the key identifies. This is a matter of design, so the check runs only when it is asked for.`,
		Category:   Tables,
		Severity:   Info,
		OptIn:      true,
		Thresholds: []Threshold{tooManyColumns},
	},
	Judge: func(row *TableColumnUse, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if float64(row.Columns) <= t.Of(tooManyColumns) {
			return Verdict{}, false
		}
		return Verdict{Object: postgres.Name(row.Schema, row.Table), Message: fmt.Sprintf("has %d columns", row.Columns)}, true
	},
})
