package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// StatementTimeoutUnset finds roles whose statements nothing ends.
var StatementTimeoutUnset = define(Spec[RoleTimeout]{
	Doc: Doc{
		ID:       "statement-timeout-unset",
		Title:    "statements may run for ever",
		Examines: "login roles",
		Why: `A statement without a limit runs until it ends: a forgotten join condition, a report started five times by an impatient user, an endpoint whose client has long gone. Each keeps a connection, a core and a snapshot, VACUUM removes nothing meanwhile, and DDL queues behind its locks. statement_timeout ends it after a time that you choose.

Confirm: SHOW statement_timeout as the role; \drds in psql. What counts is what is set for the role in the database, else for the role, the database, all roles, the server.

Cure: for roles that serve web requests a little more than the longest request may take: ALTER ROLE app SET statement_timeout = '30s'. New sessions have it. Batch jobs and migrations get a role of their own with another limit, or SET it themselves; pg_dump does. Not for the whole server: maintenance would be ended, too.

Prevention: make it part of how application roles are created.`,
		Category: Configuration,
		Severity: Info,
	},
	Judge: func(row *RoleTimeout, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return timeoutUnset(row, "a statement that never ends keeps its connection, its locks and its snapshot")
	},
})
