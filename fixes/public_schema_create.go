package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = example(checks.PublicSchemaCreate, checks.OpenSchema{Schema: "public", Owner: "postgres", FactoryDefault: true, Creatable: true, ByOwner: true, Logins: 2})

var _ = pair(checks.PublicSchemaCreate,
	Cure{Kind: "revoke-from-public", Risk: Disruptive, Reversible: true, order: 80},
	func(row checks.OpenSchema, _ Context) ([]Step, error) {
		if !row.ByOwner {
			return nil, refuse(notItsOwners)
		}
		schema := postgres.Quote(row.Schema)
		step := takeBack("create_on_"+row.Schema,
			fmt.Sprintf("REVOKE CREATE ON SCHEMA %s FROM PUBLIC;", schema),
			fmt.Sprintf("GRANT CREATE ON SCHEMA %s TO PUBLIC;", schema),
			fmt.Sprintf("roles that create their tables in it must be granted that first: GRANT CREATE ON SCHEMA %s TO the role", schema),
			Requirement{
				publicHolds("pg_catalog.pg_namespace", "o.nspacl", "nspowner", "o.nspname = "+postgres.Literal(row.Schema), []string{"CREATE"}),
				"PUBLIC cannot create in it any more, or the schema is another role's",
			})
		step.Rights = both(Right{Privilege: Owner, Class: Schema, Name: row.Schema})
		return []Step{step}, nil
	})
