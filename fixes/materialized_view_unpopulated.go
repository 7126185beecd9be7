package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.MaterializedViewUnpopulated,
	Cure{Kind: "refresh-materialized-view", Risk: Disruptive, Reversible: true, order: 75},
	func(row checks.MaterializedView, _ Context) ([]Step, error) {
		if len(row.ReadsUnpopulated) > 0 {
			return nil, refuse("it reads %s, which is not populated either: that one first", row.ReadsUnpopulated[0])
		}
		view := postgres.Quote(row.Schema, row.View)
		return []Step{{
			Kind: "refresh-materialized-view", Slug: slug("refresh", row.View),
			Up:   "REFRESH MATERIALIZED VIEW " + view + ";",
			Down: "REFRESH MATERIALIZED VIEW " + view + " WITH NO DATA;",
			Risk: Disruptive, Reversible: true, Untried: "it runs the view's whole query, and writes all that it returns",
			Locks: []Lock{{"AccessExclusiveLock", postgres.Name(row.Schema, row.View)}},
			Note:  "runs the view's query, however long that takes, as the view's owner; nobody can read the view before anyway",
			Requires: []Requirement{{
				fmt.Sprintf(`SELECT EXISTS (
    SELECT FROM pg_catalog.pg_class AS c
    WHERE c.oid = pg_catalog.to_regclass(%s) AND c.relkind = 'm' AND NOT c.relispopulated)`, postgres.Literal(view)),
				"the view is gone, or populated already",
			}},
		}}, nil
	})

var _ = example(checks.MaterializedViewUnpopulated, checks.MaterializedView{Schema: "public", View: "orders_by_day"})
