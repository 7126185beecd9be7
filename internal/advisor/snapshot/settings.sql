-- What the planner goes by, as a session of this role begins with: reset_val, because the reading transaction sets
-- some of it for itself. Numbers are in the units of pg_settings, which SET takes as well.
SELECT pg_catalog.json_build_object('name', s.name, 'value', s.reset_val)
FROM pg_catalog.pg_settings AS s
WHERE (s.category LIKE 'Query Tuning%'
       OR s.name IN (
           'work_mem', 'hash_mem_multiplier', 'max_parallel_workers', 'max_parallel_workers_per_gather',
           'parallel_leader_participation', 'default_text_search_config', 'search_path', 'TimeZone', 'DateStyle',
           'IntervalStyle', 'standard_conforming_strings', 'transform_null_equals', 'array_nulls', 'xmloption'
       ))
  AND s.reset_val IS NOT NULL
ORDER BY s.name
/* pgdoctor */
