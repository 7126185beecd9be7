package fixes

import (
	"fmt"
	"slices"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.IndexPartitionNotAttached, Cure{Kind: "attach-index", Risk: Locking, Reversible: true, order: 51}, attachIndex)

// attachIndex finishes a partitioned index: what is missing is built
// concurrently, then all is attached, upon which the index turns valid.
//
// What is attached cannot be detached again, so undo drops the whole index and
// makes anew what was there before: the unfinished parents at once, and the
// indexes of partitions concurrently, by steps that do nothing on the way up.
func attachIndex(row checks.PartitionedIndex, c Context) ([]Step, error) {
	rest, ok := afterTable(row.Definition)
	switch {
	case row.Constraint:
		return nil, refuse("a constraint owns it: ALTER TABLE ... ADD CONSTRAINT on each partition, then ALTER INDEX %s ATTACH PARTITION", postgres.Quote(row.Schema, row.Index))
	case !ok:
		return nil, refuse("how to build it on a partition could not be derived from: %s", row.Definition)
	}
	top := checks.Table{Schema: row.Schema, Name: row.Table}
	a := attaching{row: row, rest: rest, indexes: map[string]string{top.String(): row.Index}, above: map[string][2]string{}, major: c.Server.Major()}
	a.prepare = Step{Kind: "attach-index", Slug: slug("prepare_index", row.Index), Risk: Locking, Reversible: true,
		Note: "metadata only: SHARE locks for milliseconds, writers wait for them no longer than lock_timeout"}
	a.attach = Step{Kind: "attach-index", Slug: slug("attach_index", row.Index), Risk: Locking, Reversible: true,
		Note: "its undo drops the whole index under ACCESS EXCLUSIVE locks held for milliseconds, and then builds again what the partitions had before"}
	a.again = Step{Kind: "attach-index", Slug: slug("keep_attached", row.Index), Risk: Locking, Reversible: true,
		Up: "-- nothing to do yet: undoing attaches again what was attached before"}
	a.remade = row.Definition + ";\n"
	if row.Comment != nil {
		a.remade += fmt.Sprintf("COMMENT ON INDEX %s IS %s;\n", postgres.Quote(row.Schema, row.Index), postgres.Literal(*row.Comment))
	}
	for _, part := range row.Partitions {
		if err := a.add(part); err != nil {
			return nil, err
		}
	}
	if a.attach.Up == "" {
		return nil, refuse("an index is attached for each partition, but one of them is invalid: REINDEX INDEX CONCURRENTLY that one, and attach it again")
	}
	return a.steps(), nil
}

// attaching is a plan for one partitioned index while it is put together.
type attaching struct {
	row                    checks.PartitionedIndex
	rest                   string               // of the definition, from USING on
	indexes                map[string]string    // by table
	above                  map[string][2]string // by table whose index is attached: the parent's table and index
	major                  int
	again, prepare, attach Step
	restores, builds       []Step
	remade                 string // statements that make the unfinished parents anew
}

// add plans one partition, of which the parent was added before.
func (a *attaching) add(part checks.IndexedPartition) error {
	table := checks.Table{Schema: part.Schema, Name: part.Name}
	parent := a.indexes[postgres.Name(part.ParentSchema, part.Parent)]
	index := derivedName("part", part.Name, a.row.Index)
	if part.Index != nil {
		index = *part.Index
	}
	a.indexes[table.String()] = index
	switch {
	case part.Kind == "f":
		return refuse("partition %s is a foreign table, which cannot carry an index", table)
	case part.AttachedTo != nil && *part.AttachedTo != parent:
		return refuse("%s is attached to another index, %s", postgres.Name(part.Schema, index), postgres.Name(part.ParentSchema, *part.AttachedTo))
	case part.Index != nil && part.Leaf && !*part.Valid:
		return refuse("%s of partition %s is invalid: REINDEX INDEX CONCURRENTLY it first", postgres.Name(part.Schema, index), table)
	}
	statement := fmt.Sprintf("ALTER INDEX %s ATTACH PARTITION %s;\n", postgres.Quote(part.ParentSchema, parent), postgres.Quote(part.Schema, index))
	if part.AttachedTo != nil {
		a.again.Down += statement
	} else {
		// deepest first: a partition's own index must be whole before it is attached
		a.attach.Up = statement + a.attach.Up
		a.lock("AccessExclusiveLock", postgres.Name(part.Schema, index))
		a.lock("ShareUpdateExclusiveLock", postgres.Name(part.ParentSchema, parent))
		a.lockAbove(postgres.Name(part.ParentSchema, part.Parent))
	}
	if part.AttachedTo != nil {
		a.above[table.String()] = [2]string{postgres.Name(part.ParentSchema, part.Parent), postgres.Name(part.ParentSchema, parent)}
	}
	if part.Index != nil {
		return a.keep(part)
	}
	if part.Leaf {
		a.builds = append(a.builds, buildIndex("attach-index", table, index, "ON "+table.SQL()+" "+a.rest, a.row.Unique))
		return nil
	}
	unique := ""
	if a.row.Unique {
		unique = "UNIQUE "
	}
	a.prepare.Up += fmt.Sprintf("CREATE %sINDEX %s ON ONLY %s %s;\n", unique, postgres.Quote(index), table.SQL(), a.rest)
	a.prepare.Down = fmt.Sprintf("DROP INDEX IF EXISTS %s;\n", postgres.Quote(part.Schema, index)) + a.prepare.Down
	a.prepare.Locks = append(a.prepare.Locks, Lock{"ShareLock", table.String()})
	a.prepare.Requires = append(a.prepare.Requires, Requirement{isFree(part.Schema, index), fmt.Sprintf("a relation named %s exists already", postgres.Name(part.Schema, index))})
	return nil
}

func (a *attaching) lock(mode, relation string) {
	if lock := (Lock{mode, relation}); !slices.Contains(a.attach.Locks, lock) {
		a.attach.Locks = append(a.attach.Locks, lock)
	}
}

// lockAbove adds what is locked when the index of a table becomes whole that was
// attached before: from 14 to 17 the parent's table and index, which may become
// whole by it. Seen on 15 and 17, and not on 13 and 18.
func (a *attaching) lockAbove(table string) {
	for parent, ok := a.above[table]; ok && a.major >= 14 && a.major <= 17; parent, ok = a.above[parent[0]] {
		a.lock("AccessExclusiveLock", parent[0])
		a.lock("AccessExclusiveLock", parent[1])
	}
}

// keep plans how undo brings back an index that is there already.
func (a *attaching) keep(part checks.IndexedPartition) error {
	index := postgres.Quote(part.Schema, *part.Index)
	comment := ""
	if part.Comment != nil {
		comment = fmt.Sprintf("COMMENT ON INDEX %s IS %s;\n", index, postgres.Literal(*part.Comment))
	}
	if !part.Leaf {
		a.remade += *part.Definition + ";\n" + comment
		return nil
	}
	rebuild, ok := rebuildOf(checks.SurplusIndex{Definition: *part.Definition, Predicate: a.row.Predicate, Tablespace: part.Tablespace})
	if !ok {
		return refuse("how to build it again could not be derived from: %s", *part.Definition)
	}
	a.again.Down += comment
	a.restores = append(a.restores, Step{
		Kind: "attach-index", Slug: slug("keep_index", *part.Index),
		Up:   "-- nothing to do yet: undoing drops this index with the others, and builds it again",
		Down: rebuild + ";", DownAlone: true, Waits: true, Risk: Online, Reversible: true,
		Done:  indexIsValid(part.Schema, *part.Index),
		Clean: "DROP INDEX CONCURRENTLY IF EXISTS " + index,
	})
	return nil
}

// steps are in the order in which they run; undo goes backwards.
func (a *attaching) steps() []Step {
	invalid := Requirement{
		fmt.Sprintf("SELECT EXISTS (SELECT FROM pg_catalog.pg_index AS i WHERE i.indexrelid = pg_catalog.to_regclass(%s) AND NOT i.indisvalid)",
			postgres.Literal(postgres.Quote(a.row.Schema, a.row.Index))),
		"the index is valid now, or gone",
	}
	a.attach.Requires = []Requirement{invalid}
	a.prepare.Requires = append(a.prepare.Requires, invalid)
	for i := range a.builds {
		a.builds[i].Requires = append(a.builds[i].Requires, invalid)
	}
	a.attach.Down = fmt.Sprintf("DROP INDEX %s;\n", postgres.Quote(a.row.Schema, a.row.Index)) + a.remade
	var steps []Step
	if a.again.Down != "" {
		steps = append(steps, a.again)
	}
	steps = append(steps, a.restores...)
	if a.prepare.Up != "" {
		steps = append(steps, a.prepare)
	}
	return append(append(steps, a.builds...), a.attach)
}

var _ = example(checks.IndexPartitionNotAttached, checks.PartitionedIndex{
	Schema: "public", Index: "events_user_id_idx", Table: "events",
	Definition: "CREATE INDEX events_user_id_idx ON ONLY public.events USING btree (user_id)",
	Partitions: checks.IndexedPartitions{{Partition: checks.Partition{Schema: "public", Name: "events_2026", ParentSchema: "public", Parent: "events", Leaf: true, Kind: "r"}}},
})
