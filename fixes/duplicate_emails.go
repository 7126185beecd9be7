package fixes

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.DuplicateEmail,
	Cure{Kind: "merge-duplicates", Risk: Data, Reversible: true, order: 30},
	func(row checks.DuplicateEmails, c Context) ([]Step, error) {
		switch {
		case row.Doubtful:
			return nil, refuse("most rows repeat an address: the column is probably not meant to be unique")
		case row.Mode != checks.Exact:
			return nil, refuse("the spellings differ: which one is right only you can say; make them equal, and the rows count as exact duplicates")
		}
		table, ok := c.Schema.Table(row.Schema, row.Table)
		if !ok {
			return nil, refuse("%s is not there any more", postgres.Name(row.Schema, row.Table))
		}
		steps, err := mergeSteps(row, table, c)
		if err != nil || row.HasUnique || rebuilds(row, c) {
			return steps, err
		}
		return append(steps, uniqueSteps(row, table)...), nil
	})

// rebuilds says whether the plan is to build an invalid unique index on the
// column again anyway, which then keeps duplicates from coming back.
func rebuilds(row checks.DuplicateEmails, c Context) bool {
	return slices.ContainsFunc(c.Findings, func(f checks.Finding) bool {
		index, ok := f.Evidence.(checks.InvalidIndex)
		return ok && index.Unique && index.Leftover == "" && index.Predicate == nil &&
			index.Schema == row.Schema && index.Table == row.Table &&
			len(index.Keys) == 1 && slices.Contains([]string{row.Column, postgres.Quote(row.Column)}, index.Keys[0])
	})
}

// mergeSteps are the quarantine's tables and the merge itself.
func mergeSteps(row checks.DuplicateEmails, table checks.Table, c Context) ([]Step, error) {
	m := merge{schema: c.Schema, keep: keeping{version: c.Version}}
	root, chosen, err := m.of(row, table, c)
	if err != nil {
		return nil, err
	}
	ranked := ranking(row, root, chosen)
	up := func(run batches) string {
		body := fmt.Sprintf(`%s
-- found by a run that was interrupted before it moved them
DELETE FROM %s WHERE pgdoctor_batch IS NULL;
INSERT INTO %s (%s)
%s;
SELECT coalesce(pg_catalog.max(pgdoctor_batch), 0) INTO pgdoctor_this FROM %s;
LOOP
    %s
    pgdoctor_this := pgdoctor_this + 1;
    UPDATE %s SET pgdoctor_batch = pgdoctor_this
    WHERE ctid = ANY (ARRAY(SELECT m.ctid FROM %s AS m WHERE m.pgdoctor_batch IS NULL ORDER BY m.pgdoctor_old_1 LIMIT pgdoctor_size));
    EXIT WHEN NOT FOUND;
    %s
%s
    %s
    %s
END LOOP;`,
			run.session, root.name, root.name, mappingColumns(root), ranked, root.name, strings.TrimPrefix(indent(1, run.session+lockOut(m.loose)), "    "),
			root.name, root.name, paceBegins, indent(1, strings.Join(append(recheck(row, root), m.up...), "\n")), paceEnds(), run.end)
		return block([]string{paceSize, paceBegan, "pgdoctor_this bigint", "pgdoctor_moved bigint"}, body)
	}
	prepare := m.keep.prepare("merge-duplicates", table, m.tables)
	move := Step{
		Kind: "merge-duplicates", Slug: slug("merge_duplicates", row.Table, row.Column),
		Up:    up(committed),
		Trial: up(tried),
		Down:  m.down(root, c),
		Alone: true, Risk: Data, Reversible: true, Locks: locksOn(m.tables, m.loose),
		Note:   m.note(c),
		Claims: mergeClaims(row, table, root, ranked, c),
		Copies: countedTables(c.Schema, table),
		Sample: samplePairs(root, ranked),
		// every loser found has been moved, and none was found twice
		Done:   fmt.Sprintf("SELECT NOT EXISTS (SELECT FROM %s WHERE pgdoctor_batch IS NULL) AND NOT EXISTS (%s)", root.name, ranking(row, root, byKey(root))),
		Groups: groups(row, root, chosen, c),
	}
	if len(c.Strategy.Keep) > 0 {
		move.Requires = append(move.Requires, keptThere(row, root, c.Strategy.Keep))
	}
	return []Step{prepare, move}, nil
}

// of plans the merge of a finding's rows: the mapping of its table, and which
// rows of that stay.
func (m *merge) of(row checks.DuplicateEmails, table checks.Table, c Context) (root mapping, chosen survivor, err error) {
	if root, err = m.newMapping(table); err != nil {
		return root, chosen, err
	}
	if chosen, err = survivorOf(row, root, c); err != nil {
		return root, chosen, err
	}
	return root, chosen, m.absorb(root, nil)
}

func mappingColumns(p mapping) string {
	list := make([]string, 0, len(p.columns)+1)
	for i := range p.columns {
		list = append(list, fmt.Sprintf("pgdoctor_old_%d, pgdoctor_new_%d", i+1, i+1))
	}
	return strings.Join(append(list, "pgdoctor_batch"), ", ")
}

// recheck locks both sides of every pair, in the order of their keys so that
// two merges cannot deadlock, and drops the pairs that are none any more.
func recheck(row checks.DuplicateEmails, root mapping) []string {
	key := make([]string, len(root.key))
	oldKey := make([]string, len(root.key))
	newKey := make([]string, len(root.key))
	for i, column := range root.key {
		key[i] = "t." + postgres.Quote(column)
		n := slices.Index(root.columns, column) + 1
		oldKey[i] = fmt.Sprintf("m.pgdoctor_old_%d", n)
		newKey[i] = fmt.Sprintf("m.pgdoctor_new_%d", n)
	}
	column := postgres.Quote(row.Column)
	return []string{
		fmt.Sprintf("PERFORM FROM %s AS t\nWHERE (%s) IN (\n    SELECT %s FROM %s AS m WHERE m.pgdoctor_batch = pgdoctor_this\n    UNION ALL\n    SELECT %s FROM %s AS m WHERE m.pgdoctor_batch = pgdoctor_this)\nORDER BY %s\nFOR UPDATE;",
			fromItem(root.table), strings.Join(key, ", "), strings.Join(oldKey, ", "), root.name, strings.Join(newKey, ", "), root.name, strings.Join(key, ", ")),
		// count(DISTINCT) compares as the column's type does, wherever its operators are
		fmt.Sprintf("DELETE FROM %s AS m\nWHERE m.pgdoctor_batch = pgdoctor_this\n  AND NOT EXISTS (\n    SELECT FROM %s AS a\n    JOIN %s AS b ON %s\n    WHERE %s\n      AND %s\n      AND %s\n      AND (SELECT pg_catalog.count(DISTINCT v.e) FROM (VALUES (a.%s), (b.%s)) AS v (e)) = 1);",
			root.name, fromItem(root.table), fromItem(root.table), root.on("new", "b"), root.on("old", "a"), row.RowCondition("a"), row.RowCondition("b"), column, column),
	}
}

func (m *merge) note(c Context) string {
	note := fmt.Sprintf("keeps the %s row of each group (--strategy duplicate-emails=%s)", c.Strategy.Way, wayList(checks.DuplicateEmail.ID))
	if n := len(c.Strategy.Keep); n > 0 {
		note = fmt.Sprintf("keeps the rows that were chosen (%d), and the %s row of every other group", n, c.Strategy.Way)
	}
	var firing []string
	for _, table := range m.tables {
		firing = append(firing, triggersOf(table, func(t checks.Trigger) bool { return t.OnDelete || t.OnUpdate })...)
	}
	if len(firing) > 0 {
		note += "; triggers of these tables fire as for any change, but not when undoing: " + strings.Join(firing, ", ")
	}
	if c.breaksValidKey(m.gone) {
		note += "; " + needsSuperuser
	}
	return note
}

func mergeClaims(row checks.DuplicateEmails, table checks.Table, root mapping, ranked string, c Context) []Claim {
	claims := []Claim{{"rows of " + table.String() + " to remove", "SELECT pg_catalog.count(*) FROM (" + ranked + ") AS d"}}
	for _, ref := range c.Schema.Referring(table) {
		child, _ := c.Schema.Table(ref.Schema, ref.Table)
		names := make([]string, 0, 2*len(root.columns)+1)
		for i := range root.columns {
			names = append(names, fmt.Sprintf("pgdoctor_old_%d, pgdoctor_new_%d", i+1, i+1))
		}
		claims = append(claims, Claim{
			Name: fmt.Sprintf("rows of %s (%s) to point at the surviving row", child, strings.Join(ref.Columns, ", ")),
			SQL: fmt.Sprintf("SELECT pg_catalog.count(*) FROM %s AS t WHERE EXISTS (SELECT FROM (%s) AS m (%s, pgdoctor_batch) WHERE %s)",
				fromItem(child), ranked, strings.Join(names, ", "), root.refers(ref, "old", "t")),
		})
	}
	return claims
}

// uniqueSteps keep the duplicates from coming back: the index is built without
// stopping writers and then becomes the constraint, which takes milliseconds.
// Rows that do not count as duplicates (soft-deleted, or without an address)
// stay out of the index, which then cannot become a constraint.
func uniqueSteps(row checks.DuplicateEmails, table checks.Table) []Step {
	if table.Kind == "p" {
		return nil // neither CONCURRENTLY nor USING INDEX works on a partitioned table (0A000)
	}
	name := derivedName("key", row.Table, row.Column)
	column := postgres.Quote(row.Column)
	var predicates []string
	if row.SoftDelete != "" {
		predicates = append(predicates, postgres.Quote(row.SoftDelete)+" IS NULL")
	}
	if row.Blank > 1 {
		predicates = append(predicates, "pg_catalog.btrim("+column+"::pg_catalog.text) <> ''")
	}
	definition, condition := "ON "+table.SQL()+" ("+column+")", column+" IS NOT NULL"
	if len(predicates) > 0 {
		definition += " WHERE " + strings.Join(predicates, " AND ")
		condition += " AND " + strings.Join(predicates, " AND ")
	}
	build := buildIndex("add-unique", table, name, definition, true)
	build.Requires = append(build.Requires, Requirement{
		SQL:  fmt.Sprintf("SELECT NOT EXISTS (SELECT FROM %s WHERE %s GROUP BY %s HAVING pg_catalog.count(*) > 1)", fromItem(table), condition, column),
		Else: fmt.Sprintf("%s holds duplicates again: the index would fail to build and reject rows meanwhile", table),
	})
	build.Gain = &Gain{Schema: table.Schema, Table: table.Name, Columns: []string{row.Column}}
	build.Note = "duplicates that are written between the merge and the end of the build make it fail; it is then cleaned up"
	if len(predicates) > 0 {
		return []Step{build}
	}
	return []Step{build, {
		Kind: "add-unique", Slug: slug("add_unique_constraint", name),
		Up:    fmt.Sprintf("ALTER TABLE %s ADD CONSTRAINT %s UNIQUE USING INDEX %s;", table.SQL(), postgres.Quote(name), postgres.Quote(name)),
		Down:  fmt.Sprintf("ALTER TABLE %s DROP CONSTRAINT IF EXISTS %s;", table.SQL(), postgres.Quote(name)),
		Locks: []Lock{{"AccessExclusiveLock", table.String()}},
		Risk:  Locking, Reversible: true,
		Requires: []Requirement{{indexIsValid(row.Schema, name), "its index is not valid"}},
	}}
}
