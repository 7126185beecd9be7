package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = example(checks.PreparedTransactionOld, checks.PreparedTransaction{
	GID: "order-4711", Database: "shop", Owner: "shop", Here: true, Prepared: "2026-01-05T08:00:00.000001Z", Seconds: 90_000, XIDs: 1_200_000,
})

var _ = pair(checks.PreparedTransactionOld,
	Cure{Kind: "rollback-prepared", Risk: Disruptive, Reversible: false, order: 12},
	func(row checks.PreparedTransaction, c Context) ([]Step, error) {
		switch {
		case !row.Here:
			return nil, refuse("it can be ended only in its database: run pgdoctor there, on %s", postgres.Name(row.Database))
		case !c.Server.Superuser && c.Server.Role != row.Owner:
			return nil, refuse("only its owner %s or a superuser may end it", postgres.Quote(row.Owner))
		}
		that := fmt.Sprintf("EXISTS (SELECT FROM pg_catalog.pg_prepared_xacts AS p WHERE p.gid = %s AND p.prepared = %s::timestamptz AND p.database = pg_catalog.current_database())",
			postgres.Literal(row.GID), postgres.Literal(row.Prepared))
		return []Step{{
			Kind: "rollback-prepared", Slug: slug("rollback_prepared", row.GID),
			Up:    fmt.Sprintf("ROLLBACK PREPARED %s;", postgres.Literal(row.GID)),
			Down:  "-- what a transaction wrote that was rolled back cannot be brought back",
			Alone: true, Risk: Disruptive, Reversible: false, Reach: OfMoment,
			Untried:  "ROLLBACK PREPARED cannot run inside a transaction",
			Note:     "what it wrote is lost: ask its coordinator first whether it was to be committed, COMMIT PREPARED then",
			Requires: []Requirement{{"SELECT " + that, "it has been ended, or the name is another transaction's by now"}},
			Claims: []Claim{{
				"locks that it holds",
				fmt.Sprintf("SELECT pg_catalog.count(*) FROM pg_catalog.pg_locks AS l JOIN pg_catalog.pg_prepared_xacts AS p ON l.virtualtransaction = '-1/' || p.transaction::text WHERE l.pid IS NULL AND p.gid = %s", postgres.Literal(row.GID)),
			}},
			Done: "SELECT NOT " + that,
		}}, nil
	})
