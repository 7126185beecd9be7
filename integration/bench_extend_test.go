package integration

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// extend is a plain form of the algorithm Extend (Schlosser and others, 2019), the
// yardstick: b-trees of one and two columns, at each step the one that saves the
// most of HypoPG's cost per byte, until the budget is full.
type extend struct {
	t          *testing.T
	conn       *pgx.Conn
	statements []asked
	texts      []string
	tables     [][]string          // of each statement
	columns    map[string][]string // of each table, those that a statement names
	leaves     map[string][]string
	offered    []key
	costs      map[string]float64
	sizes      map[key]float64
}

// key is an index: a table and one or two columns.
type key struct{ table, first, second string }

func (k key) sql(table string) string {
	columns := quoted(k.first)
	if k.second != "" {
		columns += ", " + quoted(k.second)
	}
	return fmt.Sprintf("ON %s (%s)", quoted(table), columns)
}

func quoted(name string) string { return pgx.Identifier{name}.Sanitize() }

func newExtend(t *testing.T, conn *pgx.Conn, statements []asked, texts []string) *extend {
	e := &extend{t: t, conn: conn, statements: statements, texts: texts, columns: map[string][]string{}, leaves: map[string][]string{},
		costs: map[string]float64{}, sizes: map[key]float64{}}
	if _, err := conn.Exec(t.Context(), everySchema); err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	rows, err := conn.Query(t.Context(), `SELECT c.relname, a.attname, coalesce((SELECT array_agg(p.relname::text) FROM pg_inherits AS i JOIN pg_class AS p ON p.oid = i.inhrelid WHERE i.inhparent = c.oid), ARRAY[c.relname::text])
FROM pg_class AS c
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace::regnamespace::text !~ '^pg_|^information_schema'
    AND a.atttypid NOT IN ('json'::regtype, 'jsonb'::regtype, 'text[]'::regtype, 'point'::regtype)`)
	if err != nil {
		t.Fatal(err)
	}
	var table, column string
	var leaves []string
	if _, err := pgx.ForEachRow(rows, []any{&table, &column, &leaves}, func() error {
		all[table], e.leaves[table] = append(all[table], column), slices.Clone(leaves)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for i, statement := range statements {
		named, err := workload.Tables(texts[i])
		if err != nil {
			t.Fatal(err)
		}
		var tables []string
		for _, table := range named {
			if tables = append(tables, table.Name); statement.inserts() || statement.procedure() {
				continue
			}
			for _, column := range all[table.Name] {
				if strings.Contains(texts[i], column) && !slices.Contains(e.columns[table.Name], column) {
					e.columns[table.Name] = append(e.columns[table.Name], column)
				}
			}
		}
		e.tables = append(e.tables, tables)
	}
	return e
}

// offer has HypoPG imagine these indexes and no others.
func (e *extend) offer(set []key) {
	if slices.Equal(set, e.offered) {
		return
	}
	script := "SELECT hypopg_reset();"
	for _, k := range set {
		for _, leaf := range e.leaves[k.table] {
			script += fmt.Sprintf("SELECT hypopg_create_index($x$CREATE INDEX %s$x$);", k.sql(leaf))
		}
	}
	if _, err := e.conn.PgConn().Exec(e.t.Context(), script).ReadAll(); err != nil {
		e.t.Fatal(err)
	}
	e.offered = slices.Clone(set)
}

// cost is the planner's of a statement with a set of indexes.
func (e *extend) cost(i int, set []key) float64 {
	relevant := slices.DeleteFunc(slices.Clone(set), func(k key) bool { return !slices.Contains(e.tables[i], k.table) })
	slices.SortFunc(relevant, func(a, b key) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	name := fmt.Sprint(i, relevant)
	if cost, ok := e.costs[name]; ok {
		return cost
	}
	e.offer(relevant)
	e.costs[name] = realCost(e.t, e.conn, e.texts[i])
	return e.costs[name]
}

// total is the cost of the workload.
func (e *extend) total(set []key) float64 {
	sum := 0.0
	for i, statement := range e.statements {
		if !statement.inserts() && !statement.procedure() {
			sum += statement.calls * e.cost(i, set)
		}
	}
	return sum
}

func (e *extend) size(k key) float64 {
	if size, ok := e.sizes[k]; ok {
		return size
	}
	e.offer([]key{k})
	var size float64
	if err := e.conn.QueryRow(e.t.Context(), "SELECT sum(hypopg_relation_size(indexrelid))::float8 FROM hypopg()").Scan(&size); err != nil {
		e.t.Fatal(err)
	}
	e.sizes[k] = size
	return size
}

func (e *extend) bytes(set []key) float64 {
	sum := 0.0
	for _, k := range set {
		sum += e.size(k)
	}
	return sum
}

// moves are the sets that one step can make of a set.
func (e *extend) moves(set []key) [][]key {
	var list [][]key
	for _, table := range slices.Sorted(maps.Keys(e.columns)) {
		for _, column := range e.columns[table] {
			if k := (key{table, column, ""}); !slices.ContainsFunc(set, func(s key) bool { return s.table == table && s.first == column }) {
				list = append(list, append(slices.Clone(set), k))
			}
			for i, grown := range set {
				if grown.table == table && grown.second == "" && grown.first != column {
					other := slices.Clone(set)
					other[i].second = column
					list = append(list, other)
				}
			}
		}
	}
	return list
}

// search returns the indexes that fit into the budget, in bytes.
func (e *extend) search(budget float64) []key {
	var set []key
	for {
		now, bytes := e.total(set), e.bytes(set)
		var best []key
		most := 0.0
		for _, move := range e.moves(set) {
			more := e.bytes(move)
			if more > budget {
				continue
			}
			left := e.total(move)
			if gain := (now - left) / max(8192, more-bytes); left < now/1.003 && gain > most {
				best, most = move, gain
			}
		}
		if best == nil {
			e.offer(nil)
			return set
		}
		set = best
	}
}
