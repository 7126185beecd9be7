package checks

import (
	"fmt"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// CompiledStatement is one statement and the time that compiling it took.
type CompiledStatement struct {
	StatementCost
	JITMS        float64 `db:"jit_ms" json:"jit_ms" volatile:"true"`
	SharePercent float64 `json:"share_percent" volatile:"true"` // of its execution time
}

var (
	jitMinShare = Threshold{
		Name: "min-share-percent", Default: 50, Unit: "percent",
		Why: "what takes half of the time cannot have saved more than the other half",
	}
	jitMinTotal = Threshold{
		Name: "min-total-seconds", Default: 60, Unit: "seconds",
		Why: "less compiling of all calls together disturbs nobody",
	}
	jitMinCalls = Threshold{
		Name: "min-calls", Default: 20, Unit: "calls",
		Why: "a statement that ran a few times was typed by somebody, or is a report",
	}
)

// StatementJITHeavy finds statements that are compiled for longer than they run.
var StatementJITHeavy = define(Spec[CompiledStatement]{
	Doc: Doc{
		ID:       "statement-jit-heavy",
		Title:    "statement that is compiled for longer than it runs",
		Examines: "statements",
		Why: `A statement that the planner takes for expensive is compiled to machine code before it runs (jit). That pays for statements that work for many seconds. Where the planner's estimate is too high, on many partitions, or with many expressions, compiling takes hundreds of milliseconds of a statement that would need ten; and the code is thrown away after each run. Migrations to 12 or later, where jit is on by default, were often followed by this.

Confirm: EXPLAIN (ANALYZE) ends with "JIT:" and "Timing: … Total". SELECT query, calls, total_exec_time, jit_generation_time + jit_inlining_time + jit_optimization_time + jit_emission_time FROM pg_stat_statements ORDER BY 4 DESC.

Cure: raise jit_above_cost, and with it jit_inline_above_cost and jit_optimize_above_cost, to ten times the default; or switch jit off for the application's role (ALTER ROLE app SET jit = off) and leave it on for reports. If the estimated rows are far from the real ones, ANALYZE the tables and CREATE STATISTICS first: other decisions suffer from that too.

Prevention: jit = off is a sound default where all statements are short.`,
		Category:   Statements,
		Severity:   Warning,
		Runtime:    true,
		Since:      15,
		Needs:      []Need{{Extension: "pg_stat_statements", Version: "1.10", Role: "pg_read_all_stats"}},
		Thresholds: []Threshold{jitMinShare, jitMinTotal, jitMinCalls},
	},
	Judge: func(row *CompiledStatement, _ postgres.Server, t Thresholds) (Verdict, bool) {
		row.SharePercent = min(100, percentOf(row.JITMS, row.TotalMS))
		sick := row.JITMS > 0 && float64(row.Calls) >= t.Of(jitMinCalls) &&
			row.SharePercent >= t.Of(jitMinShare) && row.JITMS >= t.Of(jitMinTotal)*1000
		return row.verdict(sick, "", fmt.Sprintf("%.0f%% of its time goes into compiling it, %.0f ms each time and %s in %d calls",
			row.SharePercent, row.JITMS/float64(max(1, row.Calls)), ago(time.Duration(row.JITMS)*time.Millisecond), row.Calls))
	},
})
