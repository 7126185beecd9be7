-- Roles that can log in and whose password ends at some time. Left out: whether they have a password at all, which only a
-- superuser may see.
SELECT
    r.rolname AS role,
    r.rolsuper AS superuser,
    pg_catalog.to_char(r.rolvaliduntil AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS valid_until,
    pg_catalog.floor(extract(epoch FROM r.rolvaliduntil - pg_catalog.now()) / 86400)::integer AS days_left
FROM pg_catalog.pg_roles AS r
WHERE r.rolcanlogin
  AND r.rolvaliduntil IS NOT NULL
  AND pg_catalog.isfinite(r.rolvaliduntil)
ORDER BY r.rolname
