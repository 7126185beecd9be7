package advisor

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Table is a table, or a partitioned parent with all that is below it.
type Table struct {
	OID        int64   `db:"oid"`
	Schema     string  `db:"schema_name"`
	Name       string  `db:"table_name"`
	Kind       string  `db:"kind"`    // relkind: r, p, m, f
	Rows       float64 `db:"rows"`    // estimate, -1 where nobody ever counted
	Pages      float64 `db:"pages"`   // of the heap
	Visible    float64 `db:"visible"` // share of the pages that an index-only scan need not read
	Inserts    float64 `db:"inserts"`
	Updates    float64 `db:"updates"`
	HotUpdates float64 `db:"hot_updates"` // that touched no index
	Analyzed   bool    `db:"analyzed"`    // has statistics of columns
	Readable   bool    `db:"readable"`    // by this role
	Policed    bool    `db:"policed"`     // row-level security applies to this role
	Leaves     Names   `db:"leaves"`      // the relations with rows, itself where it has no partitions
	Columns    []Column
	Indexes    []Existing
}

// Name is a relation's name.
type Name struct {
	Schema string `json:"schema"`
	Table  string `json:"table"`
}

// Names scans a JSON array of names.
type Names []Name

// Scan reads JSON.
func (n *Names) Scan(src any) error { return postgres.ScanJSON(src, n) }

// Column is a column with its statistics.
type Column struct {
	Table       int64               `db:"table_oid"`
	Name        string              `db:"column_name"`
	Type        string              `db:"type_name"` // without length
	Category    string              `db:"category"`  // pg_type.typcategory
	BaseType    string              `db:"base_type"` // under a domain
	NotNull     bool                `db:"not_null"`
	C           bool                `db:"is_c"`       // sorted by bytes
	ByDefault   bool                `db:"by_default"` // in the database's own order
	Width       float64             `db:"width"`      // bytes
	Align       float64             `db:"align"`
	Dedup       bool                `db:"dedup"`      // equal keys share a posting list
	Nulls       float64             `db:"nulls"`      // share of the rows
	Distinct    float64             `db:"n_distinct"` // negative: minus a share of the rows; 0 unknown
	Correlation float64             `db:"correlation"`
	Common      postgres.Names      `db:"common"`
	Frequencies Floats              `db:"frequencies"`
	Histogram   postgres.Names      `db:"histogram"`
	Elements    postgres.Names      `db:"elements"` // of lists and of tsvector, the most frequent first
	documents   []field             // of jsonb, nil until it is asked
	entries     map[ginKind]float64 // bytes of GIN's, nil until they are asked
}

// Floats scans a JSON array of numbers.
type Floats []float64

// Scan reads JSON.
func (f *Floats) Scan(src any) error { return postgres.ScanJSON(src, f) }

// Existing is an index that is there.
type Existing struct {
	Table      int64          `db:"table_oid"`
	Name       string         `db:"index_name"`
	Method     string         `db:"method"`
	Keys       postgres.Names `db:"keys"`    // as pg_get_indexdef writes them
	Options    postgres.Names `db:"options"` // of each key: d descending, n nulls first, o not the default operator class
	Include    postgres.Names `db:"include"`
	Predicate  string         `db:"predicate"`
	Unique     bool           `db:"is_unique"`
	Owned      bool           `db:"owned"` // by a constraint, or the replica identity
	Definition string         `db:"definition"`
}

// Column returns a column by name.
func (t *Table) Column(name string) (*Column, bool) {
	i := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
	if i < 0 {
		return nil, false
	}
	return &t.Columns[i], true
}

// DistinctOf is the number of different values of a column, at least one.
func (t *Table) DistinctOf(c *Column) float64 {
	switch {
	case c.Distinct < 0:
		return max(1, -c.Distinct*t.Rows)
	case c.Distinct == 0:
		return max(1, min(200, t.Rows)) // the planner's own guess
	}
	return c.Distinct
}

// Catalog is what the server knows of the tables that statements read.
type Catalog struct {
	Tables []*Table
	roots  map[Name]*Table
	pages  float64 // of the heaps of all users' tables, whether statements read them or not
}

// Table finds the table that a relation of a plan is, or is a partition of.
func (c *Catalog) Table(name Name) (*Table, bool) {
	table, ok := c.roots[name]
	return table, ok
}

const tablesQuery = `
WITH wanted AS (
    SELECT DISTINCT coalesce(pg_catalog.pg_partition_root(c.oid)::oid, c.oid) AS oid
    FROM pg_catalog.json_to_recordset($1::json) AS w ("schema" text, "table" text)
    JOIN pg_catalog.pg_namespace AS n ON n.nspname = w."schema"
    JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = w."table"
    WHERE c.relkind IN ('r', 'p', 'm', 'f') AND c.relpersistence <> 't'
),
leaves AS (
    SELECT w.oid AS root, coalesce(t.relid::oid, w.oid) AS oid
    FROM wanted AS w
    LEFT JOIN LATERAL pg_catalog.pg_partition_tree(w.oid) AS t ON t.isleaf
),
figures AS (
    SELECT
        l.root,
        pg_catalog.sum(greatest(c.reltuples, 0)) AS rows,
        pg_catalog.max(c.reltuples) AS known,
        pg_catalog.sum(c.relpages) AS pages,
        pg_catalog.sum(c.relallvisible) AS visible,
        pg_catalog.sum(s.n_tup_ins) AS inserts,
        pg_catalog.sum(s.n_tup_upd) AS updates,
        pg_catalog.sum(s.n_tup_hot_upd) AS hot_updates,
        pg_catalog.json_agg(pg_catalog.json_build_object('schema', n.nspname, 'table', c.relname) ORDER BY n.nspname, c.relname) AS names
    FROM leaves AS l
    JOIN pg_catalog.pg_class AS c ON c.oid = l.oid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_stat_all_tables AS s ON s.relid = c.oid
    GROUP BY 1
)
SELECT
    c.oid::bigint AS oid,
    n.nspname AS schema_name,
    c.relname AS table_name,
    c.relkind::text AS kind,
    CASE WHEN f.known < 0 THEN -1 ELSE f.rows END::float8 AS rows,
    f.pages::float8 AS pages,
    coalesce(f.visible::float8 / nullif(f.pages, 0), 0) AS visible,
    coalesce(f.inserts, 0)::float8 AS inserts,
    coalesce(f.updates, 0)::float8 AS updates,
    coalesce(f.hot_updates, 0)::float8 AS hot_updates,
    EXISTS (SELECT FROM pg_catalog.pg_stats AS s WHERE s.schemaname = n.nspname AND s.tablename = c.relname) AS analyzed,
    pg_catalog.has_table_privilege(c.oid, 'SELECT') AS readable,
    pg_catalog.row_security_active(c.oid) AS policed,
    f.names AS leaves
FROM figures AS f
JOIN pg_catalog.pg_class AS c ON c.oid = f.root
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
ORDER BY 2, 3
/* pgdoctor */`

const columnsQuery = `
SELECT
    a.attrelid::bigint AS table_oid,
    a.attname AS column_name,
    pg_catalog.format_type(a.atttypid, NULL) AS type_name,
    pg_catalog.format_type(coalesce(nullif(t.typbasetype, 0), t.oid), NULL) AS base_type,
    t.typcategory::text AS category,
    a.attnotnull AS not_null,
    CASE WHEN l.collname = 'default' THEN (
        -- the provider is known from 15 on: ICU has an order of its own whatever datcollate is, the builtin one none
        SELECT d.datcollate IN ('C', 'POSIX') AND coalesce(p.provider, 'c') <> 'i' OR p.provider = 'b'
        FROM pg_catalog.pg_database AS d
        CROSS JOIN LATERAL (SELECT pg_catalog.to_jsonb(d) ->> 'datlocprovider' AS provider) AS p
        WHERE d.datname = pg_catalog.current_database()
    ) ELSE l.collcollate IN ('C', 'POSIX') END IS TRUE AS is_c,
    l.collname = 'default' IS TRUE AS by_default,
    coalesce(s.avg_width, CASE WHEN t.typlen > 0 THEN t.typlen ELSE 32 END)::float8 AS width,
    CASE WHEN t.typlen <= 0 THEN 1 WHEN t.typalign = 'd' THEN 8 WHEN t.typalign = 'i' THEN 4
        WHEN t.typalign = 's' THEN 2 ELSE 1 END::float8 AS align,
    t.typname NOT IN ('numeric', 'float4', 'float8', 'jsonb') AS dedup,
    coalesce(s.null_frac, 0)::float8 AS nulls,
    coalesce(s.n_distinct, 0)::float8 AS n_distinct,
    coalesce(s.correlation, 0)::float8 AS correlation,
    CASE WHEN t.typcategory <> 'A' THEN pg_catalog.to_json(s.most_common_vals::text::text[]) END AS common,
    pg_catalog.to_json(s.most_common_freqs) AS frequencies,
    CASE
        WHEN t.typcategory = 'R' THEN (pg_catalog.to_jsonb(s) -> 'range_bounds_histogram')::json -- from 17 on
        WHEN t.typcategory <> 'A' THEN pg_catalog.to_json(s.histogram_bounds::text::text[])
    END AS histogram,
    (
        SELECT pg_catalog.json_agg(e.value ORDER BY e.frequency DESC, e.value)
        FROM ROWS FROM (
            pg_catalog.unnest(s.most_common_elems::text::text[]),
            pg_catalog.unnest(s.most_common_elem_freqs)
        ) AS e (value, frequency)
        WHERE e.value IS NOT NULL
    ) AS elements
FROM pg_catalog.json_array_elements_text($1::json) AS w (oid)
JOIN pg_catalog.pg_class AS c ON c.oid = w.oid::oid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
LEFT JOIN pg_catalog.pg_collation AS l ON l.oid = a.attcollation
LEFT JOIN pg_catalog.pg_stats AS s
    ON s.schemaname = n.nspname AND s.tablename = c.relname AND s.attname = a.attname AND s.inherited = (c.relkind = 'p')
ORDER BY 1, a.attnum
/* pgdoctor */`

const indexesQuery = `
SELECT
    i.indrelid::bigint AS table_oid,
    c.relname AS index_name,
    m.amname AS method,
    (
        SELECT pg_catalog.json_agg(pg_catalog.pg_get_indexdef(i.indexrelid, k, false) ORDER BY k)
        FROM pg_catalog.generate_series(1, i.indnkeyatts) AS k
    ) AS keys,
    (
        SELECT pg_catalog.json_agg(
            CASE WHEN i.indoption[k - 1] & 1 = 1 THEN 'd' ELSE '' END
            || CASE WHEN (i.indoption[k - 1] & 2 = 2) <> (i.indoption[k - 1] & 1 = 1) THEN 'n' ELSE '' END
            || CASE WHEN o.opcdefault THEN '' ELSE 'o' || o.opcname END
            ORDER BY k)
        FROM pg_catalog.generate_series(1, i.indnkeyatts) AS k
        JOIN pg_catalog.pg_opclass AS o ON o.oid = i.indclass[k - 1]
    ) AS options,
    (
        SELECT pg_catalog.json_agg(pg_catalog.pg_get_indexdef(i.indexrelid, k, false) ORDER BY k)
        FROM pg_catalog.generate_series(i.indnkeyatts + 1, i.indnatts) AS k
    ) AS include,
    coalesce(pg_catalog.pg_get_expr(i.indpred, i.indrelid, false), '') AS predicate,
    i.indisunique AS is_unique,
    i.indisreplident OR EXISTS (SELECT FROM pg_catalog.pg_constraint AS k WHERE k.conindid = i.indexrelid) AS owned,
    pg_catalog.pg_get_indexdef(i.indexrelid) AS definition
FROM pg_catalog.json_array_elements_text($1::json) AS w (oid)
JOIN pg_catalog.pg_index AS i ON i.indrelid = w.oid::oid AND i.indisvalid
JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_am AS m ON m.oid = c.relam
ORDER BY 1, 2
/* pgdoctor */`

const pagesQuery = `
SELECT coalesce(pg_catalog.sum(c.relpages), 0)::float8
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'm') AND c.relpersistence <> 't' AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
/* pgdoctor */`

// ReadCatalog reads what is known of some relations. Temporary ones are left out.
func ReadCatalog(ctx context.Context, tx *sqlx.Tx, relations []Name) (*Catalog, error) {
	catalog := &Catalog{roots: map[Name]*Table{}}
	if len(relations) == 0 {
		return catalog, nil
	}
	wanted, err := json.Marshal(relations)
	if err != nil {
		return nil, err
	}
	if err := tx.SelectContext(ctx, &catalog.Tables, tablesQuery, string(wanted)); err != nil {
		return nil, fmt.Errorf("read the tables of the workload: %w", err)
	}
	if err := tx.GetContext(ctx, &catalog.pages, pagesQuery); err != nil {
		return nil, fmt.Errorf("read the size of all tables: %w", err)
	}
	byOID := map[int64]*Table{}
	oids := []string{}
	for _, table := range catalog.Tables {
		byOID[table.OID] = table
		oids = append(oids, fmt.Sprint(table.OID))
		for _, name := range append(table.Leaves, Name{table.Schema, table.Name}) {
			catalog.roots[name] = table
		}
	}
	list, err := json.Marshal(oids)
	if err != nil {
		return nil, err
	}
	var columns []Column
	if err := tx.SelectContext(ctx, &columns, columnsQuery, string(list)); err != nil {
		return nil, fmt.Errorf("read the statistics of columns: %w", err)
	}
	for _, column := range columns {
		byOID[column.Table].Columns = append(byOID[column.Table].Columns, column)
	}
	var indexes []Existing
	if err := tx.SelectContext(ctx, &indexes, indexesQuery, string(list)); err != nil {
		return nil, fmt.Errorf("read the indexes that are there: %w", err)
	}
	for _, index := range indexes {
		byOID[index.Table].Indexes = append(byOID[index.Table].Indexes, index)
	}
	return catalog, nil
}
