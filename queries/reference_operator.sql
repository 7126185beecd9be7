-- SQL between the two columns of a reference, parent pa and child ca, compared by op. The parent's collation
-- decides, as it does when the key is checked. Names are looked up only where they are written.
CASE WHEN pa.attcollation <> ca.attcollation AND pa.attcollation <> 0 AND ca.attcollation <> 0 THEN (
    SELECT 'COLLATE "' || pg_catalog.replace(cn.nspname, '"', '""') || '"."' || pg_catalog.replace(co.collname, '"', '""') || '" '
    FROM pg_catalog.pg_collation AS co
    JOIN pg_catalog.pg_namespace AS cn ON cn.oid = co.collnamespace
    WHERE co.oid = pa.attcollation
) ELSE '' END
|| CASE WHEN op.oprnamespace = 'pg_catalog'::pg_catalog.regnamespace THEN op.oprname::text ELSE (
    SELECT 'OPERATOR("' || pg_catalog.replace(opn.nspname, '"', '""') || '".' || op.oprname || ')'
    FROM pg_catalog.pg_namespace AS opn
    WHERE opn.oid = op.oprnamespace
) END
