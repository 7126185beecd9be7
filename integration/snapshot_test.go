package integration

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
)

// snapshot is a database as pg_dump sees it: everything that users made, and
// every row. pgdoctor's own record is left out.
type snapshot []string

// The schema, as text: whatever a fix can change, each object with its state,
// comment and privileges. Of invalid indexes only those behind constraints, as
// in pg_dump.
const schemaText = `
WITH relations AS (
    SELECT c.*, n.nspname
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'pgdoctor')
),
-- what no GRANT ever touched is NULL, and the same as its default
privileges AS (
    SELECT what, string_agg(item, ' ' ORDER BY item) AS acl
    FROM (
        SELECT format('relation %s.%s', nspname, relname) AS what, unnest(coalesce(relacl, acldefault('r', relowner)))::text AS item
        FROM relations WHERE relkind IN ('r', 'p', 'v', 'm', 'f')
        UNION ALL
        SELECT format('sequence %s.%s', nspname, relname), unnest(coalesce(relacl, acldefault('s', relowner)))::text
        FROM relations WHERE relkind = 'S'
        UNION ALL
        SELECT format('column %s.%s.%s', r.nspname, r.relname, a.attname), unnest(a.attacl)::text
        FROM relations AS r JOIN pg_catalog.pg_attribute AS a ON a.attrelid = r.oid
        UNION ALL
        SELECT format('schema %s', nspname), unnest(coalesce(nspacl, acldefault('n', nspowner)))::text
        FROM pg_catalog.pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'pgdoctor')
        UNION ALL
        SELECT format('function %s.%s(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)),
            unnest(coalesce(p.proacl, acldefault('f', p.proowner)))::text
        FROM pg_catalog.pg_proc AS p JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
        WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'pgdoctor')
        UNION ALL
        SELECT 'database', unnest(coalesce(datacl, acldefault('d', datdba)))::text
        FROM pg_catalog.pg_database WHERE datname = current_database()
        UNION ALL
        SELECT format('default of %s in %s for %s', defaclrole::regrole, defaclnamespace::regnamespace, defaclobjtype), unnest(defaclacl)::text
        FROM pg_catalog.pg_default_acl
    ) AS items
    GROUP BY 1
)
SELECT format('relation %s.%s %s owner %s options %s persistence %s identity %s trigger %s toast %s tablespace %s comment %s method %s bound %s',
    r.nspname, r.relname, r.relkind, r.relowner::regrole, r.reloptions, r.relpersistence, r.relreplident, r.relhastriggers, t.reloptions, r.reltablespace, obj_description(r.oid, 'pg_class'),
    r.relam, pg_get_expr(r.relpartbound, r.oid))
FROM relations AS r
LEFT JOIN pg_catalog.pg_class AS t ON t.oid = r.reltoastrelid
WHERE r.relkind NOT IN ('i', 'I')
UNION ALL
SELECT format('security %s.%s %s %s', r.nspname, r.relname, r.relrowsecurity, r.relforcerowsecurity)
FROM relations AS r WHERE r.relkind IN ('r', 'p')
UNION ALL
SELECT format('privileges %s %s', what, acl) FROM privileges
UNION ALL
SELECT format('column %s.%s.%s %s %s notnull %s default %s identity %s generated %s storage %s collation %s compression %s options %s target %s comment %s',
    r.nspname, r.relname, a.attname, a.attnum, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid),
    a.attidentity, a.attgenerated, a.attstorage, a.attcollation, to_jsonb(a) ->> 'attcompression', a.attoptions,
    -- -1 until 16, NULL since
    coalesce(a.attstattarget, -1), col_description(r.oid, a.attnum))
FROM relations AS r JOIN pg_catalog.pg_attribute AS a ON a.attrelid = r.oid
LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = r.oid AND d.adnum = a.attnum
WHERE a.attnum > 0 AND NOT a.attisdropped AND r.relkind NOT IN ('i', 'I')
UNION ALL
SELECT format('constraint %s.%s %s %s %s comment %s local %s inherited %s no inherit %s index %s', r.nspname, r.relname, con.conname,
    pg_get_constraintdef(con.oid), con.convalidated, obj_description(con.oid, 'pg_constraint'), con.conislocal, con.coninhcount, con.connoinherit,
    con.conindid::regclass)
FROM relations AS r JOIN pg_catalog.pg_constraint AS con ON con.conrelid = r.oid
UNION ALL
SELECT format('index %s %s clustered %s identity %s comment %s owner %s tablespace %s unique %s primary %s immediate %s parent %s targets %s',
    pg_get_indexdef(r.oid), r.relispartition, i.indisclustered, i.indisreplident, obj_description(r.oid, 'pg_class'),
    r.relowner::regrole, r.reltablespace, i.indisunique, i.indisprimary, i.indimmediate,
    (SELECT h.inhparent::regclass FROM pg_catalog.pg_inherits AS h WHERE h.inhrelid = r.oid),
    (SELECT string_agg(format('%s:%s', a.attnum, a.attstattarget), ' ' ORDER BY a.attnum) FROM pg_catalog.pg_attribute AS a WHERE a.attrelid = r.oid AND a.attstattarget >= 0))
FROM relations AS r JOIN pg_catalog.pg_index AS i ON i.indexrelid = r.oid
WHERE i.indisvalid OR EXISTS (SELECT FROM pg_catalog.pg_constraint AS con WHERE con.conindid = r.oid AND con.contype <> 'f')
UNION ALL
SELECT format('trigger %s %s comment %s', pg_get_triggerdef(t.oid), t.tgenabled, obj_description(t.oid, 'pg_trigger'))
FROM relations AS r JOIN pg_catalog.pg_trigger AS t ON t.tgrelid = r.oid WHERE NOT t.tgisinternal
UNION ALL
SELECT format('triggers of keys %s %s %s', r.relname, t.tgenabled, count(*))
FROM relations AS r JOIN pg_catalog.pg_trigger AS t ON t.tgrelid = r.oid WHERE t.tgisinternal GROUP BY r.relname, t.tgenabled
UNION ALL
SELECT format('function %s owner %s comment %s', pg_get_functiondef(p.oid), p.proowner::regrole, obj_description(p.oid, 'pg_proc'))
FROM pg_catalog.pg_proc AS p JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
WHERE p.prokind IN ('f', 'p') AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'pgdoctor')
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d WHERE d.objid = p.oid AND d.deptype = 'e')
UNION ALL
SELECT format('view %s.%s %s', r.nspname, r.relname, pg_get_viewdef(r.oid)) FROM relations AS r WHERE r.relkind IN ('v', 'm')
UNION ALL
SELECT format('policy %s', to_jsonb(p)) FROM pg_catalog.pg_policies AS p
UNION ALL
SELECT format('policy comment %s %s', p.polname, obj_description(p.oid, 'pg_policy')) FROM pg_catalog.pg_policy AS p
UNION ALL
SELECT format('rule %s %s', pg_get_ruledef(w.oid), w.ev_enabled) FROM relations AS r JOIN pg_catalog.pg_rewrite AS w ON w.ev_class = r.oid
UNION ALL
SELECT format('inherits %s %s %s', h.inhrelid::regclass, h.inhparent::regclass, h.inhseqno)
FROM relations AS r JOIN pg_catalog.pg_inherits AS h ON h.inhrelid = r.oid WHERE r.relkind NOT IN ('i', 'I')
UNION ALL
SELECT format('sequence %s.%s of %s.%s %s', r.nspname, r.relname, d.refobjid::regclass, a.attname, d.deptype)
FROM relations AS r
JOIN pg_catalog.pg_depend AS d ON d.objid = r.oid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
WHERE r.relkind = 'S'
UNION ALL
SELECT format('schema %s owner %s comment %s', nspname, nspowner::regrole, obj_description(oid, 'pg_namespace'))
FROM pg_catalog.pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'pgdoctor')
UNION ALL
SELECT format('event trigger %s %s', evtname, evtenabled) FROM pg_catalog.pg_event_trigger
UNION ALL
SELECT format('publication %s', to_jsonb(p)) FROM pg_catalog.pg_publication AS p
UNION ALL
SELECT format('published %s', to_jsonb(t)) FROM pg_catalog.pg_publication_tables AS t
UNION ALL
SELECT format('subscription %s %s', subname, subenabled) FROM pg_catalog.pg_subscription AS s
JOIN pg_catalog.pg_database AS d ON d.oid = s.subdbid WHERE d.datname = current_database()
UNION ALL
SELECT format('statistics %s owner %s target %s comment %s', pg_get_statisticsobjdef(oid), stxowner::regrole,
    to_jsonb(e) ->> 'stxstattarget', obj_description(oid, 'pg_statistic_ext'))
FROM pg_catalog.pg_statistic_ext AS e
UNION ALL
SELECT format('extension %s %s in %s', e.extname, e.extversion, e.extnamespace::regnamespace) FROM pg_catalog.pg_extension AS e
UNION ALL
SELECT format('collation %s %s', collname, collversion) FROM pg_catalog.pg_collation WHERE oid >= 16384
UNION ALL
SELECT format('database collation %s', to_jsonb(d) ->> 'datcollversion') FROM pg_catalog.pg_database AS d WHERE d.datname = current_database()
UNION ALL
SELECT format('setting of database, role %s: %s', s.setrole::regrole, s.setconfig)
FROM pg_catalog.pg_db_role_setting AS s JOIN pg_catalog.pg_database AS d ON d.oid = s.setdatabase WHERE d.datname = current_database()
UNION ALL
SELECT format('prepared transaction %s', gid) FROM pg_catalog.pg_prepared_xacts WHERE database = current_database()
UNION ALL
SELECT format('sequence %s.%s %s', s.schemaname, s.sequencename, to_jsonb(s))
FROM pg_catalog.pg_sequences AS s WHERE s.schemaname <> 'pgdoctor'`

// serverText is what belongs to the whole server, where nobody else uses it.
const serverText = `
SELECT format('setting %s = %s', name, setting) FROM pg_catalog.pg_file_settings WHERE sourcefile ~ 'postgresql\.auto\.conf$'
UNION ALL
SELECT format('setting of role %s: %s', setrole::regrole, setconfig) FROM pg_catalog.pg_db_role_setting WHERE setdatabase = 0
UNION ALL
-- the password is not to change either
SELECT format('role %s', to_jsonb(a) - 'oid') FROM pg_catalog.pg_authid AS a WHERE rolname !~ '^pg_'
UNION ALL
SELECT format('member %s of %s', member::regrole, roleid::regrole) FROM pg_catalog.pg_auth_members
UNION ALL
SELECT format('slot %s %s', slot_name, slot_type) FROM pg_catalog.pg_replication_slots`

// rowTables lists every table that holds rows itself, with a query of them.
const rowTables = `
SELECT format('%I.%I', n.nspname, c.relname)
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'pgdoctor')`

// takeSnapshot reads the database, and what is the server's if it is the test's own.
func takeSnapshot(t *testing.T, conn *pgx.Conn, own bool) snapshot {
	t.Helper()
	lines := column(t, conn, schemaText)
	if own {
		lines = append(lines, column(t, conn, serverText)...)
	}
	for _, table := range column(t, conn, rowTables) {
		for _, row := range rowsOf(t, conn, table) {
			lines = append(lines, "row "+table+" "+row)
		}
	}
	sort.Strings(lines)
	return lines
}

// rowsOf is each row of a table, or where these are many, how many, and the sum of their hashes.
func rowsOf(t *testing.T, conn *pgx.Conn, table string) []string {
	t.Helper()
	const many = 1000
	list := column(t, conn, fmt.Sprintf("SELECT r::text FROM ONLY %s AS r LIMIT %d", table, many+1))
	if len(list) <= many {
		return list
	}
	return column(t, conn, "SELECT format('%s in all, of hash %s', count(*), sum(hashtextextended(r::text, 0)::numeric)) FROM ONLY "+table+" AS r")
}

// without leaves out the lines that begin with some words.
func (s snapshot) without(words string) snapshot {
	return slices.DeleteFunc(slices.Clone(s), func(line string) bool { return strings.HasPrefix(line, words) })
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
