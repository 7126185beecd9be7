package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var fewNullsMax = Threshold{
	Name: "max-rows", Default: 100, Unit: "rows",
	Why: "of at least 10,000: more are probably meant",
}

// FewNulls finds columns in which a handful of rows lack the value that all
// others have.
var FewNulls = define(Spec[RequiredColumn]{
	Doc: Doc{
		ID:       "few-nulls",
		Title:    "column that is NULL in a handful of rows only",
		Examines: "columns of foreign keys and unique indexes",
		Why: `The column is part of a foreign key or of a unique index, and all but a handful of at least 10,000 rows have a value. The few are probably the work of a defect, of an import or of somebody's hand: they refer to nothing, are left out of joins, and stand in the way of NOT NULL.

Confirm: SELECT * FROM table WHERE column IS NULL. All of them were counted; statistics only chose where to look.

Cure: complete or remove these rows, then make the column NOT NULL, for which nullable-without-nulls has a fix. There is no automatic fix: what belongs there only you know. Where NULL is meant, such as a root without a parent, all is well; that is why this check runs only when it is named.

Prevention: NOT NULL in CREATE TABLE, unless a row can do without.`,
		Category:   Data,
		Severity:   Info,
		OptIn:      true,
		Runtime:    true,
		Thresholds: []Threshold{fewNullsMax},
	},
	Probe: countNulls,
	Judge: func(row *RequiredColumn, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  postgres.Name(row.Schema, row.Table, row.Column),
			Message: fmt.Sprintf("%s of about %s rows", many(row.Nulls, "is NULL", "are NULL"), humanize.Comma(row.Rows)),
		}, row.Nulls > 0 && float64(row.Nulls) <= t.Of(fewNullsMax)
	},
})
