-- The rights that taking the migration back needs, so that a role without them learns so before anything is done.
ALTER TABLE pgdoctor.journal ADD COLUMN IF NOT EXISTS rights jsonb;
