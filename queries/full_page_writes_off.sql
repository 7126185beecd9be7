-- The one setting full_page_writes. A file system that never tears a page (ZFS) makes off safe: no query sees that.
WITH settings AS (
    -- include: settings.sql
)
SELECT s.*
FROM settings AS s
WHERE s.name = 'full_page_writes'
ORDER BY s.name
