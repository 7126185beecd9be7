package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var (
	rollbackMinPercent = Threshold{
		Name: "min-percent", Default: 10, Unit: "percent",
		Why: "a few transactions of an application fail, not one in ten",
	}
	rollbackMinTransactions = Threshold{
		Name: "min-transactions", Default: 10_000, Unit: "transactions",
		Why: "among fewer a ratio means nothing",
	}
)

// RollbackRatioHigh finds databases in which much work is thrown away.
var RollbackRatioHigh = define(Spec[DatabaseCounters]{
	Doc: Doc{
		ID:       "rollback-ratio-high",
		Title:    "many transactions are rolled back",
		Examines: "databases",
		Why: `A transaction that is rolled back did its work for nothing, and leaves dead rows for VACUUM. Behind many of them is an error that somebody swallows: unique violations where the application tries to insert and then updates, serialization failures that are tried again, deadlocks, statement timeouts, clients that vanish. Some frameworks and poolers end transactions that only read with ROLLBACK; that costs nothing, and then the threshold is to be raised.

Confirm: SELECT datname, xact_commit, xact_rollback FROM pg_stat_database, twice, a minute apart: is it going on? The server's log has the errors with their statements (log_min_error_statement = error is the default); with %e in log_line_prefix they can be counted by SQLSTATE.

Cure: INSERT … ON CONFLICT instead of insert, fail, update. Retries of serialization failures with a pause, and smaller transactions. Commit read-only transactions, so that the number means something again.

Prevention: an alert on errors by SQLSTATE in the log.`,
		Category:   Statements,
		Severity:   Info,
		Runtime:    true,
		Thresholds: []Threshold{rollbackMinPercent, rollbackMinTransactions},
	},
	Judge: func(row *DatabaseCounters, server postgres.Server, t Thresholds) (Verdict, bool) {
		row.window(server)
		all := row.Commits + row.Rollbacks
		percent := percentOf(float64(row.Rollbacks), float64(all))
		return Verdict{
			Object:  postgres.Name(row.Database),
			Message: fmt.Sprintf("%.0f%% of %s transactions were rolled back", percent, humanize.Comma(all)),
		}, row.Rollbacks > 0 && float64(all) >= t.Of(rollbackMinTransactions) && percent >= t.Of(rollbackMinPercent)
	},
})
