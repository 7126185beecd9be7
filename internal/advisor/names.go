package advisor

import (
	"context"
	"fmt"
)

// schemas says in which schema a table is that a statement names without one, where
// the search_path of this role does not tell and only one schema has it.
func (a *adviser) schemas(ctx context.Context) (map[string]string, error) {
	var rows []struct {
		Name   string `db:"name"`
		Schema string `db:"schema_name"`
	}
	err := a.session.tx.SelectContext(ctx, &rows, `
		SELECT c.relname AS name, pg_catalog.min(n.nspname) AS schema_name
		FROM pg_catalog.pg_class AS c
		JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
		WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
		  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'pgdoctor')
		GROUP BY c.relname
		HAVING pg_catalog.count(*) = 1 AND NOT pg_catalog.bool_or(pg_catalog.pg_table_is_visible(c.oid))
		/* pgdoctor */`)
	if err != nil {
		return nil, fmt.Errorf("look for the schemas of the workload: %w", err)
	}
	schemas := map[string]string{}
	for _, row := range rows {
		schemas[row.Name] = row.Schema
	}
	return schemas, nil
}

// visible are the tables that the search_path finds, where a statement names one without its schema.
func (a *adviser) visible(ctx context.Context) ([]Name, error) {
	var visible []Name
	if err := a.session.tx.SelectContext(ctx, &visible, `
		SELECT n.nspname AS schema, c.relname AS table
		FROM pg_catalog.pg_class AS c
		JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
		WHERE c.relkind IN ('r', 'p', 'v') AND n.nspname !~ '^pg_' AND pg_catalog.pg_table_is_visible(c.oid)
		/* pgdoctor */`); err != nil {
		return nil, fmt.Errorf("look for the tables that names without a schema mean: %w", err)
	}
	return visible, nil
}

// argumentTypes are the types of the arguments of functions, by name, where all that have one of a name agree: what
// their statements say of a variable may not tell which type it has. What functions declare is not known.
func (a *adviser) argumentTypes(ctx context.Context) (map[string]string, error) {
	var rows []struct {
		Name string `db:"name"`
		Type string `db:"type"`
	}
	err := a.session.tx.SelectContext(ctx, &rows, `
		SELECT g.name, pg_catalog.min(pg_catalog.format_type(t.oid, NULL)) AS type
		FROM pg_catalog.pg_proc AS p
		JOIN pg_catalog.pg_language AS l ON l.oid = p.prolang AND l.lanname NOT IN ('c', 'internal')
		JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
		CROSS JOIN LATERAL ROWS FROM (
			pg_catalog.unnest(p.proargnames), pg_catalog.unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]))
		) AS g (name, type)
		JOIN pg_catalog.pg_type AS t ON t.oid = g.type AND t.typtype <> 'p'
		WHERE g.name <> ''
		GROUP BY g.name
		HAVING pg_catalog.count(DISTINCT t.oid) = 1
		/* pgdoctor */`)
	if err != nil {
		return nil, fmt.Errorf("read the arguments of functions: %w", err)
	}
	types := map[string]string{}
	for _, row := range rows {
		types[row.Name] = row.Type
	}
	return types, nil
}
