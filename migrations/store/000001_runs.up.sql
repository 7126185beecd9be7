-- What pgdoctor found, run by run. Each statement can be repeated: a run that is killed between
-- the migration and golang-migrate's note of it is followed by one that does it again.
CREATE TABLE IF NOT EXISTS pgdoctor_runs.runs (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- groups the targets of one fleet's examination; a target that is examined again in it replaces its row
    run_id text NOT NULL,
    target text COLLATE "C" NOT NULL,
    started_at timestamptz NOT NULL,
    duration_ms bigint NOT NULL,
    critical integer NOT NULL,
    warning integer NOT NULL,
    info integer NOT NULL,
    ignored integer NOT NULL,
    checks_ok integer NOT NULL,
    checks_findings integer NOT NULL,
    checks_skipped integer NOT NULL,
    checks_failed integer NOT NULL,
    error text NOT NULL,
    -- json and not jsonb: a report keeps its order, and the zero bytes that custom checks may write as an escape
    document json,
    saved_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT runs_once UNIQUE (run_id, target),
    CONSTRAINT runs_document_or_error CHECK ((document IS NULL) = (error <> ''))
);
CREATE INDEX IF NOT EXISTS runs_target_started_at_idx ON pgdoctor_runs.runs (target, started_at, id);
CREATE TABLE IF NOT EXISTS pgdoctor_runs.findings (
    run bigint NOT NULL REFERENCES pgdoctor_runs.runs ON DELETE CASCADE,
    position integer NOT NULL,
    key text NOT NULL,
    check_id text NOT NULL,
    severity text NOT NULL,
    object text NOT NULL,
    PRIMARY KEY (run, position)
);
-- hashed: the keys of custom checks may be longer than what a btree takes
CREATE INDEX IF NOT EXISTS findings_key_idx ON pgdoctor_runs.findings USING hash (key);
COMMENT ON SCHEMA pgdoctor_runs IS 'History of pgdoctor check --store: what was found in which database, and when.';
COMMENT ON TABLE pgdoctor_runs.runs IS 'One row a target and run; no document where the target could not be examined.';
COMMENT ON TABLE pgdoctor_runs.findings IS 'The findings of the documents, for what asks by key or check.';
REVOKE ALL ON pgdoctor_runs.runs, pgdoctor_runs.findings FROM PUBLIC;
