-- Every valid index, and for a plain btree the longest other btree that begins with all of its columns. Unique
-- ones and what a constraint, a replica identity, CLUSTER or a partitioned parent holds are never surplus; those
-- that index-duplicate finds are neither surplus here nor what to keep.
WITH user_relations AS (
    -- include: user_relations.sql
),
user_indexes AS MATERIALIZED (
    -- include: user_indexes.sql
),
rival_indexes AS MATERIALIZED (
    -- include: rival_indexes.sql
),
duplicates AS (
    -- include: duplicate_indexes.sql
),
surplus AS (
    SELECT DISTINCT ON (a.indexrelid)
        a.indexrelid,
        b.indexrelid AS kept
    FROM rival_indexes AS a
    JOIN rival_indexes AS b
        ON b.start = a.start
       AND b.predicate = a.predicate
       AND b.columns[0:a.key_count - 1] = a.columns[0:a.key_count - 1]
       AND b.opclasses[0:a.key_count - 1] = a.opclasses[0:a.key_count - 1]
       AND b.collations[0:a.key_count - 1] = a.collations[0:a.key_count - 1]
       AND b.orders[0:a.key_count - 1] = a.orders[0:a.key_count - 1]
       -- INCLUDE columns of the shorter one are anywhere in the longer one
       AND b.columns @> a.columns
    WHERE a.method = 'btree'
      AND a.droppable
      AND NOT a.is_unique
      AND (a.expressions = '{}' OR b.expressions[1:a.key_count] = a.expressions)
      -- never both ways
      AND (
          b.key_count > a.key_count
          OR (b.key_count = a.key_count AND b.column_count > a.column_count)
          OR (b.key_count = a.key_count AND b.column_count = a.column_count AND b.place < a.place)
      )
      AND NOT EXISTS (SELECT FROM duplicates AS d WHERE d.indexrelid = a.indexrelid)
      AND NOT EXISTS (SELECT FROM duplicates AS d WHERE d.indexrelid = b.indexrelid)
    ORDER BY a.indexrelid, b.key_count DESC, b.column_count DESC, b.place
)
-- include: surplus_indexes.sql
ORDER BY 1, 2
