package fixes

import (
	"fmt"
	"slices"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// hindrances are why a unique index cannot become the primary key's.
var hindrances = map[string]string{
	"constraint":       "it belongs to a UNIQUE constraint already: build another one like it concurrently, and ADD PRIMARY KEY USING INDEX",
	"foreign key":      "foreign keys lean on it, so that undo could not drop it: ADD PRIMARY KEY USING INDEX by hand",
	"replica identity": "it is the table's replica identity, which undo could not bring back: ADD PRIMARY KEY USING INDEX by hand",
	"CLUSTER":          "the table is clustered by it, which undo could not bring back: ADD PRIMARY KEY USING INDEX by hand",
	"order":            "its columns are sorted in an order that a primary key does not take: build another one concurrently",
	"operator class":   "its operator class is one that a primary key does not take: build another one concurrently",
}

var _ = pair(checks.NoPrimaryKey,
	Cure{Kind: "add-primary-key", Risk: Locking, Reversible: true, order: 55},
	func(row checks.KeylessTable, _ Context) ([]Step, error) {
		table := checks.Table{Schema: row.Schema, Name: row.Table}
		switch {
		case row.UniqueIndex == nil:
			return nil, refuse("no unique index over NOT NULL columns: which columns identify a row only you can say")
		case row.Partitioned:
			return nil, refuse("a partitioned table takes no index for its primary key: ALTER TABLE %s ADD PRIMARY KEY builds one on each partition under its lock", table.SQL())
		case row.Hindrance != "":
			return nil, refuse("%s: %s", postgres.Name(row.Schema, *row.UniqueIndex), hindrances[row.Hindrance])
		}
		index := checks.SurplusIndex{Schema: row.Schema, Index: *row.UniqueIndex, Table: row.Table, Unique: true,
			Definition: row.Definition, Tablespace: row.Tablespace, Comment: row.Comment}
		rebuild, ok := rebuildOf(index)
		if !ok {
			return nil, refuse("how to build it again could not be derived from: %s", row.Definition)
		}
		name := postgres.Quote(*row.UniqueIndex)
		requires := []Requirement{
			{tableExists(table), table.String() + " is not there any more"},
			{indexIsValid(row.Schema, *row.UniqueIndex), "the index is gone or invalid"},
			{fmt.Sprintf("SELECT NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS con WHERE con.conrelid = pg_catalog.to_regclass(%s) AND con.contype = 'p')", postgres.Literal(table.SQL())),
				"it has a primary key now"},
		}
		steps := []Step{
			{
				Kind: "add-primary-key", Slug: slug("rebuild_on_undo", *row.UniqueIndex),
				Up:   "-- nothing to do yet: undoing builds the index again, which goes with the primary key",
				Down: rebuild + ";", DownAlone: true, Waits: true,
				Risk: Online, Reversible: true, Requires: requires,
				// an interrupted undo leaves the index invalid: it goes, and is built again
				Done:  indexIsValid(row.Schema, *row.UniqueIndex), // what its down brings back
				Clean: "DROP INDEX CONCURRENTLY IF EXISTS " + postgres.Quote(row.Schema, *row.UniqueIndex),
			},
			{
				Kind: "add-primary-key", Slug: slug("add_primary_key", row.Table),
				Up:   fmt.Sprintf("ALTER TABLE %s ADD CONSTRAINT %s PRIMARY KEY USING INDEX %s;", table.SQL(), name, name),
				Down: fmt.Sprintf("ALTER TABLE %s DROP CONSTRAINT %s;", table.SQL(), name),
				Risk: Locking, Reversible: true, Requires: requires,
				Locks: []Lock{{"AccessExclusiveLock", table.String()}},
				Note:  fmt.Sprintf("the primary key takes the name of its index, %s; undoing drops both and builds the index again concurrently, and until then nothing keeps duplicates out", postgres.Name(*row.UniqueIndex)),
			},
		}
		if keep := keepProperties(index, postgres.Quote(row.Schema, *row.UniqueIndex)); keep != "" {
			steps = slices.Insert(steps, 0, Step{
				Kind: "add-primary-key", Slug: slug("keep_properties", *row.UniqueIndex),
				Up:   "-- nothing to do yet: undoing brings back what the definition of the index does not hold",
				Down: keep, Risk: Online, Reversible: true, Requires: requires,
			})
		}
		return steps, nil
	})

var _ = example(checks.NoPrimaryKey, checks.KeylessTable{Schema: "public", Table: "orders", UniqueIndex: pointer("orders_number_idx"),
	Definition: "CREATE UNIQUE INDEX orders_number_idx ON public.orders USING btree (number)"})
