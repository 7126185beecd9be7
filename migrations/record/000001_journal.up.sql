-- The journal: one row a migration that pgdoctor applied, with all that is needed to take it back
-- from any machine. golang-migrate reads the migrations from here. Each statement of these files can be
-- repeated: a run that is killed between one of them and golang-migrate's note of it is followed by one that
-- does it again.
CREATE TABLE IF NOT EXISTS pgdoctor.journal (
    version bigint PRIMARY KEY,
    plan bigint NOT NULL,
    kind text NOT NULL,
    slug text NOT NULL,
    finding text NOT NULL,
    risk text NOT NULL,
    reversible boolean NOT NULL,
    up text NOT NULL,
    down text NOT NULL,
    up_alone boolean NOT NULL,
    down_alone boolean NOT NULL,
    waits boolean NOT NULL,
    done text NOT NULL,
    clean text NOT NULL,
    quarantine text[] NOT NULL,
    evidence jsonb,
    proof jsonb,
    tool text NOT NULL,
    state text NOT NULL
        CHECK (state IN ('applying', 'applied', 'failed', 'undoing', 'undone')),
    cured boolean,
    error text NOT NULL DEFAULT '',
    -- set by the migrations themselves, in their own transaction: the one certain sign that it committed
    up_committed boolean NOT NULL DEFAULT false,
    down_committed boolean NOT NULL DEFAULT false,
    backend_pid integer NOT NULL DEFAULT 0,
    backend_start timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    started_by text NOT NULL DEFAULT session_user,
    applied_at timestamptz,
    undone_at timestamptz,
    undone_by text
);
REVOKE ALL ON pgdoctor.journal FROM PUBLIC;
COMMENT ON SCHEMA pgdoctor IS 'Record of pgdoctor: what it applied, how to undo it, and the rows it keeps. Dropping it makes undo impossible.';
COMMENT ON TABLE pgdoctor.journal IS 'One row a migration that pgdoctor applied.';
