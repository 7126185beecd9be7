package checks

import (
	"fmt"
	"time"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var (
	rareMinDays = Threshold{
		Name: "min-days", Default: 30, Unit: "days",
		Why: "statistics must cover what runs once a month",
	}
	rareMinMegabytes = Threshold{
		Name: "min-megabytes", Default: 100, Unit: "MiB",
		Why: "a smaller index costs too little to argue about",
	}
	rareMinWrites = Threshold{
		Name: "min-writes", Default: 10_000, Unit: "rows",
		Why: "an index of a table that nobody writes to costs only disk",
	}
	rareWritesPerScan = Threshold{
		Name: "writes-per-scan", Default: 10_000, Unit: "writes",
		Why: "so many writes cost more than one scan is likely to save",
	}
	rareScansPerDay = Threshold{
		Name: "max-scans-per-day", Default: 1, Unit: "scans",
		Why: "what runs daily is a use, whatever the writes cost",
	}
)

// IndexRarelyUsed finds indexes that are written all the time and read hardly ever.
var IndexRarelyUsed = define(Spec[ScannedIndex]{
	Doc: Doc{
		ID:       "index-rarely-used",
		Title:    "index that is written all the time and read hardly ever",
		Examines: "indexes",
		Why: `Somebody reads this index, but less than once a day, while every row that is written to its table is written to it as well. The few scans may be a report that could as well read the whole table at night, or an accident of the planner; or they may be the one lookup by which support finds a customer, which would take minutes without it.

Confirm: which statement is it? From PostgreSQL 16 on, last_idx_scan in pg_stat_user_indexes says when it last ran. EXPLAIN it, and see what it costs without: in a transaction that is rolled back on a copy, or by hypopg_hide_index. Replicas count their own scans.

Cure: if the statement can do without, DROP INDEX CONCURRENTLY; if it needs only few of the rows, a partial index. There is no automatic fix: whether a rare use is worth its price only its user knows.

Prevention: note in a COMMENT ON INDEX what an index is for. Indexes that enforce something, and the best one of each foreign key, are not reported.`,
		Category:   Indexes,
		Severity:   Info,
		Runtime:    true,
		Needs:      []Need{{Statistics: 30 * 24 * time.Hour}},
		Thresholds: []Threshold{rareMinDays, rareMinMegabytes, rareMinWrites, rareWritesPerScan, rareScansPerDay},
	},
	Judge: func(row *ScannedIndex, server postgres.Server, t Thresholds) (Verdict, bool) {
		days := server.StatsAge().Hours() / 24
		row.Days = int64(days)
		scans, writes := float64(row.Scans), float64(row.Writes)
		if row.Scans == 0 || days < t.Of(rareMinDays) || float64(row.Bytes) < t.Of(rareMinMegabytes)*(1<<20) ||
			writes < t.Of(rareMinWrites) || writes < t.Of(rareWritesPerScan)*scans || scans >= t.Of(rareScansPerDay)*max(1, days) {
			return Verdict{}, false
		}
		return Verdict{
			Object: postgres.Name(row.Schema, row.Index),
			Message: fmt.Sprintf("used %s in %s, while %s rows were written to %s: %s; replicas count their own scans",
				many(row.Scans, "time", "times"), ago(server.StatsAge()), humanize.Comma(row.Writes), postgres.Name(row.Schema, row.Table), size(row.Bytes)),
		}, true
	},
})
