package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = example(checks.PolicyWithoutRLS, checks.RowSecurity{
	Schema: "public", Table: "orders", Owner: "shop", Policies: postgres.Names{"own_orders"},
})

var _ = pair(checks.PolicyWithoutRLS,
	Cure{Kind: "enable-rls", Risk: Disruptive, Reversible: true, order: 80},
	func(row checks.RowSecurity, _ Context) ([]Step, error) {
		table := checks.Table{Schema: row.Schema, Name: row.Table}
		return []Step{{
			Kind: "enable-rls", Slug: slug("enable_rls", row.Schema, row.Table),
			Up:    fmt.Sprintf("ALTER TABLE %s ENABLE ROW LEVEL SECURITY;", table.SQL()),
			Down:  fmt.Sprintf("ALTER TABLE %s DISABLE ROW LEVEL SECURITY;", table.SQL()),
			Locks: []Lock{{"AccessExclusiveLock", table.String()}},
			Risk:  Disruptive, Reversible: true,
			Note: "from this moment every role but the owner, superusers and those with BYPASSRLS sees and writes only what a policy allows it",
			Requires: []Requirement{{
				fmt.Sprintf(`SELECT EXISTS (
    SELECT FROM pg_catalog.pg_class AS c
    WHERE c.oid = pg_catalog.to_regclass(%s) AND NOT c.relrowsecurity
      AND EXISTS (SELECT FROM pg_catalog.pg_policy AS p WHERE p.polrelid = c.oid))`, postgres.Literal(table.SQL())),
				"row-level security is on by now, or the policies are gone",
			}},
			Claims: []Claim{{
				"policies that come into force",
				fmt.Sprintf("SELECT pg_catalog.count(*) FROM pg_catalog.pg_policy WHERE polrelid = pg_catalog.to_regclass(%s)", postgres.Literal(table.SQL())),
			}},
		}}, nil
	})
