-- Keys, indexes and triggers. What is missing here is missing on purpose:
-- properties.user_id and messages.sender have no foreign key, contracts.property_id, payments.contract_id and
-- audit_log.user_id have one without an index, messages.conversation_id has neither.

CREATE INDEX notification_settings_by_email_idx ON notification_settings (by_email) WHERE NOT by_email;
ALTER TABLE notification_settings
    ADD CONSTRAINT notification_settings_user_id_key UNIQUE (user_id),
    ADD CONSTRAINT notification_settings_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;

CREATE INDEX properties_user_id_idx ON properties (user_id);

CREATE INDEX contracts_tenant_id_idx ON contracts (tenant_id);
ALTER TABLE contracts
    ADD CONSTRAINT contracts_property_id_fkey FOREIGN KEY (property_id) REFERENCES properties (id),
    ADD CONSTRAINT contracts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES users (id) ON DELETE CASCADE;

-- Both were added in a hurry and never validated. The first has 41 rows that break it, the second none.
ALTER TABLE payments
    ADD CONSTRAINT payments_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contracts (id) NOT VALID,
    ADD CONSTRAINT payments_amount_positive CHECK (amount > 0) NOT VALID,
    ADD CONSTRAINT payments_status_known CHECK (status IN ('pending', 'paid', 'failed'));

CREATE INDEX invoices_payment_id_idx ON invoices (payment_id);
ALTER TABLE invoices
    ADD CONSTRAINT invoices_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments (id);

-- The first index is the beginning of the second, so nothing needs it.
CREATE INDEX conversations_property_id_idx ON conversations (property_id);
CREATE INDEX conversations_property_id_created_at_idx ON conversations (property_id, created_at);
ALTER TABLE conversations
    ADD CONSTRAINT conversations_property_id_fkey FOREIGN KEY (property_id) REFERENCES properties (id) ON DELETE SET NULL;

CREATE INDEX messages_recipient_id_idx ON messages (recipient_id);
ALTER TABLE messages
    ADD CONSTRAINT messages_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES users (id) ON DELETE SET NULL;

-- Two indexes that are the same but for the name.
CREATE INDEX user_sessions_user_id_idx ON user_sessions (user_id);
CREATE INDEX user_sessions_user_idx ON user_sessions (user_id);
ALTER TABLE user_sessions
    ADD CONSTRAINT user_sessions_token_key UNIQUE (token),
    ADD CONSTRAINT user_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;

CREATE INDEX login_attempts_user_id_idx ON login_attempts (user_id);
ALTER TABLE login_attempts
    ADD CONSTRAINT login_attempts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL;

ALTER TABLE audit_log
    ADD CONSTRAINT audit_log_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL;

CREATE FUNCTION touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END
$$;

CREATE TRIGGER properties_updated_at
    BEFORE UPDATE ON properties
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- A removed contract may go because its tenant goes: the log then cannot point at the tenant.
CREATE FUNCTION log_contract_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        INSERT INTO audit_log (action, detail) VALUES ('contract removed', to_jsonb(OLD));
    ELSE
        INSERT INTO audit_log (user_id, action, detail) VALUES (NEW.tenant_id, 'contract changed', to_jsonb(OLD));
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER contracts_audit
    AFTER UPDATE OR DELETE ON contracts
    FOR EACH ROW EXECUTE FUNCTION log_contract_change();
