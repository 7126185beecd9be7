-- The role that pgdoctor examines a fleet with. Run this on each server, once, as a
-- superuser; its password is set apart from it (psql: \password pgdoctor_fleet), and
-- goes into the Secret alone.
CREATE ROLE pgdoctor_fleet LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION CONNECTION LIMIT 8;

-- Statistics, settings and sessions; no rows of tables.
GRANT pg_monitor TO pgdoctor_fleet;

-- It could write nothing anyway. This keeps it so where somebody grants it more.
ALTER ROLE pgdoctor_fleet SET default_transaction_read_only = on;

-- Checks that read rows (orphan-rows, duplicate-emails) are skipped without SELECT, and the
-- report says so. To let them run, grant it on the tables or the schemas concerned:
--   GRANT USAGE ON SCHEMA shop TO pgdoctor_fleet;
--   GRANT SELECT ON ALL TABLES IN SCHEMA shop TO pgdoctor_fleet;
