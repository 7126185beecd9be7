package fixes

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// orphanBatch is how many orphans one transaction moves.
const orphanBatch = 2000

var _ = pair(checks.OrphanRows,
	Cure{Kind: "quarantine-orphans", Risk: Data, Reversible: true, order: 40},
	func(row checks.OrphanedReference, c Context) ([]Step, error) {
		if row.Doubtful {
			return nil, refuse("most rows break it: the column is probably no reference to %s", postgres.Name(row.ParentSchema, row.ParentTable))
		}
		table, ok := c.Schema.Table(row.Schema, row.Table)
		if !ok {
			return nil, refuse("%s is not there any more", postgres.Name(row.Schema, row.Table))
		}
		m := removal{schema: c.Schema, keep: keeping{version: c.Version}, kept: map[string]string{}}
		if err := m.reach(table); err != nil {
			return nil, err
		}
		prepare := m.keep.prepare("quarantine-orphans", table)
		move := Step{
			Kind: "quarantine-orphans", Slug: slug("quarantine_orphans", row.Table, strings.Join(row.Columns, "_")),
			Up:    m.up(row.Reference, table),
			Down:  m.down(row.Reference),
			Alone: true, Risk: Data, Reversible: true, Locks: m.locks(),
			Note:   m.note(row.Reference),
			Claims: m.claims(row.Reference, table),
			Done:   fmt.Sprintf("SELECT NOT EXISTS (SELECT FROM %s AS c WHERE %s)", fromItem(table), row.OrphanCondition("c")),
		}
		return []Step{prepare, move}, nil
	})

// removal takes rows away together with the rows that hang on them: what
// refers to a removed row, directly or through others, goes along into
// quarantine, but for references that say SET NULL or SET DEFAULT, which let
// go and are remembered.
type removal struct {
	schema checks.Schema
	keep   keeping
	tables []checks.Table     // that lose rows, the first one first
	kept   map[string]string  // table's name -> its quarantine, quoted
	along  []checks.Reference // references between those tables
	links  []link             // references that let go
}

// reach adds a table and everything that hangs on it.
func (m *removal) reach(table checks.Table) error {
	if _, done := m.kept[table.String()]; done {
		return nil
	}
	m.kept[table.String()] = m.keep.copyOf(table, "pgdoctor_ctid tid NOT NULL", "pgdoctor_table oid NOT NULL")
	m.tables = append(m.tables, table)
	for _, ref := range m.schema.Referring(table) {
		child, ok := m.schema.Table(ref.Schema, ref.Table)
		if !ok {
			return refuse("%s refers to it but cannot be seen", postgres.Name(ref.Schema, ref.Table))
		}
		if ref.OnDelete == "n" || ref.OnDelete == "d" {
			remembered, err := newLink(&m.keep, child, ref)
			if err != nil {
				return err
			}
			m.links = append(m.links, remembered)
			continue
		}
		m.along = append(m.along, ref)
		if err := m.reach(child); err != nil {
			return err
		}
	}
	return nil
}

// up moves orphans in batches that commit, so that locks are short and an
// interrupted run goes on where it stopped. The first passes skip rows that
// somebody has locked, a last one waits for them.
func (m *removal) up(ref checks.Reference, table checks.Table) string {
	root := m.kept[table.String()]
	pick := func(locking string) string {
		return fmt.Sprintf("INSERT INTO %s\nSELECT c.*, pgdoctor_this, pg_catalog.now(), c.ctid, c.tableoid\nFROM %s AS c\nWHERE %s\nLIMIT %d\nFOR UPDATE OF c%s;\nGET DIAGNOSTICS pgdoctor_picked = ROW_COUNT;",
			root, fromItem(table), ref.OrphanCondition("c"), orphanBatch, locking)
	}
	var batch []string
	if len(m.along) > 0 {
		batch = append(batch, m.hanging())
	}
	for _, l := range m.links {
		batch = append(batch, m.letGo(l))
	}
	batch = append(batch, m.deletion())
	for _, l := range m.links {
		batch = append(batch, fmt.Sprintf("WITH pgdoctor_changed AS (SELECT t.* FROM %s AS t)\n%s;", l.child.SQL(), l.remember("pgdoctor_changed")))
	}
	body := fmt.Sprintf(`SELECT coalesce(pg_catalog.max(pgdoctor_batch), 0) INTO pgdoctor_this FROM %s;
LOOP
    %s
    pgdoctor_this := pgdoctor_this + 1;
%s
    IF pgdoctor_picked = 0 THEN
%s
    END IF;
    EXIT WHEN pgdoctor_picked = 0;
%s
    COMMIT;
END LOOP;`, root, strings.ReplaceAll(session, "\n", "\n    "), indent(1, pick(" SKIP LOCKED")), indent(2, pick("")), indent(1, strings.Join(batch, "\n")))
	return block([]string{"pgdoctor_this bigint", "pgdoctor_picked bigint", "pgdoctor_added bigint", "pgdoctor_moved bigint"}, body)
}

// hanging repeats until nothing more hangs on what was picked: one pass would
// not do where tables refer to each other in a circle.
func (m *removal) hanging() string {
	var passes []string
	for _, ref := range m.along {
		child, _ := m.schema.Table(ref.Schema, ref.Table)
		kept := m.kept[child.String()]
		passes = append(passes, fmt.Sprintf(`INSERT INTO %s
SELECT t.*, pgdoctor_this, pg_catalog.now(), t.ctid, t.tableoid
FROM %s AS t
WHERE EXISTS (SELECT FROM %s AS m WHERE m.pgdoctor_batch = pgdoctor_this AND %s)
  AND NOT EXISTS (SELECT FROM %s AS k WHERE k.pgdoctor_batch = pgdoctor_this AND k.pgdoctor_ctid = t.ctid AND k.pgdoctor_table = t.tableoid)
FOR UPDATE OF t;
GET DIAGNOSTICS pgdoctor_moved = ROW_COUNT;
pgdoctor_added := pgdoctor_added + pgdoctor_moved;`,
			kept, fromItem(child), m.kept[postgres.Name(ref.ParentSchema, ref.ParentTable)], matches(ref, "m", "t"), kept))
	}
	return "LOOP\n    pgdoctor_added := 0;\n" + indent(1, strings.Join(passes, "\n")) + "\n    EXIT WHEN pgdoctor_added = 0;\nEND LOOP;"
}

// letGo remembers the rows whose reference the deletion sets to NULL or to its
// default, but those that go themselves.
func (m *removal) letGo(l link) string {
	news := strings.TrimSuffix(strings.Repeat("NULL, ", len(l.ref.Columns)), ", ")
	condition := ""
	if kept, moves := m.kept[l.child.String()]; moves {
		condition = fmt.Sprintf("\n  AND NOT EXISTS (SELECT FROM %s AS k WHERE k.pgdoctor_batch = pgdoctor_this AND k.pgdoctor_ctid = t.ctid AND k.pgdoctor_table = t.tableoid)", kept)
	}
	return fmt.Sprintf("INSERT INTO %s\nSELECT t.*, pgdoctor_this, pg_catalog.now(), NULL, %s\nFROM %s AS t\nWHERE EXISTS (SELECT FROM %s AS m WHERE m.pgdoctor_batch = pgdoctor_this AND %s)%s\nFOR UPDATE OF t;",
		l.name, news, l.child.SQL(), m.kept[postgres.Name(l.ref.ParentSchema, l.ref.ParentTable)], matches(l.ref, "m", "t"), condition)
}

// matches joins a kept parent row and a child row by a reference.
func matches(ref checks.Reference, parent, child string) string {
	conditions := make([]string, len(ref.Columns))
	for i, column := range ref.Columns {
		conditions[i] = fmt.Sprintf("%s.%s %s %s.%s", parent, postgres.Quote(ref.ParentColumns[i]), ref.Operators[i], child, postgres.Quote(column))
	}
	return strings.Join(conditions, " AND ")
}

// deletion removes the batch from all tables in one statement, at whose end
// foreign keys are checked: no order of the tables is needed. Every kept row
// must have gone, or the batch is undone.
func (m *removal) deletion() string {
	var gone, counts, kept []string
	for i, table := range m.tables {
		quarantine := m.kept[table.String()]
		gone = append(gone, fmt.Sprintf("pgdoctor_gone_%d AS (\n    DELETE FROM %s AS t USING %s AS k\n    WHERE k.pgdoctor_batch = pgdoctor_this AND t.ctid = k.pgdoctor_ctid AND t.tableoid = k.pgdoctor_table\n    RETURNING 1\n)", i+1, fromItem(table), quarantine))
		counts = append(counts, fmt.Sprintf("(SELECT pg_catalog.count(*) FROM pgdoctor_gone_%d)", i+1))
		kept = append(kept, fmt.Sprintf("(SELECT pg_catalog.count(*) FROM %s WHERE pgdoctor_batch = pgdoctor_this)", quarantine))
	}
	return fmt.Sprintf("WITH %s\nSELECT %s INTO pgdoctor_moved;\n%s", strings.Join(gone, ", "), strings.Join(counts, " + "),
		stop("pgdoctor_moved <> "+strings.Join(kept, " + "), "a trigger keeps rows from being removed, or somebody changed them meanwhile"))
}

// down puts everything back. Behind a foreign key that counts as valid, orphans
// can only come back past all triggers, its own among them.
func (m *removal) down(ref checks.Reference) string {
	var columns, inserts []string
	for i, t := range m.tables {
		columns = append(columns, postgres.QuoteList(t.Writable()))
		inserts = append(inserts, fmt.Sprintf("pgdoctor_back_%d AS (\n    INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE\n    SELECT %s FROM %s\n)", i+1, t.SQL(), columns[i], columns[i], m.kept[t.String()]))
	}
	statements := []string{"WITH " + strings.Join(inserts, ", ") + "\nSELECT 1 INTO pgdoctor_nothing;"}
	touched := slices.Clone(m.tables)
	for _, l := range slices.Backward(m.links) {
		statements = append(statements, together(l.undo()...))
		touched = append(touched, l.child)
	}
	if m.countsAsValid(ref) {
		statements = append([]string{"SET LOCAL session_replication_role = replica;"}, statements...)
		statements = append(statements, "SET LOCAL session_replication_role = origin;")
	}
	return restoring(touched, statements)
}

// countsAsValid says whether a validated foreign key stands over the orphans,
// be it a second one that says the same.
func (m *removal) countsAsValid(ref checks.Reference) bool {
	return slices.ContainsFunc(m.schema.References, func(r checks.Reference) bool {
		return r.Constraint != nil && r.Validated && r.Object() == ref.Object()
	})
}

func (m *removal) locks() []Lock {
	locks := make([]Lock, 0, len(m.tables)+len(m.links))
	for _, table := range m.tables {
		locks = append(locks, Lock{"RowExclusiveLock", table.String()})
	}
	for _, l := range m.links {
		if _, moves := m.kept[l.child.String()]; !moves {
			locks = append(locks, Lock{"RowExclusiveLock", l.child.String()})
		}
	}
	return locks
}

func (m *removal) note(ref checks.Reference) string {
	var notes []string
	if len(m.tables) > 1 {
		names := make([]string, 0, len(m.tables)-1)
		for _, table := range m.tables[1:] {
			names = append(names, table.String())
		}
		notes = append(notes, "rows that hang on an orphan go along into quarantine: "+strings.Join(names, ", "))
	}
	if m.countsAsValid(ref) {
		notes = append(notes, "the foreign key counts as valid, so undoing needs a superuser (session_replication_role)")
	}
	var firing []string
	for _, table := range m.tables {
		firing = append(firing, triggersOf(table, func(t checks.Trigger) bool { return t.OnDelete })...)
	}
	for _, l := range m.links {
		firing = append(firing, triggersOf(l.child, func(t checks.Trigger) bool { return t.OnUpdate })...)
	}
	if len(firing) > 0 {
		notes = append(notes, "triggers fire as for any change, but not when undoing: "+strings.Join(firing, ", "))
	}
	return strings.Join(notes, "; ")
}

func (m *removal) claims(ref checks.Reference, table checks.Table) []Claim {
	orphans := fmt.Sprintf("FROM %s AS c WHERE %s", fromItem(table), ref.OrphanCondition("c"))
	claims := []Claim{{"orphans of " + table.String() + " to move", "SELECT pg_catalog.count(*) " + orphans}}
	for _, hanging := range m.schema.Referring(table) {
		child := checks.Table{Schema: hanging.Schema, Name: hanging.Table}
		claims = append(claims, Claim{
			Name: fmt.Sprintf("rows of %s (%s) that refer to them", child, strings.Join(hanging.Columns, ", ")),
			SQL:  fmt.Sprintf("SELECT pg_catalog.count(*) FROM %s AS t WHERE EXISTS (SELECT %s AND %s)", child.SQL(), orphans, matches(hanging, "c", "t")),
		})
	}
	return claims
}

// fromItem writes a table for FROM: foreign keys see the rows of partitions,
// not those of tables that inherit from a plain one.
func fromItem(table checks.Table) string {
	if table.Kind == "p" {
		return table.SQL()
	}
	return "ONLY " + table.SQL()
}
