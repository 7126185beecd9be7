-- Columns that hold e-mail addresses, by their name and a text type, once for each way of comparing.
-- Left out: logs, queues and invitations, where an address may recur; copies of another table's address
-- (customer_email beside customers); addresses unique within a scope or under a condition; generated columns.
WITH user_relations AS (
    -- include: user_relations.sql
      AND c.relkind IN ('r', 'p')
),
-- read once: what may be an address, and what may say when its row was made or deleted
columns AS MATERIALIZED (
    SELECT
        r.oid, r.schema_name, r.relation_name, r.relkind, r.relpages, r.reltuples, a.attnum, a.attname, a.atttypid, a.attgenerated,
        a.atttypid IN (
            'pg_catalog.timestamptz'::pg_catalog.regtype, 'pg_catalog.timestamp'::pg_catalog.regtype, 'pg_catalog.date'::pg_catalog.regtype
        ) AS is_moment
    FROM user_relations AS r
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE NOT r.relispartition
      AND (a.attname ILIKE '%mail%' OR a.atttypid IN (
          'pg_catalog.timestamptz'::pg_catalog.regtype, 'pg_catalog.timestamp'::pg_catalog.regtype, 'pg_catalog.date'::pg_catalog.regtype
      ))
),
addresses AS (
    SELECT
        r.oid,
        r.schema_name,
        r.relation_name,
        r.relkind,
        -- known once VACUUM or ANALYZE counted them; before 14 an empty table looks as one that was never counted
        CASE
            WHEN r.relkind = 'r'
                AND (r.relpages > 0 OR (r.reltuples = 0 AND pg_catalog.current_setting('server_version_num')::integer >= 140000))
            THEN r.relpages::bigint
        END AS pages,
        r.attnum,
        r.attname,
        -- what stands before "email": customer for customer_email and customerEmail
        CASE WHEN r.attname = 'email' THEN '' ELSE pg_catalog.regexp_replace(
            pg_catalog.lower(pg_catalog.replace(r.attname, '_', '')), '(email|mail)(address)?$', '') END AS prefix
    FROM columns AS r
    JOIN pg_catalog.pg_type AS t ON t.oid = r.atttypid
    LEFT JOIN pg_catalog.pg_type AS b1 ON b1.oid = t.typbasetype
    LEFT JOIN pg_catalog.pg_type AS b2 ON b2.oid = b1.typbasetype
    WHERE NOT r.is_moment
      AND r.attgenerated = ''
      -- the usual names first: regular expressions take their time
      AND (
          r.attname = 'email'
          OR r.attname ~* '^(.+_)?e?_?mail(_?address)?$'
          OR r.attname ~ '[a-z0-9](Email|EMail|Mail)(Address)?$'
      )
      -- a domain over text is text
      AND coalesce(b2.typname, b1.typname, t.typname) IN ('text', 'varchar', 'bpchar', 'citext')
      -- by their last letters most tables need no regular expression
      AND CASE WHEN pg_catalog.lower(pg_catalog.right(r.relation_name, 2)) IN (
          'og', 'gs', 'pt', 'ts', 'ry', 'es', 'it', 'nt', 'ue', 'ox', 've', 'te', 'on', 'ns'
      ) THEN pg_catalog.lower(pg_catalog.regexp_replace(r.relation_name, '([a-z0-9])([A-Z])', '\1_\2', 'g'))
          !~ '(^|[^a-z0-9])(logs?|attempts?|history|histories|audits?|events?|queues?|outbox|archives?|invites?|invitations?)$'
      ELSE true END
),
unique_indexes AS (
    SELECT
        i.indrelid,
        a.attnum,
        i.indnkeyatts = 1 AND i.indexprs IS NULL AND NOT other.columns AS just_this,
        -- a predicate over the address alone (IS NOT NULL, not empty) narrows nothing that counts
        i.indnkeyatts > 1 OR (i.indpred IS NOT NULL AND other.columns) AS scoped
    FROM addresses AS a
    JOIN pg_catalog.pg_index AS i ON i.indrelid = a.oid
    CROSS JOIN LATERAL (
        SELECT EXISTS (
            SELECT FROM pg_catalog.pg_depend AS d
            WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
              AND d.objid = i.indexrelid
              AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
              AND d.refobjid = a.oid
              AND d.refobjsubid NOT IN (0, a.attnum)
        ) AS columns
    ) AS other
    WHERE i.indisunique
      AND i.indisvalid
      AND (
          a.attnum = ANY ((i.indkey::smallint[])[0:i.indnkeyatts - 1])
          -- lower(email): an expression's columns are only known from its dependencies
          OR (i.indexprs IS NOT NULL AND EXISTS (
              SELECT FROM pg_catalog.pg_depend AS d
              WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                AND d.objid = i.indexrelid
                AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                AND d.refobjid = a.oid
                AND d.refobjsubid = a.attnum
          ))
      )
),
-- customer_email beside a table customers, unless that is the table's own name: as in customer_profiles
copies AS (
    SELECT DISTINCT spelled.oid, spelled.attnum
    FROM (
        SELECT
            a.oid,
            a.attnum,
            -- here and not in WHERE it is a hashed list
            (a.schema_name, s.name) IN (
                SELECT other.schema_name, pg_catalog.lower(pg_catalog.replace(other.relation_name, '_', ''))
                FROM user_relations AS other
                WHERE other.relkind IN ('r', 'p')
            ) AS beside
        FROM addresses AS a
        CROSS JOIN LATERAL (
            VALUES (a.prefix), (a.prefix || 's'), (a.prefix || 'es'), (pg_catalog.regexp_replace(a.prefix, 'y$', 'ies'))
        ) AS s (name)
        WHERE a.prefix <> ''
          AND pg_catalog.lower(pg_catalog.replace(a.relation_name, '_', ''))
              NOT IN (a.prefix, a.prefix || 's', a.prefix || 'es', pg_catalog.regexp_replace(a.prefix, 'y$', 'ies'))
    ) AS spelled
    WHERE spelled.beside
),
keys AS (
    SELECT
        con.conrelid,
        -- most keys have one column, and need not be taken apart
        CASE WHEN con.conkey[2] IS NULL THEN pg_catalog.json_build_array(f.attname) ELSE (
            SELECT pg_catalog.json_agg(k.attname ORDER BY pg_catalog.array_position(con.conkey, k.attnum))
            FROM pg_catalog.pg_attribute AS k
            WHERE k.attrelid = con.conrelid AND k.attnum = ANY (con.conkey)
        ) END AS key
    FROM pg_catalog.pg_constraint AS con
    JOIN pg_catalog.pg_attribute AS f ON f.attrelid = con.conrelid AND f.attnum = con.conkey[1]
    WHERE con.contype = 'p'
      AND CASE WHEN con.conrelid IN (SELECT a.oid FROM addresses AS a) THEN true ELSE false END
),
-- when a row was made and whether it was deleted: of several such columns the one with the most usual name
moments AS (
    SELECT
        c.oid,
        (pg_catalog.array_agg(c.attname::text ORDER BY wanted.preference, c.attnum) FILTER (WHERE wanted.name <> 'deletedat'))[1] AS recency,
        (pg_catalog.array_agg(c.attname::text ORDER BY c.attnum) FILTER (WHERE wanted.name = 'deletedat'))[1] AS soft_delete
    FROM columns AS c
    JOIN pg_catalog.unnest(ARRAY[
        'createdat', 'createdon', 'createddate', 'datecreated', 'insertedat', 'insertedon', 'created', 'creationdate',
        'registeredat', 'registeredon', 'signedupat', 'datejoined', 'joinedat', 'createtime', 'createdtime', 'deletedat'
    ]) WITH ORDINALITY AS wanted (name, preference)
        ON wanted.name = pg_catalog.lower(pg_catalog.replace(c.attname, '_', ''))
    WHERE c.is_moment
      -- within CASE it is a hashed list: as a join the planner expects one row, and loops
      AND CASE WHEN c.oid IN (SELECT a.oid FROM addresses AS a) THEN true ELSE false END
    GROUP BY 1
)
SELECT
    a.schema_name,
    a.relation_name AS table_name,
    a.relkind::text AS table_kind,
    a.attname AS column_name,
    m.mode,
    coalesce(k.key, '[]'::pg_catalog.json) AS key,
    coalesce(r.recency, '') AS recency,
    coalesce(r.soft_delete, '') AS soft_delete,
    (a.oid, a.attnum) IN (SELECT u.indrelid, u.attnum FROM unique_indexes AS u WHERE u.just_this) AS has_unique,
    a.pages
FROM addresses AS a
LEFT JOIN keys AS k ON k.conrelid = a.oid
LEFT JOIN moments AS r ON r.oid = a.oid
CROSS JOIN (VALUES ('exact'), ('folded')) AS m (mode)
-- hashed lists: NOT EXISTS becomes a join, which the planner expects to have one row, and loops
WHERE (a.oid, a.attnum) NOT IN (SELECT u.indrelid, u.attnum FROM unique_indexes AS u WHERE u.scoped)
  AND (a.oid, a.attnum) NOT IN (SELECT c.oid, c.attnum FROM copies AS c)
ORDER BY 1, 2, 4, 5
