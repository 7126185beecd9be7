-- Columns that hold e-mail addresses, by their name and a text type, once for each way of comparing.
-- Left out: logs, queues and invitations, where an address may recur; copies of another table's address
-- (customer_email beside customers); addresses unique within a scope or under a condition; generated columns.
WITH user_relations AS (
    -- include: user_relations.sql
),
addresses AS (
    SELECT
        r.oid,
        r.schema_name,
        r.relation_name,
        r.relkind,
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
      AND (
          a.attname ~* '^(.+_)?e?_?mail(_?address)?$'
          OR a.attname ~ '[a-z0-9](Email|EMail|Mail)(Address)?$'
      )
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
          a.attnum = ANY ((pg_catalog.string_to_array(i.indkey::text, ' ')::smallint[])[1:i.indnkeyatts])
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
)
SELECT
    a.schema_name,
    a.relation_name AS table_name,
    a.relkind::text AS table_kind,
    a.attname AS column_name,
    m.mode,
    coalesce(
        (
            SELECT pg_catalog.json_agg(k.attname ORDER BY u.position)
            FROM pg_catalog.pg_constraint AS con
            CROSS JOIN LATERAL pg_catalog.unnest(con.conkey) WITH ORDINALITY AS u (attnum, position)
            JOIN pg_catalog.pg_attribute AS k ON k.attrelid = con.conrelid AND k.attnum = u.attnum
            WHERE con.conrelid = a.oid AND con.contype = 'p'
        ),
        '[]'::pg_catalog.json
    ) AS key,
    coalesce(
        (
            SELECT c.attname
            FROM pg_catalog.unnest(ARRAY[
                'createdat', 'createdon', 'createddate', 'datecreated', 'insertedat', 'insertedon', 'created', 'creationdate',
                'registeredat', 'registeredon', 'signedupat', 'datejoined', 'joinedat', 'createtime', 'createdtime'
            ]) WITH ORDINALITY AS wanted (name, preference)
            JOIN pg_catalog.pg_attribute AS c
              ON c.attrelid = a.oid AND c.attnum > 0 AND NOT c.attisdropped
             AND pg_catalog.lower(pg_catalog.replace(c.attname, '_', '')) = wanted.name
            WHERE c.atttypid IN ('pg_catalog.timestamptz'::pg_catalog.regtype, 'pg_catalog.timestamp'::pg_catalog.regtype, 'pg_catalog.date'::pg_catalog.regtype)
            ORDER BY wanted.preference, c.attnum
            LIMIT 1 -- the most usual name wins
        ),
        ''
    ) AS recency,
    coalesce(
        (
            SELECT c.attname
            FROM pg_catalog.pg_attribute AS c
            WHERE c.attrelid = a.oid
              AND c.attnum > 0
              AND NOT c.attisdropped
              AND pg_catalog.lower(pg_catalog.replace(c.attname, '_', '')) = 'deletedat'
              AND c.atttypid IN ('pg_catalog.timestamptz'::pg_catalog.regtype, 'pg_catalog.timestamp'::pg_catalog.regtype, 'pg_catalog.date'::pg_catalog.regtype)
            ORDER BY c.attnum
            LIMIT 1 -- deleted_at and deletedAt in one table: either
        ),
        ''
    ) AS soft_delete,
    EXISTS (SELECT FROM unique_indexes AS u WHERE u.indrelid = a.oid AND u.attnum = a.attnum AND u.just_this) AS has_unique
FROM addresses AS a
CROSS JOIN (VALUES ('exact'), ('folded')) AS m (mode)
WHERE NOT EXISTS (SELECT FROM unique_indexes AS u WHERE u.indrelid = a.oid AND u.attnum = a.attnum AND u.scoped)
  AND NOT EXISTS (
      SELECT FROM user_relations AS other
      WHERE other.schema_name = a.schema_name
        AND other.oid <> a.oid
        AND other.relkind IN ('r', 'p')
        AND a.prefix <> ''
        AND pg_catalog.lower(pg_catalog.replace(other.relation_name, '_', ''))
            IN (a.prefix, a.prefix || 's', a.prefix || 'es', pg_catalog.regexp_replace(a.prefix, 'y$', 'ies'))
        -- the table's own name beside it, as users and user_profiles would be: still its own address
        AND pg_catalog.lower(pg_catalog.replace(a.relation_name, '_', ''))
            NOT IN (a.prefix, a.prefix || 's', a.prefix || 'es', pg_catalog.regexp_replace(a.prefix, 'y$', 'ies'))
  )
ORDER BY 1, 2, 4, 5
