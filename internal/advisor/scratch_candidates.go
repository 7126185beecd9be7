package advisor

import (
	"cmp"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

//go:embed scratch/leaves.sql
var leavesSQL string

// tried is an index that was offered once: real and empty, on every table that
// has rows, and hidden from the planner until it is offered again.
type tried struct {
	Index
	tables  []namedRelation
	indexes []namedRelation // one for each table
	err     error           // why it cannot be built
}

type namedRelation struct {
	relation
	schema, name string
}

// Size is how many bytes an index would take, estimated.
func (s *Scratch) Size(ctx context.Context, index Index) (int64, error) {
	offered, err := s.offer(ctx, []Index{index})
	if err != nil {
		return 0, err
	}
	var bytes int64
	for _, built := range offered[0].indexes {
		bytes += built.Pages * int64(s.origin.BlockSize)
	}
	return bytes, nil
}

// Prepare builds indexes that will be offered: many at a time are cheaper than one
// by one. One that cannot be built is an error of the Plan that offers it.
func (s *Scratch) Prepare(ctx context.Context, indexes []Index) error {
	var fresh []*tried
	for _, index := range indexes {
		definition := index.Definition()
		if s.candidates[definition] == nil {
			c := &tried{Index: index}
			s.candidates[definition] = c
			fresh = append(fresh, c)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	if err := s.build(ctx, fresh); err != nil {
		for _, c := range fresh { // half of one is none
			delete(s.candidates, c.Definition())
		}
		return fmt.Errorf("build indexes: %w", err)
	}
	return nil
}

// offer returns the candidates of indexes.
func (s *Scratch) offer(ctx context.Context, indexes []Index) ([]*tried, error) {
	if err := s.Prepare(ctx, indexes); err != nil {
		return nil, err
	}
	offered := make([]*tried, len(indexes))
	for i, index := range indexes {
		offered[i] = s.candidates[index.Definition()]
		if offered[i].err != nil {
			return nil, offered[i].err
		}
	}
	return offered, nil
}

// build creates candidates on tables that are emptied for the moment.
func (s *Scratch) build(ctx context.Context, fresh []*tried) error {
	var tables []relation
	seen := map[uint32]bool{}
	for _, c := range fresh {
		if err := s.findTables(ctx, c); err != nil {
			return err
		}
		for _, table := range c.tables {
			if !seen[table.OID] {
				seen[table.OID] = true
				tables = append(tables, table.relation)
			}
		}
	}
	if len(tables) == 0 { // none of theirs is there, as each of them says
		return nil
	}
	// Before the files are empty, since that is what plans go by.
	shares, err := s.shares(ctx, fresh)
	if err != nil {
		return err
	}
	if err := s.empty(ctx, tables); err != nil {
		return err
	}
	relations := tables
	if err := s.create(ctx, fresh); err != nil {
		return err
	}
	if err := s.deriveExpressions(ctx, nil); err != nil {
		return fmt.Errorf("derive statistics of expressions: %w", err)
	}
	if err := s.measure(ctx, fresh, shares); err != nil {
		return err
	}
	for _, c := range fresh {
		for _, index := range c.indexes {
			relations = append(relations, index.relation)
		}
	}
	return s.resize(ctx, relations)
}

// findTables fills in the tables that have the rows of the candidate's.
func (s *Scratch) findTables(ctx context.Context, c *tried) error {
	name := Name{c.Schema, c.Table}
	if known := s.leaves[name]; known != nil {
		c.tables = known
		return nil
	}
	rows, err := s.admin.Query(ctx, leavesSQL, c.Schema, c.Table)
	if err != nil {
		return err
	}
	var table namedRelation
	_, err = pgx.ForEachRow(rows, []any{&table.OID, &table.schema, &table.name, &table.Path}, func() error {
		table.figures = s.figures[table.OID]
		c.tables = append(c.tables, table)
		return nil
	})
	if err != nil {
		return err
	}
	s.leaves[name] = c.tables
	if len(c.tables) == 0 {
		c.err = s.because(&pgconn.PgError{Severity: "ERROR", Code: "42P01", Message: fmt.Sprintf("relation %s does not exist", postgres.Name(c.Schema, c.Table))})
	}
	return nil
}

// filtered is a table under the condition of a partial index.
type filtered struct {
	table uint32
	where string
}

// shares is which part of its table each partial index would have, as the planner
// estimates it.
func (s *Scratch) shares(ctx context.Context, fresh []*tried) (map[filtered]float64, error) {
	shares := map[filtered]float64{}
	for _, c := range fresh {
		if c.Where == "" {
			continue
		}
		for _, table := range c.tables {
			root, err := s.explain(ctx, "SELECT 1 FROM ONLY "+postgres.Quote(table.schema, table.name)+" WHERE "+c.Where)
			var refusal *pgconn.PgError
			switch {
			case errors.As(err, &refusal): // CREATE INDEX will say the same
			case err != nil:
				return nil, err
			case table.Tuples > 0:
				// the rows of the root alone: Gather passes all of them on
				shares[filtered{table.OID, c.Where}] = math.Min(1, root.Rows/table.Tuples)
			}
		}
	}
	return shares, nil
}

// create makes the candidates' indexes, and hides them. What is made of one that
// fails on a later table stays hidden: dropping it would wait for whoever reads the
// table.
func (s *Scratch) create(ctx context.Context, fresh []*tried) error {
	var list []ddl
	var of []*tried
	for _, c := range fresh {
		if c.err != nil {
			continue
		}
		s.made++
		for i, table := range c.tables {
			name := fmt.Sprintf("pgdoctor_candidate_%d_%d", s.made, i)
			c.indexes = append(c.indexes, namedRelation{schema: table.schema, name: name})
			of = append(of, c)
			list = append(list, ddl{"index", table.schema, name,
				"CREATE INDEX " + postgres.Quote(name) + " ON ONLY " + postgres.Quote(table.schema, table.name) + " " + c.Tail()})
		}
	}
	refusals, err := execEach(ctx, s.owner, list)
	if err != nil {
		return err
	}
	for i, refusal := range refusals {
		if refusal != nil {
			of[i].err, of[i].indexes = refusal, nil
		}
	}
	rows, err := s.admin.Query(ctx, `
		UPDATE pg_catalog.pg_index AS x
		SET indisvalid = false
		FROM pg_catalog.pg_class AS c
		WHERE c.oid = x.indexrelid AND c.relname LIKE 'pgdoctor\_candidate\_%' AND x.indisvalid AND c.oid <> ALL ($1::oid[])
		RETURNING c.oid, c.relname, pg_catalog.pg_relation_filepath(c.oid)`, oids(slices.Collect(maps.Keys(s.shown))))
	if err != nil {
		return err
	}
	made := map[string]relation{}
	var name string
	var r relation
	_, err = pgx.ForEachRow(rows, []any{&r.OID, &name, &r.Path}, func() error {
		made[name] = r
		return nil
	})
	if err != nil {
		return err
	}
	for _, c := range fresh {
		for i := range c.indexes {
			c.indexes[i].relation = made[c.indexes[i].name]
		}
	}
	return nil
}

// measure estimates how large the candidates' indexes would be.
func (s *Scratch) measure(ctx context.Context, fresh []*tried, shares map[filtered]float64) error {
	var list []uint32
	for _, c := range fresh {
		for _, index := range c.indexes {
			list = append(list, index.OID)
		}
	}
	columns, err := s.indexColumns(ctx, list)
	if err != nil {
		return err
	}
	for _, c := range fresh {
		heaps := 0.0
		for _, table := range c.tables {
			heaps += float64(table.Pages)
		}
		for i := range c.indexes {
			index, table := &c.indexes[i], c.tables[i]
			share, ok := shares[filtered{table.OID, c.Where}]
			if !ok {
				share = 1
			}
			index.Tuples = math.Max(0, table.Tuples) * share
			row := columns[index.OID]
			part := c.Index
			part.bytes *= float64(table.Pages) / math.Max(1, heaps)
			index.Pages = indexPages(part, index.Tuples, float64(table.Pages)*share, row.all) * 8192 / int64(s.origin.BlockSize)
			if c.Method == "btree" {
				index.Height = postgres.BtreeHeight(float64(index.Pages), row.keys)
			}
		}
	}
	return nil
}

// indexPages is how many pages of 8 KiB an index of a method would take. For
// b-trees it is computed; hash has buckets three quarters full, and a quarter
// more of them, since their number grows in steps; GIN and GiST say
// themselves, else GIN is a fifth of the table.
func indexPages(index Index, tuples, tablePages float64, columns []postgres.BtreeColumn) int64 {
	const page, minimum = 8192, 2
	switch index.Method {
	case "btree":
		return postgres.BtreeBytes(tuples, columns) / page
	case "hash":
		return int64(math.Ceil(tuples*20/(page*0.75))*1.25) + 2
	case "brin":
		return 3 + int64(tablePages/128/200)
	case "gin":
		return max(minimum, int64(cmp.Or(index.bytes/page, tablePages/5)))
	default: // gist, spgist: as a b-tree that splits pages instead of filling them
		if index.bytes > 0 {
			return max(minimum, int64(index.bytes/page))
		}
		return max(minimum, postgres.BtreeBytes(tuples, columns)/page*13/10)
	}
}
