package advisor

import (
	"math"
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

func writing(text string, calls, ms, rows float64) *Query {
	statement, err := workload.Read(text, workload.Beside{})
	if err != nil {
		panic(err)
	}
	return &Query{Call: Call{Text: text, Calls: calls, TotalMS: ms, Rows: rows}, read: statement}
}

// microseconds for each row that the statements write, of an index.
func penalized(t *testing.T, table *Table, index Index, rows float64, queries ...*Query) float64 {
	t.Helper()
	a := &adviser{advice: &Advice{Statements: queries}, catalog: &Catalog{Tables: []*Table{table}}, unit: 0.003}
	index.Schema, index.Table, index.Method = table.Schema, table.Name, "btree"
	return a.penalty(&candidate{Index: index, table: table}) * 1000 / rows
}

func TestPenalty(t *testing.T) {
	const n = 1000
	byUser, byStatus, open := Index{Keys: []Key{{Column: "user_id"}}}, Index{Keys: []Key{{Column: "status"}}}, Index{Keys: []Key{{Column: "user_id"}}, Where: `status = 'lost'`}
	entry := orders().entryMicros(byUser)
	indexed := orders()
	indexed.Indexes = []Existing{{Name: "orders_note", Method: "btree", Keys: []string{"note"}, Options: []string{""}}}
	moving := orders()
	moving.Updates, moving.HotUpdates, moving.Inserts = 400, 100, 100
	for name, test := range map[string]struct {
		table    *Table
		index    Index
		text     string
		from, to float64
	}{
		"inserted":                               {orders(), byUser, "INSERT INTO orders VALUES ($1)", entry, entry},
		"another table":                          {orders(), byUser, "INSERT INTO users VALUES ($1)", 0, 0},
		"rows that are few":                      {orders(), open, "INSERT INTO orders VALUES ($1)", 0, entry / 3},
		"deleted":                                {orders(), byUser, "DELETE FROM orders WHERE id = $1", 0, 0},
		"an update of other columns that is HOT": {orders(), byUser, "UPDATE orders SET status = $1", 0, 0},
		"an update that was HOT":                 {orders(), byStatus, "UPDATE orders SET status = $1", 7, 9},
		"with another index":                     {indexed, byStatus, "UPDATE orders SET status = $1", 90, 120},
		"an update that is not HOT":              {indexed, byUser, "UPDATE orders SET note = $1", entry, entry},
		"updates that are mostly not HOT":        {moving, byUser, "UPDATE orders SET status = $1", 0.75 * entry, 0.75 * entry},
		"upsert of other columns":                {orders(), byUser, "INSERT INTO orders VALUES ($1) ON CONFLICT (id) DO UPDATE SET status = $2", entry / 2, entry / 2},
		"upsert of the key":                      {orders(), byStatus, "INSERT INTO orders VALUES ($1) ON CONFLICT (id) DO UPDATE SET status = $2", entry, 2 * entry},
		"upsert where most update":               {moving, byUser, "INSERT INTO orders VALUES ($1) ON CONFLICT (id) DO UPDATE SET status = $2", (0.2 + 0.8*0.75) * entry, (0.2 + 0.8*0.75) * entry},
		"in a CTE":                               {orders(), byUser, "WITH new AS (INSERT INTO orders VALUES ($1) RETURNING id) SELECT id FROM new", entry, entry},
	} {
		got := penalized(t, test.table, test.index, n, writing(test.text, n, 0, n))
		if got < test.from-1e-6 || got > test.to+1e-6 {
			t.Errorf("%s: %.2f µs a row, want %.2f to %.2f", name, got, test.from, test.to)
		}
	}
	if got := penalized(t, orders(), byUser, n, writing("INSERT INTO orders SELECT * FROM old_orders", 1, 0, n)); got != 0 {
		t.Errorf("a load counts %.2f µs a row", got)
	}
	insert, update := writing("INSERT INTO orders VALUES ($1)", n, 0, n), writing("UPDATE orders SET status = $1 WHERE id = $2", 1, 0, 1)
	if got := penalized(t, orders(), open, n, insert, update); math.Abs(got-entry) > 0.1 {
		t.Errorf("rows that come in by INSERT and leave by UPDATE: %.2f µs a row, want %.2f", got, entry)
	}
}

// How fast a server writes, its own INSERT statements tell, within limits.
func TestPenaltyPace(t *testing.T) {
	const n = 1000
	known := n * (callMicros + rowMicros) / 1000 // milliseconds, without indexes
	byUser := Index{Keys: []Key{{Column: "user_id"}}}
	entry := orders().entryMicros(byUser)
	for name, test := range map[string]struct{ took, want float64 }{
		"as measured here":            {known, 1},
		"twice as slow":               {2 * known, 2},
		"held up by locks":            {1000 * known, 4},
		"one INSERT for many, faster": {0.7 * known, 0.7},
		"no time is known":            {0, 1},
	} {
		insert := writing("INSERT INTO orders VALUES ($1)", n, test.took, n)
		if got := penalized(t, orders(), byUser, n, insert) / entry; math.Abs(got-test.want) > 0.01 {
			t.Errorf("%s: %.2f times, want %.2f", name, got, test.want)
		}
	}
}
