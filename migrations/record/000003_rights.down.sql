ALTER TABLE pgdoctor.journal DROP COLUMN rights;
