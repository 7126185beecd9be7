package checks

import (
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var tableEmptyMinDays = Threshold{
	Name: "min-days", Default: 7, Unit: "days",
	Why: "a queue that is empty now may have been full yesterday: statistics must cover a week",
}

// TableEmpty finds tables that hold no rows and got none.
var TableEmpty = define(Spec[TableUse]{
	Doc: Doc{
		ID:       "table-empty",
		Title:    "table that never holds a row",
		Examines: "tables",
		Why: `A table without a row, into which none was written since statistics began, belongs to a feature that was never finished or never used. It costs next to nothing, but whoever reads the schema takes it for a part of the product.

Confirm: SELECT count(*), and n_tup_ins of pg_stat_user_tables is zero.

Cure: find out which code was to write to it, and drop both. There is no automatic fix.

Prevention: remove the tables of a feature together with the feature. This is a matter of tidiness, so the check runs only when it is asked for.`,
		Category:   Tables,
		Severity:   Info,
		Runtime:    true,
		OptIn:      true,
		Needs:      []Need{{Statistics: 7 * 24 * time.Hour}},
		Thresholds: []Threshold{tableEmptyMinDays},
	},
	Judge: func(row *TableUse, server postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Bytes > 0 || row.Rows > 0 || row.Writes > 0 || server.StatsAge().Hours()/24 < t.Of(tableEmptyMinDays) {
			return Verdict{}, false
		}
		return Verdict{Object: row.name(), Message: "holds no row, and none was written in " + ago(server.StatsAge())}, true
	},
})
