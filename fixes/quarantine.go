package fixes

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// keeping collects the quarantine of one fix: the tables of schema pgdoctor
// that hold the rows it removes or changes. They are typed copies, the one
// format in which every value comes back exactly, and closed to PUBLIC since
// the source's row security does not come along.
type keeping struct {
	version int64 // of the step that creates the tables
	create  []string
	names   []string
}

// add names one more table, about the given one, created as its body says.
func (k *keeping) add(table checks.Table, body string) string {
	name := quarantineName(k.version, len(k.names)+1, table)
	quoted := postgres.Quote("pgdoctor", name)
	k.names = append(k.names, name)
	k.create = append(k.create, "CREATE TABLE "+quoted+" "+body+";\nREVOKE ALL ON TABLE "+quoted+" FROM PUBLIC;")
	return quoted
}

// copyOf adds a table that takes whole rows of another, with more columns.
func (k *keeping) copyOf(table checks.Table, more ...string) string {
	lines := append([]string{
		"LIKE " + table.SQL(),
		"pgdoctor_batch bigint NOT NULL",
		"pgdoctor_moved_at timestamptz NOT NULL DEFAULT pg_catalog.now()",
	}, more...)
	return k.add(table, "(\n    "+strings.Join(lines, ",\n    ")+"\n)")
}

// prepare is the step that creates the tables; its undo drops them, and comes
// after the undo that puts the rows back.
func (k *keeping) prepare(kind string, table checks.Table) Step {
	drops := make([]string, len(k.names))
	for i, name := range k.names {
		drops[len(drops)-1-i] = "DROP TABLE IF EXISTS " + postgres.Quote("pgdoctor", name) + ";"
	}
	return Step{
		Kind: kind, Slug: slug(kind, table.Name, "quarantine"),
		Up:   schemaIs + strings.Join(k.create, "\n"),
		Down: strings.Join(drops, "\n"),
		Risk: Data, Reversible: true,
		Quarantine: k.names,
		Requires:   []Requirement{{tableExists(table), table.String() + " is not there any more"}},
	}
}

// session are the settings under which rows are moved, by transaction since a
// batch commits: policies must not hide rows (they raise 42501 instead), a row
// lock is not waited for long, and the text of a row, by which an undo sees
// whether somebody changed it, must not depend on who runs it.
const session = `PERFORM pg_catalog.set_config('row_security', 'off', true),
    pg_catalog.set_config('lock_timeout', '500ms', true),
    pg_catalog.set_config('timezone', 'UTC', true),
    pg_catalog.set_config('datestyle', 'ISO, YMD', true),
    pg_catalog.set_config('intervalstyle', 'postgres', true),
    pg_catalog.set_config('bytea_output', 'hex', true),
    pg_catalog.set_config('extra_float_digits', '1', true);`

// block is a DO statement. Its dollar quote is one that no name in the body
// can close.
func block(declare []string, body string) string {
	text := "\n#variable_conflict use_column\nDECLARE\n"
	for _, variable := range declare {
		text += "    " + variable + ";\n"
	}
	text += "BEGIN\n" + indent(1, strings.TrimSpace(body)) + "\nEND\n"
	tag := "$pgdoctor$"
	for n := 1; strings.Contains(text, tag); n++ {
		tag = fmt.Sprintf("$pgdoctor%d$", n)
	}
	return "DO " + tag + text + tag + ";"
}

// stop is a plpgsql statement that ends the batch with a reason for people.
func stop(condition, reason string) string {
	return fmt.Sprintf("IF %s THEN\n    RAISE EXCEPTION USING MESSAGE = %s;\nEND IF;", condition, postgres.Literal("pgdoctor: "+reason))
}

// restoring is a transaction that puts rows back. Two things step aside in it
// and come back as they were: triggers, since what they did when the rows were
// first written is in the rows; and constraints that are NOT VALID, since they
// let old rows be but would reject them as new ones. Triggers that are off, or
// fire on replicas only, stay as they are.
func restoring(tables []checks.Table, statements []string) string {
	names := make([]string, 0, len(tables))
	for _, table := range tables {
		names = append(names, postgres.Literal(table.SQL())+"::pg_catalog.regclass")
	}
	slices.Sort(names)
	names = slices.Compact(names)
	each := func(list string) string {
		return "FOREACH pgdoctor_command IN ARRAY coalesce(" + list + ", '{}') LOOP\n    EXECUTE pgdoctor_command;\nEND LOOP;"
	}
	// Pending deferred checks would forbid ALTER TABLE (55006).
	parts := append([]string{session, "SET CONSTRAINTS ALL IMMEDIATE;",
		fmt.Sprintf(standAside, strings.Join(names, ", ")), each("pgdoctor_aside")}, statements...)
	parts = append(parts, each("pgdoctor_return"))
	return block([]string{"pgdoctor_aside text[]", "pgdoctor_return text[]", "pgdoctor_command text", "pgdoctor_nothing integer"}, strings.Join(parts, "\n"))
}

// standAside lists the commands that put triggers and unvalidated constraints
// of some tables aside, and those that bring them back. Disabling a trigger of
// a partitioned table reaches its clones (tgparentid), but not triggers that
// partitions have of their own.
const standAside = `WITH member AS (
    SELECT DISTINCT m.relid
    FROM pg_catalog.unnest(ARRAY[%s]) AS named (relid)
    CROSS JOIN LATERAL (
        SELECT named.relid
        UNION
        SELECT tree.relid FROM pg_catalog.pg_partition_tree(named.relid) AS tree
    ) AS m (relid)
),
commands AS (
    SELECT
        pg_catalog.format('ALTER TABLE %%s DISABLE TRIGGER %%I', t.tgrelid::pg_catalog.regclass, t.tgname) AS leave,
        pg_catalog.format('ALTER TABLE %%s ENABLE %%s TRIGGER %%I', t.tgrelid::pg_catalog.regclass,
            CASE t.tgenabled WHEN 'A' THEN 'ALWAYS' ELSE '' END, t.tgname) AS come_back
    FROM pg_catalog.pg_trigger AS t
    JOIN member ON member.relid = t.tgrelid
    WHERE NOT t.tgisinternal
      AND t.tgparentid = 0
      AND t.tgenabled IN ('O', 'A')
    UNION ALL
    SELECT
        pg_catalog.format('ALTER TABLE %%s DROP CONSTRAINT %%I', con.conrelid::pg_catalog.regclass, con.conname),
        pg_catalog.format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', con.conrelid::pg_catalog.regclass, con.conname,
            pg_catalog.pg_get_constraintdef(con.oid))
        || coalesce(pg_catalog.format('; COMMENT ON CONSTRAINT %%I ON %%s IS %%L', con.conname,
            con.conrelid::pg_catalog.regclass, pg_catalog.obj_description(con.oid, 'pg_constraint')), '')
    FROM pg_catalog.pg_constraint AS con
    JOIN member ON member.relid = con.conrelid
    WHERE NOT con.convalidated
      AND con.conparentid = 0
      AND con.coninhcount = 0
)
SELECT pg_catalog.array_agg(leave), pg_catalog.array_agg(come_back)
INTO pgdoctor_aside, pgdoctor_return
FROM commands;`

// putBack inserts the rows of a quarantine table again, identities and all.
// Generated columns generate themselves.
func putBack(table checks.Table, from string) string {
	columns := postgres.QuoteList(table.Writable())
	return fmt.Sprintf("INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE\nSELECT %s FROM %s;", table.SQL(), columns, columns, from)
}

// triggersOf names the triggers of a table that a change will fire.
func triggersOf(table checks.Table, fires func(checks.Trigger) bool) []string {
	var names []string
	for _, trigger := range table.Triggers {
		if fires(trigger) {
			names = append(names, table.String()+"."+postgres.Name(trigger.Name))
		}
	}
	return names
}
