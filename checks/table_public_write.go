package checks

import (
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// TableGrant is what PUBLIC may do to one table or partition.
type TableGrant struct {
	Schema     string   `json:"schema"`
	Table      string   `json:"table"`
	Privileges []string `json:"privileges"`
	ByOwner    bool     `json:"granted_by_owner"`
}

// TableGrants is a list that a query returns as JSON.
type TableGrants []TableGrant

// Scan reads a JSON array of objects.
func (g *TableGrants) Scan(src any) error { return postgres.ScanJSON(src, g) }

// PublicTable is one table or view and what PUBLIC may write to it and its partitions.
type PublicTable struct {
	Schema      string      `db:"schema_name" json:"schema"`
	Table       string      `db:"table_name" json:"table"`
	Kind        string      `db:"kind" json:"kind"` // relkind: r, p, v, f
	Grants      TableGrants `db:"grants" json:"grants"`
	Reachable   bool        `db:"reachable" json:"reachable"` // PUBLIC may use the schema
	RowSecurity bool        `db:"row_security" json:"row_security"`
}

// TablePublicWrite finds tables that every role may change.
var TablePublicWrite = define(Spec[PublicTable]{
	Doc: Doc{
		ID:       "table-public-write",
		Title:    "every role may change the rows of a table",
		Examines: "tables and views",
		Why: `A privilege that was granted to PUBLIC holds for every role that can connect, those of reports, of monitoring and of other applications on the server included, and for every role that will ever be made. One leaked password of a role that was to read only is enough to change or empty the table. It is mostly a GRANT ALL … TO PUBLIC that made an error message go away.

Confirm: \dp table shows =arwdD/owner, with no role before the equals sign.

Cure: GRANT the privileges to the roles that write, then REVOKE them from PUBLIC. pgdoctor fix revokes from the table and its partitions; grant to the writers first, since nothing in the database tells which roles live on the grant to PUBLIC.

Prevention: a group role for writers, and ALTER DEFAULT PRIVILEGES for it. Row-level security narrows which rows PUBLIC reaches, but not for TRUNCATE. Tables in schemas that PUBLIC may not use are not reported.`,
		Category: Security,
		Severity: Warning,
	},
	Judge: func(row *PublicTable, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		var privileges []string
		for _, grant := range row.Grants {
			for _, privilege := range grant.Privileges {
				if !slices.Contains(privileges, privilege) {
					privileges = append(privileges, privilege)
				}
			}
		}
		slices.Sort(privileges)
		verdict := Verdict{
			Object:  postgres.Name(row.Schema, row.Table),
			Message: "PUBLIC has " + strings.Join(privileges, ", "),
		}
		if n := len(row.Grants); n > 0 && row.Kind == "p" {
			verdict.Message += " on " + many(int64(n), "table of it", "tables of it")
		}
		if row.RowSecurity {
			verdict.Message += ", within what row-level security allows"
		}
		return verdict, row.Reachable && len(row.Grants) > 0
	},
})
