package fixes

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

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
	var updates, remembers []string
	var back []link
	for i, c := range changes {
		m.touch(c.link.child)
		if !c.link.ref.Enforced {
			m.loose = append(m.loose, c.link.child)
		}
		m.up = append(m.up, c.detached()+c.before())
		name := fmt.Sprintf("pgdoctor_changed_%d", i+1)
		updates = append(updates, name+" AS (\n"+indent(1, c.update())+"\n)")
		if i+1 < len(changes) {
			remembers = append(remembers, fmt.Sprintf("pgdoctor_remembered_%d AS (\n%s\n)", i+1, indent(1, c.link.remember(name))))
		} else {
			remembers = append(remembers, c.link.remember(name)+";")
		}
		back = append(back, c.link)
	}
	last := len(remembers) - 1
	m.up = append(m.up, "WITH "+strings.Join(append(updates, remembers[:last]...), ", ")+"\n"+remembers[last])
	for _, c := range changes {
		m.up = append(m.up, stop(fmt.Sprintf("EXISTS (SELECT FROM %s AS t JOIN %s AS m ON %s)", fromItem(c.link.child), c.by.name, c.join()),
			fmt.Sprintf("a trigger of %s keeps rows from being pointed at the surviving row", c.link.child)), c.link.found())
	}
	m.undo = append(m.undo, reversal{links: back})
	return nil
}

// detached stops where the surviving row has NULL in what a child refers to.
func (c change) detached() string {
	var missing []string
	for i, value := range c.news() {
		if c.by.table.Nullable(c.link.ref.ParentColumns[i]) {
			missing = append(missing, value+" IS NULL")
		}
	}
	if len(missing) == 0 {
		return ""
	}
	return stop(fmt.Sprintf("EXISTS (SELECT FROM %s AS t JOIN %s AS m ON %s WHERE %s)", fromItem(c.link.child), c.by.name, c.join(), strings.Join(missing, " OR ")),
		fmt.Sprintf("rows of %s refer to a column in which the surviving row of %s has no value", c.link.child, c.by.table)) + "\n"
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
		for _, c := range more {
			if slices.ContainsFunc(list, func(known change) bool { return known.link.child.String() == c.link.child.String() }) {
				return nil, refuse("%s refers in two ways to %s, whose key changes: merge by hand", c.link.child, child)
			}
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
		into.name, mappingColumns(into), strings.Join(values, ", "), fromItem(c.link.child), c.by.name, c.join())
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
		c.link.name, strings.Join(c.news(), ", "), fromItem(c.link.child), c.by.name, c.join())
}

func (c change) update() string {
	set := make([]string, len(c.link.ref.Columns))
	for i, column := range c.link.ref.Columns {
		set[i] = postgres.Quote(column) + " = " + c.news()[i]
	}
	return fmt.Sprintf("UPDATE %s AS t SET %s\nFROM %s AS m\nWHERE %s\nRETURNING t.*",
		fromItem(c.link.child), strings.Join(set, ", "), c.by.name, c.join())
}
