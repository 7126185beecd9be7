package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// UnsteadyStatement is one statement and how far the times of its calls lie apart.
type UnsteadyStatement struct {
	StatementCost
	StddevMS float64 `db:"stddev_ms" json:"stddev_ms" volatile:"true"`
	MaxMS    float64 `db:"max_ms" json:"max_ms" volatile:"true"`
}

var (
	varianceFactor = Threshold{
		Name: "factor", Default: 3, Unit: "times the mean",
		Why: "times of a healthy statement lie within about one mean of the mean",
	}
	varianceMinStddev = Threshold{
		Name: "min-stddev-ms", Default: 500, Unit: "ms",
		Why: "nobody notices less",
	}
	varianceMinCalls = Threshold{
		Name: "min-calls", Default: 100, Unit: "calls",
		Why: "among fewer the first one, with cold memory, is all there is to see",
	}
)

// StatementHighVariance finds statements that are mostly fast and sometimes very slow.
var StatementHighVariance = define(Spec[UnsteadyStatement]{
	Doc: Doc{
		ID:       "statement-high-variance",
		Title:    "statement that is mostly fast and sometimes very slow",
		Examines: "statements",
		Why: `The average of this statement looks good, and yet users complain: some calls take a hundred times as long. Three things do that. It waited for a lock, which is part of its time. The values matter: a customer with ten orders and one with a million get the same generic plan, or an estimate that fits only one of them. Or its blocks are in memory at one time and not at another.

Confirm: SELECT query, calls, mean_exec_time, stddev_exec_time, max_exec_time FROM pg_stat_statements ORDER BY stddev_exec_time DESC. To catch a slow call with its values and its plan: auto_explain with auto_explain.log_min_duration; log_lock_waits names those that waited.

Cure: locks: shorter transactions, rows taken in the same order (lock-wait). Values: ALTER TABLE … ALTER COLUMN … SET STATISTICS 1000 and ANALYZE; CREATE STATISTICS for columns that depend on each other; SET plan_cache_mode = force_custom_plan for the role if prepared statements get a bad generic plan; a statement of its own, with a LIMIT, for the large customers. Memory: statement-low-cache-hit.

Prevention: watch the slowest one per cent, not the mean; a statement_timeout bounds the rest.`,
		Category:   Statements,
		Severity:   Info,
		Runtime:    true,
		Needs:      []Need{needStatements},
		Thresholds: []Threshold{varianceFactor, varianceMinStddev, varianceMinCalls},
	},
	Judge: func(row *UnsteadyStatement, _ postgres.Server, t Thresholds) (Verdict, bool) {
		sick := float64(row.Calls) >= t.Of(varianceMinCalls) && row.StddevMS >= t.Of(varianceMinStddev) &&
			row.StddevMS >= t.Of(varianceFactor)*row.MeanMS
		return row.verdict(sick, "", fmt.Sprintf("takes %.0f ms on average but spreads by %.0f ms, up to %.0f ms, %d calls",
			row.MeanMS, row.StddevMS, row.MaxMS, row.Calls))
	},
})
