package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var (
	columnLimitWarn = Threshold{
		Name: "warn-columns", Default: 1200, Unit: "columns, dropped ones included",
		Why: "three quarters of the limit",
	}
	columnLimitCritical = Threshold{
		Name: "critical-columns", Default: 1590, Unit: "columns, dropped ones included",
		Why: "the next migration may fail",
	}
)

// maxColumns is how many columns a table can have in its life.
const maxColumns = 1600

// TableColumnLimit finds tables to which soon no column can be added.
var TableColumnLimit = define(Spec[TableColumnUse]{
	Doc: Doc{
		ID:       "table-column-limit",
		Title:    "table that comes near the limit of 1600 columns",
		Examines: "tables",
		Why: `A table can have 1600 columns, and a dropped column counts for ever: DROP COLUMN only hides it. A table to which a job adds columns and drops them again reaches the limit with a dozen visible ones. ALTER TABLE ... ADD COLUMN then fails with "tables can have at most 1600 columns", and neither VACUUM FULL nor CLUSTER helps.

Confirm: SELECT count(*), count(*) FILTER (WHERE attisdropped) FROM pg_attribute WHERE attrelid = 'schema.table'::regclass AND attnum > 0.

Cure: only a new table starts from nothing: CREATE TABLE new (LIKE old INCLUDING ALL), copy the rows, swap the names; or dump and restore it. All foreign keys and views have to move along, so there is no automatic fix.

Prevention: no job that adds and drops columns; temporary tables or jsonb for what changes its shape.`,
		Category:   Tables,
		Severity:   Warning,
		Thresholds: []Threshold{columnLimitWarn, columnLimitCritical},
	},
	Judge: func(row *TableColumnUse, _ postgres.Server, t Thresholds) (Verdict, bool) {
		used := row.Columns + row.Dropped
		if float64(used) < t.Of(columnLimitWarn) {
			return Verdict{}, false
		}
		verdict := Verdict{
			Object:  postgres.Name(row.Schema, row.Table),
			Message: fmt.Sprintf("%d of %d columns are used up, %d of them by dropped ones", used, maxColumns, row.Dropped),
		}
		if float64(used) >= t.Of(columnLimitCritical) {
			verdict.Severity = Critical
		}
		return verdict, true
	},
})
