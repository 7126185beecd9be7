package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// rebuildInPlace is the step that builds a valid index again under its own name
// while readers and writers go on. There is nothing to undo.
func rebuildInPlace(schema, index, table string) Step {
	quoted := postgres.Quote(schema, index)
	// the server cuts the name of the copy as it cuts every name it makes up
	copied := postgres.Quote(schema, cut(index, maxName-len("_ccnew"))+"_ccnew")
	named := fmt.Sprintf("SELECT FROM pg_catalog.pg_index AS i WHERE i.indexrelid = pg_catalog.to_regclass(%s)", postgres.Literal(copied))
	return Step{
		Kind: "reindex", Slug: slug("reindex", index),
		Up:    "REINDEX INDEX CONCURRENTLY " + quoted + ";",
		Down:  "-- nothing to undo: the index has the same definition and the same rows",
		Alone: true, Waits: true, Risk: Online, Reversible: true,
		Locks: []Lock{
			{"ShareUpdateExclusiveLock", postgres.Name(schema, table)},
			{"AccessExclusiveLock", postgres.Name(schema, index)}, // the old copy, at the end, when nobody uses it any more
		},
		Note: "until it is done the disk holds a second copy of the index; it waits for the transactions that are open when it begins",
		Requires: []Requirement{
			{indexIsValid(schema, index), "the index is gone, or invalid: index-invalid is about those"},
			// else what a failed rebuild leaves could not be told from it
			{fmt.Sprintf("SELECT NOT EXISTS (%s AND i.indisvalid)", named), "an index named " + copied + " is in the way"},
			{fmt.Sprintf("SELECT coalesce(pg_catalog.pg_has_role(c.relowner, 'USAGE'), false) FROM (VALUES (1)) AS one LEFT JOIN pg_catalog.pg_class AS c ON c.oid = pg_catalog.to_regclass(%s)",
				postgres.Literal(quoted)), "the role must own " + postgres.Name(schema, table)},
		},
		Claims:   []Claim{{"bytes that the index takes now", fmt.Sprintf("SELECT pg_catalog.pg_relation_size(pg_catalog.to_regclass(%s))", postgres.Literal(quoted))}},
		Disk:     rewritten(quoted),
		Clean:    remains("pg_catalog.format('DROP INDEX CONCURRENTLY IF EXISTS %I.%I', n.nspname, c.relname)", schema, index),
		Leftover: "SELECT EXISTS (" + remains("", schema, index) + ")",
	}
}

// rewritten is the disk that building an index again takes, by its size.
func rewritten(index string) string {
	return fmt.Sprintf("SELECT (%g * pg_catalog.pg_relation_size(pg_catalog.to_regclass(%s)))::bigint", indexSpace, postgres.Literal(index))
}

// remains reads the invalid indexes that a REINDEX CONCURRENTLY of an index leaves
// when it ends early: the copy before the two are exchanged, the old one after
// (manual, REINDEX, "Rebuilding Indexes Concurrently").
func remains(what, schema, index string) string {
	base := postgres.Literal(cut(index, maxName-len("_ccnew")))
	return fmt.Sprintf(`SELECT %s
FROM pg_catalog.pg_index AS i
JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE NOT i.indisvalid
  AND n.nspname = %s
  AND pg_catalog.starts_with(c.relname, %s)
  AND pg_catalog.substr(c.relname, pg_catalog.length(%s) + 1) ~ '^_cc(new|old)[0-9]*$'`, what, postgres.Literal(schema), base, base)
}

// noReindex refuses what the server cannot rebuild concurrently.
func noReindex(schema, index string, exclusion bool) error {
	if exclusion {
		return refuse("the index of an exclusion constraint cannot be rebuilt concurrently: REINDEX INDEX %s stops writers, and readers that would use it, until it is done", postgres.Quote(schema, index))
	}
	return nil
}

var _ = pair(checks.IndexBloat,
	Cure{Kind: "reindex", Risk: Online, Reversible: true, order: 74},
	func(row checks.BloatedIndex, _ Context) ([]Step, error) {
		if err := noReindex(row.Schema, row.Index, row.Exclusion); err != nil {
			return nil, err
		}
		return []Step{rebuildInPlace(row.Schema, row.Index, row.Table)}, nil
	})

var _ = pair(checks.IndexCorrupt,
	Cure{Kind: "reindex", Risk: Online, Reversible: true, order: 10},
	func(row checks.CheckedIndex, _ Context) ([]Step, error) {
		if err := noReindex(row.Schema, row.Index, row.Exclusion); err != nil {
			return nil, err
		}
		step := rebuildInPlace(row.Schema, row.Index, row.Table)
		if row.Unique {
			step.Note += "; it fails where duplicates have come in through the damaged index"
		}
		return []Step{step}, nil
	})

var _ = example(checks.IndexBloat, checks.BloatedIndex{Schema: "public", Index: "orders_user_id_idx", Table: "orders", Seen: true, Rows: 1000, Bytes: 1 << 30})

var _ = example(checks.IndexCorrupt, checks.CheckedIndex{Schema: "public", Index: "orders_user_id_idx", Table: "orders", Damage: "item order invariant violated"})
