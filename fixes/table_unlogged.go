package fixes

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.TableUnlogged,
	Cure{Kind: "set-logged", Risk: Disruptive, Reversible: true, order: 60},
	func(row checks.UnloggedTable, _ Context) ([]Step, error) {
		if len(row.RefersTo) > 0 {
			other := row.RefersTo[0]
			return nil, refuse("a foreign key of it refers to %s, which is unlogged too: make that one logged first", postgres.Name(other[0], other[1]))
		}
		var steps []Step
		for _, relation := range row.Relations {
			steps = append(steps, setLogged(checks.Table{Schema: relation.Schema, Name: relation.Table}))
		}
		return steps, nil
	})

// setLogged writes one table anew, each partition in a transaction of its own.
func setLogged(table checks.Table) Step {
	return Step{
		Kind: "set-logged", Slug: slug("set_logged", table.Name),
		Up:   "ALTER TABLE " + table.SQL() + " SET LOGGED;",
		Down: "ALTER TABLE " + table.SQL() + " SET UNLOGGED;",
		Risk: Disruptive, Reversible: true, Untried: "it writes the whole table anew, while readers and writers wait",
		Locks: []Lock{{"AccessExclusiveLock", table.String()}},
		Note:  "writes the table and its indexes anew, and to the WAL: readers and writers wait until it is done, and as much disk has to be free; undo does the same again",
		Requires: []Requirement{{
			hasPersistence(table, "u"), table.String() + " is gone, or logged already",
		}},
		Disk: fmt.Sprintf("SELECT 2 * pg_catalog.pg_total_relation_size(pg_catalog.to_regclass(%s))", postgres.Literal(table.SQL())),
		Claims: []Claim{
			{"bytes to write anew", fmt.Sprintf("SELECT pg_catalog.pg_total_relation_size(pg_catalog.to_regclass(%s))", postgres.Literal(table.SQL()))},
		},
	}
}

func hasPersistence(table checks.Table, persistence string) string {
	return strings.TrimSpace(fmt.Sprintf(`
SELECT EXISTS (
    SELECT FROM pg_catalog.pg_class AS c
    WHERE c.oid = pg_catalog.to_regclass(%s) AND c.relpersistence = %s)`,
		postgres.Literal(table.SQL()), postgres.Literal(persistence)))
}

var _ = example(checks.TableUnlogged, checks.UnloggedTable{
	Schema: "public", Table: "orders", Rows: 20_000,
	Relations: checks.RelationNames{{Schema: "public", Table: "orders"}},
})
