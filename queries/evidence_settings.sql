-- For procedure evidence: every setting of the server. Values that may hold a secret are withheld: connection strings,
-- commands, and what no module of the server defines, in which applications keep keys.
SELECT
    s.name,
    CASE WHEN s.setting <> '' AND (s.category = 'Customized Options' OR s.name ~ '(conninfo|command|passphrase|password|secret|token)' AND s.vartype = 'string')
        THEN '(withheld)' ELSE s.setting
    END AS setting,
    s.unit, s.source, s.sourcefile, s.sourceline, s.pending_restart
FROM pg_catalog.pg_settings AS s
ORDER BY s.name
