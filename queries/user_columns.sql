-- Columns of users' tables, partitions at their parent only, with what decides whether one can refer to
-- another: types that are compared alike are one family, a key is unique and not NULL by itself.
-- Stands after a CTE user_relations. Families are NULL for types of extensions, whose = is on no search_path.
SELECT
    r.oid AS relation,
    r.schema_name,
    r.relation_name,
    r.relkind,
    a.attnum,
    a.attname,
    CASE
        WHEN b.base IN ('pg_catalog.int2'::pg_catalog.regtype, 'pg_catalog.int4'::pg_catalog.regtype, 'pg_catalog.int8'::pg_catalog.regtype) THEN 'integer'
        WHEN b.base IN ('pg_catalog.text'::pg_catalog.regtype, 'pg_catalog.varchar'::pg_catalog.regtype) THEN 'text'
        WHEN b.base < 16384 THEN b.base::text
    END AS family,
    a.attgenerated <> '' AS generated,
    coalesce(k.is_key, false) AS is_key,
    coalesce(k.is_primary, false) AS is_primary,
    EXISTS (
        SELECT FROM pg_catalog.pg_constraint AS con
        WHERE con.conrelid = r.oid AND con.contype = 'f' AND a.attnum = ANY (con.conkey)
    ) AS in_foreign_key,
    -- what x_id refers to depends on x_type, or in Django on content_type_id
    EXISTS (
        SELECT FROM pg_catalog.pg_attribute AS sibling
        WHERE sibling.attrelid = r.oid
          AND NOT sibling.attisdropped
          AND (
              pg_catalog.lower(pg_catalog.replace(sibling.attname, '_', ''))
              = pg_catalog.regexp_replace(pg_catalog.lower(pg_catalog.replace(a.attname, '_', '')), 'id$', '') || 'type'
              OR (a.attname = 'object_id' AND sibling.attname = 'content_type_id')
          )
    ) AS polymorphic
FROM user_relations AS r
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN LATERAL (
    -- the type under a domain, and under a domain over a domain
    SELECT coalesce(nullif(t2.typbasetype, 0), nullif(t1.typbasetype, 0), t1.oid)::pg_catalog.oid AS base
    FROM pg_catalog.pg_type AS t1
    LEFT JOIN pg_catalog.pg_type AS t2 ON t2.oid = t1.typbasetype
    WHERE t1.oid = a.atttypid
) AS b ON true
LEFT JOIN LATERAL (
    SELECT true AS is_key, pg_catalog.bool_or(i.indisprimary) AS is_primary
    FROM pg_catalog.pg_index AS i
    WHERE i.indrelid = r.oid
      AND i.indisunique
      AND i.indimmediate
      AND i.indisvalid
      AND i.indpred IS NULL
      AND i.indnkeyatts = 1
      AND i.indkey[0] = a.attnum
      AND (i.indisprimary OR a.attnotnull)
    HAVING pg_catalog.count(*) > 0
) AS k ON true
WHERE r.relkind IN ('r', 'p')
  AND NOT r.relispartition
