DROP TABLE IF EXISTS pgdoctor.journal;
