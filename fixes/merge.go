package fixes

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// merge writes the statements that replace rows (losers) by others of the same
// table (winners): everything that refers to a loser is pointed at its winner,
// whatever its ON DELETE says, then the loser goes into quarantine. Where two
// children would break a unique index by it, they are merged the same way, as
// deep as the schema goes.
type merge struct {
	schema checks.Schema
	keep   keeping
	up     []string   // statements of one batch
	undo   []reversal // what reverses each of them, in the order of up
	tables []checks.Table
	gone   []checks.Table // that lose rows
	loose  []checks.Table // that refer without a foreign key
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
	if err := movable(table); err != nil {
		return mapping{}, err
	}
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
	references := m.inOrder(m.schema.Referring(p.table))
	for _, ref := range references {
		child, ok := m.schema.Table(ref.Schema, ref.Table)
		if !ok {
			return refuse("%s refers to it but cannot be seen", postgres.Name(ref.Schema, ref.Table))
		}
		m.touch(child)
		if !slices.ContainsFunc(references, func(other checks.Reference) bool { return m.follows(ref, other) }) {
			continue
		}
		// it changes together with the other, which must not make it collide
		if err := m.collideAll(p, ref, child, path); err != nil {
			return err
		}
	}
	for _, ref := range references {
		child, _ := m.schema.Table(ref.Schema, ref.Table)
		if err := m.collideAll(p, ref, child, path); err != nil {
			return err
		}
		if err := m.repoint(p, ref, child); err != nil {
			return err
		}
	}
	m.archive(p)
	return nil
}

func (m *merge) collideAll(p mapping, ref checks.Reference, child checks.Table, path []string) error {
	for _, unique := range child.Uniques {
		if !overlap(ref.Columns, unique.Reads) {
			continue
		}
		if err := m.collide(p, ref, child, unique, path); err != nil {
			return err
		}
	}
	return nil
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(c string) bool { return slices.Contains(b, c) })
}

// inOrder puts a reference behind those of tables that its own table refers to
// by the same columns: members of a group first, then their roles in it, whose
// key would else name a member that is not there yet.
func (m *merge) inOrder(references []checks.Reference) []checks.Reference {
	var ordered []checks.Reference
	for rest := slices.Clone(references); len(rest) > 0; {
		i := max(0, slices.IndexFunc(rest, func(r checks.Reference) bool {
			return !slices.ContainsFunc(rest, func(other checks.Reference) bool { return m.follows(r, other) })
		}))
		ordered = append(ordered, rest[i])
		rest = slices.Delete(rest, i, i+1)
	}
	return ordered
}

func (m *merge) follows(r, other checks.Reference) bool {
	if r.Schema == other.Schema && r.Table == other.Table {
		return false
	}
	return slices.ContainsFunc(m.schema.References, func(own checks.Reference) bool {
		return own.Schema == r.Schema && own.Table == r.Table && overlap(own.Columns, r.Columns) &&
			own.ParentSchema == other.Schema && own.ParentTable == other.Table && overlap(own.ParentColumns, other.Columns)
	})
}

// touch remembers that rows of a table are written.
func (m *merge) touch(table checks.Table) {
	if !holds(m.tables, table) {
		m.tables = append(m.tables, table)
	}
}

func holds(tables []checks.Table, table checks.Table) bool {
	return slices.ContainsFunc(tables, func(t checks.Table) bool { return t.String() == table.String() })
}

// locksOn lists the locks of a step that writes to tables, of which some must
// not be written to by others meanwhile.
func locksOn(tables, loose []checks.Table) []Lock {
	locks := make([]Lock, len(tables))
	for i, table := range tables {
		locks[i] = Lock{"RowExclusiveLock", table.String()}
		if holds(loose, table) {
			locks[i].Mode = "ShareRowExclusiveLock"
		}
	}
	return locks
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

// collisions finds those children. Keys and predicate of the index are computed
// over the rows as they will be, whatever expressions they are, and only rows
// that move give way: never one for a row that refers to somebody else.
func (m *merge) collisions(p mapping, ref checks.Reference, nested mapping, unique checks.UniqueIndex) string {
	var outer, insert, order, parts, notNull []string
	inner := nested.asItWillBe(p, ref, unique)
	for i := range nested.columns {
		outer = append(outer, fmt.Sprintf("c.pgdoctor_c%d AS pgdoctor_o%d, pg_catalog.first_value(c.pgdoctor_c%d) OVER w AS pgdoctor_n%d", i+1, i+1, i+1, i+1))
		insert = append(insert, fmt.Sprintf("pgdoctor_old_%d, pgdoctor_new_%d", i+1, i+1))
	}
	for i := range nested.key {
		order = append(order, fmt.Sprintf("c.pgdoctor_c%d DESC", i+1))
	}
	for _, key := range unique.Keys {
		parts = append(parts, "("+key+")")
		if !unique.NullsEqual {
			notNull = append(notNull, "("+key+") IS NOT NULL")
		}
	}
	for _, column := range ref.Columns {
		if !slices.Contains(unique.Columns, column) {
			parts = append(parts, "c."+postgres.Quote(column))
		}
	}
	if unique.Predicate != nil {
		notNull = append(notNull, "("+*unique.Predicate+")")
	}
	if len(notNull) == 0 {
		notNull = []string{"true"}
	}
	return fmt.Sprintf(`INSERT INTO %s (%s, pgdoctor_batch)
SELECT %s, pgdoctor_this
FROM (
    SELECT %s, c.pgdoctor_stays
    FROM (
%s
    ) AS c
    WHERE %s
    WINDOW w AS (PARTITION BY %s ORDER BY c.pgdoctor_stays DESC, %s)
) AS r
WHERE NOT r.pgdoctor_stays AND (%s) IS DISTINCT FROM (%s);`,
		nested.name, strings.Join(insert, ", "), pairs("r.pgdoctor_o%d, r.pgdoctor_n%d", len(nested.columns)), strings.Join(outer, ", "),
		indent(2, inner), strings.Join(notNull, " AND "),
		strings.Join(parts, ", "), strings.Join(order, ", "), tuple("r.pgdoctor_o", len(nested.key)), tuple("r.pgdoctor_n", len(nested.key)))
}

// asItWillBe is a query of the children of losers and of winners, as they are
// (pgdoctor_cN is the mapping's Nth column) and, in what an index reads, as they
// will be once they refer to the winner. It is two joins, since an OR of them is
// one that no join method but the slowest can do.
func (p mapping) asItWillBe(parent mapping, ref checks.Reference, unique checks.UniqueIndex) string {
	var own, moved, stays []string
	for i, column := range p.columns {
		own = append(own, fmt.Sprintf("t.%s AS pgdoctor_c%d", postgres.Quote(column), i+1))
	}
	for n, column := range ref.Columns {
		moved = append(moved, parent.column(ref, "new", n)+" AS "+postgres.Quote(column))
		stays = append(stays, "t."+postgres.Quote(column))
	}
	for _, column := range unique.Reads {
		if !slices.Contains(ref.Columns, column) {
			moved = append(moved, "t."+postgres.Quote(column))
			stays = append(stays, "t."+postgres.Quote(column))
		}
	}
	columns := func(more []string) string { return strings.Join(slices.Concat(own, more), ", ") }
	return fmt.Sprintf("SELECT %s, false AS pgdoctor_stays\nFROM %s AS t\nJOIN %s AS m ON m.pgdoctor_batch = pgdoctor_this AND %s\nUNION ALL\nSELECT %s, true\nFROM %s AS t\nWHERE EXISTS (SELECT FROM %s AS m WHERE m.pgdoctor_batch = pgdoctor_this AND %s)",
		columns(moved), fromItem(p.table), parent.name, parent.refers(ref, "old", "t"),
		columns(stays), fromItem(p.table), parent.name, parent.refers(ref, "new", "t"))
}

// pairs repeats a format for 1 to n, each number twice.
func pairs(format string, n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf(format, i+1, i+1)
	}
	return strings.Join(list, ", ")
}

// tuple is prefix1, prefix2, … prefixN.
func tuple(prefix string, n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf("%s%d", prefix, i+1)
	}
	return strings.Join(list, ", ")
}

// archive moves the losers into quarantine. Rows that a trigger keeps would be
// kept twice, so they stop the batch.
func (m *merge) archive(p mapping) {
	kept := m.keep.copyOf(p.table)
	m.up = append(m.up,
		fmt.Sprintf("WITH pgdoctor_gone AS (\n    DELETE FROM %s AS t\n    USING %s AS m\n    WHERE m.pgdoctor_batch = pgdoctor_this AND %s\n    RETURNING t.*\n)\nINSERT INTO %s\nSELECT pgdoctor_gone.*, pgdoctor_this, pg_catalog.now() FROM pgdoctor_gone;\nGET DIAGNOSTICS pgdoctor_moved = ROW_COUNT;",
			fromItem(p.table), p.name, p.on("old", "t"), kept),
		stop(fmt.Sprintf("pgdoctor_moved <> (SELECT pg_catalog.count(*) FROM %s WHERE pgdoctor_batch = pgdoctor_this)", p.name),
			fmt.Sprintf("a trigger of %s keeps rows from being removed, or somebody removed them meanwhile", p.table)))
	m.undo = append(m.undo, reversal{back: []keptRows{{p.table, kept}}})
	m.gone = append(m.gone, p.table)
}

// down reverses what up did, the last statement first.
func (m *merge) down(root mapping, c Context) string {
	reverse := slices.Clone(m.undo)
	slices.Reverse(reverse)
	return restore{schema: m.schema, tables: m.tables, counts: root.name, reverse: reverse, pastKeys: c.breaksValidKey(m.gone)}.down()
}
