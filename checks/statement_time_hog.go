package checks

import (
	"fmt"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// StatementShare is one statement and its share of the time of its database.
type StatementShare struct {
	QueryID      string  `db:"queryid" json:"queryid" volatile:"true"`
	Query        string  `db:"query" json:"query"` // at most 2,000 characters
	Calls        int64   `db:"calls" json:"calls"`
	MeanMS       float64 `db:"mean_ms" json:"mean_ms" volatile:"true"`
	TotalMS      float64 `db:"total_ms" json:"total_ms" volatile:"true"`
	DatabaseMS   float64 `db:"database_ms" json:"database_ms" volatile:"true"` // of all statements of the database
	SharePercent float64 `db:"share_percent" json:"share_percent" volatile:"true"`
}

var (
	hogMinShare = Threshold{
		Name: "min-share-percent", Default: 33, Unit: "percent",
		Why: "making this one statement twice as fast gives the server a sixth of its time back",
	}
	hogMinTotal = Threshold{
		Name: "min-total-seconds", Default: 10, Unit: "seconds",
		Why: "in less time of all statements together a share means nothing",
	}
	hogMinCalls = Threshold{
		Name: "min-calls", Default: 2, Unit: "calls",
		Why: "what ran once, such as filling a table, is over and cannot be helped any more",
	}
)

// StatementTimeHog finds single statements that take the most of a database's time.
var StatementTimeHog = define(Spec[StatementShare]{
	Doc: Doc{
		ID:       "statement-time-hog",
		Title:    "statement that takes a large share of the database's time",
		Examines: "statements",
		Why: `A statement need not be slow to be what the server is busy with: a millisecond, called a thousand times a second, is a core. Whatever makes this one cheaper relieves the whole server more than anything else. The share is that of the execution time of all statements of this database in pg_stat_statements, since its last reset and as far as it still remembers them.

Confirm: SELECT query, calls, total_exec_time, mean_exec_time FROM pg_stat_statements ORDER BY total_exec_time DESC LIMIT 5.

Cure: many calls and a small mean: call it less, by loading the rows of a list at once (N+1 queries), by caching, or by polling less often. Few calls and a large mean: see slow-statement and missing-index.

Prevention: look at the statements by total time after every release.`,
		Category:   Statements,
		Severity:   Warning,
		Runtime:    true,
		Needs:      []Need{needStatements},
		Thresholds: []Threshold{hogMinShare, hogMinTotal, hogMinCalls},
	},
	Judge: func(row *StatementShare, _ postgres.Server, t Thresholds) (Verdict, bool) {
		text := row.Query
		row.Query = shorten(text, shownText)
		if row.SharePercent < t.Of(hogMinShare) || row.DatabaseMS < t.Of(hogMinTotal)*1000 ||
			float64(row.Calls) < t.Of(hogMinCalls) || onlyCatalog(text) {
			return Verdict{}, false
		}
		return Verdict{
			Object: row.QueryID,
			Message: fmt.Sprintf("takes %.0f%% of the time of all statements, %s in %d calls: %s",
				row.SharePercent, ago(time.Duration(row.TotalMS)*time.Millisecond), row.Calls, excerpt(text)),
		}, true
	},
})
