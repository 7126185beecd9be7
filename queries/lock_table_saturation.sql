-- One row: how many objects are locked in the lock table that all sessions share, and for how many it is made. Left out: locks
-- that a session keeps for itself, and predicate locks, which have a table of their own.
SELECT
    (
        SELECT pg_catalog.count(*)
        FROM (
            SELECT DISTINCT l.locktype, l.database, l.relation, l.page, l.tuple, l.virtualxid, l.transactionid, l.classid, l.objid, l.objsubid
            FROM pg_catalog.pg_locks AS l
            WHERE NOT l.fastpath AND l.mode <> 'SIReadLock'
        ) AS o
    ) AS locked,
    pg_catalog.current_setting('max_locks_per_transaction')::bigint
        * (pg_catalog.current_setting('max_connections')::bigint + pg_catalog.current_setting('max_prepared_transactions')::bigint) AS capacity,
    pg_catalog.current_setting('max_locks_per_transaction')::integer AS per_transaction
