package integration

import (
	"context"
	"sort"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
)

// snapshot is a database as pg_dump sees it: everything that users made, and
// every row. pgdoctor's own record is left out.
type snapshot []string

// The schema, as text: relations, columns, constraints with their state and
// comment, indexes (of the invalid only those behind constraints, as pg_dump),
// triggers with theirs, extensions, settings of relations.
const schemaText = `
WITH relations AS (
    SELECT c.*, n.nspname
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'pgdoctor')
)
SELECT format('relation %s.%s %s owner %s acl %s options %s comment %s', r.nspname, r.relname, r.relkind,
    r.relowner::regrole, r.relacl, r.reloptions, obj_description(r.oid, 'pg_class'))
FROM relations AS r WHERE r.relkind NOT IN ('i', 'I')
UNION ALL
SELECT format('column %s.%s.%s %s %s notnull %s default %s identity %s generated %s', r.nspname, r.relname, a.attname, a.attnum,
    format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated)
FROM relations AS r JOIN pg_catalog.pg_attribute AS a ON a.attrelid = r.oid
LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = r.oid AND d.adnum = a.attnum
WHERE a.attnum > 0 AND NOT a.attisdropped AND r.relkind NOT IN ('i', 'I')
UNION ALL
SELECT format('constraint %s.%s %s %s comment %s', r.nspname, r.relname, con.conname,
    pg_get_constraintdef(con.oid), obj_description(con.oid, 'pg_constraint'))
FROM relations AS r JOIN pg_catalog.pg_constraint AS con ON con.conrelid = r.oid
UNION ALL
SELECT format('index %s comment %s', pg_get_indexdef(r.oid), obj_description(r.oid, 'pg_class'))
FROM relations AS r JOIN pg_catalog.pg_index AS i ON i.indexrelid = r.oid
WHERE i.indisvalid OR EXISTS (SELECT FROM pg_catalog.pg_constraint AS con WHERE con.conindid = r.oid AND con.contype <> 'f')
UNION ALL
SELECT format('trigger %s %s', pg_get_triggerdef(t.oid), t.tgenabled)
FROM relations AS r JOIN pg_catalog.pg_trigger AS t ON t.tgrelid = r.oid WHERE NOT t.tgisinternal
UNION ALL
SELECT format('extension %s %s', e.extname, e.extversion) FROM pg_catalog.pg_extension AS e
UNION ALL
SELECT format('sequence %s.%s %s', s.schemaname, s.sequencename, s.last_value)
FROM pg_catalog.pg_sequences AS s WHERE s.schemaname <> 'pgdoctor'`

// rowTables lists every table that holds rows itself, with a query of them.
const rowTables = `
SELECT format('%I.%I', n.nspname, c.relname)
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'pgdoctor')`

func takeSnapshot(t *testing.T, cfg *pgx.ConnConfig) snapshot {
	t.Helper()
	conn, err := pgx.ConnectConfig(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	lines := column(t, conn, schemaText)
	for _, table := range column(t, conn, rowTables) {
		for _, row := range column(t, conn, "SELECT r::text FROM ONLY "+table+" AS r") {
			lines = append(lines, "row "+table+" "+row)
		}
	}
	sort.Strings(lines)
	return lines
}

// column reads a query of one text column.
func column(t *testing.T, conn *pgx.Conn, query string) []string {
	t.Helper()
	rows, _ := conn.Query(t.Context(), query)
	list, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatalf("%v in %s", err, strings.TrimSpace(query))
	}
	return list
}
