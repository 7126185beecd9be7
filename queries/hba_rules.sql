-- Lines of pg_hba.conf and the files that it includes, in their order. Stands in a CTE. A line is repeated if an earlier
-- one says the same: it is never reached. Only a superuser may read them.
SELECT
    r.line_number AS line,
    r.place,
    coalesce(r.type, '') AS type,
    coalesce(r.databases, '') AS databases,
    coalesce(r.users, '') AS users,
    coalesce(r.address, '') AS address,
    coalesce(r.netmask, '') AS netmask,
    coalesce(r.auth_method, '') AS method,
    coalesce(r.options, '') AS options,
    coalesce(r.error, '') AS error,
    r.error IS NULL AND pg_catalog.row_number() OVER (
        PARTITION BY r.type, r.databases, r.users, r.address, r.netmask, r.auth_method, r.options ORDER BY r.place
    ) > 1 AS repeated
FROM (
    SELECT
        h.line_number,
        h.type,
        h.address,
        h.netmask,
        h.auth_method,
        h.error,
        pg_catalog.array_to_string(h.database, ',') AS databases,
        pg_catalog.array_to_string(h.user_name, ',') AS users,
        pg_catalog.array_to_string(h.options, ' ') AS options,
        pg_catalog.row_number() OVER () AS place
    FROM pg_catalog.pg_hba_file_rules AS h
) AS r
