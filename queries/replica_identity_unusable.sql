-- Published tables whose UPDATE or DELETE are published, and those of them (members: the table or its partitions)
-- that have no replica identity, with a unique index that would do. Partitions count with the partitioned table.
WITH user_relations AS (
    -- include: user_relations.sql
),
published AS (
    SELECT
        c.oid AS named,
        pg_catalog.min(p.pubname::text) AS publication,
        pg_catalog.bool_or(p.pubupdate) AS updates,
        pg_catalog.bool_or(p.pubdelete) AS deletes
    FROM pg_catalog.pg_publication AS p
    JOIN pg_catalog.pg_publication_tables AS t ON t.pubname = p.pubname
    JOIN pg_catalog.pg_namespace AS n ON n.nspname = t.schemaname
    JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = t.tablename
    WHERE p.pubupdate
       OR p.pubdelete
    GROUP BY 1
),
members AS (
    -- a partitioned table that is published as itself stands for its partitions
    SELECT
        coalesce(pg_catalog.pg_partition_root(published.named)::pg_catalog.oid, published.named) AS root,
        leaf.relid::pg_catalog.oid AS relation,
        published.publication,
        published.updates,
        published.deletes
    FROM published
    CROSS JOIN LATERAL (
        SELECT published.named AS relid
        UNION
        SELECT tree.relid FROM pg_catalog.pg_partition_tree(published.named) AS tree WHERE tree.isleaf
    ) AS leaf
),
identified AS (
    SELECT
        i.indrelid,
        -- a deferrable one identifies no row
        pg_catalog.bool_or(i.indisprimary AND i.indisvalid AND i.indimmediate) AS by_key,
        pg_catalog.bool_or(i.indisreplident) AS by_index,
        pg_catalog.min(x.relname::text) FILTER (
            WHERE i.indisvalid AND i.indimmediate AND i.indpred IS NULL AND i.indexprs IS NULL AND k.not_null
        ) AS usable
    FROM pg_catalog.pg_index AS i
    JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
    CROSS JOIN LATERAL (
        SELECT pg_catalog.bool_and(a.attnotnull) AS not_null
        FROM pg_catalog.unnest(i.indkey::smallint[]) WITH ORDINALITY AS u (attnum, position)
        JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = u.attnum
        WHERE u.position <= i.indnkeyatts
    ) AS k
    WHERE i.indisunique
      AND i.indrelid IN (SELECT members.relation FROM members)
    GROUP BY 1
),
judged AS (
    SELECT
        members.*,
        n.nspname,
        c.relname,
        c.relreplident,
        identified.usable,
        CASE c.relreplident
            WHEN 'f' THEN true
            WHEN 'i' THEN coalesce(identified.by_index, false)
            WHEN 'd' THEN coalesce(identified.by_key, false)
            ELSE false
        END AS fine
    FROM members
    JOIN pg_catalog.pg_class AS c ON c.oid = members.relation
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    LEFT JOIN identified ON identified.indrelid = members.relation
    WHERE c.relkind = 'r'
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    pg_catalog.min(j.publication) AS publication,
    pg_catalog.bool_or(j.updates) AS updates,
    pg_catalog.bool_or(j.deletes) AS deletes,
    pg_catalog.count(*) AS members,
    coalesce(
        pg_catalog.json_agg(
            pg_catalog.json_build_object('schema', j.nspname, 'table', j.relname, 'identity', j.relreplident, 'index', j.usable)
            ORDER BY j.nspname, j.relname
        ) FILTER (WHERE NOT j.fine),
        '[]'::pg_catalog.json
    ) AS without
FROM judged AS j
JOIN user_relations AS r ON r.oid = j.root
GROUP BY 1, 2
ORDER BY 1, 2
