-- Sequences with their last value and the value at which they end: their own limit or, where that is nearer,
-- the limit of the type of a column that takes its values from them. Left out: CYCLE, which begins again, and
-- on a standby sequences of unlogged tables, which are not there.
WITH user_relations AS (
    -- include: user_relations.sql
),
-- include: used_sequences.sql
SELECT * FROM used
ORDER BY 1, 2
