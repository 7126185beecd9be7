package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

var abortedMinSeconds = Threshold{
	Name: "min-seconds", Default: 60, Unit: "seconds",
	Why: "a client that has seen the error rolls back at once",
}

// IdleInTransactionAborted finds sessions that sit on a failed transaction.
var IdleInTransactionAborted = define(Spec[DatabaseSessions]{
	Doc: Doc{
		ID:       "idle-in-transaction-aborted",
		Title:    "sessions that sit on a failed transaction",
		Examines: "databases",
		Why: `After an error PostgreSQL takes nothing but ROLLBACK from the session. One that stays in this state has code that swallowed the error: whatever it sends next fails with "current transaction is aborted", and with a pool, the next request that gets the connection fails too. Where the error came after a savepoint, as frameworks set one for each nested transaction, the session also keeps every lock that it took before, and others wait for them.

Confirm: SELECT pid, usename, application_name, state_change FROM pg_stat_activity WHERE state = 'idle in transaction (aborted)'.

Cure: nothing of such a transaction can be saved, so ending the session loses nothing but the connection. pgdoctor fix does it for the listed ones, each only if it has done nothing since; superusers' sessions are shown but not ended.

Prevention: ROLLBACK in every error path, as the driver's transaction helpers do it; a pool that resets connections; idle_in_transaction_session_timeout for the application's role, which counts here too.`,
		Category:   Connections,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Needs:      []Need{{Role: "pg_read_all_stats"}},
		Thresholds: []Threshold{abortedMinSeconds},
	},
	Judge: func(row *DatabaseSessions, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return row.idlingFor(t.Of(abortedMinSeconds), "on a failed transaction")
	},
})
