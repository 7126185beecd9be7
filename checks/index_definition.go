package checks

import (
	"context"
	"fmt"
	"strings"
)

// indexDefinition is what brings an index back, besides its tablespace.
type indexDefinition struct {
	OID        uint32            `db:"oid"`
	Definition string            `db:"definition"`
	Comment    *string           `db:"comment"`
	Statistics StatisticsTargets `db:"statistics"`
}

const indexDefinitions = `SELECT
    c.oid,
    -- NULL where it was dropped a moment ago
    coalesce(pg_catalog.pg_get_indexdef(c.oid), '') AS definition,
    d.description AS comment,
    (
        -- the default is -1, from 17 on NULL
        SELECT pg_catalog.json_object_agg(a.attnum, a.attstattarget)
        FROM pg_catalog.pg_attribute AS a
        WHERE a.attrelid = c.oid AND a.attstattarget >= 0
    ) AS statistics
FROM pg_catalog.pg_class AS c
LEFT JOIN pg_catalog.pg_description AS d
    ON d.objoid = c.oid
   AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
   AND d.objsubid = 0
WHERE c.oid = ANY ('{%s}'::pg_catalog.oid[])`

// completeIndexes reads the definitions of the indexes that were found and hands
// each to its row.
func completeIndexes[R any](ctx context.Context, p *Prober, found []*R, oid func(*R) uint32, take func(*R, indexDefinition)) error {
	var oids []uint32
	for _, row := range found {
		oids = append(oids, oid(row))
	}
	definitions, err := readDefinitions(ctx, p, oids)
	for _, row := range found {
		take(row, definitions[oid(row)])
	}
	return err
}

// readDefinitions asks for the definitions of indexes, by oid. An index that
// was dropped in the meantime has an empty one.
func readDefinitions(ctx context.Context, p *Prober, oids []uint32) (map[uint32]indexDefinition, error) {
	list := make([]string, len(oids))
	for i, oid := range oids {
		list[i] = fmt.Sprint(oid)
	}
	var rows []indexDefinition
	err := persist(func() error {
		rows = nil
		return p.Select(ctx, &rows, fmt.Sprintf(indexDefinitions, strings.Join(list, ",")))
	})
	if err != nil {
		return nil, fmt.Errorf("read the definitions of indexes: %w", err)
	}
	definitions := make(map[uint32]indexDefinition, len(rows))
	for _, row := range rows {
		definitions[row.OID] = row
	}
	return definitions, nil
}
