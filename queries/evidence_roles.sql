-- For procedure evidence: every role with its attributes and what it is a member of. Of passwords there is only whether
-- they expire.
SELECT
    r.rolname, r.rolsuper, r.rolinherit, r.rolcreaterole, r.rolcreatedb, r.rolcanlogin, r.rolreplication, r.rolbypassrls,
    r.rolconnlimit, r.rolvaliduntil,
    (
        SELECT pg_catalog.array_agg(DISTINCT g.rolname ORDER BY g.rolname)
        FROM pg_catalog.pg_auth_members AS m
        JOIN pg_catalog.pg_roles AS g ON g.oid = m.roleid
        WHERE m.member = r.oid
    ) AS member_of
FROM pg_catalog.pg_roles AS r
ORDER BY r.rolname
