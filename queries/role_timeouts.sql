-- For each login role that may connect here and is no superuser: whether none of the timeouts in CTE wanted is set.
-- What is set for the role in this database wins over the role's, the database's, that of all roles, the server's.
-- Where the connected role has one of its own, which hides the server's, roles that have none are left out.
WITH placed AS (
    SELECT
        pg_catalog.split_part(c.item, '=', 1) AS name,
        pg_catalog.substr(c.item, pg_catalog.strpos(c.item, '=') + 1) AS value,
        o.setrole,
        o.setdatabase
    FROM pg_catalog.pg_db_role_setting AS o
    CROSS JOIN LATERAL pg_catalog.unnest(o.setconfig) AS c (item)
    LEFT JOIN pg_catalog.pg_database AS d ON d.oid = o.setdatabase
    WHERE o.setdatabase = 0 OR d.datname = pg_catalog.current_database()
),
effective AS (
    SELECT
        r.rolname,
        s.name,
        coalesce(
            (SELECT p.value FROM placed AS p WHERE p.name = s.name AND p.setrole = r.oid AND p.setdatabase <> 0),
            (SELECT p.value FROM placed AS p WHERE p.name = s.name AND p.setrole = r.oid AND p.setdatabase = 0),
            (SELECT p.value FROM placed AS p WHERE p.name = s.name AND p.setrole = 0 AND p.setdatabase <> 0),
            (SELECT p.value FROM placed AS p WHERE p.name = s.name AND p.setrole = 0 AND p.setdatabase = 0),
            -- what pgdoctor sets for its own transaction is not in reset_val, but what its role has set is
            CASE WHEN NOT EXISTS (
                SELECT FROM placed AS p
                JOIN pg_catalog.pg_roles AS me ON me.oid = p.setrole
                WHERE me.rolname = session_user AND p.name = s.name
            ) THEN s.reset_val END
        ) AS value
    FROM pg_catalog.pg_roles AS r
    CROSS JOIN wanted AS w
    JOIN pg_catalog.pg_settings AS s ON s.name = w.name
    WHERE r.rolcanlogin AND NOT r.rolsuper AND NOT r.rolreplication
      AND r.rolname NOT LIKE 'pg\_%'
      AND pg_catalog.has_database_privilege(r.oid, pg_catalog.current_database(), 'CONNECT')
),
roles AS (
    SELECT
        e.rolname,
        -- nought in any unit is none
        pg_catalog.bool_and(e.value ~ '^\s*[-+]?0*\.?0*\s*[a-zA-Z]*\s*$') AS unset
    FROM effective AS e
    WHERE e.value IS NOT NULL
    GROUP BY 1
)
SELECT
    (SELECT w.name FROM wanted AS w WHERE w.main) AS setting,
    r.rolname AS role_name,
    r.unset,
    pg_catalog.bool_and(r.unset) OVER () AS nobody_has_it,
    pg_catalog.row_number() OVER (ORDER BY r.rolname) = 1 AS speaks_for_all,
    pg_catalog.count(*) OVER () AS roles
FROM roles AS r
