package fixes

import (
	"github.com/pgdoctor/pgdoctor/checks"
)

var _ = example(checks.SecurityDefinerPublicExecute, checks.DefinerFunction{
	Schema: "public", Function: "place_order", Arguments: "user_id bigint", Owner: "postgres",
	Superuser: true, Others: true, PublicExecute: true, ByOwner: true,
})

var _ = pair(checks.SecurityDefinerPublicExecute,
	Cure{Kind: "revoke-from-public", Risk: Disruptive, Reversible: true, order: 80},
	func(row checks.DefinerFunction, _ Context) ([]Step, error) {
		if !row.ByOwner {
			return nil, refuse(notItsOwners)
		}
		function := signature(row)
		step := takeBack("execute_on_"+row.Schema+"_"+row.Function,
			"REVOKE EXECUTE ON "+function+" FROM PUBLIC;",
			"GRANT EXECUTE ON "+function+" TO PUBLIC;",
			"roles that call it must be granted that first: GRANT EXECUTE ON "+function+" TO the role",
			Requirement{
				publicHolds("pg_catalog.pg_proc", "coalesce(o.proacl, pg_catalog.acldefault('f', o.proowner))", "proowner", thatFunction(row), []string{"EXECUTE"}),
				"PUBLIC cannot call it any more, or the function is gone or another role's",
			})
		step.About = []Object{{Function, row.Schema, row.Arguments, row.Function}}
		step.Rights = both(ownerOf(row))
		return []Step{step}, nil
	})
