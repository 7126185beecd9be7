-- The setting huge_pages beside shared_buffers and, from 17 on, whether the server got huge pages when it asked for
-- them. What the kernel has reserved no query sees.
WITH settings AS (
    -- include: settings.sql
)
SELECT
    s.*,
    pg_catalog.pg_size_bytes(pg_catalog.current_setting('shared_buffers')) AS shared_buffers_bytes,
    pg_catalog.current_setting('huge_pages_status', true) AS status
FROM settings AS s
WHERE s.name = 'huge_pages'
ORDER BY s.name
