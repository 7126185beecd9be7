-- The settings of settings.sql, and where else each is set for sessions of this database: for the database,
-- for a role, for a role in it. Other databases have reports of their own.
SELECT s.*, coalesce(p.places, '[]'::json) AS places
FROM settings AS s
LEFT JOIN (
    SELECT
        pg_catalog.lower(pg_catalog.split_part(c.item, '=', 1)) AS name,
        pg_catalog.json_agg(
            pg_catalog.json_build_object(
                'database', d.datname,
                'role', r.rolname,
                'value', pg_catalog.substr(c.item, pg_catalog.strpos(c.item, '=') + 1)
            )
            ORDER BY d.datname NULLS FIRST, r.rolname NULLS FIRST
        ) AS places
    FROM pg_catalog.pg_db_role_setting AS o
    CROSS JOIN LATERAL pg_catalog.unnest(o.setconfig) AS c (item)
    LEFT JOIN pg_catalog.pg_database AS d ON d.oid = o.setdatabase
    LEFT JOIN pg_catalog.pg_roles AS r ON r.oid = o.setrole
    WHERE (o.setdatabase = 0 OR d.datname = pg_catalog.current_database())
      AND (o.setrole = 0 OR r.oid IS NOT NULL)
    GROUP BY 1
) AS p ON p.name = pg_catalog.lower(s.name)
