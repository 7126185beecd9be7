package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// vacuumQuietly does not give empty pages at the end of a table back to the disk:
// that takes an ACCESS EXCLUSIVE lock, which on standbys cancels their queries.
// Autovacuum does it in time.
const vacuumQuietly = "VACUUM (ANALYZE, SKIP_LOCKED, TRUNCATE false)"

// maintain is the step that runs VACUUM or ANALYZE on one table. It takes only
// a lock that no reader or writer minds, and there is nothing to undo.
func maintain(kind, command string, table checks.Table, server postgres.Server) Step {
	return Step{
		Kind: kind, Slug: slug(kind, table.Name),
		Up:    command + " " + table.SQL() + ";",
		Down:  "-- nothing to undo: no row and no definition changed",
		Alone: true, Risk: Online, Reversible: true,
		Untried: fmt.Sprintf("%s works on the whole table, and there is nothing to roll back", command),
		Locks:   []Lock{{"ShareUpdateExclusiveLock", table.String()}},
		Requires: []Requirement{
			{tableExists(table), table.String() + " is not there any more"},
			// without the right the server only warns and does nothing
			{mayMaintain(table, server), fmt.Sprintf("the role must own %s or the database: for others the server does nothing and only warns", table)},
		},
	}
}

func mayMaintain(table checks.Table, server postgres.Server) string {
	maintain := ""
	if server.Major() >= 17 {
		maintain = "\n    OR pg_catalog.has_table_privilege(c.oid, 'MAINTAIN')"
	}
	return fmt.Sprintf(`SELECT EXISTS (
    SELECT FROM pg_catalog.pg_class AS c, pg_catalog.pg_database AS d
    WHERE c.oid = pg_catalog.to_regclass(%s)
      AND d.datname = pg_catalog.current_database()
      AND (pg_catalog.pg_has_role(c.relowner, 'USAGE')
    OR pg_catalog.pg_has_role(d.datdba, 'USAGE')%s))`, postgres.Literal(table.SQL()), maintain)
}
