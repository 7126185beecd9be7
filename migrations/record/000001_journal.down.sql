DROP TABLE pgdoctor.journal;
