package fixes

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

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
		if c.Strategy.Way != Quarantine {
			return relinkSteps(row, table, c)
		}
		m := removal{context: c, schema: c.Schema, keep: keeping{version: c.Version}, kept: map[string]string{}}
		if err := m.reach(table); err != nil {
			return nil, err
		}
		prepare := m.keep.prepare("quarantine-orphans", table, m.touched())
		returned := "a row of " + postgres.Name(row.ParentSchema, row.ParentTable) + " that was missing was written meanwhile"
		move := Step{
			Kind: "quarantine-orphans", Slug: slug("quarantine_orphans", row.Table, strings.Join(row.Columns, "_")),
			Up:    m.up(table, row.OrphanCondition, returned, committed),
			Trial: m.up(table, row.OrphanCondition, returned, tried),
			Down:  m.down(c),
			Alone: true, Risk: Data, Reversible: true, Locks: locksOn(m.touched(), m.loose),
			Note:   m.note(c),
			Claims: m.claims(row.Reference, table),
			Copies: countedTables(c.Schema, table),
			Sample: sampleRows(table, row.OrphanCondition("c"), row.Columns...),
			Done:   fmt.Sprintf("SELECT NOT EXISTS (SELECT FROM %s AS c WHERE %s)", fromItem(table), row.OrphanCondition("c")),
		}
		return []Step{prepare, move}, nil
	})

// removal takes rows away together with the rows that hang on them: what
// refers to a removed row, directly or through others, goes along into
// quarantine, but for references that say SET NULL or SET DEFAULT, which let
// go and are remembered.
type removal struct {
	context Context
	schema  checks.Schema
	keep    keeping
	tables  []checks.Table    // that lose rows, the first one first
	kept    map[string]string // table's name -> its quarantine, quoted
	along   []hold            // references between those tables
	links   []release         // references that let go
	loose   []checks.Table    // that refer without a foreign key
}

// hold is a reference to rows that go, and where these are kept.
type hold struct {
	ref  checks.Reference
	from string // the quarantine of the rows referred to, quoted
}

// release is a reference that lets go of rows that go.
type release struct {
	link
	hold
	sets []string // columns that become NULL, or their default
}

// reach adds a table and everything that hangs on it.
func (m *removal) reach(table checks.Table) error {
	if _, done := m.kept[table.String()]; done {
		return nil
	}
	if err := movable(table); err != nil {
		return err
	}
	kept := m.keep.copyOf(table, "t.ctid AS pgdoctor_ctid", "t.tableoid AS pgdoctor_table")
	m.kept[table.String()] = kept
	m.tables = append(m.tables, table)
	for _, ref := range m.schema.Referring(table) {
		child, ok := m.schema.Table(ref.Schema, ref.Table)
		if !ok {
			return refuse("%s refers to it but cannot be seen", postgres.Name(ref.Schema, ref.Table))
		}
		if !ref.Enforced {
			m.loose = append(m.loose, child)
		}
		if ref.OnDelete == "n" || ref.OnDelete == "d" {
			if err := m.release(child, hold{ref, kept}); err != nil {
				return err
			}
			continue
		}
		m.along = append(m.along, hold{ref, kept})
		if err := m.reach(child); err != nil {
			return err
		}
	}
	return nil
}

// release adds a reference that lets go.
func (m *removal) release(child checks.Table, h hold) error {
	sets := []string(h.ref.OnDeleteSets)
	if len(sets) == 0 {
		sets = h.ref.Columns
	}
	if overlap(sets, child.Key()) {
		return refuse("%s gives its rows another key when what they refer to goes", child)
	}
	for _, other := range m.schema.Referring(child) {
		if overlap(other.ParentColumns, sets) {
			return refuse("%s refers to a column of %s that changes when what it refers to goes", postgres.Name(other.Schema, other.Table), child)
		}
	}
	remembered, err := newLink(&m.keep, child, h.ref)
	if err != nil {
		return err
	}
	m.links = append(m.links, release{remembered, h, sets})
	return nil
}

// touched lists the tables that rows are removed from or changed in.
func (m *removal) touched() []checks.Table {
	tables := slices.Clone(m.tables)
	for _, l := range m.links {
		if !holds(tables, l.child) {
			tables = append(tables, l.child)
		}
	}
	return tables
}

// up moves the rows of a condition in batches that commit, so that locks are
// short and an interrupted run goes on where it stopped. The first passes skip
// rows that somebody has locked, a last one waits for them. changed says why a
// picked row may no longer meet the condition.
func (m *removal) up(table checks.Table, condition func(alias string) string, changed string, run batches) string {
	root := m.kept[table.String()]
	look := rangesOf(table, m.context)
	picks := look.picks("INSERT INTO "+root+"\nSELECT c.*, pgdoctor_this, pg_catalog.now(), c.ctid, c.tableoid", condition("c"), run)
	// what hangs on the picked rows may be of the same table, and need not meet the condition
	batch := []string{fmt.Sprintf("SELECT pg_catalog.array_agg(ctid) INTO pgdoctor_roots FROM %s WHERE pgdoctor_batch = pgdoctor_this;", root)}
	if len(m.along) > 0 {
		batch = append(batch, m.hanging())
	}
	for _, l := range m.links {
		batch = append(batch, m.letGo(l))
	}
	batch = append(batch, m.deletion(), again(fmt.Sprintf("EXISTS (SELECT FROM %s AS k WHERE k.ctid = ANY (pgdoctor_roots) AND NOT (%s))", root, condition("k")), changed))
	body := fmt.Sprintf(`SELECT coalesce(pg_catalog.max(pgdoctor_batch), 0) INTO pgdoctor_this FROM %s;
%s
LOOP
    %s
    pgdoctor_this := pgdoctor_this + 1;
%s
    %s
%s
    %s
    %s
END LOOP;`, root, look.begins(), strings.TrimPrefix(indent(1, run.session+lockOut(m.loose)), "    "), indent(1, picks), paceBegins, indent(1, strings.Join(batch, "\n")), paceEnds(), run.end)
	return block(slices.Concat([]string{paceSize, paceBegan, "pgdoctor_this bigint", "pgdoctor_added bigint", "pgdoctor_moved bigint", "pgdoctor_roots tid[]"}, look.declare()), body)
}

// hanging repeats until nothing more hangs on what was picked: one pass would
// not do where tables refer to each other in a circle.
func (m *removal) hanging() string {
	var passes []string
	for _, h := range m.along {
		child, _ := m.schema.Table(h.ref.Schema, h.ref.Table)
		kept := m.kept[child.String()]
		passes = append(passes, fmt.Sprintf(`INSERT INTO %s
SELECT t.*, pgdoctor_this, pg_catalog.now(), t.ctid, t.tableoid
FROM %s AS t
WHERE EXISTS (SELECT FROM %s AS m WHERE m.pgdoctor_batch = pgdoctor_this AND %s)
  AND NOT EXISTS (SELECT FROM %s AS k WHERE k.pgdoctor_batch = pgdoctor_this AND k.pgdoctor_ctid = t.ctid AND k.pgdoctor_table = t.tableoid)
FOR UPDATE OF t;
GET DIAGNOSTICS pgdoctor_moved = ROW_COUNT;
pgdoctor_added := pgdoctor_added + pgdoctor_moved;`,
			kept, fromItem(child), h.from, matches(h.ref, "m", "t"), kept))
	}
	return "LOOP\n    pgdoctor_added := 0;\n" + indent(1, strings.Join(passes, "\n")) + "\n    EXIT WHEN pgdoctor_added = 0;\nEND LOOP;"
}

// letGo does what the deletion would do to rows whose reference says SET NULL or
// SET DEFAULT, but to those that go themselves, and remembers them. The foreign
// key would do it too, unless its triggers are off or it is NOT ENFORCED.
func (m *removal) letGo(l release) string {
	condition := fmt.Sprintf("EXISTS (SELECT FROM %s AS m WHERE m.pgdoctor_batch = pgdoctor_this AND %s)", l.from, matches(l.hold.ref, "m", "t"))
	if kept, moves := m.kept[l.child.String()]; moves {
		condition += fmt.Sprintf("\n  AND NOT EXISTS (SELECT FROM %s AS k WHERE k.pgdoctor_batch = pgdoctor_this AND k.pgdoctor_ctid = t.ctid AND k.pgdoctor_table = t.tableoid)", kept)
	}
	value := "NULL"
	if l.hold.ref.OnDelete == "d" {
		value = "DEFAULT"
	}
	var before, set, news []string
	for i, column := range l.hold.ref.Columns {
		before = append(before, "t."+postgres.Quote(column))
		news = append(news, fmt.Sprintf("pgdoctor_new_%d = pgdoctor_changed.%s", i+1, postgres.Quote(column)))
	}
	for _, column := range l.sets {
		set = append(set, postgres.Quote(column)+" = "+value)
	}
	from := fromItem(l.child)
	return fmt.Sprintf("INSERT INTO %s\nSELECT t.*, pgdoctor_this, pg_catalog.now(), NULL, %s\nFROM %s AS t\nWHERE %s\nFOR UPDATE OF t;\nWITH pgdoctor_changed AS (\n    UPDATE %s AS t SET %s\n    WHERE %s\n    RETURNING t.*\n)\n%s;\n%s",
		l.name, strings.Join(before, ", "), from, condition,
		from, strings.Join(set, ", "), indent(1, condition), l.remember("pgdoctor_changed", news...), l.found())
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

// down puts everything back.
func (m *removal) down(c Context) string {
	kept := make([]keptRows, len(m.tables))
	for i, table := range m.tables {
		kept[i] = keptRows{table, m.kept[table.String()]}
	}
	reverse := []reversal{{back: kept}}
	for _, l := range slices.Backward(m.links) {
		reverse = append(reverse, reversal{links: []link{l.link}})
	}
	return restore{schema: m.schema, tables: m.touched(), reverse: reverse, pastKeys: c.breaksValidKey(m.tables)}.down()
}

func (m *removal) note(c Context) string {
	var notes []string
	if len(m.tables) > 1 {
		names := make([]string, 0, len(m.tables)-1)
		for _, table := range m.tables[1:] {
			names = append(names, table.String())
		}
		notes = append(notes, "rows that hang on an orphan go along into quarantine: "+strings.Join(names, ", "))
	}
	if c.breaksValidKey(m.tables) {
		notes = append(notes, needsSuperuser)
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
		child, _ := m.schema.Table(hanging.Schema, hanging.Table)
		claims = append(claims, Claim{
			Name: fmt.Sprintf("rows of %s (%s) that refer to them", child, strings.Join(hanging.Columns, ", ")),
			SQL:  fmt.Sprintf("SELECT pg_catalog.count(*) FROM %s AS t WHERE EXISTS (SELECT %s AND %s)", fromItem(child), orphans, matches(hanging, "c", "t")),
		})
	}
	return claims
}

// countedTables are a table and those that refer to it, in the order of claims.
func countedTables(schema checks.Schema, table checks.Table) []string {
	names := []string{table.SQL()}
	for _, ref := range schema.Referring(table) {
		names = append(names, postgres.Quote(ref.Schema, ref.Table))
	}
	return names
}

// fromItem writes a table for FROM: foreign keys see the rows of partitions,
// not those of tables that inherit from a plain one.
func fromItem(table checks.Table) string {
	if table.Kind == "p" {
		return table.SQL()
	}
	return "ONLY " + table.SQL()
}
