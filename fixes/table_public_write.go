package fixes

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = example(checks.TablePublicWrite, checks.PublicTable{
	Schema: "public", Table: "orders", Kind: "r", Reachable: true,
	Grants: checks.TableGrants{{Schema: "public", Table: "orders", Privileges: []string{"DELETE", "INSERT", "UPDATE"}, ByOwner: true}},
})

var _ = pair(checks.TablePublicWrite,
	Cure{Kind: "revoke-from-public", Risk: Disruptive, Reversible: true, order: 80},
	func(row checks.PublicTable, c Context) ([]Step, error) {
		step := takeBack("write_on_"+row.Schema+"_"+row.Table, "", "",
			"roles that write to it must be granted that first", Requirement{})
		step.Requires = nil
		for _, grant := range row.Grants {
			if !grant.ByOwner {
				return nil, refuse(notItsOwners)
			}
			table, privileges := postgres.Quote(grant.Schema, grant.Table), strings.Join(grant.Privileges, ", ")
			step.Up += fmt.Sprintf("REVOKE %s ON TABLE %s FROM PUBLIC;\n", privileges, table)
			step.Down += fmt.Sprintf("GRANT %s ON TABLE %s TO PUBLIC;\n", privileges, table)
			step.About = append(step.About, Object{Class: Relation, Schema: grant.Schema, Name: grant.Table})
			owner := Right{Privilege: Owner, Class: Relation, Schema: grant.Schema, Name: grant.Table}
			step.Rights.Up, step.Rights.Down = append(step.Rights.Up, owner), append(step.Rights.Down, owner)
			step.Requires = append(step.Requires, Requirement{
				publicHolds("pg_catalog.pg_class", "o.relacl", "relowner", fmt.Sprintf("o.oid = pg_catalog.to_regclass(%s)", postgres.Literal(table)), grant.Privileges),
				"PUBLIC has other privileges by now, or the table is gone or another role's: " + postgres.Name(grant.Schema, grant.Table),
			})
			if c.Server.Major() >= 18 { // earlier ones lock nothing
				step.Locks = append(step.Locks, Lock{"AccessShareLock", postgres.Name(grant.Schema, grant.Table)})
			}
		}
		return []Step{step}, nil
	})
