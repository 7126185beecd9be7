DROP TABLE IF EXISTS pgdoctor_runs.findings;
DROP TABLE IF EXISTS pgdoctor_runs.runs;
