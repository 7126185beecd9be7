package checks

import (
	"fmt"
	"time"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// StatementStore is how pg_stat_statements gets by with its room.
type StatementStore struct {
	Max          int64   `db:"max_statements" json:"max" volatile:"true"`
	Evictions    int64   `db:"evictions" json:"evictions"` // times that it had to make room
	WindowHours  float64 `db:"window_hours" json:"window_hours" volatile:"true"`
	Forgotten    int64   `json:"forgotten" volatile:"true"`     // statements, by all evictions
	RecycleHours float64 `json:"recycle_hours" volatile:"true"` // in which as many are forgotten as it holds
}

var (
	evictedMaxHours = Threshold{
		Name: "recycle-hours", Default: 48, Unit: "hours",
		Why: "what runs once a day is forgotten before it runs again",
	}
	evictedMinWindow = Threshold{
		Name: "min-window-hours", Default: 1, Unit: "hours",
		Why: "one migration or one report in a shorter time would look like a habit",
	}
)

// StatementStatisticsEvicted finds servers that forget statements too soon.
var StatementStatisticsEvicted = define(Spec[StatementStore]{
	Doc: Doc{
		ID:       "statement-statistics-evicted",
		Title:    "statement statistics are forgotten too soon",
		Examines: "servers",
		Why: `pg_stat_statements has room for pg_stat_statements.max statements of all databases. When it is full it forgets the least used five per cent, with their numbers. If as many as it holds are forgotten within two days, what it shows is a part of the workload: totals are too low, what runs once a day is missing, and every check of statements judges by that. Making room also locks all of it, which slows down every statement that ends at that moment.

Confirm: SELECT dealloc, stats_reset FROM pg_stat_statements_info; and what fills it: SELECT left(query, 40), count(*) FROM pg_stat_statements GROUP BY 1 ORDER BY 2 DESC LIMIT 10.

Cure: usually one kind of statement fills it. Before PostgreSQL 18 that may be IN lists of every length (pass an array, = ANY ($1)), a table of the same name in the schema of each tenant, or SET with ever other values; before 17 SAVEPOINT with ever other names; and with any version tables whose names are made up each time. Comments do not count. If all of them are real, raise pg_stat_statements.max to 10,000 or more (a restart; some kilobytes each); pg_stat_statements.track_utility = off keeps out what is no query.

Prevention: look at this number before you believe totals.`,
		Category:   Statements,
		Severity:   Warning,
		Runtime:    true,
		Since:      14,
		Needs:      []Need{{Extension: "pg_stat_statements", Version: "1.9", Role: "pg_read_all_stats"}, {Statistics: time.Hour}},
		Thresholds: []Threshold{evictedMaxHours, evictedMinWindow},
	},
	Judge: func(row *StatementStore, _ postgres.Server, t Thresholds) (Verdict, bool) {
		row.Forgotten = row.Evictions * max(10, row.Max/20)
		if row.Evictions == 0 || row.WindowHours < t.Of(evictedMinWindow) {
			return Verdict{}, false
		}
		row.RecycleHours = float64(row.Max) * row.WindowHours / float64(row.Forgotten)
		return Verdict{
			Object: "server",
			Message: fmt.Sprintf("it holds %s statements and forgot %s in %s: all it knows in %s", humanize.Comma(row.Max),
				humanize.Comma(row.Forgotten), ago(seconds(row.WindowHours*3600)), ago(seconds(row.RecycleHours*3600))),
		}, row.RecycleHours <= t.Of(evictedMaxHours)
	},
})
