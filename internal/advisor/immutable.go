package advisor

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// computed are the calls of an expression with the types of their arguments.
type computed struct {
	Kind  string   `json:"kind"`
	Name  string   `json:"name"`
	Types []string `json:"types"`
}

// Of functions and operators with exactly these argument types if there are any,
// else of all of the name and number of arguments (they may be polymorphic), and of
// casts by function, by the types' own input and output, or by nothing at all.
const volatilityQuery = `
WITH calls AS (
    SELECT
        c.kind,
        c.name,
        (SELECT pg_catalog.array_agg(t.type::pg_catalog.regtype::oid ORDER BY t.position)
         FROM pg_catalog.json_array_elements_text(c.types) WITH ORDINALITY AS t (type, position)) AS types
    FROM pg_catalog.json_to_recordset($1::json) AS c (kind text, name text, types json)
),
found AS (
    SELECT
        c.kind, c.name, p.provolatile,
        -- as texts: an oidvector's positions begin at 0, and arrays that begin elsewhere differ
        p.proargtypes::text = coalesce(pg_catalog.array_to_string(c.types, ' '), '') AS exact
    FROM calls AS c
    JOIN pg_catalog.pg_proc AS p ON p.proname = c.name AND (
        p.pronargs = coalesce(pg_catalog.cardinality(c.types), 0)
        OR p.provariadic <> 0 AND p.pronargs <= pg_catalog.cardinality(c.types)
    )
    WHERE c.kind = 'function'
    UNION ALL
    SELECT
        c.kind, c.name, p.provolatile,
        CASE WHEN pg_catalog.cardinality(c.types) = 1 THEN o.oprleft = 0 AND o.oprright = c.types[1]
             ELSE o.oprleft = c.types[1] AND o.oprright = c.types[2] END
    FROM calls AS c
    JOIN pg_catalog.pg_operator AS o ON o.oprname = c.name AND (o.oprleft = 0) = (pg_catalog.cardinality(c.types) = 1)
    JOIN pg_catalog.pg_proc AS p ON p.oid = o.oprcode
    WHERE c.kind = 'operator'
    UNION ALL
    SELECT c.kind, c.types::text, coalesce(p.provolatile, 'i'), true
    FROM calls AS c
    JOIN pg_catalog.pg_cast AS k ON k.castsource = c.types[1] AND k.casttarget = c.types[2] AND k.castmethod <> 'i'
    LEFT JOIN pg_catalog.pg_proc AS p ON p.oid = k.castfunc
    WHERE c.kind = 'cast'
    UNION ALL
    SELECT c.kind, c.types::text, p.provolatile, false
    FROM calls AS c
    JOIN pg_catalog.pg_type AS source ON source.oid = c.types[1]
    JOIN pg_catalog.pg_type AS target ON target.oid = c.types[2]
    JOIN pg_catalog.pg_proc AS p ON p.oid IN (source.typoutput, target.typinput)
    WHERE c.kind = 'cast' AND c.types[1] <> c.types[2]
)
SELECT coalesce(pg_catalog.bool_and(provolatile = 'i'), true)
FROM (SELECT f.*, pg_catalog.bool_or(f.exact) OVER (PARTITION BY f.kind, f.name) AS has_exact FROM found AS f) AS f
WHERE f.exact OR NOT f.has_exact
/* pgdoctor */`

// immutable says whether an index may have an expression over a table's columns:
// whether the same row always gives the same value, as CREATE INDEX demands
// (42P17). No index is made to find out.
func (s *session) immutable(ctx context.Context, table *Table, expression string) (bool, error) {
	calls, err := workload.Calls(expression)
	if err != nil {
		return false, nil //nolint:nilerr // what cannot be read cannot be vouched for
	}
	list := []computed{}
	var args []string
	for _, call := range calls {
		if call.Kind == workload.Changing {
			return false, nil
		}
		list = append(list, computed{Kind: call.Kind, Name: call.Name})
		args = append(args, call.Args...)
	}
	if len(args) == 0 {
		return true, nil
	}
	types, err := s.types(ctx, table, args)
	if err != nil {
		return false, err
	}
	for i, call := range calls {
		list[i].Types, types = types[:len(call.Args)], types[len(call.Args):]
	}
	asked, err := json.Marshal(list)
	if err != nil {
		return false, err
	}
	var all bool
	return all, s.get(ctx, &all, volatilityQuery, string(asked))
}

// types are the types of expressions, as regtype reads them. No row is read.
func (s *session) types(ctx context.Context, table *Table, expressions []string) ([]string, error) {
	query := fmt.Sprintf("SELECT %s FROM %s WHERE false\n/* pgdoctor */", strings.Join(expressions, ", "), postgres.Quote(table.Schema, table.Name))
	rows, err := s.tx.QueryxContext(ctx, query)
	if err != nil {
		return nil, s.recover(ctx, err)
	}
	defer rows.Close()
	columns, err := rows.ColumnTypes()
	if err != nil {
		return nil, err
	}
	var types []string
	for _, column := range columns {
		types = append(types, strings.ToLower(column.DatabaseTypeName()))
	}
	return types, rows.Err()
}
