package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// NestedView is one view and how many views stand on one another in it.
type NestedView struct {
	Schema string `db:"schema_name" json:"schema"`
	View   string `db:"view_name" json:"view"`
	Depth  int64  `db:"depth" json:"depth"` // itself counted
}

var maxViewDepth = Threshold{
	Name: "max-depth", Default: 4, Unit: "views",
	Why: "a view over three others can still be read by a person",
}

// ViewNestedDeep finds views over views over views.
var ViewNestedDeep = define(Spec[NestedView]{
	Doc: Doc{
		ID:       "view-nested-deep",
		Title:    "views nested deep in one another",
		Examines: "views",
		Why: `A view is put into the statement as it is. With many layers the same table is joined several times, columns that nobody asked for are computed below a DISTINCT, GROUP BY or window function that keeps conditions from being pushed down, and past join_collapse_limit (8 tables) the planner no longer looks for the best order. No one who reads the statement sees that; and no layer can be changed without dropping all above it.

Confirm: EXPLAIN SELECT * FROM the view, and count the scans.

Cure: write the outer view over the tables, or make a costly inner layer a materialized view. There is no automatic fix.

Prevention: views over tables, one layer; functions or CTEs for shared pieces.`,
		Category:   Schemas,
		Severity:   Info,
		OptIn:      true,
		Thresholds: []Threshold{maxViewDepth},
	},
	Judge: func(row *NestedView, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  postgres.Name(row.Schema, row.View),
			Message: fmt.Sprintf("is a view over views, %d deep", row.Depth),
		}, float64(row.Depth) > t.Of(maxViewDepth)
	},
})
