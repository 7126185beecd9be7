package checks

import (
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// DefaultPrivilege is what PUBLIC gets on each object of a kind that a role creates.
type DefaultPrivilege struct {
	Role       string         `db:"role" json:"role"`
	Schema     *string        `db:"schema_name" json:"schema"` // nil: in every schema
	Objects    string         `db:"objects" json:"objects"`    // TABLES, SEQUENCES, ...
	Privileges postgres.Names `db:"privileges" json:"privileges"`
}

// DefaultPrivilegesPublic finds default privileges that open what will be created.
var DefaultPrivilegesPublic = define(Spec[DefaultPrivilege]{
	Doc: Doc{
		ID:       "default-privileges-public",
		Title:    "what a role creates is open to every role",
		Examines: "default privileges",
		Why: `ALTER DEFAULT PRIVILEGES … TO PUBLIC opens every table, sequence or schema that the role creates from then on to every role that can connect. It was written once, for one table perhaps, and nobody who creates a table later sees that it is open.

Confirm: \ddp shows a line with =…/role, with no role before the equals sign.

Cure: ALTER DEFAULT PRIVILEGES FOR ROLE … REVOKE … FROM PUBLIC; pgdoctor fix does it. What exists keeps its privileges: table-public-write lists the tables that PUBLIC may write to.

Prevention: default privileges for a group role instead. EXECUTE of functions and USAGE of types are PUBLIC's by default and not reported here.`,
		Category: Security,
		Severity: Warning,
	},
	Judge: func(row *DefaultPrivilege, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		where := "every schema"
		if row.Schema != nil {
			where = postgres.Name(*row.Schema)
		}
		verdict := Verdict{
			Object:  postgres.Name(row.Role) + " in " + where + ": " + strings.ToLower(row.Objects),
			Message: "PUBLIC gets " + strings.Join(row.Privileges, ", ") + " on each that " + row.Role + " creates",
		}
		if !slices.ContainsFunc(row.Privileges, func(p string) bool { return p != "SELECT" && p != "USAGE" }) {
			verdict.Severity = Info
		}
		return verdict, len(row.Privileges) > 0
	},
})
