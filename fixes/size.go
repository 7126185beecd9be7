package fixes

import (
	"context"
	"encoding/json"
	"math"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// columnFacts is what the statistics say of one column of an index.
type columnFacts struct {
	Rows float64 `db:"rows"`
	postgres.BtreeColumn
}

// proveSize estimates the size of a btree from the statistics of its columns, and
// says how many rows there are, 0 where nothing is known.
func proveSize(ctx context.Context, tx *sqlx.Tx, step *Step) (rows float64, err error) {
	gain := step.Gain
	if len(gain.Columns) == 0 {
		return 0, nil
	}
	names, err := json.Marshal(gain.Columns)
	if err != nil {
		return 0, err
	}
	var facts []columnFacts
	err = tx.SelectContext(ctx, &facts, `
		SELECT
			greatest(c.reltuples, 0)::float8 AS rows,
			coalesce(s.avg_width, CASE WHEN t.typlen > 0 THEN t.typlen ELSE 32 END)::float8 AS width,
			CASE WHEN t.typlen <= 0 THEN 1 WHEN t.typalign = 'd' THEN 8 WHEN t.typalign = 'i' THEN 4
				WHEN t.typalign = 's' THEN 2 ELSE 1 END::float8 AS align,
			coalesce(s.n_distinct, -1)::float8 AS n_distinct,
			coalesce(s.null_frac, 0)::float8 AS nulls,
			t.oid NOT IN ('numeric'::pg_catalog.regtype, 'float4'::pg_catalog.regtype,
				'float8'::pg_catalog.regtype, 'jsonb'::pg_catalog.regtype) AS dedup
		FROM pg_catalog.pg_class AS c
		JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
		JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid
		JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
		LEFT JOIN pg_catalog.pg_stats AS s
			ON s.schemaname = n.nspname AND s.tablename = c.relname AND s.attname = a.attname
			AND s.inherited = (c.relkind = 'p')
		JOIN pg_catalog.json_array_elements_text($3::json) WITH ORDINALITY AS k (name, position) ON k.name = a.attname
		WHERE n.nspname = $1 AND c.relname = $2
		ORDER BY k.position
		/* pgdoctor */`, gain.Schema, gain.Table, string(names))
	if err != nil || len(facts) == 0 || len(facts) < len(gain.Columns) || facts[0].Rows == 0 {
		return 0, err // a key that is no column has no statistics of its own
	}
	columns := make([]postgres.BtreeColumn, len(facts))
	for i, fact := range facts {
		columns[i] = fact.BtreeColumn
	}
	step.Proof.Bytes = postgres.BtreeBytes(facts[0].Rows, columns)
	return facts[0].Rows, nil
}

func round1(n float64) float64 { return math.Round(n*10) / 10 }
