package fixes

import (
	"fmt"
	"slices"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = example(checks.FunctionSearchPathMutable, checks.DefinerFunction{
	Schema: "public", Function: "place_order", Arguments: "user_id bigint", Owner: "shop", Others: true, Path: postgres.Names{"public"},
})

var _ = pair(checks.FunctionSearchPathMutable,
	Cure{Kind: "set-function-search-path", Risk: Disruptive, Reversible: true, order: 80},
	func(row checks.DefinerFunction, _ Context) ([]Step, error) {
		function := signature(row)
		path := pathOf(row)
		return []Step{{
			Kind: "set-function-search-path", Slug: slug("set_search_path", row.Schema, row.Function),
			Up:   fmt.Sprintf("ALTER %s SET search_path = %s;", function, postgres.QuoteList(path)),
			Down: fmt.Sprintf("ALTER %s RESET search_path;", function),
			Risk: Disruptive, Reversible: true,
			About:  []Object{{Function, row.Schema, row.Arguments, row.Function}},
			Rights: both(ownerOf(row)),
			Note:   "names in its body are looked up in these schemas only: read it first, and write the schema before names of others",
			Requires: []Requirement{
				{isFunction(row, "pg_catalog.pg_has_role(o.proowner, 'USAGE')"), "the function is gone or changed, or another role's"},
				{isFunction(row, `NOT EXISTS (SELECT FROM pg_catalog.unnest(o.proconfig) AS c (entry) WHERE c.entry LIKE 'search\_path=%')`),
					"it has a search_path by now"},
			},
		}}, nil
	})

// pathOf keeps what the function finds now by the path of new sessions, but
// pg_temp stands last: unnamed, it would be searched first.
func pathOf(row checks.DefinerFunction) []string {
	path := []string{"pg_catalog"}
	for _, schema := range append(slices.Clone(row.Path), row.Schema, "pg_temp") {
		if !slices.Contains(path, schema) {
			path = append(path, schema)
		}
	}
	return path
}

// signature names a function in ALTER, GRANT and REVOKE. Its arguments are the
// server's own words, quoted where they must be.
func signature(row checks.DefinerFunction) string {
	kind := "FUNCTION "
	if row.Procedure {
		kind = "PROCEDURE "
	}
	return kind + postgres.Quote(row.Schema, row.Function) + "(" + row.Arguments + ")"
}

func ownerOf(row checks.DefinerFunction) Right {
	return Right{Privilege: Owner, Class: Function, Schema: row.Schema, Name: row.Function, Arguments: row.Arguments}
}

// isFunction asks whether the function is still there and something holds of it.
func isFunction(row checks.DefinerFunction, holds string) string {
	return fmt.Sprintf("SELECT EXISTS (SELECT FROM pg_catalog.pg_proc AS o WHERE %s AND %s)", thatFunction(row), holds)
}

func thatFunction(row checks.DefinerFunction) string {
	return fmt.Sprintf(`o.pronamespace = (SELECT n.oid FROM pg_catalog.pg_namespace AS n WHERE n.nspname = %s)
  AND o.proname = %s
  AND o.prosecdef
  AND pg_catalog.pg_get_function_identity_arguments(o.oid) = %s`,
		postgres.Literal(row.Schema), postgres.Literal(row.Function), postgres.Literal(row.Arguments))
}
