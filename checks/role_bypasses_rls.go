package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// BypassingRole is one role that can log in, and whether row-level security binds it.
type BypassingRole struct {
	Role     string `db:"role" json:"role"`
	Bypasses bool   `db:"bypasses" json:"bypasses"`
	Tables   int64  `db:"tables" json:"tables_with_rls"` // of this database
}

// RoleBypassesRLS finds roles whom no policy binds.
var RoleBypassesRLS = define(Spec[BypassingRole]{
	Doc: Doc{
		ID:       "role-bypasses-rls",
		Title:    "role that can log in and that row-level security does not bind",
		Examines: "roles",
		Why: `A role with BYPASSRLS sees and writes all rows of every table that it has privileges on, whatever the policies say. Backups and some jobs need that; an application that connects as such a role has no row-level security at all, and nobody notices, because everything works.

Confirm: \du shows "Bypass RLS". Which application connects as the role: SELECT application_name, client_addr FROM pg_stat_activity WHERE usename = 'role'.

Cure: if it is not meant, ALTER ROLE … NOBYPASSRLS, after the policies are tried with SET ROLE in a transaction that is rolled back.

Prevention: BYPASSRLS only for roles of backups and jobs, without privileges that they do not need. It is reported only where a table of the database has row-level security.`,
		Category: Security,
		Severity: Info,
	},
	Judge: func(row *BypassingRole, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  postgres.Name(row.Role),
			Message: "no policy binds it, and " + many(row.Tables, "table has", "tables have") + " row-level security",
		}, row.Bypasses && row.Tables > 0
	},
})
