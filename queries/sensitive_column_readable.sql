-- Columns with the name of a secret, and whether PUBLIC may read them: has SELECT of the table or the column, and USAGE of
-- the schema. Exact names only, so that password_changed_at is none. Left out: partitions, which have their table's.
WITH user_relations AS (
    -- include: user_relations.sql
)
SELECT
    r.schema_name,
    r.relation_name AS table_name,
    a.attname AS column_name,
    c.relrowsecurity AS row_security,
    pg_catalog.has_schema_privilege('public', r.relnamespace, 'USAGE') AND EXISTS (
        SELECT FROM pg_catalog.aclexplode(c.relacl) AS t
        WHERE t.grantee = 0 AND t.privilege_type = 'SELECT'
        UNION ALL
        SELECT FROM pg_catalog.aclexplode(a.attacl) AS t
        WHERE t.grantee = 0 AND t.privilege_type = 'SELECT'
    ) AS readable
FROM user_relations AS r
JOIN pg_catalog.pg_class AS c ON c.oid = r.oid
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE r.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND NOT r.relispartition
  -- whether there is one is no secret
  AND a.atttypid <> 'pg_catalog.bool'::pg_catalog.regtype
  AND pg_catalog.lower(pg_catalog.replace(a.attname, '_', '') COLLATE pg_catalog."C") IN (
      'password', 'passwd', 'passwordhash', 'hashedpassword', 'encryptedpassword', 'passworddigest', 'passwordsalt',
      'ssn', 'socialsecuritynumber', 'creditcard', 'creditcardnumber', 'cardnumber', 'cvv', 'cvc', 'iban', 'passportnumber',
      'apikey', 'apisecret', 'secretkey', 'clientsecret', 'privatekey', 'accesstoken', 'refreshtoken', 'otpsecret', 'totpsecret'
  )
ORDER BY r.schema_name, r.relation_name, a.attname
