package fixes

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// restore is a transaction that puts rows back: what one batch did in reverse,
// for the batches from the last to the first, so that every statement finds the
// database as the one that it reverses left it.
//
// Two things step aside in it and come back as they were: triggers, since what
// they did when the rows were first written is in the rows; and constraints that
// are NOT VALID, since they let old rows be but would reject them as new ones.
type restore struct {
	schema  checks.Schema
	tables  []checks.Table
	counts  string // the quarantine's table that has every batch, for good; "" where rows leave all of them
	reverse []reversal
	// pastKeys puts back rows that break foreign keys which count as valid: they
	// can only come back past all triggers, the keys' own among them.
	pastKeys bool
}

func (r restore) down() string {
	names := make([]string, 0, len(r.tables))
	for _, table := range r.tables {
		names = append(names, postgres.Literal(table.SQL())+"::pg_catalog.regclass")
	}
	slices.Sort(names)
	names = slices.Compact(names)
	each := func(list string) string {
		return "FOREACH pgdoctor_command IN ARRAY coalesce(" + list + ", '{}') LOOP\n    EXECUTE pgdoctor_command;\nEND LOOP;"
	}
	// Pending deferred checks would forbid ALTER TABLE (55006).
	parts := []string{
		session, "SET CONSTRAINTS ALL IMMEDIATE;",
		fmt.Sprintf("pgdoctor_skip := coalesce(pg_catalog.current_setting('%s', true), '') = 'on';", SkipConflicts),
	}
	var highest, steps, said []string
	if r.counts != "" {
		highest = append(highest, "(SELECT pg_catalog.max(pgdoctor_batch) FROM "+r.counts+")")
	}
	for _, step := range r.reverse {
		for _, name := range step.names() {
			// of an undo before, which left them
			parts = append(parts, fmt.Sprintf("UPDATE %s SET pgdoctor_conflict = NULL WHERE pgdoctor_conflict IS NOT NULL;", name))
			if r.counts == "" {
				highest = append(highest, "(SELECT pg_catalog.max(pgdoctor_batch) FROM "+name+")")
			}
		}
		steps = append(steps, r.statement(step))
		for _, l := range step.links {
			said = append(said, l.sayLeft())
		}
	}
	parts = append(parts, fmt.Sprintf(standAside, strings.Join(names, ", ")), each("pgdoctor_aside"))
	if r.pastKeys {
		parts = append(parts, pastKeys)
	}
	parts = append(parts, fmt.Sprintf("FOR pgdoctor_this IN REVERSE coalesce(greatest(%s), 0)::integer .. 1 LOOP\n%s\n    EXIT WHEN pgdoctor_stuck AND NOT pgdoctor_skip;\nEND LOOP;",
		strings.Join(highest, ", "), indent(1, strings.Join(steps, "\n"))))
	if r.pastKeys {
		parts = append(parts, "SET LOCAL session_replication_role = origin;")
	}
	parts = append(parts, each("pgdoctor_return"))
	parts = append(parts, "IF pgdoctor_stuck THEN\n"+indent(1, r.obstacles()+"\n"+sayStuck)+"\nEND IF;")
	parts = append(parts, said...)
	return block([]string{
		"pgdoctor_aside text[]", "pgdoctor_return text[]", "pgdoctor_command text", "pgdoctor_moved bigint", "pgdoctor_left bigint[]",
		"pgdoctor_skip boolean", "pgdoctor_stuck boolean := false", "pgdoctor_added bigint", "pgdoctor_row_id tid",
		"pgdoctor_code text", "pgdoctor_constraint text", "pgdoctor_column text", "pgdoctor_last boolean", "pgdoctor_obstacles text[] := '{}'",
	}, strings.Join(parts, "\n"))
}

// sayStuck ends an undo that rows stand in the way of, or tells what it left.
const sayStuck = `IF pgdoctor_skip THEN
    RAISE WARNING USING MESSAGE = 'pgdoctor: kept in quarantine: ' || pg_catalog.array_to_string(pgdoctor_obstacles, '; ');
ELSE
    RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = 'pgdoctor: some rows cannot come back: ' || pg_catalog.array_to_string(pgdoctor_obstacles, '; ');
END IF;`

// standAside lists the commands that put triggers and unvalidated constraints
// of some tables aside, and those that bring them back. Switching a trigger of a
// partitioned table reaches its clones, but these may each have been switched
// by themselves: so all of them are named, from the top down.
const standAside = `WITH member AS (
    SELECT m.relid, pg_catalog.max(m.level) AS level
    FROM pg_catalog.unnest(ARRAY[%s]) AS named (relid)
    CROSS JOIN LATERAL (
        SELECT named.relid, 0 AS level
        UNION ALL
        SELECT tree.relid, tree.level FROM pg_catalog.pg_partition_tree(named.relid) AS tree
    ) AS m (relid, level)
    GROUP BY m.relid
),
commands AS (
    SELECT
        member.level,
        CASE WHEN t.tgenabled <> 'D' THEN
            pg_catalog.format('ALTER TABLE %%s DISABLE TRIGGER %%I', t.tgrelid::pg_catalog.regclass, t.tgname)
        END AS leave,
        pg_catalog.format('ALTER TABLE %%s %%s TRIGGER %%I', t.tgrelid::pg_catalog.regclass,
            CASE t.tgenabled WHEN 'A' THEN 'ENABLE ALWAYS' WHEN 'R' THEN 'ENABLE REPLICA' WHEN 'D' THEN 'DISABLE' ELSE 'ENABLE' END,
            t.tgname) AS come_back
    FROM pg_catalog.pg_trigger AS t
    JOIN member ON member.relid = t.tgrelid
    WHERE NOT t.tgisinternal
      AND (t.tgenabled <> 'D' OR t.tgparentid <> 0)
    UNION ALL
    SELECT
        member.level,
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
SELECT pg_catalog.array_agg(leave ORDER BY level) FILTER (WHERE leave IS NOT NULL), pg_catalog.array_agg(come_back ORDER BY level)
INTO pgdoctor_aside, pgdoctor_return
FROM commands;`

// breaksValidKey says whether rows of some tables are known to break a foreign
// key that counts as valid.
func (c Context) breaksValidKey(tables []checks.Table) bool {
	broken := slices.Clone(c.Broken)
	for _, finding := range c.Findings {
		if row, ok := finding.Evidence.(checks.OrphanedReference); ok {
			broken = append(broken, row.Reference)
		}
	}
	for _, reference := range broken {
		declared := slices.ContainsFunc(c.Schema.References, func(r checks.Reference) bool {
			return r.Constraint != nil && r.Validated && r.Object() == reference.Object()
		})
		if declared && slices.ContainsFunc(tables, func(t checks.Table) bool {
			return slices.Contains(c.Schema.Family(t), [2]string{reference.Schema, reference.Table})
		}) {
			return true
		}
	}
	return false
}

// pastKeys lets rows come back that break a foreign key which counts as valid.
const pastKeys = "SET LOCAL session_replication_role = replica;"

// needsSuperuser is said of a step whose undo goes past foreign keys.
const needsSuperuser = "rows that it moves break a foreign key which counts as valid, so undoing needs a superuser (session_replication_role)"

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
