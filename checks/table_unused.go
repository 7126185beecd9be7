package checks

import (
	"fmt"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var (
	tableUnusedMinDays = Threshold{
		Name: "min-days", Default: 30, Unit: "days",
		Why: "statistics must cover what runs once a month",
	}
	tableUnusedMinMegabytes = Threshold{
		Name: "min-megabytes", Default: 10, Unit: "MiB",
		Why: "a smaller table is not worth a question",
	}
)

// TableUnused finds tables that no statement reads or writes.
var TableUnused = define(Spec[TableUse]{
	Doc: Doc{
		ID:       "table-unused",
		Title:    "table that no statement reads or writes",
		Examines: "tables",
		Why: `A table that nobody uses still takes disk, is in every backup and every restore, is vacuumed against wraparound, and is read about by everybody who learns the schema. It is a copy that somebody made before a risky change, or what a feature left behind.

Confirm: seq_scan, idx_scan, n_tup_ins, n_tup_upd and n_tup_del of pg_stat_user_tables are all zero. Replicas count their own scans, and these are not seen from here. pg_dump reads every table, so that in a database with nightly dumps none counts as unused. Search the code for its name, and ask.

Cure: rename it or take the privileges away for a while, then dump and drop it. Dropping rows is your decision, so there is no automatic fix.

Prevention: date and owner in the comment of every copy that is made by hand.`,
		Category:   Tables,
		Severity:   Info,
		Runtime:    true,
		Needs:      []Need{{Statistics: 30 * 24 * time.Hour}},
		Thresholds: []Threshold{tableUnusedMinDays, tableUnusedMinMegabytes},
	},
	Judge: func(row *TableUse, server postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Reads > 0 || row.Writes > 0 || row.Rows == 0 || float64(row.Bytes) < t.Of(tableUnusedMinMegabytes)*(1<<20) ||
			server.StatsAge().Hours()/24 < t.Of(tableUnusedMinDays) {
			return Verdict{}, false
		}
		return Verdict{
			Object:  row.name(),
			Message: fmt.Sprintf("not read or written once in %s: %s; replicas count their own reads", ago(server.StatsAge()), size(row.Bytes)),
		}, true
	},
})
