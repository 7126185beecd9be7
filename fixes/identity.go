package fixes

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Identity is which relation a name means, and what it looks like: a plan is for
// that one, whatever has its name when the plan is applied.
type Identity struct {
	Relation   string          `db:"relation" json:"relation"` // schema.name, as in a lock
	OID        int64           `db:"oid" json:"oid"`
	Kind       string          `db:"kind" json:"kind"`                       // relkind
	Definition string          `db:"definition" json:"definition,omitempty"` // of an index, a sequence or a view
	Columns    identityColumns `db:"columns" json:"columns,omitempty"`       // of a table
	// Around are the indexes and constraints of a table. Plans change them, so only
	// those of a clone are compared.
	Around postgres.Names `db:"around" json:"-"`
}

// IdentityColumn is one column of a table: its type by name for people, and by
// what the catalog holds, since a type too can be dropped and made again.
type IdentityColumn struct {
	Name      string `json:"name"`
	Type      string `json:"type"`
	TypeOID   int64  `json:"type_oid"`
	Modifier  int64  `json:"modifier"`
	Collation int64  `json:"collation"`
}

const identities = `
	SELECT
		v.key AS relation, c.oid::bigint AS oid, c.relkind::text AS kind,
		coalesce(CASE
			WHEN c.relkind IN ('i', 'I') THEN pg_catalog.pg_get_indexdef(c.oid)
			WHEN c.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(c.oid)
			WHEN c.relkind = 'S' THEN (
				SELECT pg_catalog.format('AS %s INCREMENT %s MINVALUE %s MAXVALUE %s START %s CACHE %s %s', pg_catalog.format_type(s.seqtypid, NULL),
					s.seqincrement, s.seqmin, s.seqmax, s.seqstart, s.seqcache, CASE WHEN s.seqcycle THEN 'CYCLE' ELSE 'NO CYCLE' END)
				FROM pg_catalog.pg_sequence AS s
				WHERE s.seqrelid = c.oid)
		END, '') AS definition,
		CASE WHEN c.relkind IN ('r', 'p', 'f') THEN (
			SELECT pg_catalog.json_agg(pg_catalog.json_build_object('name', a.attname,
				'type', pg_catalog.format_type(a.atttypid, a.atttypmod), 'type_oid', a.atttypid::bigint,
				'modifier', a.atttypmod, 'collation', a.attcollation::bigint) ORDER BY a.attnum)
			FROM pg_catalog.pg_attribute AS a
			WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
		END AS columns,
		(SELECT pg_catalog.json_agg(d.definition ORDER BY d.definition)
			FROM (
				SELECT con.conname || ' ' || pg_catalog.pg_get_constraintdef(con.oid) AS definition
				FROM pg_catalog.pg_constraint AS con
				WHERE con.conrelid = c.oid
				UNION ALL
				SELECT pg_catalog.pg_get_indexdef(i.indexrelid) || CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END
				FROM pg_catalog.pg_index AS i
				WHERE i.indrelid = c.oid
			) AS d) AS around
	FROM pg_catalog.json_to_recordset($1::json) AS v (key text, schema text, name text)
	JOIN pg_catalog.pg_namespace AS n ON n.nspname = v.schema
	JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = v.name
	ORDER BY v.key
	/* pgdoctor */`

// Identify reads the identities of the relations that steps lock, by name;
// those that are not there, such as ones that a step is to make, are left out.
func Identify(ctx context.Context, db *sqlx.DB, steps []Step, timeout time.Duration) (map[string]Identity, error) {
	type named struct {
		Key    string `json:"key"`
		Schema string `json:"schema"`
		Name   string `json:"name"`
	}
	wanted := []named{}
	for _, step := range steps {
		for _, lock := range step.Locks {
			parts := postgres.ParseName(lock.Relation)
			if len(parts) != 2 {
				continue
			}
			if name := (named{lock.Relation, parts[0], parts[1]}); !slices.Contains(wanted, name) {
				wanted = append(wanted, name)
			}
		}
	}
	names, err := json.Marshal(wanted)
	if err != nil {
		return nil, err
	}
	var rows []Identity
	err = postgres.ReadOnly(ctx, db, timeout, func(tx *sqlx.Tx) error {
		return tx.SelectContext(ctx, &rows, identities, string(names))
	})
	known := map[string]Identity{}
	for _, row := range rows {
		known[row.Relation] = row
	}
	return known, err
}

type identityColumns []IdentityColumn

func (c *identityColumns) Scan(src any) error { return postgres.ScanJSON(src, c) }

// Looks says whether two relations are the same to look at, as those of a
// database and its clone are.
func (i Identity) Looks(other Identity) bool {
	sameColumn := func(a, b IdentityColumn) bool { return a.Name == b.Name && a.Type == b.Type }
	return i.Kind == other.Kind && i.Definition == other.Definition &&
		slices.EqualFunc(i.Columns, other.Columns, sameColumn) && slices.Equal(i.Around, other.Around)
}
