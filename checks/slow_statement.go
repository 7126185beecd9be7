package checks

import (
	"context"
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// SlowQuery is one statement and how long it takes.
type SlowQuery struct {
	QueryID       string   `db:"queryid" json:"queryid" volatile:"true"`
	Query         string   `db:"query" json:"query"` // at most 2,000 characters
	Calls         int64    `db:"calls" json:"calls"`
	MeanMS        float64  `db:"mean_ms" json:"mean_ms" volatile:"true"`
	TotalMS       float64  `db:"total_ms" json:"total_ms" volatile:"true"`
	RowsPerCall   float64  `db:"rows_per_call" json:"rows_per_call"`
	BlocksPerCall float64  `db:"blocks_per_call" json:"blocks_per_call" volatile:"true"` // from memory or disk
	Plan          []string `json:"plan,omitempty" volatile:"true"`                       // generic plan of the slowest, found without running it
	PlanError     string   `json:"plan_error,omitempty" volatile:"true"`                 // why there is none
}

var (
	slowMinMean = Threshold{
		Name: "min-mean-ms", Default: 1000, Unit: "ms",
		Why: "a user who waits for a second loses the thread",
	}
	slowMinCalls = Threshold{
		Name: "min-calls", Default: 5, Unit: "calls",
		Why: "a statement that ran a few times was typed by somebody, or is a report",
	}
)

// slow says whether a statement is to be reported.
func (q SlowQuery) slow(t Thresholds) bool {
	return q.MeanMS >= t.Of(slowMinMean) && float64(q.Calls) >= t.Of(slowMinCalls) && !onlyCatalog(q.Query)
}

// SlowStatement finds statements that take long each time.
var SlowStatement = define(Spec[SlowQuery]{
	Doc: Doc{
		ID:       "slow-statement",
		Title:    "statement that takes long on average",
		Examines: "statements",
		Why: `Whoever calls this statement waits that long every time, and holds a connection meanwhile. Times are those of pg_stat_statements for this database since its last reset, execution without planning; statements of the catalogs, utility statements such as COPY or VACUUM and pgdoctor's own are left out.

Confirm: the evidence holds the generic plan of the ten slowest, found without running them. Look for a Seq Scan with a Filter on a large table, a Sort of many rows, a Nested Loop over many. EXPLAIN (ANALYZE, BUFFERS) tells more but runs the statement: inside BEGIN and ROLLBACK if it writes.

Cure: an index for its conditions (missing-index says which), a narrower select list, a LIMIT with keyset pagination, fewer rows per request. Stale planner statistics make good plans bad: see analyze-stale.

Prevention: a statement_timeout for the application's role, and plans of new statements looked at before they ship.`,
		Category:   Statements,
		Severity:   Warning,
		Runtime:    true,
		Needs:      []Need{needStatements},
		Thresholds: []Threshold{slowMinMean, slowMinCalls},
	},
	Probe: planSlowest,
	Judge: func(row *SlowQuery, _ postgres.Server, t Thresholds) (Verdict, bool) {
		sick := row.slow(t)
		text := row.Query
		row.Query = shorten(text, shownText)
		if !sick {
			return Verdict{}, false
		}
		return Verdict{
			Object:  row.QueryID,
			Message: fmt.Sprintf("takes %.0f ms on average of %d calls: %s", row.MeanMS, row.Calls, excerpt(text)),
		}, true
	},
})

// plansShown is how many plans are worth the time it takes to get them.
const plansShown = 10

// planSlowest adds plans to the slowest statements; the query returns those first.
func planSlowest(ctx context.Context, p *Prober, statements []SlowQuery) ([]SlowQuery, error) {
	planned := 0
	for i := range statements {
		if planned == plansShown {
			break
		}
		row := &statements[i]
		if !row.slow(Thresholds{slowMinMean.Name: p.runner.least(slowMinMean), slowMinCalls.Name: p.runner.least(slowMinCalls)}) {
			continue
		}
		planned++
		plan, err := genericPlan(ctx, p, row.Query)
		if ctx.Err() != nil {
			return nil, err
		}
		if err != nil {
			// No plan is no gap in what was examined: the statement is slow all the same.
			row.PlanError, _ = explain(ctx, err, p.runner.timeout)
		}
		row.Plan = plan
	}
	return statements, nil
}
