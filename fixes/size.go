package fixes

import (
	"context"
	"encoding/json"
	"math"

	"github.com/jmoiron/sqlx"
)

// columnFacts is what the statistics say of one column of an index.
type columnFacts struct {
	Rows     float64 `db:"rows"`
	Width    float64 `db:"width"`
	Align    float64 `db:"align"`      // bytes; 1 for types of varying length, whose short header needs none
	Distinct float64 `db:"n_distinct"` // of the values that are not NULL; below 0, minus a share of the rows
	Nulls    float64 `db:"nulls"`      // share of the rows
	Dedup    bool    `db:"dedup"`
}

// proveSize estimates the size of a btree from the statistics of its columns, and
// says how many rows there are, 0 where nothing is known.
func proveSize(ctx context.Context, tx *sqlx.Tx, step *Step) (rows float64, err error) {
	gain := step.Gain
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
	step.Proof.Bytes = btreeBytes(facts)
	return facts[0].Rows, nil
}

// btreeBytes is the size of a freshly built btree: leaf tuples of eight bytes
// and the aligned keys, posting lists where keys repeat (13 and later; nbtree's
// README, "Notes about deduplication"), at the default fillfactor. A tuple with a
// NULL in it has a bitmap of eight bytes more, and nothing else where the key is
// one column; NULLs repeat as one key does.
func btreeBytes(facts []columnFacts) int64 {
	const page, header, line = 8152.0, 8.0, 4.0
	rows, distinct, whole, width, dedup := facts[0].Rows, 1.0, 1.0, 0.0, true
	for _, column := range facts {
		width = math.Ceil(width/column.Align)*column.Align + column.Width
		dedup = dedup && column.Dedup
		whole *= 1 - column.Nulls
		if column.Distinct < 0 {
			distinct *= -column.Distinct * rows
		} else {
			distinct *= column.Distinct
		}
	}
	tuple, withNull := align8(header+width), header+8
	for _, column := range facts { // what is NULL takes no place
		withNull += column.Width * (1 - column.Nulls/math.Max(1-whole, column.Nulls+1e-9))
	}
	withNull = align8(math.Round(withNull))
	leaf := leafBytes(rows*whole, distinct, tuple, dedup)
	if len(facts) == 1 {
		leaf += leafBytes(rows*(1-whole), 1, header+8, dedup)
	} else {
		leaf += leafBytes(rows*(1-whole), distinct*(1-whole), withNull, dedup)
	}
	fanout := page * 0.7 / (tuple + line)
	pages := math.Ceil(leaf/(page*0.9))*(1+1/(fanout-1)) + 1
	return int64(pages) * 8192
}

// leafBytes is what some rows of so many distinct keys take on the leaves.
func leafBytes(rows, distinct, tuple float64, dedup bool) float64 {
	const line, tid, longest = 4.0, 6.0, 812.0
	if rows < 1 {
		return 0
	}
	distinct = math.Max(1, math.Min(distinct, rows))
	perKey := rows / distinct
	if !dedup || perKey < 1.5 {
		return rows * (tuple + line)
	}
	perList := math.Max(1, math.Floor((longest-tuple)/tid))
	lists := math.Ceil(perKey / perList)
	return distinct * lists * (align8(tuple+tid*math.Min(perKey, perList)) + line)
}

func align8(n float64) float64 { return math.Ceil(n/8) * 8 }

func round1(n float64) float64 { return math.Round(n*10) / 10 }
