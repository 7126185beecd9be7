package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var (
	transactionMinSeconds = Threshold{
		Name: "min-seconds", Default: 300, Unit: "seconds",
		Why: "no request of a user takes that long",
	}
	transactionWarnSeconds = Threshold{
		Name: "warn-seconds", Default: 1800, Unit: "seconds",
		Why: "half an hour of dead rows that VACUUM may not remove",
	}
	transactionDumpSeconds = Threshold{
		Name: "dump-seconds", Default: 28_800, Unit: "seconds",
		Why: "a backup by pg_dump is one transaction, and may take a night",
	}
)

// TransactionLong finds transactions that have been at work for long.
var TransactionLong = define(Spec[DatabaseSessions]{
	Doc: Doc{
		ID:       "transaction-long",
		Title:    "transactions that have been at work for long",
		Examines: "databases",
		Why: `A transaction keeps the locks that it took until it ends, and while a statement runs, VACUUM cannot remove any row that was deleted since, in any table of the database: tables that are updated often grow by the hour. A long one is a report without an index, a batch in one piece, a statement that waits for a lock or a client that does not fetch.

Confirm: SELECT pid, xact_start, state, wait_event_type, query FROM pg_stat_activity WHERE xact_start < now() - interval '5 minutes'.

Cure: look at what it does. Let a batch end, or cancel the statement with pg_cancel_backend(pid), which the client can handle; pgdoctor fix ends the listed sessions, each only if it still is in the same statement, and their transactions are rolled back. Superusers' sessions and pg_dump are shown but not ended.

Prevention: statement_timeout, and transaction_timeout (PostgreSQL 17), for the role of the application; batches in pieces of seconds; reports on a replica. Idle transactions are reported by idle-in-transaction; VACUUM, CREATE INDEX and CLUSTER are left out, and pg_dump has a limit of its own.`,
		Category:   Connections,
		Severity:   Info,
		Runtime:    true,
		Triage:     true,
		Needs:      []Need{{Role: "pg_read_all_stats"}},
		Thresholds: []Threshold{transactionMinSeconds, transactionWarnSeconds, transactionDumpSeconds},
	},
	Judge: func(row *DatabaseSessions, _ postgres.Server, t Thresholds) (Verdict, bool) {
		long, longest := Sessions{}, int64(0)
		row.Blocked = 0
		for _, session := range row.Listed {
			limit := t.Of(transactionMinSeconds)
			if session.Dumps() {
				limit = t.Of(transactionDumpSeconds)
			}
			if float64(session.XactSeconds) >= limit {
				long = append(long, session)
				longest = max(longest, session.XactSeconds)
				row.Blocked += session.Blocked
			}
		}
		row.Listed, row.Sessions = long, len(long)
		verdict := Verdict{
			Object: postgres.Name(row.Database),
			Message: fmt.Sprintf("%s been at work in one transaction for %s or longer, the longest for %s",
				many(int64(len(long)), "session has", "sessions have"), ago(seconds(t.Of(transactionMinSeconds))), ago(seconds(float64(longest)))),
		}
		if row.Blocked > 0 {
			verdict.Message += "; " + many(int64(row.Blocked), "other session waits for it", "other sessions wait for them")
		}
		if row.Blocked > 0 || float64(longest) >= t.Of(transactionWarnSeconds) {
			verdict.Severity = Warning
		}
		return verdict, len(long) > 0
	},
})

// Dumps says that a session is pg_dump's, which is long on purpose.
func (s Session) Dumps() bool { return s.Application == "pg_dump" }
