ALTER TABLE pgdoctor.journal DROP COLUMN IF EXISTS rights;
