package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.ReadOnlyLeftOn, Cure{Kind: checks.ReadOnlyOff, Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.ReadOnlyDatabase, c Context) ([]Step, error) {
		step, err := SetReadOnly(row, row.Previous, checks.ReadOnlyOff, c.Server)
		step.Note = "sessions that began while it was on stay read-only until they end: pgdoctor procedure read-only off lists them"
		return []Step{step}, err
	})

var _ = example(checks.ReadOnlyLeftOn, checks.ReadOnlyDatabase{Database: "shop", Owned: true, Value: pointer("on"), Switch: checks.Switch{Version: 20260105090000, Asked: "on"}})

// SetReadOnly is the step that gives default_transaction_read_only another value
// for new sessions of a database; nil takes away what is set for the database.
// Its down is the value of now, or that there is none.
func SetReadOnly(row checks.ReadOnlyDatabase, to *string, kind string, server postgres.Server) (Step, error) {
	if !row.Owned && !server.Superuser {
		return Step{}, refuse("it needs the owner of the database, which is %s, or a superuser", postgres.Name(row.Owner))
	}
	const name = "default_transaction_read_only"
	what := slug("set", name)
	if to == nil {
		what = slug("reset", name)
	}
	now := "NULL"
	if row.Value != nil {
		now = postgres.Literal(*row.Value)
	}
	return Step{
		Kind: kind, Slug: what,
		Up: alterDatabase(row.Database, name, to), Down: alterDatabase(row.Database, name, row.Value),
		Risk: Disruptive, Reversible: true, Reach: OnServer,
		Requires: []Requirement{{
			fmt.Sprintf(`SELECT (
    SELECT pg_catalog.substr(c.item, pg_catalog.strpos(c.item, '=') + 1)
    FROM pg_catalog.pg_db_role_setting AS s
    JOIN pg_catalog.pg_database AS d ON d.oid = s.setdatabase
    CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS c (item)
    WHERE d.datname = %s AND s.setrole = 0
      AND pg_catalog.lower(pg_catalog.split_part(c.item, '=', 1)) = %s
) IS NOT DISTINCT FROM %s::text`, postgres.Literal(row.Database), postgres.Literal(name), now),
			"the setting has another value now",
		}},
	}, nil
}

func alterDatabase(database, name string, value *string) string {
	if value == nil {
		return fmt.Sprintf("ALTER DATABASE %s RESET %s;", postgres.Quote(database), name)
	}
	return fmt.Sprintf("ALTER DATABASE %s SET %s = %s;", postgres.Quote(database), name, postgres.Literal(*value))
}
