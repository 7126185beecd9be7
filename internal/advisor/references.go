package advisor

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// references are the foreign keys that no index serves, by the table that they point to: for each row that is
// deleted there, all of the table that has the key is read. A name without a schema is that of a table that the
// search_path finds.
func (a *adviser) references(ctx context.Context) (map[workload.Table][]workload.Reference, error) {
	var rows []struct {
		Schema     string
		Table      string
		Visible    bool
		FromSchema string `db:"from_schema"`
		FromTable  string `db:"from_table"`
		Columns    string // JSON
		To         string // JSON
	}
	err := a.session.tx.SelectContext(ctx, &rows, `
		SELECT tn.nspname AS schema, t.relname AS table, pg_catalog.pg_table_is_visible(t.oid) AS visible,
			fn.nspname AS from_schema, f.relname AS from_table, k.columns::text, k.to::text
		FROM pg_catalog.pg_constraint AS con
		JOIN pg_catalog.pg_class AS t ON t.oid = con.confrelid
		JOIN pg_catalog.pg_namespace AS tn ON tn.oid = t.relnamespace
		JOIN pg_catalog.pg_class AS f ON f.oid = con.conrelid
		JOIN pg_catalog.pg_namespace AS fn ON fn.oid = f.relnamespace
		CROSS JOIN LATERAL (
			SELECT pg_catalog.json_agg(fa.attname ORDER BY u.place) AS columns, pg_catalog.json_agg(ta.attname ORDER BY u.place) AS to
			FROM ROWS FROM (pg_catalog.unnest(con.conkey), pg_catalog.unnest(con.confkey)) WITH ORDINALITY AS u (from_number, to_number, place)
			JOIN pg_catalog.pg_attribute AS fa ON fa.attrelid = f.oid AND fa.attnum = u.from_number
			JOIN pg_catalog.pg_attribute AS ta ON ta.attrelid = t.oid AND ta.attnum = u.to_number
		) AS k
		WHERE con.contype = 'f' AND con.conparentid = 0
		  AND NOT EXISTS (
			SELECT FROM pg_catalog.pg_index AS i
			WHERE i.indrelid = f.oid AND i.indisvalid AND i.indpred IS NULL AND i.indkey[0] = ANY (con.conkey)
		  )
		ORDER BY from_schema, from_table, con.conname
		/* pgdoctor */`)
	if err != nil {
		return nil, fmt.Errorf("look for the foreign keys without an index: %w", err)
	}
	references := map[workload.Table][]workload.Reference{}
	for _, row := range rows {
		reference := workload.Reference{From: workload.Table{Schema: row.FromSchema, Name: row.FromTable}}
		if err := json.Unmarshal([]byte(row.Columns), &reference.Columns); err != nil {
			return nil, err
		}
		if err := json.Unmarshal([]byte(row.To), &reference.To); err != nil {
			return nil, err
		}
		table := workload.Table{Schema: row.Schema, Name: row.Table}
		references[table] = append(references[table], reference)
		if table.Schema = ""; row.Visible {
			references[table] = append(references[table], reference)
		}
	}
	return references, nil
}
