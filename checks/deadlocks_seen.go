package checks

import (
	"fmt"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var (
	deadlockMinPerDay = Threshold{
		Name: "min-per-day", Default: 1, Unit: "deadlocks a day",
		Why: "a rarer one is tried again and forgotten",
	}
	deadlockWarnPerDay = Threshold{
		Name: "warn-per-day", Default: 24, Unit: "deadlocks a day",
		Why: "one an hour is no accident, but two pieces of the program that take the same rows in opposite order",
	}
)

// DeadlocksSeen finds databases in which transactions lock each other out.
var DeadlocksSeen = define(Spec[DatabaseCounters]{
	Doc: Doc{
		ID:       "deadlocks-seen",
		Title:    "transactions that deadlock",
		Examines: "databases",
		Why: `Two transactions each hold a row that the other one wants. After deadlock_timeout the server rolls one of them back with SQLSTATE 40P01: somebody's request fails, and both have waited at least that long. Usually two pieces of the program change the same rows in a different order, or a foreign key's check locks a parent row that another transaction is about to update.

Confirm: the server's log names both statements and their rows: "deadlock detected", DETAIL "Process … waits for … ; blocked by …". SELECT datname, deadlocks FROM pg_stat_database counts them; the rate here is over the time since statistics were reset, at least a day.

Cure: take rows in the same order everywhere: sort by the key before a loop of updates, SELECT … ORDER BY id FOR UPDATE before the update of many rows, change parents before children. Keep transactions short. DDL deadlocks with the application where it locks two tables: one table a transaction, with lock_timeout.

Prevention: the application tries a transaction again that failed with 40P01; an alert on it in the log.`,
		Category:   Locks,
		Severity:   Warning,
		Runtime:    true,
		Needs:      []Need{{Statistics: time.Hour}},
		Thresholds: []Threshold{deadlockMinPerDay, deadlockWarnPerDay},
	},
	Judge: func(row *DatabaseCounters, server postgres.Server, t Thresholds) (Verdict, bool) {
		days := max(1, row.window(server).Hours()/24) // a first bad hour is not yet a habit
		rate := float64(row.Deadlocks) / days
		return Verdict{
			Object:   postgres.Name(row.Database),
			Severity: row.graded(rate >= t.Of(deadlockWarnPerDay)),
			Message:  fmt.Sprintf("%s, %s%.1f a day", many(row.Deadlocks, "deadlock", "deadlocks"), row.atMost(), rate),
		}, row.Deadlocks > 0 && rate >= t.Of(deadlockMinPerDay)
	},
})
