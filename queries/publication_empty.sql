-- The publications of this database and how much each publishes. Those FOR ALL TABLES publish what will be there.
SELECT
    p.pubname AS publication_name,
    p.puballtables AS all_tables,
    coalesce(t.tables, 0) AS tables,
    0 AS schemas
FROM pg_catalog.pg_publication AS p
LEFT JOIN (
    SELECT r.prpubid, pg_catalog.count(*) AS tables
    FROM pg_catalog.pg_publication_rel AS r
    GROUP BY 1
) AS t ON t.prpubid = p.oid
ORDER BY p.pubname
