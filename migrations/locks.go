package migrations

import (
	"context"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Held is one lock that a backend was seen to hold on, or to wait for at, a
// relation of users.
type Held struct {
	fixes.Lock
	OID   uint32 // of the relation
	Table string // that an index belongs to, or that owns a sequence, else ""
	Root  string // of a partition or the table of its index, else ""
	Kind  string // relkind
}

// heldLocks is read by another session than the one that is looked at, so that
// a relation which that one is only making is none yet, and one which it is
// dropping still is one.
const heldLocks = `
	SELECT c.oid, n.nspname, c.relname, c.relkind::text, l.mode, coalesce(tn.nspname, ''), coalesce(t.relname, ''),
		coalesce(rn.nspname, ''), coalesce(r.relname, '')
	FROM pg_catalog.pg_locks AS l
	JOIN pg_catalog.pg_class AS c ON c.oid = l.relation
	JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
	LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid = c.oid
	LEFT JOIN pg_catalog.pg_depend AS d ON c.relkind = 'S' AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
		AND d.refclassid = d.classid AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
	LEFT JOIN pg_catalog.pg_class AS t ON t.oid = coalesce(i.indrelid, d.refobjid)
	LEFT JOIN pg_catalog.pg_namespace AS tn ON tn.oid = t.relnamespace
	LEFT JOIN pg_catalog.pg_class AS r ON r.oid = CASE WHEN coalesce(t.relispartition, c.relispartition) THEN pg_catalog.pg_partition_root(coalesce(t.oid, c.oid)) END
	LEFT JOIN pg_catalog.pg_namespace AS rn ON rn.oid = r.relnamespace
	WHERE l.locktype = 'relation'
	  AND l.pid = $1
	  AND l.database = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
	  AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'pgdoctor')
	ORDER BY n.nspname, c.relname, l.mode`

// HeldBy reads the locks of a backend on relations of users, from a connection
// other than that backend's. Those of schema pgdoctor are left out.
func HeldBy(ctx context.Context, conn *pgx.Conn, pid uint32) ([]Held, error) {
	rows, _ := conn.Query(ctx, heldLocks, int32(pid)) // CollectRows returns its error
	list, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (Held, error) {
		var held Held
		var schema, name, tableSchema, table, rootSchema, root string
		err := row.Scan(&held.OID, &schema, &name, &held.Kind, &held.Mode, &tableSchema, &table, &rootSchema, &root)
		held.Relation = postgres.Name(schema, name)
		if table != "" {
			held.Table = postgres.Name(tableSchema, table)
		}
		if root != "" {
			held.Root = postgres.Name(rootSchema, root)
		}
		return held, err
	})
	if err != nil {
		return nil, fmt.Errorf("read the locks: %w", err)
	}
	return list, nil
}

// RelationNames are the names of all relations of a database at a moment, by OID.
type RelationNames map[uint32]string

// NamesNow reads them.
func NamesNow(ctx context.Context, conn *pgx.Conn) (RelationNames, error) {
	names := RelationNames{}
	rows, _ := conn.Query(ctx, `
		SELECT c.oid, n.nspname, c.relname
		FROM pg_catalog.pg_class AS c
		JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace`) // ForEachRow returns its error
	var oid uint32
	var schema, name string
	_, err := pgx.ForEachRow(rows, []any{&oid, &schema, &name}, func() error {
		names[oid] = postgres.Name(schema, name)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the names of relations: %w", err)
	}
	return names, nil
}

// As gives locks the names that their relations had at an earlier moment, and
// leaves out relations that were not there: nobody can wait for what a step makes
// for itself, such as the copy of an index.
func (names RelationNames) As(held []Held) []Held {
	var known []Held
	for _, h := range held {
		if name, ok := names[h.OID]; ok {
			h.Relation = name
			known = append(known, h)
		}
	}
	return known
}

// Observed is what of some locks people need to know: the strongest on each
// relation, without those for which nobody waits who would not wait for another
// one anyway.
func Observed(held []Held) []fixes.Lock {
	var locks []fixes.Lock
	for _, h := range held {
		if !h.harmless() && !h.above(lockList(held)) && !slices.Contains(locks, h.Lock) {
			locks = append(locks, h.Lock)
		}
	}
	return fixes.Strongest(locks)
}

// Undeclared are the observed locks of a step for which somebody waits whom the
// declared ones do not keep waiting. Users declare none for what they wrote.
func Undeclared(held []Held, step fixes.Step) []fixes.Lock {
	if step.Kind == fixes.CustomKind {
		return nil
	}
	var beyond []fixes.Lock
	for _, h := range held {
		if !h.harmless() && !h.above(step.Locks) && !coveredBy(step.Locks, h.Lock) && !slices.Contains(beyond, h.Lock) {
			beyond = append(beyond, h.Lock)
		}
	}
	return fixes.Strongest(beyond)
}

// harmless is what every reader takes, and whoever takes a number from a sequence.
func (h Held) harmless() bool {
	return h.Mode == "AccessShareLock" || h.Kind == "S" && h.Mode == "RowExclusiveLock"
}

// above says whether one of some locks stands for this one: on the table of an
// index or sequence, or on the root of a partition.
func (h Held) above(locks []fixes.Lock) bool {
	return h.Table != "" && coveredBy(locks, fixes.Lock{Mode: h.Mode, Relation: h.Table}) ||
		h.Root != "" && coveredBy(locks, fixes.Lock{Mode: h.Mode, Relation: h.Root})
}

func lockList(held []Held) []fixes.Lock {
	locks := make([]fixes.Lock, len(held))
	for i, h := range held {
		locks[i] = h.Lock
	}
	return locks
}

func coveredBy(locks []fixes.Lock, lock fixes.Lock) bool {
	return slices.ContainsFunc(locks, func(l fixes.Lock) bool { return l.Relation == lock.Relation && l.Covers(lock.Mode) })
}
