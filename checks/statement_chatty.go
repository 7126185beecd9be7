package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ChattyStatement is one statement and its share of the calls of its database.
type ChattyStatement struct {
	StatementCost
	RowsPerCall  float64 `db:"rows_per_call" json:"rows_per_call"`
	SharePercent float64 `db:"share_percent" json:"share_percent" volatile:"true"` // of the calls of all statements
}

var (
	chattyMinCalls = Threshold{
		Name: "min-calls", Default: 100_000, Unit: "calls",
		Why: "among fewer calls a share means nothing",
	}
	chattyMinShare = Threshold{
		Name: "min-share-percent", Default: 33, Unit: "percent",
		Why: "the statements of one request run about equally often; one that runs as often as all of them together runs in a loop",
	}
	chattyMaxRows = Threshold{
		Name: "max-rows-per-call", Default: 2, Unit: "rows",
		Why: "a statement that returns more at once is not asked for row by row",
	}
)

// StatementChatty finds statements that an application runs in a loop.
var StatementChatty = define(Spec[ChattyStatement]{
	Doc: Doc{
		ID:       "statement-chatty",
		Title:    "statement that is called again and again for very little",
		Examines: "statements",
		Why: `A statement that makes up a third of all calls and returns or changes a row or two each time is usually a loop in the application. It is an ORM that loads the author of each post by itself (N+1 queries), rows inserted one by one, a worker that polls an empty queue, a pool that sends SELECT 1 before each request. Each call is cheap for the server, and that is why it is not noticed; but each costs a round trip, and a page that needs two hundred of them waits two hundred times.

Confirm: SELECT query, calls, rows, mean_exec_time FROM pg_stat_statements ORDER BY calls DESC LIMIT 5. Then look at the statements of one request in the application's log.

Cure: load the rows of a list at once (WHERE id = ANY ($1), a join, or the ORM's eager loading: select_related, includes, JOIN FETCH); INSERT many rows with one statement or COPY; poll less often, or LISTEN for a NOTIFY; leave the validation query to the pool's idle time. Where a row by its key is what the application needs, there is nothing to cure: raise the threshold.

Prevention: count the statements of a request in tests, and fail where the number grows with the number of rows.`,
		Category:   Statements,
		Severity:   Info,
		Runtime:    true,
		Needs:      []Need{needStatements},
		Thresholds: []Threshold{chattyMinCalls, chattyMinShare, chattyMaxRows},
	},
	Judge: func(row *ChattyStatement, _ postgres.Server, t Thresholds) (Verdict, bool) {
		sick := float64(row.Calls) >= t.Of(chattyMinCalls) && row.SharePercent >= t.Of(chattyMinShare) && row.RowsPerCall <= t.Of(chattyMaxRows)
		return row.verdict(sick, "", fmt.Sprintf("called %s, %.0f%% of the calls of all statements, for %.1f rows each time",
			many(row.Calls, "time", "times"), row.SharePercent, row.RowsPerCall))
	},
})
