package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// PreparedTransaction is one transaction that waits for its second phase.
type PreparedTransaction struct {
	GID      string `db:"gid" json:"gid"`
	Database string `db:"database_name" json:"database"`
	Owner    string `db:"owner" json:"owner"`
	Here     bool   `db:"here" json:"here"` // in the database that is examined
	Prepared string `db:"prepared" json:"prepared" volatile:"true"`
	Seconds  int64  `db:"seconds" json:"seconds" volatile:"true"`
	XIDs     int64  `db:"xids" json:"xids" volatile:"true"` // transactions since
}

var (
	preparedWarnSeconds = Threshold{
		Name: "warn-seconds", Default: 600, Unit: "seconds",
		Why: "a coordinator that is alive ends a transaction within seconds",
	}
	preparedCriticalHours = Threshold{
		Name: "critical-hours", Default: 24, Unit: "hours",
		Why: "a day of locks, and of dead rows that VACUUM may not remove",
	}
	preparedCriticalXIDs = Threshold{
		Name: "critical-xids", Default: 100_000_000, Unit: "transactions",
		Why: "half of the age at which VACUUM must freeze, which this transaction keeps it from",
	}
)

// PreparedTransactionOld finds prepared transactions that nobody ends.
var PreparedTransactionOld = define(Spec[PreparedTransaction]{
	Doc: Doc{
		ID:       "prepared-transaction-old",
		Title:    "prepared transaction that nobody commits or rolls back",
		Examines: "prepared transactions",
		Why: `After PREPARE TRANSACTION a transaction belongs to no session: it keeps its locks over disconnects and restarts until somebody says COMMIT PREPARED or ROLLBACK PREPARED. One that its coordinator has forgotten blocks whoever wants its rows, keeps VACUUM from removing dead rows and, at last, from preventing the wraparound of transaction IDs, which stops all writing.

Confirm: SELECT gid, prepared, owner, database FROM pg_prepared_xacts. No session shows it; pg_blocking_pids() of who waits for it says 0.

Cure: ask the coordinator (the application server, XA manager or microservice whose form the gid has) what became of it: COMMIT PREPARED 'gid' if the other participants committed, else ROLLBACK PREPARED 'gid', in its database, as its owner or a superuser. Rolling back what the others committed leaves them different. pgdoctor fix rolls back one named transaction, and it cannot be undone.

Prevention: max_prepared_transactions = 0 where nothing uses them, and an alert on this check where something does.`,
		Category:   Locks,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Thresholds: []Threshold{preparedWarnSeconds, preparedCriticalHours, preparedCriticalXIDs},
	},
	Judge: func(row *PreparedTransaction, _ postgres.Server, t Thresholds) (Verdict, bool) {
		verdict := Verdict{
			Object: postgres.Name(row.Database, row.GID),
			Message: fmt.Sprintf("has been prepared by %s for %s, %s transactions ago",
				row.Owner, ago(seconds(float64(row.Seconds))), humanize.Comma(row.XIDs)),
		}
		if seconds(float64(row.Seconds)).Hours() >= t.Of(preparedCriticalHours) || float64(row.XIDs) >= t.Of(preparedCriticalXIDs) {
			verdict.Severity = Critical
			return verdict, true
		}
		return verdict, float64(row.Seconds) >= t.Of(preparedWarnSeconds)
	},
})
