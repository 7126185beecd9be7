-- Published tables whose UPDATE or DELETE are published, and those of them (members: the table or its partitions)
-- that have no replica identity, with a unique index that would do, or one that does not suit a publication's column list,
-- row filter (15 on) or unpublished generated columns (18 on). Partitions count with the partitioned table.
WITH user_relations AS (
    -- include: user_relations.sql
),
published AS (
    SELECT
        c.oid AS named,
        pg_catalog.min(p.pubname::text) AS publication,
        pg_catalog.bool_or(p.pubupdate) AS updates,
        pg_catalog.bool_or(p.pubdelete) AS deletes,
        -- one that does not publish generated columns, of the majors that can; as JSON, since older ones have no such column
        pg_catalog.min(p.pubname::text) FILTER (WHERE pg_catalog.to_jsonb(p) ->> 'pubgencols' = 'n') AS ungenerated
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
        published.deletes,
        published.ungenerated
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
narrowed AS (
    -- publications that publish some columns or some rows of a table alone: the names of the columns that are
    -- listed, NULL for all, and of those that the filter reads. The topmost of a tree counts where roots are published.
    SELECT
        leaf.relid::pg_catalog.oid AS relation,
        p.pubname::text AS publication,
        p.pubupdate AS updates,
        p.pubdelete AS deletes,
        CASE WHEN pg_catalog.jsonb_typeof(o.row -> 'prattrs') = 'array' THEN ARRAY(
            SELECT a.attname::text
            FROM pg_catalog.pg_attribute AS a
            WHERE a.attrelid = m.prrelid AND pg_catalog.to_jsonb(a.attnum) <@ (o.row -> 'prattrs')
        ) END AS listed,
        ARRAY(
            SELECT DISTINCT a.attname::text
            FROM pg_catalog.regexp_matches(o.row ->> 'prqual', ':varattno ([0-9]+)', 'g') AS f (number)
            JOIN pg_catalog.pg_attribute AS a ON a.attrelid = m.prrelid AND a.attnum = f.number[1]::smallint
        ) AS filtered
    FROM pg_catalog.pg_publication_rel AS m
    JOIN pg_catalog.pg_publication AS p ON p.oid = m.prpubid
    CROSS JOIN LATERAL (SELECT pg_catalog.to_jsonb(m) AS row) AS o
    CROSS JOIN LATERAL (
        SELECT m.prrelid AS relid
        UNION
        SELECT tree.relid FROM pg_catalog.pg_partition_tree(m.prrelid) AS tree WHERE tree.isleaf
    ) AS leaf
    WHERE (p.pubupdate OR p.pubdelete)
      AND (o.row ->> 'prattrs' IS NOT NULL OR o.row ->> 'prqual' IS NOT NULL)
      AND NOT (
          coalesce((pg_catalog.to_jsonb(p) ->> 'pubviaroot')::boolean, false)
          AND EXISTS (
              SELECT
              FROM pg_catalog.pg_partition_ancestors(m.prrelid) AS up
              JOIN pg_catalog.pg_publication_rel AS above ON above.prrelid = up.relid AND above.prpubid = m.prpubid
              WHERE up.relid::pg_catalog.oid <> m.prrelid
          )
      )
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
),
identities AS (
    SELECT
        j.*,
        ARRAY(
            SELECT a.attname::text
            FROM pg_catalog.pg_index AS i
            CROSS JOIN LATERAL pg_catalog.unnest(i.indkey::smallint[]) WITH ORDINALITY AS u (attnum, position)
            JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = u.attnum
            WHERE i.indrelid = j.relation
              AND CASE j.relreplident WHEN 'd' THEN i.indisprimary WHEN 'i' THEN i.indisreplident ELSE false END
              AND u.position <= i.indnkeyatts
            UNION ALL
            SELECT a.attname::text
            FROM pg_catalog.pg_attribute AS a
            WHERE a.attrelid = j.relation AND j.relreplident = 'f' AND a.attnum > 0 AND NOT a.attisdropped
        ) AS columns
    FROM judged AS j
    WHERE j.fine
),
unsuited AS (
    SELECT i.relation, n.publication, n.updates, n.deletes, 'column list' AS by,
        ARRAY(SELECT name FROM pg_catalog.unnest(i.columns) AS u (name) WHERE name <> ALL (n.listed) ORDER BY name) AS columns
    FROM identities AS i
    JOIN narrowed AS n ON n.relation = i.relation
    WHERE NOT i.columns <@ n.listed
       OR n.listed IS NOT NULL AND i.relreplident = 'f' -- a list of all columns is refused as well
    UNION ALL
    SELECT i.relation, n.publication, n.updates, n.deletes, 'row filter',
        ARRAY(SELECT name FROM pg_catalog.unnest(n.filtered) AS u (name) WHERE name <> ALL (i.columns) ORDER BY name)
    FROM identities AS i
    JOIN narrowed AS n ON n.relation = i.relation
    WHERE NOT n.filtered <@ i.columns
    UNION ALL
    SELECT i.relation, i.ungenerated, i.updates, i.deletes, 'generated columns', g.columns
    FROM identities AS i
    CROSS JOIN LATERAL (
        SELECT pg_catalog.array_agg(a.attname::text ORDER BY a.attname) AS columns
        FROM pg_catalog.pg_attribute AS a
        WHERE a.attrelid = i.relation AND a.attgenerated <> '' AND a.attname = ANY (i.columns)
    ) AS g
    WHERE i.ungenerated IS NOT NULL
      AND g.columns IS NOT NULL
      AND NOT EXISTS (SELECT FROM narrowed AS n WHERE n.relation = i.relation AND n.publication = i.ungenerated AND n.listed IS NOT NULL)
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
            pg_catalog.json_build_object(
                'schema', j.nspname, 'table', j.relname, 'identity', j.relreplident, 'index', j.usable,
                'narrowed', (SELECT pg_catalog.min(n.publication) FROM narrowed AS n WHERE n.relation = j.relation)
            )
            ORDER BY j.nspname, j.relname
        ) FILTER (WHERE NOT j.fine),
        '[]'::pg_catalog.json
    ) AS without,
    coalesce(
        (
            SELECT pg_catalog.json_agg(
                pg_catalog.json_build_object(
                    'schema', t.nspname, 'table', t.relname, 'identity', t.relreplident, 'publication', u.publication,
                    'updates', u.updates, 'deletes', u.deletes, 'by', u.by, 'columns', u.columns
                )
                ORDER BY t.nspname, t.relname, u.publication, u.by
            )
            FROM identities AS t
            JOIN unsuited AS u ON u.relation = t.relation
            WHERE t.root = r.oid
        ),
        '[]'::pg_catalog.json
    ) AS unsuited
FROM judged AS j
JOIN user_relations AS r ON r.oid = j.root
GROUP BY r.oid, 1, 2
ORDER BY 1, 2
