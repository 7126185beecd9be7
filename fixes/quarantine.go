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
	k.create = append(k.create, "CREATE TABLE "+quoted+" "+body+";\nCREATE INDEX ON "+quoted+" (pgdoctor_batch);\nREVOKE ALL ON TABLE "+quoted+" FROM PUBLIC;")
	return quoted
}

// copyOf adds a table that takes whole rows t of another, with more columns. It
// has no constraint: LIKE would make of a NOT NULL that is not valid a valid one.
func (k *keeping) copyOf(table checks.Table, more ...string) string {
	columns := append([]string{"t.*", "0::bigint AS pgdoctor_batch", "pg_catalog.now() AS pgdoctor_moved_at"}, more...)
	columns = append(columns, "NULL::text AS "+Conflict)
	name := k.add(table, "AS\n    SELECT "+strings.Join(columns, ", ")+"\n    FROM "+table.SQL()+" AS t\n    WITH NO DATA")
	// empty but for an undo that leaves rows, which then looks for them often
	k.create = append(k.create, fmt.Sprintf("CREATE INDEX ON %s (%s) WHERE %s IS NOT NULL;", name, Conflict, Conflict))
	return name
}

// movable says why rows of a table can neither be moved nor changed safely.
func movable(table checks.Table) error {
	if table.HasRules {
		return refuse("%s has rules, which would rewrite what is moved and what is to come back", table)
	}
	for _, column := range table.Columns {
		if strings.HasPrefix(column.Name, "pgdoctor_") {
			return refuse("%s has a column %s: names that begin with pgdoctor_ are those of the quarantine", table, postgres.Name(column.Name))
		}
	}
	return nil
}

// owned requires at the start what undoing will need: triggers and constraints
// are put aside by the owner alone.
func owned(tables []checks.Table) Requirement {
	names := make([]string, len(tables))
	oids := make([]string, len(tables))
	for i, table := range tables {
		names[i] = table.String()
		oids[i] = "pg_catalog.to_regclass(" + postgres.Literal(table.SQL()) + ")"
	}
	return Requirement{
		SQL:  fmt.Sprintf("SELECT NOT EXISTS (SELECT FROM pg_catalog.pg_class AS c WHERE c.oid = ANY (ARRAY[%s]::pg_catalog.oid[]) AND NOT pg_catalog.pg_has_role(c.relowner, 'USAGE'))", strings.Join(oids, ", ")),
		Else: "this role must own " + strings.Join(names, ", ") + ", or be a member of the owner: undoing puts triggers and constraints aside",
	}
}

// again is stop for what will be different when the batch is tried again, which
// 40001 asks for.
func again(condition, reason string) string {
	return fmt.Sprintf("IF %s THEN\n    RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = %s;\nEND IF;", condition, postgres.Literal("pgdoctor: "+reason))
}

// lockOut makes others wait who write to tables that refer without a foreign
// key: nothing else keeps a new row from referring to one that is just leaving.
func lockOut(tables []checks.Table) string {
	names := make([]string, len(tables))
	for i, table := range tables {
		names[i] = fromItem(table)
	}
	slices.Sort(names) // an order, so that two cannot deadlock
	if len(names) == 0 {
		return ""
	}
	return "\nLOCK TABLE " + strings.Join(slices.Compact(names), ", ") + " IN SHARE ROW EXCLUSIVE MODE;"
}

// prepare is the step that creates the tables; its undo drops them, and comes
// after the undo that puts the rows back.
func (k *keeping) prepare(kind string, table checks.Table, touched []checks.Table) Step {
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
		Requires:   []Requirement{{tableExists(table), table.String() + " is not there any more"}, owned(touched)},
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
