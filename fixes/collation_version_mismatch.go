package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// maxCollated keeps a plan readable: reindexdb is made for more.
const maxCollated = 500

var _ = pair(checks.CollationVersionMismatch,
	Cure{Kind: "refresh-collation", Risk: Online, Reversible: true, order: 80},
	func(row checks.CollationVersion, c Context) ([]Step, error) {
		if n := len(row.Indexes); n > maxCollated {
			return nil, refuse("%d indexes sort by it: reindexdb --concurrently does them, several at a time with --jobs; then refresh the version", n)
		}
		var steps []Step
		for _, index := range row.Indexes {
			steps = append(steps, reindexCollated(index))
		}
		return append(steps, refreshCollation(row, c)), nil
	})

var _ = example(checks.CollationVersionMismatch, checks.CollationVersion{Schema: "pg_catalog", Collation: "shop", OfDatabase: true,
	Recorded: pointer("2.31"), Actual: pointer("2.36"),
	Indexes: checks.CollatedIndexes{{Schema: "public", Index: "users_email_idx", Table: "users"}}})

// reindexCollated builds one index anew by the rules of now. It says nowhere
// that it is done: an index that was not rebuilt looks the same.
func reindexCollated(row checks.CollatedIndex) Step {
	table, name, index := postgres.Name(row.Schema, row.Table), postgres.Name(row.Schema, row.Index), postgres.Quote(row.Schema, row.Index)
	step := Step{
		Kind: "refresh-collation", Slug: slug("reindex", row.Index),
		Up:   "REINDEX INDEX CONCURRENTLY " + index + ";",
		Down: "-- nothing to undo: the index is the same, in the order of now",
		Risk: Online, Reversible: true,
		Alone: true, Waits: true,
		Locks:    []Lock{{"ShareUpdateExclusiveLock", table}, {"AccessExclusiveLock", name}},
		Requires: []Requirement{{indexIsValid(row.Schema, row.Index), name + " is gone or invalid"}},
		Claims:   []Claim{{"bytes are built anew", fmt.Sprintf("SELECT pg_catalog.pg_relation_size(pg_catalog.to_regclass(%s))", postgres.Literal(index))}},
		Disk:     rewritten(index),
		Clean:    "DROP INDEX CONCURRENTLY IF EXISTS " + postgres.Quote(row.Schema, cut(row.Index, maxName-len("_ccnew"))+"_ccnew"),
	}
	if row.Exclusion {
		step.Up = "REINDEX INDEX " + index + ";"
		step.Alone, step.Waits, step.Clean = false, false, ""
		step.Risk = Disruptive
		step.Locks = []Lock{{"ShareLock", table}, {"AccessExclusiveLock", name}}
		step.Note = "the index of an exclusion constraint cannot be rebuilt concurrently: writers, and readers that use it, wait until it is built"
	}
	return step
}

// refreshCollation records the version of now. Only the catalog itself can be
// told the earlier one again, which takes a superuser.
func refreshCollation(row checks.CollationVersion, c Context) Step {
	step := Step{
		Kind: "refresh-collation", Slug: slug("refresh_version", row.Collation),
		Up: fmt.Sprintf("ALTER COLLATION %s REFRESH VERSION;", postgres.Quote(row.Schema, row.Collation)),
		Down: fmt.Sprintf("UPDATE pg_catalog.pg_collation SET collversion = %s WHERE oid = %s::pg_catalog.regcollation;",
			postgres.Literal(*row.Recorded), postgres.Literal(postgres.Quote(row.Schema, row.Collation))),
		Risk: Online, Reversible: true,
		Note: "records the version, after every index was rebuilt; look at range partitions and CHECK constraints over texts by hand",
	}
	if !row.OfDatabase {
		step.Rights.Up = []Right{{Privilege: Owner, Class: Collation, Schema: row.Schema, Name: row.Collation}}
	} else {
		step.Up = fmt.Sprintf("ALTER DATABASE %s REFRESH COLLATION VERSION;", postgres.Quote(row.Collation))
		step.Down = fmt.Sprintf("UPDATE pg_catalog.pg_database SET datcollversion = %s WHERE datname = %s;",
			postgres.Literal(*row.Recorded), postgres.Literal(row.Collation))
	}
	if !c.Server.Superuser {
		step.Down = "-- only a superuser can record the earlier version again, and nothing needs it"
		step.Reversible = false
	}
	return step
}
