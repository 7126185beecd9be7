package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// MaterializedViewNotRefreshableConcurrently finds materialized views that
// cannot be refreshed while they are read.
var MaterializedViewNotRefreshableConcurrently = define(Spec[MaterializedView]{
	Doc: Doc{
		ID:       "materialized-view-not-refreshable-concurrently",
		Title:    "materialized view that cannot be refreshed while it is read",
		Examines: "materialized views",
		Why: `REFRESH MATERIALIZED VIEW takes an ACCESS EXCLUSIVE lock: whoever reads the view waits until its query is through. REFRESH ... CONCURRENTLY lets them read the old rows meanwhile, but tells rows apart by a unique index over plain columns and all rows, and there is none.

Confirm: \d view shows no such index.

Cure: CREATE UNIQUE INDEX on the columns that identify a row of the view. Which those are only its author knows, so there is no automatic fix.

Prevention: a unique index in the migration that creates the view. A view that is refreshed at night, or never, does not need one, so the check runs only when it is asked for.`,
		Category: Tables,
		Severity: Info,
		OptIn:    true,
	},
	Judge: func(row *MaterializedView, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if row.Unique {
			return Verdict{}, false
		}
		return Verdict{Object: postgres.Name(row.Schema, row.View), Message: "no unique index: while it is refreshed nobody can read it"}, true
	},
})
