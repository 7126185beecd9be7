-- Columns that hold e-mail addresses, by their name and a text type, once for each way of comparing.
-- Left out: logs, queues and invitations, where an address may recur; copies of another table's address
-- (customer_email beside customers); addresses unique within a scope or under a condition; generated columns.
WITH user_relations AS (
    -- include: user_relations.sql
      AND c.relkind IN ('r', 'p')
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
        a.attnum,
        a.attname,
        -- what stands before "email": customer for customer_email and customerEmail
        pg_catalog.regexp_replace(
            pg_catalog.lower(pg_catalog.replace(a.attname, '_', '')), '(email|mail)(address)?$', '') AS prefix
    FROM user_relations AS r
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
    LEFT JOIN pg_catalog.pg_type AS b1 ON b1.oid = t.typbasetype
    LEFT JOIN pg_catalog.pg_type AS b2 ON b2.oid = b1.typbasetype
    WHERE r.relkind IN ('r', 'p')
      AND NOT r.relispartition
      AND a.attgenerated = ''
      -- before regular expressions, which take their time
      AND CASE WHEN a.attname NOT ILIKE '%mail%' THEN false ELSE (
          a.attname ~* '^(.+_)?e?_?mail(_?address)?$'
          OR a.attname ~ '[a-z0-9](Email|EMail|Mail)(Address)?$'
      ) END
      -- a domain over text is text
      AND coalesce(b2.typname, b1.typname, t.typname) IN ('text', 'varchar', 'bpchar', 'citext')
      AND pg_catalog.lower(pg_catalog.regexp_replace(r.relation_name, '([a-z0-9])([A-Z])', '\1_\2', 'g'))
          !~ '(^|[^a-z0-9])(logs?|attempts?|history|histories|audits?|events?|queues?|outbox|archives?|invites?|invitations?)$'
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
    SELECT con.conrelid, pg_catalog.json_agg(k.attname ORDER BY pg_catalog.array_position(con.conkey, k.attnum)) AS key
    FROM (SELECT DISTINCT a.oid FROM addresses AS a) AS t
    JOIN pg_catalog.pg_constraint AS con ON con.conrelid = t.oid AND con.contype = 'p'
    JOIN pg_catalog.pg_attribute AS k ON k.attrelid = con.conrelid AND k.attnum = ANY (con.conkey)
    GROUP BY 1
),
-- when a row was made and whether it was deleted: of several such columns the one with the most usual name
moments AS (
    SELECT
        c.attrelid,
        (pg_catalog.array_agg(c.attname::text ORDER BY wanted.preference, c.attnum) FILTER (WHERE wanted.name <> 'deletedat'))[1] AS recency,
        (pg_catalog.array_agg(c.attname::text ORDER BY c.attnum) FILTER (WHERE wanted.name = 'deletedat'))[1] AS soft_delete
    FROM (SELECT DISTINCT a.oid FROM addresses AS a) AS t
    JOIN pg_catalog.pg_attribute AS c ON c.attrelid = t.oid
    JOIN pg_catalog.unnest(ARRAY[
        'createdat', 'createdon', 'createddate', 'datecreated', 'insertedat', 'insertedon', 'created', 'creationdate',
        'registeredat', 'registeredon', 'signedupat', 'datejoined', 'joinedat', 'createtime', 'createdtime', 'deletedat'
    ]) WITH ORDINALITY AS wanted (name, preference)
        ON wanted.name = pg_catalog.lower(pg_catalog.replace(c.attname, '_', ''))
    WHERE c.attnum > 0
      AND NOT c.attisdropped
      AND c.atttypid IN ('pg_catalog.timestamptz'::pg_catalog.regtype, 'pg_catalog.timestamp'::pg_catalog.regtype, 'pg_catalog.date'::pg_catalog.regtype)
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
LEFT JOIN moments AS r ON r.attrelid = a.oid
CROSS JOIN (VALUES ('exact'), ('folded')) AS m (mode)
-- hashed lists: NOT EXISTS becomes a join, which the planner expects to have one row, and loops
WHERE (a.oid, a.attnum) NOT IN (SELECT u.indrelid, u.attnum FROM unique_indexes AS u WHERE u.scoped)
  AND (a.oid, a.attnum) NOT IN (SELECT c.oid, c.attnum FROM copies AS c)
ORDER BY 1, 2, 4, 5
