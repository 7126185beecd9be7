-- What the planner knows of columns, and of the expressions of indexes, as far as the role may see it. Values as text:
-- as json, those of some types could not be read back. What pg_stats has of ranges from 17 on is left out.
SELECT pg_catalog.json_build_object(
    'schema', s.schemaname,
    'table', s.tablename,
    'column', s.attname,
    'inherited', s.inherited,
    'null_frac', s.null_frac,
    'avg_width', s.avg_width,
    'n_distinct', s.n_distinct,
    'common_values', s.most_common_vals::text,
    'common_freqs', s.most_common_freqs,
    'histogram', s.histogram_bounds::text,
    'correlation', s.correlation,
    'common_elements', s.most_common_elems::text,
    'common_element_freqs', s.most_common_elem_freqs,
    'element_counts', s.elem_count_histogram
)
FROM pg_catalog.pg_stats AS s
WHERE s.schemaname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'pgdoctor')
  AND s.schemaname NOT LIKE 'pg\_temp\_%'
  AND s.schemaname NOT LIKE 'pg\_toast\_temp\_%'
ORDER BY s.schemaname, s.tablename, s.attname, s.inherited
/* pgdoctor */
