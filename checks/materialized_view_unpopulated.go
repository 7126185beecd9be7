package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// MaterializedView is one materialized view and what it takes to refresh it.
type MaterializedView struct {
	Schema           string         `db:"schema_name" json:"schema"`
	View             string         `db:"view_name" json:"view"`
	Populated        bool           `db:"populated" json:"populated"`
	Unique           bool           `db:"has_unique" json:"unique"` // an index that allows to refresh it concurrently
	Rows             int64          `db:"rows" json:"rows" volatile:"true"`
	ReadsUnpopulated postgres.Names `db:"reads_unpopulated" json:"reads_unpopulated"`
}

// MaterializedViewUnpopulated finds materialized views that nobody can read.
var MaterializedViewUnpopulated = define(Spec[MaterializedView]{
	Doc: Doc{
		ID:       "materialized-view-unpopulated",
		Title:    "materialized view that cannot be read",
		Examines: "materialized views",
		Why: `A materialized view that was created or refreshed WITH NO DATA cannot be read: each SELECT fails with "materialized view has not been populated". That is the state after pg_restore --schema-only, after a restore in which its query failed, and after a migration that put the refresh off.

Confirm: SELECT matviewname FROM pg_matviews WHERE NOT ispopulated.

Cure: REFRESH MATERIALIZED VIEW, which runs its query, however long that takes. Nobody can read it before anyway; CONCURRENTLY is not possible the first time. pgdoctor fix does it (--max-risk disruptive, since the query is of unknown length and holds a strong lock on the view), and undo empties it again. One that reads another unpopulated one has to wait for that.

Prevention: WITH NO DATA only where the same migration refreshes it.`,
		Category: Tables,
		Severity: Warning,
	},
	Judge: func(row *MaterializedView, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if row.Populated {
			return Verdict{}, false
		}
		return Verdict{Object: postgres.Name(row.Schema, row.View), Message: "has not been populated: every SELECT from it fails"}, true
	},
})
