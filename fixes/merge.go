package fixes

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// mergeBatch is how many removed rows one transaction of a merge handles.
const mergeBatch = 500

// merge writes the statements that replace rows (losers) by others of the same
// table (winners): everything that refers to a loser is pointed at its winner,
// whatever its ON DELETE says, then the loser goes into quarantine. Where two
// children would break a unique index by it, they are merged the same way, as
// deep as the schema goes.
type merge struct {
	schema checks.Schema
	keep   keeping
	up     []string // statements of one batch
	back   []string // INSERTs of the undo, in the order of up
	relink []string // UPDATEs of the undo, in the order of up
	tables []checks.Table
	locks  []Lock
}

// mapping is the table of losers and winners of one table: pgdoctor_old_N and
// pgdoctor_new_N hold its Nth column for both.
type mapping struct {
	name    string
	table   checks.Table
	columns []string // the key, and what is referred to
	key     []string
}

// newMapping adds a mapping of a table to the quarantine.
func (m *merge) newMapping(table checks.Table) (mapping, error) {
	key := table.Key()
	if key == nil {
		return mapping{}, refuse("%s has no primary key, so its rows cannot be told apart; add one first", table)
	}
	columns := slices.Clone(key)
	for _, ref := range m.schema.Referring(table) {
		for _, column := range ref.ParentColumns {
			if !slices.Contains(columns, column) {
				columns = append(columns, column)
			}
		}
	}
	pairs := make([]string, 0, 2*len(columns))
	for i, column := range columns {
		quoted := "t." + postgres.Quote(column)
		pairs = append(pairs, fmt.Sprintf("%s AS pgdoctor_old_%d", quoted, i+1), fmt.Sprintf("%s AS pgdoctor_new_%d", quoted, i+1))
	}
	body := fmt.Sprintf("AS\n    SELECT %s, 0::bigint AS pgdoctor_batch\n    FROM %s AS t\n    WITH NO DATA", strings.Join(pairs, ", "), table.SQL())
	return mapping{m.keep.add(table, body), table, columns, key}, nil
}

// on joins a row of the mapped table to the mapping's side "old" or "new".
func (p mapping) on(side, row string) string {
	conditions := make([]string, len(p.key))
	for i, column := range p.key {
		conditions[i] = fmt.Sprintf("%s.%s = m.pgdoctor_%s_%d", row, postgres.Quote(column), side, slices.Index(p.columns, column)+1)
	}
	return strings.Join(conditions, " AND ")
}

// refers is the condition that a child row refers to a loser (or winner).
func (p mapping) refers(ref checks.Reference, side, row string) string {
	conditions := make([]string, len(ref.Columns))
	for i, column := range ref.Columns {
		conditions[i] = fmt.Sprintf("%s %s %s.%s", p.column(ref, side, i), ref.Operators[i], row, postgres.Quote(column))
	}
	return strings.Join(conditions, " AND ")
}

// column is the mapping's column for the Nth column of a reference.
func (p mapping) column(ref checks.Reference, side string, n int) string {
	return fmt.Sprintf("m.pgdoctor_%s_%d", side, slices.Index(p.columns, ref.ParentColumns[n])+1)
}

// absorb adds the statements that take the losers of a mapping away.
func (m *merge) absorb(p mapping, path []string) error {
	path = append(slices.Clone(path), p.table.String())
	m.touch(p.table)
	for _, ref := range m.schema.Referring(p.table) {
		child, ok := m.schema.Table(ref.Schema, ref.Table)
		if !ok {
			return refuse("%s refers to it but cannot be seen", postgres.Name(ref.Schema, ref.Table))
		}
		m.touch(child)
		for _, unique := range child.Uniques {
			if !slices.ContainsFunc(ref.Columns, func(c string) bool { return slices.Contains(unique.Columns, c) }) {
				continue
			}
			if err := m.collide(p, ref, child, unique, path); err != nil {
				return err
			}
		}
		if err := m.repoint(p, ref, child); err != nil {
			return err
		}
	}
	m.archive(p)
	return nil
}

// touch remembers that rows of a table are written.
func (m *merge) touch(table checks.Table) {
	for _, known := range m.tables {
		if known.String() == table.String() {
			return
		}
	}
	m.tables = append(m.tables, table)
	m.locks = append(m.locks, Lock{"RowExclusiveLock", table.String()})
}

// collide merges children that a unique index would not let stand side by side
// under one winner: the winner's own child stays, else the one with the highest
// key.
func (m *merge) collide(p mapping, ref checks.Reference, child checks.Table, unique checks.UniqueIndex, path []string) error {
	nested, err := m.newMapping(child)
	if err != nil {
		return err
	}
	m.up = append(m.up, m.collisions(p, ref, nested, unique))
	if slices.Contains(path, child.String()) {
		m.up = append(m.up, stop(fmt.Sprintf("EXISTS (SELECT FROM %s WHERE pgdoctor_batch = pgdoctor_this)", nested.name),
			fmt.Sprintf("rows of %s refer to each other in a circle and collide in %s: merge them by hand", child, postgres.Name(unique.Name))))
		return nil
	}
	return m.absorb(nested, path)
}

func (m *merge) collisions(p mapping, ref checks.Reference, nested mapping, unique checks.UniqueIndex) string {
	var inner, outer, insert, order, parts, notNull []string
	for i, column := range nested.columns {
		inner = append(inner, fmt.Sprintf("t.%s AS pgdoctor_c%d", postgres.Quote(column), i+1))
		outer = append(outer, fmt.Sprintf("c.pgdoctor_c%d AS pgdoctor_o%d, pg_catalog.first_value(c.pgdoctor_c%d) OVER w AS pgdoctor_n%d", i+1, i+1, i+1, i+1))
		insert = append(insert, fmt.Sprintf("pgdoctor_old_%d, pgdoctor_new_%d", i+1, i+1))
	}
	for i := range nested.key {
		order = append(order, fmt.Sprintf("c.pgdoctor_c%d DESC", i+1))
	}
	for i, key := range unique.Keys {
		if n := slices.Index(ref.Columns, unique.Columns[i]); n >= 0 {
			key = fmt.Sprintf("coalesce(%s, t.%s)", p.column(ref, "new", n), postgres.Quote(unique.Columns[i]))
		}
		inner = append(inner, fmt.Sprintf("(%s) AS pgdoctor_k%d", key, i+1))
		parts = append(parts, fmt.Sprintf("c.pgdoctor_k%d", i+1))
		notNull = append(notNull, fmt.Sprintf("c.pgdoctor_k%d IS NOT NULL", i+1))
	}
	where := "(m.pgdoctor_batch IS NOT NULL OR EXISTS (SELECT FROM " + p.name + " AS m WHERE m.pgdoctor_batch = pgdoctor_this AND " + p.refers(ref, "new", "t") + "))"
	if unique.Predicate != nil {
		where += "\n          AND (" + *unique.Predicate + ")"
	}
	if unique.NullsEqual {
		notNull = []string{"true"}
	}
	return fmt.Sprintf(`INSERT INTO %s (%s, pgdoctor_batch)
SELECT r.*, pgdoctor_this
FROM (
    SELECT %s
    FROM (
        SELECT %s, m.pgdoctor_batch IS NULL AS pgdoctor_stays
        FROM %s AS t
        LEFT JOIN %s AS m ON m.pgdoctor_batch = pgdoctor_this AND %s
        WHERE %s
    ) AS c
    WHERE %s
    WINDOW w AS (PARTITION BY %s ORDER BY c.pgdoctor_stays DESC, %s)
) AS r
WHERE (%s) IS DISTINCT FROM (%s);`,
		nested.name, strings.Join(insert, ", "), strings.Join(outer, ", "), strings.Join(inner, ", "),
		nested.table.SQL(), p.name, p.refers(ref, "old", "t"), where, strings.Join(notNull, " AND "),
		strings.Join(parts, ", "), strings.Join(order, ", "), tuple("r.pgdoctor_o", len(nested.key)), tuple("r.pgdoctor_n", len(nested.key)))
}

// tuple is prefix1, prefix2, … prefixN.
func tuple(prefix string, n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf("%s%d", prefix, i+1)
	}
	return strings.Join(list, ", ")
}

// change is one table whose references a repointing changes.
type change struct {
	link link
	by   mapping // of the table that is referred to
}

// repoint makes the children of losers children of their winners and remembers
// what they were. Where that changes what others refer to in turn (a child
// whose key is the reference), those change in the same statement.
func (m *merge) repoint(p mapping, ref checks.Reference, child checks.Table) error {
	changes, err := m.changes(p, ref, child, nil)
	if err != nil {
		return err
	}
	var updates, remembers, back []string
	for i, c := range changes {
		m.touch(c.link.child)
		m.up = append(m.up, c.before())
		name := fmt.Sprintf("pgdoctor_changed_%d", i+1)
		updates = append(updates, name+" AS (\n"+indent(1, c.update())+"\n)")
		if i+1 < len(changes) {
			remembers = append(remembers, fmt.Sprintf("pgdoctor_remembered_%d AS (\n%s\n)", i+1, indent(1, c.link.remember(name))))
		} else {
			remembers = append(remembers, c.link.remember(name)+";")
		}
		back = append(back, c.link.undo()...)
	}
	last := len(remembers) - 1
	m.up = append(m.up, "WITH "+strings.Join(append(updates, remembers[:last]...), ", ")+"\n"+remembers[last])
	for _, c := range changes {
		m.up = append(m.up, stop(fmt.Sprintf("EXISTS (SELECT FROM %s AS t JOIN %s AS m ON %s)", c.link.child.SQL(), c.by.name, c.join()),
			fmt.Sprintf("a trigger of %s keeps rows from being pointed at the surviving row", c.link.child)))
	}
	m.relink = append(m.relink, together(back...))
	return nil
}

// changes lists the table that a reference is changed in and, recursively,
// those that refer to the columns that change there.
func (m *merge) changes(p mapping, ref checks.Reference, child checks.Table, path []string) ([]change, error) {
	if slices.Contains(path, child.String()) {
		return nil, refuse("%s refers to its own key in a circle, which cannot be changed in one statement", child)
	}
	remembered, err := newLink(&m.keep, child, ref)
	if err != nil {
		return nil, err
	}
	list := []change{{remembered, p}}
	var renamed *mapping
	for _, follower := range m.schema.Referring(child) {
		if !slices.ContainsFunc(follower.ParentColumns, func(c string) bool { return slices.Contains(ref.Columns, c) }) {
			continue
		}
		grandchild, ok := m.schema.Table(follower.Schema, follower.Table)
		if !ok {
			return nil, refuse("%s refers to %s but cannot be seen", postgres.Name(follower.Schema, follower.Table), child)
		}
		if renamed == nil {
			names, err := m.newMapping(child)
			if err != nil {
				return nil, err
			}
			m.up = append(m.up, renames(names, list[0]))
			renamed = &names
		}
		more, err := m.changes(*renamed, follower, grandchild, append(slices.Clone(path), child.String()))
		if err != nil {
			return nil, err
		}
		list = append(list, more...)
	}
	return list, nil
}

// renames fills a mapping with the rows that a change gives another key.
func renames(into mapping, c change) string {
	values := make([]string, 0, len(into.columns))
	for _, column := range into.columns {
		old := "t." + postgres.Quote(column)
		value := old
		if n := slices.Index(c.link.ref.Columns, column); n >= 0 {
			value = c.by.column(c.link.ref, "new", n)
		}
		values = append(values, old+", "+value)
	}
	return fmt.Sprintf("INSERT INTO %s (%s)\nSELECT %s, pgdoctor_this\nFROM %s AS t\nJOIN %s AS m ON %s;",
		into.name, mappingColumns(into), strings.Join(values, ", "), c.link.child.SQL(), c.by.name, c.join())
}

// join is the condition that a row t refers to a loser m of this batch.
func (c change) join() string {
	return "m.pgdoctor_batch = pgdoctor_this AND " + c.by.refers(c.link.ref, "old", "t")
}

// news lists the new values of the reference's columns.
func (c change) news() []string {
	values := make([]string, len(c.link.ref.Columns))
	for i := range values {
		values[i] = c.by.column(c.link.ref, "new", i)
	}
	return values
}

// before keeps the rows as they are before the change, and locks them.
func (c change) before() string {
	return fmt.Sprintf("INSERT INTO %s\nSELECT t.*, pgdoctor_this, pg_catalog.now(), NULL, %s\nFROM %s AS t\nJOIN %s AS m ON %s\nFOR UPDATE OF t;",
		c.link.name, strings.Join(c.news(), ", "), c.link.child.SQL(), c.by.name, c.join())
}

func (c change) update() string {
	set := make([]string, len(c.link.ref.Columns))
	for i, column := range c.link.ref.Columns {
		set[i] = postgres.Quote(column) + " = " + c.news()[i]
	}
	return fmt.Sprintf("UPDATE %s AS t SET %s\nFROM %s AS m\nWHERE %s\nRETURNING t.*",
		c.link.child.SQL(), strings.Join(set, ", "), c.by.name, c.join())
}

// archive moves the losers into quarantine. Rows that a trigger keeps would be
// kept twice, so they stop the batch.
func (m *merge) archive(p mapping) {
	kept := m.keep.copyOf(p.table)
	m.up = append(m.up,
		fmt.Sprintf("WITH pgdoctor_gone AS (\n    DELETE FROM %s AS t\n    USING %s AS m\n    WHERE m.pgdoctor_batch = pgdoctor_this AND %s\n    RETURNING t.*\n)\nINSERT INTO %s\nSELECT pgdoctor_gone.*, pgdoctor_this, pg_catalog.now() FROM pgdoctor_gone;\nGET DIAGNOSTICS pgdoctor_moved = ROW_COUNT;",
			p.table.SQL(), p.name, p.on("old", "t"), kept),
		stop(fmt.Sprintf("pgdoctor_moved <> (SELECT pg_catalog.count(*) FROM %s WHERE pgdoctor_batch = pgdoctor_this)", p.name),
			fmt.Sprintf("a trigger of %s keeps rows from being removed, or somebody removed them meanwhile", p.table)))
	m.back = append(m.back, putBack(p.table, kept))
}

// down puts losers back, parents before children, then points the children
// back, last change first.
func (m *merge) down() string {
	statements := slices.Clone(m.back)
	slices.Reverse(statements)
	for _, relink := range slices.Backward(m.relink) {
		statements = append(statements, relink)
	}
	return restoring(m.tables, statements)
}
