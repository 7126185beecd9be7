package advisor

import (
	"context"
	_ "embed"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var (
	//go:embed scratch/relations.sql
	relationsSQL string
	//go:embed scratch/set_figures.sql
	setFiguresSQL string
	//go:embed scratch/index_columns.sql
	indexColumnsSQL string
)

// relation is a table or an index of the scratch server and how large it is to look.
type relation struct {
	OID    uint32 `json:"oid"`
	Path   string `json:"path"` // of its first file, in the data directory
	Height int    `json:"-"`    // of a btree
	figures
}

// setSizes makes every relation look as large as the real one.
func (s *Scratch) setSizes(ctx context.Context, snapshot *Snapshot) error {
	sizes := map[[2]string]figures{}
	for _, table := range snapshot.Tables {
		sizes[[2]string{table.Schema, table.Name}] = figures{table.Pages, table.Tuples, table.AllVisible}
	}
	trees := map[[2]string]bool{}
	for _, index := range snapshot.Indexes {
		sizes[[2]string{index.Schema, index.Name}] = figures{Pages: index.Pages, Tuples: index.Tuples}
		trees[[2]string{index.Schema, index.Name}] = index.Method == "btree" && index.Kind == "i"
	}
	rows, err := s.admin.Query(ctx, relationsSQL)
	if err != nil {
		return err
	}
	var relations []relation
	var btrees []uint32
	var oid uint32
	var schema, name, kind, path string
	_, err = pgx.ForEachRow(rows, []any{&oid, &schema, &name, &kind, &path}, func() error {
		size := sizes[[2]string{schema, name}]
		relations = append(relations, relation{OID: oid, Path: path, figures: size})
		if kind == "r" {
			s.figures[oid] = size
		}
		if trees[[2]string{schema, name}] {
			btrees = append(btrees, oid)
		}
		return nil
	})
	if err != nil {
		return err
	}
	columns, err := s.indexColumns(ctx, btrees)
	if err != nil {
		return err
	}
	for i, r := range relations {
		if keys := columns[r.OID].keys; len(keys) > 0 {
			relations[i].Height = postgres.BtreeHeight(float64(r.Pages), keys)
		}
	}
	return s.resize(ctx, relations)
}

// indexRow is what a row of an index consists of.
type indexRow struct{ keys, all []postgres.BtreeColumn }

func (s *Scratch) indexColumns(ctx context.Context, indexes []uint32) (map[uint32]indexRow, error) {
	if len(indexes) == 0 { // of candidates that could not be built there are none; JSON would say null
		return nil, nil
	}
	list, err := json.Marshal(indexes)
	if err != nil {
		return nil, err
	}
	rows, err := s.admin.Query(ctx, indexColumnsSQL, string(list))
	if err != nil {
		return nil, err
	}
	found := map[uint32]indexRow{}
	var oid uint32
	var key bool
	var c postgres.BtreeColumn
	_, err = pgx.ForEachRow(rows, []any{&oid, &key, &c.Width, &c.Align, &c.Distinct, &c.Nulls, &c.Dedup}, func() error {
		row := found[oid]
		row.all = append(row.all, c)
		if key {
			row.keys = append(row.keys, c)
		}
		found[oid] = row
		return nil
	})
	return found, err
}

// resize sets the figures of relations in pg_class, and the length of their files,
// by which the planner goes as well. The files are sparse: they take no place.
func (s *Scratch) resize(ctx context.Context, relations []relation) error {
	text, err := json.Marshal(relations)
	if err != nil {
		return err
	}
	if _, err := s.admin.Exec(ctx, setFiguresSQL, string(text)); err != nil {
		return fmt.Errorf("set figures: %w", err)
	}
	if err := s.shapeBtrees(ctx, relations); err != nil {
		return fmt.Errorf("shape btrees: %w", err)
	}
	// A file of each segment: the server looks for the next where one is full.
	_, err = s.admin.Exec(ctx, fmt.Sprintf(`
		COPY (
			SELECT least(v.blocks, r.pages - k.n * v.blocks) * v.bytes || ' ' || r.path || CASE WHEN k.n > 0 THEN '.' || k.n ELSE '' END
			FROM pg_catalog.json_to_recordset(%s) AS r (path text, pages bigint)
			CROSS JOIN (
				SELECT s.setting::bigint AS blocks, pg_catalog.current_setting('block_size')::bigint AS bytes
				FROM pg_catalog.pg_settings AS s
				WHERE s.name = 'segment_size'
			) AS v
			CROSS JOIN LATERAL pg_catalog.generate_series(0, (r.pages - 1) / v.blocks) AS k (n)
			WHERE r.path <> '' AND r.pages > 0
		) TO PROGRAM 'while read -r bytes file; do truncate -s "$bytes" "$file" || exit 1; done'`, postgres.Literal(string(text))))
	if err != nil {
		return fmt.Errorf("lengthen files: %w", err)
	}
	return nil
}

// empty takes the rows that are none out of tables, so that CREATE INDEX has
// nothing to read. Further segments of a table stay: behind a first one that is
// not full nobody looks for them.
func (s *Scratch) empty(ctx context.Context, tables []relation) error {
	text, err := json.Marshal(tables)
	if err != nil {
		return err
	}
	_, err = s.admin.Exec(ctx, fmt.Sprintf(`
		COPY (SELECT r.path FROM pg_catalog.json_to_recordset(%s) AS r (path text))
		TO PROGRAM 'while read -r file; do : > "$file" || exit 1; done'`, postgres.Literal(string(text))))
	if err != nil {
		return fmt.Errorf("empty files: %w", err)
	}
	return nil
}

// shapeBtrees gives btrees the height that they are to have. The planner asks the
// metapage for it, and at times reads down to the first or last leaf for the
// least and greatest value: so there is one page a level, and an empty leaf.
func (s *Scratch) shapeBtrees(ctx context.Context, relations []relation) error {
	batch := &pgx.Batch{}
	for _, r := range relations {
		if r.Height > 0 {
			batch.Queue("SELECT pg_catalog.pg_read_binary_file($1, 0, $2)", r.Path, s.origin.BlockSize)
		}
	}
	if batch.Len() == 0 {
		return nil
	}
	results := s.admin.SendBatch(ctx, batch)
	write := &pgx.Batch{}
	for _, r := range relations {
		if r.Height == 0 {
			continue
		}
		var meta []byte
		if err := results.QueryRow().Scan(&meta); err != nil {
			return errors.Join(err, results.Close())
		}
		if pages := btreeShape(meta, r.Height); pages != nil {
			// large objects are the one way to write a file byte by byte
			write.Queue("SELECT pg_catalog.lo_from_bytea($1, $2)", r.OID, pages)
			write.Queue("SELECT pg_catalog.lo_export($1, $2), pg_catalog.lo_unlink($1)", r.OID, r.Path)
		}
	}
	if err := results.Close(); err != nil {
		return err
	}
	return s.admin.SendBatch(ctx, write).Close()
}

// btreeShape makes the first pages of a btree out of its metapage, which is that
// of an empty one: nil where this is not as expected, on a machine of the other
// byte order for one. The layouts are those of bufpage.h and nbtree.h, the same
// from 13 to 18.
func btreeShape(meta []byte, height int) []byte {
	const magic, headerBytes, specialBytes = 0x053162, 24, 16
	size := len(meta)
	little := binary.LittleEndian
	if size < 1024 || little.Uint32(meta[headerBytes:]) != magic || little.Uint32(meta[headerBytes+8:]) != 0 {
		return nil
	}
	pages := make([]byte, size*(height+2))
	copy(pages, meta)
	for _, field := range []int{8, 16} { // root and fast root, each followed by its level
		little.PutUint32(pages[headerBytes+field:], 1)
		little.PutUint32(pages[headerBytes+field+4:], uint32(height))
	}
	for block := 1; block <= height+1; block++ {
		page := pages[size*block : size*(block+1)]
		level, special := height+1-block, size-specialBytes
		lower, upper := headerBytes, special
		if level > 0 {
			// the one downlink, an item of eight bytes without a key
			lower, upper = headerBytes+4, special-8
			little.PutUint32(page[headerBytes:], uint32(upper)|1<<15|8<<17)
			little.PutUint16(page[upper+2:], uint16(block+1))
			little.PutUint16(page[upper+6:], 0x2000|8)
		}
		little.PutUint16(page[12:], uint16(lower))
		little.PutUint16(page[14:], uint16(upper))
		little.PutUint16(page[16:], uint16(special))
		little.PutUint16(page[18:], uint16(size)|4)
		flags := 0
		if level == 0 {
			flags |= 1 // leaf
		}
		if block == 1 {
			flags |= 2 // root
		}
		little.PutUint32(page[special+8:], uint32(level))
		little.PutUint16(page[special+12:], uint16(flags))
	}
	return pages
}
