ALTER TABLE pgdoctor.journal
    DROP CONSTRAINT journal_state_check,
    ADD CONSTRAINT journal_state_check
        CHECK (state IN ('applying', 'applied', 'failed', 'undoing', 'undone')),
    DROP COLUMN pruned_at,
    DROP COLUMN pruned_by;
