package fixes

import (
	"fmt"
	"slices"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// buildIndex is the step that builds one index without stopping writers.
// definition is what follows the index's name: "ON s.t USING btree (a)".
func buildIndex(kind string, table checks.Table, name, definition string, unique bool) Step {
	create := "CREATE INDEX CONCURRENTLY "
	if unique {
		create = "CREATE UNIQUE INDEX CONCURRENTLY "
	}
	index := postgres.Quote(table.Schema, name)
	return Step{
		Kind: kind, Slug: slug(kind, name),
		Up:    create + postgres.Quote(name) + " " + definition + ";",
		Down:  "DROP INDEX CONCURRENTLY IF EXISTS " + index + ";",
		Alone: true, DownAlone: true, Waits: true,
		Locks: []Lock{{"ShareUpdateExclusiveLock", table.String()}},
		Risk:  Online, Reversible: true,
		Requires: []Requirement{
			{tableExists(table), table.String() + " is not there any more"},
			{isFree(table.Schema, name), fmt.Sprintf("a relation named %s exists already", postgres.Name(table.Schema, name))},
		},
		Done:  indexIsValid(table.Schema, name),
		Clean: "DROP INDEX CONCURRENTLY IF EXISTS " + index,
		// Only under a name that pgdoctor made is an invalid index its own leftover.
		Leftover: fmt.Sprintf("SELECT EXISTS (SELECT FROM pg_catalog.pg_index AS i WHERE i.indexrelid = pg_catalog.to_regclass(%s) AND NOT i.indisvalid)", postgres.Literal(index)),
	}
}

// partitionedIndex builds an index of a partitioned table, which cannot be
// built concurrently as one: an empty invalid parent first, every leaf
// concurrently, then all attached, upon which the parent turns valid.
func partitionedIndex(kind string, table checks.Table, name, definition string) ([]Step, error) {
	suffix := name[len(name)-6:] // the hash of the whole index's meaning
	parents := map[string]string{table.String(): name}
	prepare := Step{
		Kind: kind, Slug: slug(kind, name, "parents"), Risk: Locking, Reversible: true,
		Note:     "metadata only: SHARE locks for milliseconds, writers wait for them no longer than lock_timeout",
		Requires: []Requirement{{isFree(table.Schema, name), "an index of that name exists already"}},
	}
	var leaves []Step
	attach := Step{Kind: kind, Slug: slug(kind, name, "attach"), Risk: Locking, Reversible: true}
	addParent := func(schema, relation, index string) {
		prepare.Up += fmt.Sprintf("CREATE INDEX %s ON ONLY %s %s;\n", postgres.Quote(index), postgres.Quote(schema, relation), definition)
		prepare.Down = fmt.Sprintf("DROP INDEX IF EXISTS %s;\n", postgres.Quote(schema, index)) + prepare.Down
		prepare.Locks = append(prepare.Locks, Lock{"ShareLock", postgres.Name(schema, relation)})
	}
	addParent(table.Schema, table.Name, name)
	for i, part := range table.Partitions {
		if part.Kind == "f" {
			return nil, refuse("partition %s is a foreign table, which cannot carry an index", postgres.Name(part.Schema, part.Name))
		}
		index := cut(part.Name, maxName-len(suffix)-8) + fmt.Sprintf("_p%d_%s", i+1, suffix)
		parents[postgres.Name(part.Schema, part.Name)] = index
		if part.Leaf {
			leaf := checks.Table{Schema: part.Schema, Name: part.Name}
			leaves = append(leaves, buildIndex(kind, leaf, index, "ON "+leaf.SQL()+" "+definition, false))
		} else {
			addParent(part.Schema, part.Name, index)
		}
		// deepest first: a partition's own index must be whole before it is attached
		attach.Up = fmt.Sprintf("ALTER INDEX %s ATTACH PARTITION %s;\n",
			postgres.Quote(part.ParentSchema, parents[postgres.Name(part.ParentSchema, part.Parent)]), postgres.Quote(part.Schema, index)) + attach.Up
		attach.Locks = append(attach.Locks, Lock{"AccessExclusiveLock", postgres.Name(part.Schema, index)})
		if parent := (Lock{"ShareUpdateExclusiveLock", postgres.Name(part.ParentSchema, parents[postgres.Name(part.ParentSchema, part.Parent)])}); !slices.Contains(attach.Locks, parent) {
			attach.Locks = append(attach.Locks, parent)
		}
	}
	// An attached index cannot be dropped by itself or detached again: the
	// parent goes, and takes the leaves along; their own downs find nothing.
	attach.Down = fmt.Sprintf("DROP INDEX IF EXISTS %s;\n", postgres.Quote(table.Schema, name))
	attach.Note = "its undo drops the whole index under an ACCESS EXCLUSIVE lock held for milliseconds"
	steps := append([]Step{prepare}, leaves...)
	return append(steps, attach), nil
}

func tableExists(table checks.Table) string {
	return fmt.Sprintf("SELECT pg_catalog.to_regclass(%s) IS NOT NULL", postgres.Literal(table.SQL()))
}

func isFree(schema, name string) string {
	return fmt.Sprintf("SELECT pg_catalog.to_regclass(%s) IS NULL", postgres.Literal(postgres.Quote(schema, name)))
}

func indexIsValid(schema, name string) string {
	return fmt.Sprintf(`SELECT EXISTS (
    SELECT FROM pg_catalog.pg_index AS i
    WHERE i.indexrelid = pg_catalog.to_regclass(%s) AND i.indisvalid AND i.indisready AND i.indislive)`,
		postgres.Literal(postgres.Quote(schema, name)))
}
