-- What tables, indexes, views and statements may lean on, as statements that make it again, in an order in which most
-- of them succeed. What an extension owns comes with the extension. Left out, since no plan depends on them or no
-- unprivileged role may make them: base types, casts, operators, operator classes, languages, triggers, rules, policies.
WITH namespaces AS (
    SELECT
        n.oid,
        n.nspname,
        pg_catalog.quote_ident(n.nspname) AS quoted
    FROM pg_catalog.pg_namespace AS n
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'pgdoctor')
      AND n.nspname NOT LIKE 'pg\_temp\_%'
      AND n.nspname NOT LIKE 'pg\_toast\_temp\_%'
),
owned AS (
    SELECT d.classid, d.objid
    FROM pg_catalog.pg_depend AS d
    WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
      AND d.deptype = 'e'
),
types AS (
    SELECT
        t.*,
        n.nspname,
        n.quoted || '.' || pg_catalog.quote_ident(t.typname) AS quoted
    FROM pg_catalog.pg_type AS t
    JOIN namespaces AS n ON n.oid = t.typnamespace
    WHERE NOT EXISTS (SELECT FROM owned AS o WHERE o.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND o.objid = t.oid)
),
collations AS (
    SELECT
        c.oid,
        n.quoted || '.' || pg_catalog.quote_ident(c.collname) AS quoted
    FROM pg_catalog.pg_collation AS c
    CROSS JOIN LATERAL (SELECT pg_catalog.quote_ident(s.nspname) AS quoted FROM pg_catalog.pg_namespace AS s WHERE s.oid = c.collnamespace) AS n
),
objects AS (
    SELECT 1 AS place, 'schema' AS kind, n.nspname AS schema, n.nspname AS name, 'CREATE SCHEMA IF NOT EXISTS ' || n.quoted AS sql
    FROM namespaces AS n
    WHERE NOT EXISTS (SELECT FROM owned AS o WHERE o.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND o.objid = n.oid)
    UNION ALL
    SELECT 2, 'collation', n.nspname, c.collname,
        pg_catalog.format('CREATE COLLATION %s.%I (PROVIDER = %s, %s, DETERMINISTIC = %s)', n.quoted, c.collname,
            CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END,
            CASE
                WHEN c.collprovider = 'c'
                    THEN pg_catalog.format('LC_COLLATE = %L, LC_CTYPE = %L', c.collcollate, c.collctype)
                -- the column has had three names
                ELSE pg_catalog.format('LOCALE = %L', coalesce(pg_catalog.to_jsonb(c) ->> 'colllocale',
                    pg_catalog.to_jsonb(c) ->> 'colliculocale', c.collcollate))
            END,
            CASE WHEN c.collisdeterministic THEN 'true' ELSE 'false' END)
    FROM pg_catalog.pg_collation AS c
    JOIN namespaces AS n ON n.oid = c.collnamespace
    WHERE NOT EXISTS (SELECT FROM owned AS o WHERE o.classid = 'pg_catalog.pg_collation'::pg_catalog.regclass AND o.objid = c.oid)
    UNION ALL
    SELECT 3, 'type', t.nspname, t.typname,
        pg_catalog.format('CREATE TYPE %s AS ENUM (%s)', t.quoted, (
            SELECT pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
            FROM pg_catalog.pg_enum AS e
            WHERE e.enumtypid = t.oid
        ))
    FROM types AS t
    WHERE t.typtype = 'e'
    UNION ALL
    SELECT 4, 'type', t.nspname, t.typname,
        pg_catalog.format('CREATE TYPE %s AS RANGE (SUBTYPE = %s, SUBTYPE_OPCLASS = %I.%I%s)', t.quoted,
            pg_catalog.format_type(r.rngsubtype, NULL), s.nspname, p.opcname, ', COLLATION = ' || c.quoted)
    FROM types AS t
    JOIN pg_catalog.pg_range AS r ON r.rngtypid = t.oid
    JOIN pg_catalog.pg_opclass AS p ON p.oid = r.rngsubopc
    JOIN pg_catalog.pg_namespace AS s ON s.oid = p.opcnamespace
    LEFT JOIN collations AS c ON c.oid = r.rngcollation
    UNION ALL
    SELECT 5, 'type', t.nspname, t.typname,
        pg_catalog.format('CREATE TYPE %s AS (%s)', t.quoted, (
            SELECT pg_catalog.string_agg(pg_catalog.format('%I %s%s', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
                ' COLLATE ' || c.quoted), ', ' ORDER BY a.attnum)
            FROM pg_catalog.pg_attribute AS a
            JOIN pg_catalog.pg_type AS y ON y.oid = a.atttypid
            LEFT JOIN collations AS c ON c.oid = a.attcollation AND a.attcollation <> y.typcollation
            WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
        ))
    FROM types AS t
    JOIN pg_catalog.pg_class AS k ON k.oid = t.typrelid AND k.relkind = 'c'
    UNION ALL
    SELECT 6, 'domain', t.nspname, t.typname,
        pg_catalog.format('CREATE DOMAIN %s AS %s%s%s%s', t.quoted, pg_catalog.format_type(t.typbasetype, t.typtypmod),
            ' COLLATE ' || c.quoted, CASE WHEN t.typnotnull THEN ' NOT NULL' END, (
                SELECT pg_catalog.string_agg(pg_catalog.format(' CONSTRAINT %I %s', x.conname, pg_catalog.pg_get_constraintdef(x.oid)), '' ORDER BY x.conname)
                FROM pg_catalog.pg_constraint AS x
                WHERE x.contypid = t.oid AND x.contype = 'c'
            ))
    FROM types AS t
    JOIN pg_catalog.pg_type AS b ON b.oid = t.typbasetype
    LEFT JOIN collations AS c ON c.oid = t.typcollation AND t.typcollation <> b.typcollation
    WHERE t.typtype = 'd'
    UNION ALL
    SELECT 7, 'sequence', n.nspname, k.relname, pg_catalog.format('CREATE SEQUENCE %s.%I', n.quoted, k.relname)
    FROM pg_catalog.pg_class AS k
    JOIN namespaces AS n ON n.oid = k.relnamespace
    WHERE k.relkind = 'S'
      AND NOT EXISTS (SELECT FROM owned AS o WHERE o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND o.objid = k.oid)
    UNION ALL
    -- Its dictionaries may lean on files of the server: the nearest of those that every server has stands in.
    SELECT 8, 'text search configuration', n.nspname, f.cfgname,
        pg_catalog.format('CREATE TEXT SEARCH CONFIGURATION %s.%I (COPY = pg_catalog.%I)', n.quoted, f.cfgname, coalesce((
            SELECT b.cfgname
            FROM pg_catalog.pg_ts_config_map AS m
            JOIN pg_catalog.pg_ts_config_map AS i USING (maptokentype, mapdict)
            JOIN pg_catalog.pg_ts_config AS b ON b.oid = i.mapcfg AND b.cfgnamespace = 'pg_catalog'::pg_catalog.regnamespace
            WHERE m.mapcfg = f.oid
            GROUP BY b.cfgname
            ORDER BY pg_catalog.count(*) DESC, b.cfgname
            LIMIT 1
        ), 'simple'))
    FROM pg_catalog.pg_ts_config AS f
    JOIN namespaces AS n ON n.oid = f.cfgnamespace
    WHERE NOT EXISTS (SELECT FROM owned AS o WHERE o.classid = 'pg_catalog.pg_ts_config'::pg_catalog.regclass AND o.objid = f.oid)
    UNION ALL
    SELECT 9, 'function', n.nspname, p.proname, pg_catalog.pg_get_functiondef(p.oid)
    FROM pg_catalog.pg_proc AS p
    JOIN namespaces AS n ON n.oid = p.pronamespace
    WHERE p.prokind <> 'a'
      -- those that come with a type of ranges
      AND NOT EXISTS (
          SELECT
          FROM pg_catalog.pg_depend AS d
          WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid AND d.deptype = 'i'
      )
      AND NOT EXISTS (SELECT FROM owned AS o WHERE o.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND o.objid = p.oid)
    UNION ALL
    SELECT 10, 'aggregate', n.nspname, p.proname,
        pg_catalog.format('CREATE AGGREGATE %s.%I (%s) (SFUNC = %s, STYPE = %s%s%s%s, PARALLEL = %s)', n.quoted, p.proname,
            coalesce(nullif(pg_catalog.pg_get_function_identity_arguments(p.oid), ''), '*'),
            a.aggtransfn::text, pg_catalog.format_type(a.aggtranstype, NULL),
            ', FINALFUNC = ' || nullif(a.aggfinalfn::text, '-'),
            ', COMBINEFUNC = ' || nullif(a.aggcombinefn::text, '-'),
            ', INITCOND = ' || pg_catalog.quote_literal(a.agginitval),
            CASE p.proparallel WHEN 's' THEN 'SAFE' WHEN 'r' THEN 'RESTRICTED' ELSE 'UNSAFE' END)
    FROM pg_catalog.pg_proc AS p
    JOIN pg_catalog.pg_aggregate AS a ON a.aggfnoid = p.oid AND a.aggkind = 'n'
    JOIN namespaces AS n ON n.oid = p.pronamespace
    WHERE NOT EXISTS (SELECT FROM owned AS o WHERE o.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND o.objid = p.oid)
    UNION ALL
    SELECT 11, 'view', n.nspname, k.relname,
        pg_catalog.format('CREATE VIEW %s.%I%s AS %s', n.quoted, k.relname,
            CASE WHEN k.reloptions::text ~* 'security_barrier=(true|on|1|yes)' THEN ' WITH (security_barrier)' END,
            pg_catalog.pg_get_viewdef(k.oid))
    FROM pg_catalog.pg_class AS k
    JOIN namespaces AS n ON n.oid = k.relnamespace
    WHERE k.relkind = 'v'
      AND NOT EXISTS (SELECT FROM owned AS o WHERE o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND o.objid = k.oid)
)
SELECT pg_catalog.json_build_object('kind', o.kind, 'schema', o.schema, 'name', o.name, 'sql', o.sql)
FROM objects AS o
WHERE o.sql IS NOT NULL
ORDER BY o.place, o.schema, o.name, o.sql
/* pgdoctor */
