package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.ReplicaIdentityUnusable,
	Cure{Kind: "set-replica-identity", Risk: Locking, Reversible: true, order: 75},
	func(row checks.PublishedTable, _ Context) ([]Step, error) {
		if len(row.Without) == 0 {
			return nil, refuse("the publication %s leaves out what the replica identity needs, and which columns and rows subscribers get is yours to decide",
				postgres.Name(row.Unsuited[0].Publication))
		}
		step := Step{
			Kind: "set-replica-identity", Slug: slug("set_replica_identity", row.Table),
			Risk: Locking, Reversible: true,
			Note: failsAgain,
		}
		for _, table := range row.Without {
			if table.Narrowed != nil {
				return nil, refuse("the publication %s has a column list or a row filter for %s, which the replica identity must suit: choose both together, by hand",
					postgres.Name(*table.Narrowed), postgres.Name(table.Schema, table.Table))
			}
			name := postgres.Quote(table.Schema, table.Table)
			identity := "FULL"
			if table.Index != nil {
				identity = "USING INDEX " + postgres.Quote(*table.Index)
				step.Requires = append(step.Requires, Requirement{indexIsValid(table.Schema, *table.Index),
					fmt.Sprintf("the index %s is gone or invalid", postgres.Name(table.Schema, *table.Index))})
			} else {
				step.Note = "FULL writes the whole old row into the WAL with every UPDATE and DELETE: a primary key is better; " + failsAgain
			}
			before, known := map[string]string{"d": "DEFAULT", "n": "NOTHING"}[table.Identity]
			if !known {
				return nil, refuse("the index that was the replica identity of %s is gone, and undo could not bring that back: ALTER TABLE %s REPLICA IDENTITY %s by hand",
					postgres.Name(table.Schema, table.Table), name, identity)
			}
			step.Up += fmt.Sprintf("ALTER TABLE %s REPLICA IDENTITY %s;\n", name, identity)
			step.Down += fmt.Sprintf("ALTER TABLE %s REPLICA IDENTITY %s;\n", name, before)
			step.Locks = append(step.Locks, Lock{"AccessExclusiveLock", postgres.Name(table.Schema, table.Table)})
		}
		return []Step{step}, nil
	})

const failsAgain = "undoing makes UPDATE and DELETE fail again"

var _ = example(checks.ReplicaIdentityUnusable, checks.PublishedTable{Schema: "public", Table: "orders", Publication: "shop", Updates: true, Deletes: true, Members: 1,
	Without: checks.UnidentifiedTables{{Schema: "public", Table: "orders", Identity: "d", Index: pointer("orders_number_key")}}})
