ALTER TABLE pgdoctor.journal
    DROP CONSTRAINT IF EXISTS journal_state_check,
    ADD CONSTRAINT journal_state_check
        CHECK (state IN ('applying', 'applied', 'failed', 'undoing', 'undone')),
    DROP COLUMN IF EXISTS pruned_at,
    DROP COLUMN IF EXISTS pruned_by;
