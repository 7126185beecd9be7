package fixes

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// SkipConflicts is the setting with which the undo of a fix that moved rows
// brings back all that can come back and keeps the rest in quarantine. Without
// it, one row that cannot come back is the end of the undo, which names it.
const SkipConflicts = "pgdoctor.skip_conflicts"

// Conflict is the column of a quarantine table that says why a row could not
// come back: an SQLSTATE and the constraint, or theirs for one that belongs to
// such a row. It is NULL for all others.
const Conflict = "pgdoctor_conflict"

// theirs marks a row that hangs on one which stays in quarantine.
const theirs = "stays"

// keptRows is a quarantine table of whole rows that were removed.
type keptRows struct {
	table checks.Table
	name  string // quoted
}

// reversal is one step of a batch's way back: removed rows that are put back in
// one statement, or changed rows that are set back in one.
type reversal struct {
	back  []keptRows
	links []link
}

// own says which rows of a kept table an undo deals with.
const own = "pgdoctor_batch = pgdoctor_this AND pgdoctor_conflict IS NULL"

// statement is the reversal of a batch, as fast as it can be; where a constraint
// is in the way it goes row by row, and the rows that cannot come back are
// marked. What belongs to a marked row must not come back either: another row
// may have its key by now.
func (r restore) statement(step reversal) string {
	parts := []string{"IF pgdoctor_stuck THEN\n" + indent(1, r.follow(step)) + "\nEND IF;"}
	for _, l := range step.links {
		parts = append(parts, l.countLeft())
	}
	parts = append(parts, fmt.Sprintf("BEGIN\n%s\nEXCEPTION WHEN integrity_constraint_violation THEN\n%s\nEND;",
		indent(1, step.whole()), indent(1, r.piecemeal(step))))
	var clear []string
	for _, name := range step.names() {
		clear = append(clear, fmt.Sprintf("DELETE FROM %s WHERE %s;", name, own))
	}
	return strings.Join(append(parts, "IF pgdoctor_skip THEN\n"+indent(1, strings.Join(clear, "\n"))+"\nEND IF;"), "\n")
}

func (s reversal) names() []string {
	var names []string
	for _, k := range s.back {
		names = append(names, k.name)
	}
	for _, l := range s.links {
		names = append(names, l.name)
	}
	return names
}

// whole is the reversal in one statement: foreign keys among the rows are
// checked at its end.
func (s reversal) whole() string {
	if len(s.back) > 0 {
		return putBack(s.back)
	}
	var updates []string
	for _, l := range s.links {
		updates = append(updates, l.undo(own)...)
	}
	return together(updates...)
}

// follow marks what belongs to marked rows, and what belongs to that.
func (r restore) follow(step reversal) string {
	var marks []string
	for _, k := range step.back {
		for _, stays := range r.belongs(k.table, "k", "m.pgdoctor_conflict IS NOT NULL") {
			marks = append(marks, markTheirs(k.name, stays))
		}
	}
	for _, l := range step.links {
		for _, k := range r.kept() {
			if !r.refersTo(l.ref, k.table) {
				continue
			}
			marks = append(marks, markTheirs(l.name, fmt.Sprintf("EXISTS (SELECT FROM %s AS m WHERE m.pgdoctor_conflict IS NOT NULL AND %s)", k.name, matches(l.ref, "m", "k"))))
		}
	}
	if len(marks) == 0 {
		return "NULL;"
	}
	return "LOOP\n    pgdoctor_added := 0;\n" + indent(1, strings.Join(marks, "\n")) + "\n    EXIT WHEN pgdoctor_added = 0;\nEND LOOP;"
}

func markTheirs(name, condition string) string {
	return fmt.Sprintf("UPDATE %s AS k SET pgdoctor_conflict = '%s'\nWHERE k.pgdoctor_batch = pgdoctor_this AND k.pgdoctor_conflict IS NULL\n  AND %s;\nGET DIAGNOSTICS pgdoctor_moved = ROW_COUNT;\npgdoctor_added := pgdoctor_added + pgdoctor_moved;", name, theirs, condition)
}

// belongs lists conditions that a kept row k refers to another kept row m of
// which something holds.
func (r restore) belongs(table checks.Table, alias, holds string) []string {
	var list []string
	for _, parent := range r.kept() {
		for _, ref := range r.schema.Referring(parent.table) {
			if !r.sameFamily(ref.Schema, ref.Table, table) {
				continue
			}
			list = append(list, fmt.Sprintf("EXISTS (SELECT FROM %s AS m WHERE %s AND %s AND (m.tableoid <> %s.tableoid OR m.ctid <> %s.ctid))",
				parent.name, holds, matches(ref, "m", alias), alias, alias))
		}
	}
	return list
}

func (r restore) refersTo(ref checks.Reference, table checks.Table) bool {
	return r.sameFamily(ref.ParentSchema, ref.ParentTable, table)
}

func (r restore) sameFamily(schema, name string, table checks.Table) bool {
	for _, member := range r.schema.Family(table) {
		if member == [2]string{schema, name} {
			return true
		}
	}
	return false
}

// kept lists all tables of removed rows.
func (r restore) kept() []keptRows {
	var list []keptRows
	for _, step := range r.reverse {
		list = append(list, step.back...)
	}
	return list
}

// piecemeal brings back the rows of a batch one by one, parents first, until no
// more can come back.
func (r restore) piecemeal(step reversal) string {
	parts := []string{"pgdoctor_stuck := true;"}
	if len(step.links) > 1 { // they change together or not at all
		for _, l := range step.links {
			parts = append(parts, diagnostics, mark(l.name, own))
		}
		return strings.Join(parts, "\n")
	}
	for _, l := range step.links {
		parts = append(parts, eachRow(l.name, "true",
			strings.Join(l.undo("pgdoctor_was.ctid = pgdoctor_row_id"), ";\n")+";\npgdoctor_added := pgdoctor_added + 1;",
			mark(l.name, "ctid = pgdoctor_row_id")))
	}
	if len(step.back) == 0 {
		return strings.Join(parts, "\n")
	}
	var rows []string
	for _, k := range step.back {
		ready := "true"
		for _, waits := range r.belongs(k.table, "k", "(m.pgdoctor_batch = pgdoctor_this OR m.pgdoctor_conflict IS NOT NULL)") {
			ready += "\n  AND NOT " + waits
		}
		columns := postgres.QuoteList(k.table.Writable())
		rows = append(rows, eachRow(k.name, ready,
			fmt.Sprintf("INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE\nSELECT %s FROM %s WHERE ctid = pgdoctor_row_id;\nDELETE FROM %s WHERE ctid = pgdoctor_row_id;\npgdoctor_added := pgdoctor_added + 1;",
				k.table.SQL(), columns, columns, k.name, k.name),
			// what refers to a row that is not there may only have to wait for another, until no more come
			"IF pgdoctor_code <> '23503' OR pgdoctor_last THEN\n"+indent(1, mark(k.name, "ctid = pgdoctor_row_id"))+"\nEND IF;"))
	}
	parts = append(parts, "pgdoctor_last := false;\nLOOP\n    pgdoctor_added := 0;\n"+indent(1, strings.Join(rows, "\n"))+"\n    EXIT WHEN pgdoctor_last;\n    pgdoctor_last := pgdoctor_added = 0;\nEND LOOP;", r.follow(step))
	var rest []string
	for _, k := range step.back {
		rest = append(rest, mark(k.name, own))
	}
	// rows that refer to each other in a circle come back together
	return strings.Join(append(parts, fmt.Sprintf("BEGIN\n%s\nEXCEPTION WHEN integrity_constraint_violation THEN\n    %s\n%s\nEND;",
		indent(1, step.whole()), diagnostics, indent(1, strings.Join(rest, "\n")))), "\n")
}

// diagnostics is what a constraint that is in the way says of itself.
const diagnostics = "GET STACKED DIAGNOSTICS pgdoctor_code = RETURNED_SQLSTATE, pgdoctor_constraint = CONSTRAINT_NAME, pgdoctor_column = COLUMN_NAME;"

// eachRow does something with each row of a batch that is not marked, and
// something else where a constraint is in the way.
func eachRow(name, condition, do, otherwise string) string {
	return fmt.Sprintf("FOR pgdoctor_row_id IN SELECT k.ctid FROM %s AS k WHERE k.pgdoctor_batch = pgdoctor_this AND k.pgdoctor_conflict IS NULL LOOP\n    IF EXISTS (SELECT FROM %s AS k WHERE k.ctid = pgdoctor_row_id AND %s) THEN\n        BEGIN\n%s\n        EXCEPTION WHEN integrity_constraint_violation THEN\n            %s\n%s\n        END;\n    END IF;\nEND LOOP;",
		name, name, condition, indent(3, do), diagnostics, indent(3, otherwise))
}

// mark says of some rows why they cannot come back.
func mark(name, which string) string {
	return fmt.Sprintf("UPDATE %s SET pgdoctor_conflict = pg_catalog.concat_ws(' ', pgdoctor_code, nullif(pgdoctor_constraint, ''), nullif(pgdoctor_column, '')) WHERE %s;", name, which)
}

// obstacles tells which rows cannot come back, the first of each table and
// reason by key.
func (r restore) obstacles() string {
	var parts []string
	tell := func(name string, table checks.Table) {
		key := table.Key()
		shown, order := "NULL", "q.ctid"
		if key != nil {
			values := make([]string, len(key))
			columns := make([]string, len(key))
			for i, column := range key {
				columns[i] = "q." + postgres.Quote(column)
				values[i] = columns[i] + "::text"
			}
			order = strings.Join(columns, ", ")
			shown = fmt.Sprintf("pg_catalog.concat('(', pg_catalog.concat_ws(', ', %s), ')')", strings.Join(values, ", "))
		}
		named := table.String()
		if key != nil {
			named += " (" + strings.Join(key, ", ") + ")"
		}
		parts = append(parts, fmt.Sprintf(sayObstacles, postgres.Literal(" of "+named), shown, order, name))
	}
	for _, step := range r.reverse {
		for _, k := range step.back {
			tell(k.name, k.table)
		}
		for _, l := range step.links {
			tell(l.name, l.child)
		}
	}
	return strings.Join(parts, "\n")
}

// sayObstacles collects them for one table. The keys of five rows are enough to
// find the others by.
const sayObstacles = `pgdoctor_obstacles := pgdoctor_obstacles || coalesce((
    SELECT pg_catalog.array_agg(
        pg_catalog.concat(g.n, CASE WHEN g.n = 1 THEN ' row' ELSE ' rows' END, %s, ' = ' || g.keys, CASE WHEN g.n > 5 AND g.keys IS NOT NULL THEN ', …' END, ': ',
            CASE pg_catalog.left(g.why, 5)
                WHEN '23505' THEN 'the table now has a row with the same value under' || pg_catalog.substr(g.why, 6)
                WHEN '23503' THEN 'refer to rows that were removed since (' || pg_catalog.substr(g.why, 7) || ')'
                WHEN 'stays' THEN 'belong to those that cannot come back'
                ELSE 'do not fit what was declared since (' || pg_catalog.substr(g.why, 7) || ')'
            END)
        ORDER BY g.why)
    FROM (
        SELECT s.why, pg_catalog.count(*) AS n, pg_catalog.string_agg(s.key, ' ' ORDER BY s.place) FILTER (WHERE s.place <= 5) AS keys
        FROM (
            SELECT q.pgdoctor_conflict AS why, %s AS key, pg_catalog.row_number() OVER (PARTITION BY q.pgdoctor_conflict ORDER BY %s) AS place
            FROM %s AS q
            WHERE q.pgdoctor_conflict IS NOT NULL
        ) AS s
        GROUP BY s.why
    ) AS g
), '{}');`

// putBack inserts the rows of a batch again, identities and all, in one
// statement: foreign keys among them are checked at its end. Generated columns
// generate themselves.
func putBack(kept []keptRows) string {
	var inserts, counts, want []string
	for i, k := range kept {
		columns := postgres.QuoteList(k.table.Writable())
		inserts = append(inserts, fmt.Sprintf("pgdoctor_back_%d AS (\n    INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE\n    SELECT %s FROM %s WHERE %s\n    RETURNING 1\n)", i+1, k.table.SQL(), columns, columns, k.name, own))
		counts = append(counts, fmt.Sprintf("(SELECT pg_catalog.count(*) FROM pgdoctor_back_%d)", i+1))
		want = append(want, fmt.Sprintf("(SELECT pg_catalog.count(*) FROM %s WHERE %s)", k.name, own))
	}
	return fmt.Sprintf("WITH %s\nSELECT %s INTO pgdoctor_moved;\n%s", strings.Join(inserts, ", "), strings.Join(counts, " + "),
		stop("pgdoctor_moved <> "+strings.Join(want, " + "), "not every row came back to "+kept[0].table.String()))
}
