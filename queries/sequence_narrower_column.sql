-- Sequences that feed a column of an integer type, with the narrowest of these columns. Left out: CYCLE, which
-- begins again, and on a standby sequences of unlogged tables, which are not there.
WITH user_relations AS (
    -- include: user_relations.sql
),
-- include: used_sequences.sql
SELECT * FROM used
WHERE column_name IS NOT NULL
ORDER BY 1, 2
