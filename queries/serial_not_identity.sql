-- Columns whose values come from a sequence of their own: identity columns, and serial ones with what it takes to
-- make them identity columns and back. Partitions and children are left out: their default is their parent's.
WITH user_relations AS (
    -- include: user_relations.sql
),
owned AS (
    SELECT
        d.objid AS sequence_oid,
        d.refobjid AS table_oid,
        d.refobjsubid AS attnum,
        d.deptype = 'i' AS identity
    FROM pg_catalog.pg_depend AS d
    WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND d.refobjsubid > 0
      AND d.deptype IN ('a', 'i')
),
parents AS (
    SELECT DISTINCT h.inhparent FROM pg_catalog.pg_inherits AS h
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    a.attname AS column_name,
    pg_catalog.format_type(a.atttypid, a.atttypmod) AS type_name,
    a.attnotnull AS not_null,
    r.relkind = 'p' AS partitioned,
    p.inhparent IS NOT NULL AS inherited,
    pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(c.relowner)) AS owner,
    sn.nspname AS sequence_schema,
    sc.relname AS sequence_name,
    sc.relpersistence = 'u' AS unlogged,
    pg_catalog.format_type(s.seqtypid, NULL) AS sequence_type,
    s.seqstart AS start_value,
    s.seqincrement AS increment,
    s.seqmin AS min_value,
    s.seqmax AS max_value,
    s.seqcache AS cache_size,
    s.seqcycle AS cycles,
    owned.identity,
    -- search_path is empty here, so both write the sequence with its schema
    CASE WHEN NOT owned.identity THEN
        -- NULL of a table that is dropped at this moment
        coalesce(pg_catalog.pg_get_expr(def.adbin, def.adrelid) = 'nextval(' || pg_catalog.quote_literal(sc.oid::pg_catalog.regclass::text) || '::regclass)', false)
    ELSE false END AS serial,
    -- who else takes values from it: defaults of other columns, views, functions
    CASE WHEN owned.identity THEN 0 ELSE (
        SELECT pg_catalog.count(*)
        FROM pg_catalog.pg_depend AS d
        WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
          AND d.refobjid = sc.oid
          AND d.deptype = 'n'
    ) END AS users,
    (
        SELECT pg_catalog.json_agg(
            pg_catalog.json_build_array(
                acl.privilege_type,
                CASE WHEN acl.grantee = 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) END,
                CASE WHEN acl.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
            ORDER BY acl.grantee, acl.privilege_type)
        FROM pg_catalog.aclexplode(sc.relacl) AS acl
        WHERE acl.grantee <> sc.relowner
    ) AS grants,
    pg_catalog.obj_description(sc.oid, 'pg_class') AS comment
FROM owned
JOIN user_relations AS r ON r.oid = owned.table_oid
JOIN pg_catalog.pg_class AS c ON c.oid = r.oid
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = owned.table_oid AND a.attnum = owned.attnum
JOIN pg_catalog.pg_class AS sc ON sc.oid = owned.sequence_oid AND sc.relkind = 'S'
JOIN pg_catalog.pg_namespace AS sn ON sn.oid = sc.relnamespace
JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = sc.oid
LEFT JOIN pg_catalog.pg_attrdef AS def ON def.adrelid = owned.table_oid AND def.adnum = owned.attnum
LEFT JOIN parents AS p ON p.inhparent = r.oid
WHERE r.relkind IN ('r', 'p')
  AND NOT r.relispartition
  AND a.attislocal
  AND (owned.identity OR (def.oid IS NOT NULL AND a.attgenerated = ''))
ORDER BY 1, 2, 3, 9, 10
