-- What becomes of the rows that are kept: dropped by record prune, which makes undo impossible; left in
-- part where rows written since stood in the way of an undo; or left for good, as a migration that stays.
ALTER TABLE pgdoctor.journal
    ADD COLUMN IF NOT EXISTS pruned_at timestamptz,
    ADD COLUMN IF NOT EXISTS pruned_by text,
    DROP CONSTRAINT IF EXISTS journal_state_check,
    ADD CONSTRAINT journal_state_check
        CHECK (state IN ('applying', 'applied', 'failed', 'undoing', 'undone', 'partly undone', 'permanent'));
