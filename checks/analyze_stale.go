package checks

import (
	"fmt"
	"time"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// StaleStatistics is one table and how many rows changed since the planner's
// statistics of it were collected.
type StaleStatistics struct {
	Schema       string `db:"schema_name" json:"schema"`
	Table        string `db:"table_name" json:"table"`
	Autovacuum   bool   `db:"autovacuum" json:"autovacuum"` // on for this table
	LiveRows     int64  `db:"live_rows" json:"live_rows" volatile:"true"`
	ModifiedRows int64  `db:"modified_rows" json:"modified_rows" volatile:"true"`
	Trigger      int64  `db:"analyze_trigger" json:"trigger" volatile:"true"`     // modified rows at which autovacuum comes
	SecondsSince *int64 `db:"seconds_since" json:"seconds_since" volatile:"true"` // the last ANALYZE; nil: none is known
}

var (
	analyzeFactor = Threshold{
		Name: "factor", Default: 2, Unit: "times autovacuum's trigger",
		Why: "at one time autovacuum comes; at twice it should have been there",
	}
	analyzeMinModified = Threshold{
		Name: "min-modified", Default: 1000, Unit: "rows",
		Why: "fewer seldom change a plan",
	}
	analyzeMinHours = Threshold{
		Name: "min-hours", Default: 3, Unit: "hours",
		Why: "autovacuum takes one table after the other: it gets this long since the last ANALYZE, or since statistics began",
	}
)

// AnalyzeStale finds tables that the planner has a wrong picture of.
var AnalyzeStale = define(Spec[StaleStatistics]{
	Doc: Doc{
		ID:       "analyze-stale",
		Title:    "planner statistics that are out of date, or were never collected",
		Examines: "tables",
		Why: `The planner chooses between plans by what ANALYZE saw: how many rows there are, which values are frequent. After a bulk load, a large deletion or a restore without ANALYZE it plans for a table that no longer exists, and a statement that took milliseconds takes minutes. Autovacuum analyzes when modified rows pass autovacuum_analyze_threshold plus autovacuum_analyze_scale_factor of the table's rows; this check speaks at a multiple of that, and only if there was time enough.

Confirm: SELECT n_mod_since_analyze, last_analyze, last_autoanalyze FROM pg_stat_all_tables; EXPLAIN ANALYZE shows estimated rows far from actual ones.

Cure: ANALYZE the table, which reads a sample of it while readers and writers go on; pgdoctor fix does it. After pg_upgrade before 18, and after pg_restore: vacuumdb --all --analyze-in-stages, since pg_upgrade leaves no trace in the counters that this check reads.

Prevention: leave autovacuum on; ANALYZE at the end of every bulk load. The parent of partitions has statistics of its own, which autovacuum never collects: ANALYZE it from time to time.`,
		Category:   Vacuum,
		Severity:   Warning,
		Runtime:    true,
		Needs:      []Need{{Statistics: 3 * time.Hour}},
		Thresholds: []Threshold{analyzeFactor, analyzeMinModified, analyzeMinHours},
	},
	Judge: func(row *StaleStatistics, server postgres.Server, t Thresholds) (Verdict, bool) {
		since := overdueFor(server, row.SecondsSince)
		if float64(row.ModifiedRows) < t.Of(analyzeMinModified) || since.Hours() < t.Of(analyzeMinHours) ||
			float64(row.ModifiedRows) < t.Of(analyzeFactor)*float64(row.Trigger) {
			return Verdict{}, false
		}
		message := fmt.Sprintf("%s rows changed and no ANALYZE for %s: autovacuum was to come at %s",
			humanize.Comma(row.ModifiedRows), ago(since), humanize.Comma(row.Trigger))
		if row.SecondsSince == nil {
			message = fmt.Sprintf("%s rows changed and no ANALYZE is known: the planner guesses; autovacuum was to come at %s",
				humanize.Comma(row.ModifiedRows), humanize.Comma(row.Trigger))
		}
		if !row.Autovacuum {
			message += ", but it is switched off"
		}
		return Verdict{Object: postgres.Name(row.Schema, row.Table), Message: message}, true
	},
})
