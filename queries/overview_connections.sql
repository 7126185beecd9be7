-- For the overview of a report: sessions of clients in all databases, by what they do. Left out: pgdoctor's own.
SELECT
    '' AS schema_name,
    coalesce(a.state, 'not visible to this role') AS name,
    pg_catalog.count(*)::double precision AS value,
    0::double precision AS part
FROM pg_catalog.pg_stat_activity AS a
WHERE a.backend_type = 'client backend'
  AND a.application_name IS DISTINCT FROM 'pgdoctor'
GROUP BY 2
ORDER BY 3 DESC, 2
