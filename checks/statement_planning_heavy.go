package checks

import (
	"fmt"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// PlannedStatement is one statement and the time that planning it took.
type PlannedStatement struct {
	StatementCost
	Plans      int64   `db:"plans" json:"plans"` // fewer than calls where a generic plan is kept
	PlanMS     float64 `db:"plan_ms" json:"plan_ms" volatile:"true"`
	PlanMeanMS float64 `json:"plan_mean_ms" volatile:"true"`
}

var (
	planFactor = Threshold{
		Name: "factor", Default: 1, Unit: "times its execution",
		Why: "from there on most of its time is gone before it begins",
	}
	planMinTotal = Threshold{
		Name: "min-total-seconds", Default: 10, Unit: "seconds",
		Why: "less planning of all calls together disturbs nobody",
	}
	planMinMean = Threshold{
		Name: "min-mean-ms", Default: 1, Unit: "ms",
		Why: "a simple statement is planned in a tenth of that, and may run as fast",
	}
)

// StatementPlanningHeavy finds statements that are planned for longer than they run.
var StatementPlanningHeavy = define(Spec[PlannedStatement]{
	Doc: Doc{
		ID:       "statement-planning-heavy",
		Title:    "statement that is planned for longer than it runs",
		Examines: "statements",
		Why: `Before a statement runs it is planned, each time anew unless it is prepared. For a statement on many tables, on a table with hundreds of partitions or dozens of indexes, or with a list of thousands of values, that takes longer than running it, and most of what the user waits for never shows in its execution time.

Confirm: EXPLAIN (ANALYZE) prints "Planning Time" and "Execution Time". SELECT query, plans, total_plan_time, total_exec_time FROM pg_stat_statements ORDER BY total_plan_time DESC.

Cure: prepared statements, which after five runs keep a generic plan if it is no worse; behind PgBouncer that needs 1.21 with max_prepared_statements. Name the partition key in the condition, so that the planner drops the other partitions at once, and do not make partitions by the hour where a month does. Pass long lists as an array, = ANY ($1). Drop unused indexes, each of which is considered (index-unused). The first statement of a connection also reads the catalog: keep connections instead of opening one for each request.

Prevention: pg_stat_statements.track_planning costs something on very busy servers: switch it on to look, and off again.`,
		Category:   Statements,
		Severity:   Info,
		Runtime:    true,
		Needs:      []Need{needStatements, {Setting: "pg_stat_statements.track_planning"}},
		Thresholds: []Threshold{planFactor, planMinTotal, planMinMean},
	},
	Judge: func(row *PlannedStatement, _ postgres.Server, t Thresholds) (Verdict, bool) {
		row.PlanMeanMS = row.PlanMS / float64(max(1, row.Plans))
		sick := row.PlanMS >= t.Of(planMinTotal)*1000 && row.PlanMeanMS >= t.Of(planMinMean) && row.PlanMS > t.Of(planFactor)*row.TotalMS
		return row.verdict(sick, "", fmt.Sprintf("was planned %d times, for %.1f ms and %s in all, and ran %d times, for %.1f ms",
			row.Plans, row.PlanMeanMS, ago(time.Duration(row.PlanMS)*time.Millisecond), row.Calls, row.MeanMS))
	},
})
