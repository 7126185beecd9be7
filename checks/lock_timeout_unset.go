package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// LockTimeoutUnset finds roles that wait for locks without end.
var LockTimeoutUnset = define(Spec[RoleTimeout]{
	Doc: Doc{
		ID:       "lock-timeout-unset",
		Title:    "statements may wait for a lock for ever",
		Examines: "login roles",
		Why: `An ALTER TABLE that waits for its lock makes every later reader of the table wait behind it: one forgotten transaction and one harmless migration stop the site. lock_timeout gives up after a time that you choose, so that the queue dissolves and the migration is tried again.

Confirm: SHOW lock_timeout as the role; \drds in psql.

Cure: for the role that migrates, ALTER ROLE migrations SET lock_timeout = '2s', with a retry in the tool. For application roles a longer one, above the longest wait that is normal.

Prevention: SET lock_timeout at the head of every migration.`,
		Category: Configuration,
		Severity: Info,
		OptIn:    true,
	},
	Judge: func(row *RoleTimeout, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return timeoutUnset(row, "a statement that waits for a lock makes others wait behind it, without end")
	},
})
