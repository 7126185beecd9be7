package fixes

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = example(checks.DefaultPrivilegesPublic, checks.DefaultPrivilege{
	Role: "shop", Schema: pointer("public"), Objects: "TABLES", Privileges: postgres.Names{"INSERT", "SELECT"},
})

var _ = pair(checks.DefaultPrivilegesPublic,
	Cure{Kind: "revoke-from-public", Risk: Disruptive, Reversible: true, order: 80},
	func(row checks.DefaultPrivilege, _ Context) ([]Step, error) {
		alter, namespace, in := "ALTER DEFAULT PRIVILEGES FOR ROLE "+postgres.Quote(row.Role), "0", ""
		if row.Schema != nil {
			alter += " IN SCHEMA " + postgres.Quote(*row.Schema)
			namespace = fmt.Sprintf("(SELECT n.oid FROM pg_catalog.pg_namespace AS n WHERE n.nspname = %s)", postgres.Literal(*row.Schema))
			in = "_in_" + *row.Schema
		}
		kinds := map[string]string{"TABLES": "r", "SEQUENCES": "S", "SCHEMAS": "n", "LARGE OBJECTS": "L"}
		privileges := strings.Join(row.Privileges, ", ")
		step := takeBack("default_of_"+row.Role+in+"_"+row.Objects,
			fmt.Sprintf("%s REVOKE %s ON %s FROM PUBLIC;", alter, privileges, row.Objects),
			fmt.Sprintf("%s GRANT %s ON %s TO PUBLIC;", alter, privileges, row.Objects),
			"what exists keeps its privileges; of what is created from now on, roles see only what they are granted",
			Requirement{
				publicHolds("pg_catalog.pg_default_acl", "o.defaclacl", "defaclrole",
					fmt.Sprintf("o.defaclrole = (SELECT r.oid FROM pg_catalog.pg_roles AS r WHERE r.rolname = %s) AND o.defaclnamespace = %s AND o.defaclobjtype = %s",
						postgres.Literal(row.Role), namespace, postgres.Literal(kinds[row.Objects])), row.Privileges),
				"the default privileges are others by now, or those of a role that the connected one is no member of",
			})
		step.Rights = both(Right{Privilege: Owner, Class: Role, Name: row.Role})
		return []Step{step}, nil
	})
