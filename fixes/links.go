package fixes

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// link is a table of the quarantine that remembers rows as they were before a
// fix changed their reference: the row before, its new reference, and its text
// afterwards, by which the undo sees whether somebody changed it since.
type link struct {
	name  string // quoted
	n     int    // among the tables of the quarantine, from 1
	child checks.Table
	ref   checks.Reference
	key   []string
}

func newLink(k *keeping, child checks.Table, ref checks.Reference) (link, error) {
	if err := movable(child); err != nil {
		return link{}, err
	}
	key := child.Key()
	if key == nil {
		return link{}, refuse("%s has no primary key, so its changed rows could not be told apart when undoing; add one first", child)
	}
	more := []string{"NULL::text AS pgdoctor_after"}
	for i, column := range ref.Columns {
		more = append(more, fmt.Sprintf("t.%s AS pgdoctor_new_%d", postgres.Quote(column), i+1))
	}
	name := k.copyOf(child, more...)
	return link{name: name, n: len(k.names), child: child, ref: ref, key: key}, nil
}

func typeOf(table checks.Table, column string) string {
	for _, c := range table.Columns {
		if c.Name == column {
			return c.Type
		}
	}
	return "text"
}

// same is the condition that the changed row is the remembered one: by key,
// and where the reference is a part of the key, by its new value there.
func (l link) same(changed, remembered string) string {
	conditions := make([]string, 0, len(l.key))
	for _, column := range l.key {
		other := remembered + "." + postgres.Quote(column)
		if i := slices.Index(l.ref.Columns, column); i >= 0 {
			other = fmt.Sprintf("%s.pgdoctor_new_%d", remembered, i+1)
		}
		conditions = append(conditions, changed+"."+postgres.Quote(column)+" = "+other)
	}
	return strings.Join(conditions, " AND ")
}

// before is the condition that a row which is still as it was is the remembered one.
func (l link) before(row, remembered string) string {
	conditions := make([]string, len(l.key))
	for i, column := range l.key {
		conditions[i] = fmt.Sprintf("%s.%s = %s.%s", row, postgres.Quote(column), remembered, postgres.Quote(column))
	}
	return strings.Join(conditions, " AND ")
}

// unchanged is the condition that a row's reference is what the fix wrote.
func (l link) unchanged() string {
	conditions := make([]string, len(l.ref.Columns))
	for i, column := range l.ref.Columns {
		conditions[i] = fmt.Sprintf("pgdoctor_row.%s IS NOT DISTINCT FROM pgdoctor_was.pgdoctor_new_%d", postgres.Quote(column), i+1)
	}
	return strings.Join(conditions, " AND ")
}

// countLeft counts, before the undo of a batch, the rows whose reference
// somebody changed since, or that somebody removed: they stay as they are.
func (l link) countLeft() string {
	return fmt.Sprintf("pgdoctor_left[%d] := coalesce(pgdoctor_left[%d], 0) + (\n    SELECT pg_catalog.count(*) FROM %s AS pgdoctor_was\n    WHERE pgdoctor_was.pgdoctor_batch = pgdoctor_this\n      AND pgdoctor_was.pgdoctor_conflict IS NULL\n      AND NOT EXISTS (SELECT FROM %s AS pgdoctor_row WHERE %s AND %s));",
		l.n, l.n, l.name, fromItem(l.child), l.same("pgdoctor_row", "pgdoctor_was"), l.unchanged())
}

// sayLeft tells people about those rows. pgdoctor shows warnings that begin
// with its name.
func (l link) sayLeft() string {
	return fmt.Sprintf("IF pgdoctor_left[%d] > 0 THEN\n    RAISE WARNING USING MESSAGE = pg_catalog.concat('pgdoctor: ', pgdoctor_left[%d], %s);\nEND IF;",
		l.n, l.n, postgres.Literal(fmt.Sprintf(" of the rows changed in %s (%s) were changed or removed since and stay as they are", l.child, strings.Join(l.ref.Columns, ", "))))
}

// undo are two UPDATEs that set the remembered rows back: whole where nobody
// touched them since, else only the reference, and only where it still is what
// the fix wrote. No row is in both. which is a condition of the remembered rows.
func (l link) undo(which string) []string {
	whole := make([]string, 0, len(l.child.Columns))
	for _, column := range l.child.Updatable() {
		whole = append(whole, postgres.Quote(column)+" = pgdoctor_was."+postgres.Quote(column))
	}
	reference := make([]string, 0, len(l.ref.Columns))
	for _, column := range l.ref.Columns {
		quoted := postgres.Quote(column)
		reference = append(reference, quoted+" = pgdoctor_was."+quoted)
	}
	update := func(set []string, condition string) string {
		return fmt.Sprintf("UPDATE %s AS pgdoctor_row SET %s\nFROM %s AS pgdoctor_was\nWHERE pgdoctor_was.pgdoctor_batch = pgdoctor_this\n  AND %s\n  AND %s",
			fromItem(l.child), strings.Join(set, ", "), l.name, l.same("pgdoctor_row", "pgdoctor_was"), condition)
	}
	return []string{
		update(reference, which+" AND "+l.unchanged()+"\n  AND pgdoctor_row::text IS DISTINCT FROM pgdoctor_was.pgdoctor_after"),
		update(whole, which+" AND pgdoctor_row::text = pgdoctor_was.pgdoctor_after"),
	}
}

// remember fills in what the rows became, from a query or CTE that holds them:
// their text, and what more is to be set.
func (l link) remember(changed string, more ...string) string {
	set := append([]string{"pgdoctor_after = " + changed + "::text"}, more...)
	return fmt.Sprintf("UPDATE %s AS pgdoctor_was SET %s\nFROM %s\nWHERE pgdoctor_was.pgdoctor_batch = pgdoctor_this\n  AND pgdoctor_was.pgdoctor_after IS NULL\n  AND %s",
		l.name, strings.Join(set, ", "), changed, l.same(changed, "pgdoctor_was"))
}

// found stops where a changed row was not recognised, since an undo would not
// recognise it either.
func (l link) found() string {
	return stop(fmt.Sprintf("EXISTS (SELECT FROM %s WHERE pgdoctor_batch = pgdoctor_this AND pgdoctor_after IS NULL)", l.name),
		fmt.Sprintf("a trigger of %s keeps rows from being changed, or gives them another key", l.child))
}

// together makes one statement of several that write: foreign keys are checked
// at its end, so that a key and what refers to it can change at once.
func together(statements ...string) string {
	parts := make([]string, len(statements))
	for i, statement := range statements {
		parts[i] = fmt.Sprintf("pgdoctor_part_%d AS (\n%s\n)", i+1, indent(1, statement))
	}
	return "WITH " + strings.Join(parts, ", ") + "\nSELECT 0 INTO pgdoctor_moved;"
}
