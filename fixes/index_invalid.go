package fixes

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.IndexInvalid,
	Cure{Kind: "rebuild-index", Risk: Online, Reversible: true, order: 50},
	func(row checks.InvalidIndex, _ Context) ([]Step, error) {
		table := checks.Table{Schema: row.Schema, Name: row.Table}
		if row.Constraint != nil && row.Leftover == "" {
			return []Step{reindex(row, table)}, nil
		}
		drop := dropInvalid(row, table)
		if row.Leftover != "" {
			return []Step{drop}, nil // the index that it was to replace, or has replaced, is whole
		}
		build := buildIndex("rebuild-index", table, row.Index, definitionOf(row), row.Unique)
		build.Gain = &Gain{Schema: row.Schema, Table: row.Table}
		for _, key := range row.Keys { // of an expression no statistics are found, and so no size
			build.Gain.Columns = append(build.Gain.Columns, postgres.ParseName(key)[0])
		}
		if row.Unique {
			build.Claims = []Claim{{"values that stand in its way now", fmt.Sprintf("SELECT pg_catalog.count(*) FROM (%s) AS d", duplicatesOf(row, table))}}
			// before the leftover is dropped: without it nothing would be gained
			drop.Requires = append(drop.Requires, Requirement{
				SQL:  fmt.Sprintf("SELECT NOT EXISTS (%s)", duplicatesOf(row, table)),
				Else: fmt.Sprintf("%s holds duplicates of (%s): the index cannot be built before they are gone", table, strings.Join(row.Keys, ", ")),
			})
		}
		return []Step{drop, build}, nil
	})

// dropInvalid removes what a failed concurrent build left. Its undo does
// nothing on purpose: an index that is invalid is worth nothing to anybody.
func dropInvalid(row checks.InvalidIndex, table checks.Table) Step {
	index := postgres.Quote(row.Schema, row.Index)
	return Step{
		Kind: "rebuild-index", Slug: slug("drop_invalid", row.Index),
		Up:    "DROP INDEX CONCURRENTLY IF EXISTS " + index + ";",
		Down:  "-- an invalid index is not brought back: no read ever used it",
		Alone: true, Waits: true, Risk: Online, Reversible: true,
		Locks: []Lock{
			{"ShareUpdateExclusiveLock", table.String()},
			{"AccessExclusiveLock", postgres.Name(row.Schema, row.Index)}, // at the end, when nobody uses it any more
		},
		Note: "the index was " + row.Definition,
		Requires: []Requirement{{
			fmt.Sprintf("SELECT NOT EXISTS (SELECT FROM pg_catalog.pg_index AS i WHERE i.indexrelid = pg_catalog.to_regclass(%s) AND i.indisvalid)", postgres.Literal(index)),
			"the index is valid now",
		}},
		Done: isFree(row.Schema, row.Index),
	}
}

// reindex makes an invalid index valid that belongs to a constraint and so
// cannot be dropped.
func reindex(row checks.InvalidIndex, table checks.Table) Step {
	index := postgres.Quote(row.Schema, row.Index)
	return Step{
		Kind: "rebuild-index", Slug: slug("reindex", row.Index),
		Up:    "REINDEX INDEX CONCURRENTLY " + index + ";",
		Down:  "-- nothing to undo: the index is the same, and valid",
		Alone: true, Waits: true, Risk: Online, Reversible: true,
		Locks: []Lock{
			{"ShareUpdateExclusiveLock", table.String()},
			{"AccessExclusiveLock", postgres.Name(row.Schema, row.Index)}, // the old copy, at the end
		},
		Done:  indexIsValid(row.Schema, row.Index),
		Clean: "DROP INDEX CONCURRENTLY IF EXISTS " + postgres.Quote(row.Schema, cut(row.Index, maxName-len("_ccnew"))+"_ccnew"),
	}
}

// definitionOf is the part of a definition from ON, as pg_get_indexdef wrote it
// with every name qualified: CREATE [UNIQUE] INDEX name ON s.t USING … .
func definitionOf(row checks.InvalidIndex) string {
	start := " " + minimalQuote(row.Index) + " ON "
	if i := strings.Index(row.Definition, start); i >= 0 {
		return row.Definition[i+len(start)-len("ON "):]
	}
	return row.Definition[strings.Index(row.Definition, " ON ")+1:]
}

// minimalQuote quotes a name where pg_get_indexdef would.
func minimalQuote(name string) string {
	quoted := postgres.Quote(name)
	plain := quoted[1 : len(quoted)-1]
	for _, r := range plain {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '_' {
			return quoted
		}
	}
	return plain
}

// duplicatesOf finds the groups of rows that a unique index would reject. The
// keys are named first, since GROUP BY takes a bare number for a position.
func duplicatesOf(row checks.InvalidIndex, table checks.Table) string {
	keys := make([]string, len(row.Keys))
	conditions := make([]string, 0, len(row.Keys))
	for i, key := range row.Keys {
		keys[i] = fmt.Sprintf("(%s) AS k%d", key, i+1)
		if !row.NullsNotDistinct {
			conditions = append(conditions, fmt.Sprintf("g.k%d IS NOT NULL", i+1))
		}
	}
	predicate := "true"
	if row.Predicate != nil {
		predicate = *row.Predicate
	}
	where := strings.Join(append(conditions, "true"), " AND ")
	return fmt.Sprintf("SELECT FROM (SELECT %s FROM %s WHERE %s) AS g WHERE %s GROUP BY %s HAVING pg_catalog.count(*) > 1",
		strings.Join(keys, ", "), table.SQL(), predicate, where, tuple("g.k", len(row.Keys)))
}
