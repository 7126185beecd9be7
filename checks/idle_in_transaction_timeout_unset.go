package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// IdleInTransactionTimeoutUnset finds roles whose forgotten transactions nothing ends.
var IdleInTransactionTimeoutUnset = define(Spec[RoleTimeout]{
	Doc: Doc{
		ID:       "idle-in-transaction-timeout-unset",
		Title:    "forgotten transactions stay open for ever",
		Examines: "login roles",
		Why: `An application that begins a transaction and then waits for something else, a crashed worker, a psql left open over lunch: the transaction keeps its locks, and a migration waits behind it with everybody else behind the migration. If it has written anything, or has a snapshot, VACUUM removes no row that died since, and tables grow. idle_in_transaction_session_timeout ends such a session.

Confirm: SHOW idle_in_transaction_session_timeout as the role; \drds in psql; pgdoctor check idle-in-transaction for those that are there now.

Cure: ALTER DATABASE shop SET idle_in_transaction_session_timeout = '1min', or for a role. New sessions have it. The client gets an error at its next statement and must reconnect, as pools do. It never ends a session that is at work.

Prevention: no call to another service inside a transaction; from PostgreSQL 17 on transaction_timeout bounds whole transactions.`,
		Category: Configuration,
		Severity: Info,
	},
	Judge: func(row *RoleTimeout, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return timeoutUnset(row, "a forgotten transaction keeps its locks, and VACUUM from its work")
	},
})
