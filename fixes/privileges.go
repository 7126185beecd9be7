package fixes

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// takeBack is the step that takes privileges from PUBLIC; undo grants exactly
// them again. Nobody waits for it, but a role that lived on the grant gets errors.
func takeBack(name, revoke, grant, note string, held Requirement) Step {
	return Step{
		Kind: "revoke-from-public", Slug: slug("revoke", name),
		Up: revoke, Down: grant,
		Risk: Disruptive, Reversible: true,
		Note:     note,
		Requires: []Requirement{held},
	}
}

// notItsOwners is why a grant stays that another role than the owner made: REVOKE
// takes back only what was granted in the name of who runs it.
const notItsOwners = "another role than the owner granted it: REVOKE it as that role (GRANTED BY in PostgreSQL 14), or take its grant option"

// publicHolds asks whether PUBLIC holds a privilege by its owner's grant, and the
// connected role may take it back. The parts name where the catalog keeps it.
func publicHolds(catalog, acl, owner, where string, privileges []string) string {
	literals := make([]string, len(privileges))
	for i, privilege := range privileges {
		literals[i] = postgres.Literal(privilege)
	}
	return fmt.Sprintf(`SELECT pg_catalog.count(*) = %d
FROM %s AS o
CROSS JOIN LATERAL pg_catalog.aclexplode(%s) AS a
WHERE %s
  AND a.grantee = 0
  AND a.grantor = o.%s
  AND a.privilege_type IN (%s)
  AND pg_catalog.pg_has_role(o.%s, 'USAGE')`, len(privileges), catalog, acl, where, owner, strings.Join(literals, ", "), owner)
}
