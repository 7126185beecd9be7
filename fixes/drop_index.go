package fixes

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// dropIndex removes an index that another one makes surplus, without stopping
// readers or writers. Undo builds it again from its definition.
func dropIndex(row checks.SurplusIndex, _ Context) ([]Step, error) {
	return dropConcurrently(row,
		fmt.Sprintf("%s serves its statements: %s", postgres.Name(row.Schema, *row.Kept), row.KeptDefinition),
		[]Requirement{{indexIsValid(row.Schema, *row.Kept), "the index that is to be kept is gone or invalid"}},
		"scans of it since statistics began, which the other one will serve")
}

// dropConcurrently drops an index that nothing needs any more, for the reason
// that note says, where what it requires holds.
func dropConcurrently(row checks.SurplusIndex, note string, requires []Requirement, scans string) ([]Step, error) {
	if row.Partitioned {
		return nil, refuse("an index of a partitioned table cannot be dropped concurrently: DROP INDEX %s stops readers and writers of all partitions while it waits for its lock",
			postgres.Quote(row.Schema, row.Index))
	}
	rebuild, ok := rebuildOf(row)
	if !ok {
		return nil, refuse("how to build it again could not be derived from: %s", row.Definition)
	}
	index, table := postgres.Quote(row.Schema, row.Index), postgres.Name(row.Schema, row.Table)
	drop := Step{
		Kind: "drop-index", Slug: slug("drop_index", row.Index),
		Up:    "DROP INDEX CONCURRENTLY IF EXISTS " + index + ";",
		Down:  rebuild + ";",
		Alone: true, DownAlone: true, Waits: true, Risk: Online, Reversible: true,
		Locks: []Lock{
			{"ShareUpdateExclusiveLock", table},
			{"AccessExclusiveLock", postgres.Name(row.Schema, row.Index)}, // at the end, when nobody uses it any more
		},
		Note: note,
		Requires: append([]Requirement{
			{indexIsValid(row.Schema, row.Index), "the index is gone already, or invalid"},
			{nothingNeeds(row), "a constraint, a replica identity or CLUSTER needs the index now"},
		}, requires...),
		Claims: []Claim{
			{"bytes that it frees", fmt.Sprintf("SELECT pg_catalog.pg_relation_size(pg_catalog.to_regclass(%s))", postgres.Literal(index))},
			{scans, fmt.Sprintf("SELECT pg_catalog.pg_stat_get_numscans(pg_catalog.to_regclass(%s))", postgres.Literal(index))},
		},
		Done: isFree(row.Schema, row.Index),
		// What an interrupted drop and an interrupted undo leave is the same, an
		// invalid index, and this makes it whole: the state before the drop, or
		// after the undo.
		Clean: "REINDEX INDEX CONCURRENTLY " + index,
	}
	steps := []Step{drop}
	if keep := keepProperties(row, index); keep != "" {
		// CONCURRENTLY takes no second statement beside it, so this is a step of
		// its own; it stands before the drop because undo goes backwards.
		steps = slices.Insert(steps, 0, Step{
			Kind: "drop-index", Slug: slug("keep_properties", row.Index),
			Up:   "-- nothing to do yet: undoing brings back what the definition of the index does not hold",
			Down: keep, Risk: Online, Reversible: true,
			Requires: drop.Requires,
		})
	}
	return steps, nil
}

// rebuildOf is the statement that builds an index again: its definition, and
// the tablespace, which a definition omits and which stands before WHERE.
func rebuildOf(row checks.SurplusIndex) (string, bool) {
	definition := row.Definition
	for _, start := range []string{"CREATE INDEX ", "CREATE UNIQUE INDEX "} {
		if rest, found := strings.CutPrefix(definition, start); found {
			definition = start + "CONCURRENTLY " + rest
		}
	}
	if row.Tablespace != nil {
		where := ""
		if row.Predicate != nil {
			where = " WHERE " + *row.Predicate
		}
		head, found := strings.CutSuffix(definition, where)
		if !found {
			return "", false
		}
		definition = head + " TABLESPACE " + postgres.Quote(*row.Tablespace) + where
	}
	return definition, definition != row.Definition
}

// keepProperties restores what is no part of an index's definition, or is "".
func keepProperties(row checks.SurplusIndex, index string) string {
	text := ""
	if row.Comment != nil {
		text = fmt.Sprintf("COMMENT ON INDEX %s IS %s;\n", index, strings.TrimSpace(postgres.Literal(*row.Comment)))
	}
	for _, column := range slices.Sorted(maps.Keys(row.Statistics)) {
		if _, err := strconv.Atoi(column); err == nil {
			text += fmt.Sprintf("ALTER INDEX %s ALTER COLUMN %s SET STATISTICS %d;\n", index, column, row.Statistics[column])
		}
	}
	return text
}

func nothingNeeds(row checks.SurplusIndex) string {
	return fmt.Sprintf(`SELECT NOT EXISTS (
    SELECT FROM pg_catalog.pg_index AS i
    JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
    WHERE i.indexrelid = pg_catalog.to_regclass(%s)
      AND (i.indisprimary OR i.indisexclusion OR i.indisreplident OR i.indisclustered OR c.relispartition
        OR EXISTS (SELECT FROM pg_catalog.pg_constraint AS con WHERE con.conindid = i.indexrelid)))`,
		postgres.Literal(postgres.Quote(row.Schema, row.Index)))
}
