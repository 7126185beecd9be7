package checks

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"time"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Chart is one picture of a database, which judges nothing: bars, largest first.
type Chart struct {
	ID     string  `json:"id"`               // stays the same: connections, tables, statements, reads, wraparound
	Title  string  `json:"title"`            // one line, lower case
	Unit   string  `json:"unit"`             // of the values: sessions, bytes, ms, rows, transactions
	Part   string  `json:"part,omitempty"`   // what the part of a bar is, "" where there is none
	Most   float64 `json:"most,omitempty"`   // what a bar can reach at most, 0 where nobody knows
	Reason string  `json:"reason,omitempty"` // why there is nothing to draw
	Bars   []Bar   `json:"bars"`
}

// Bar is one value of a chart.
type Bar struct {
	Name  string  `json:"name"` // of an object, or a normalised statement's beginning
	Value float64 `json:"value"`
	Part  float64 `json:"part,omitempty"` // of Value
}

// barsShown is how many bars a picture has room for.
const barsShown = 10

// lastXID is how many transactions old a row can be before it must be frozen.
const lastXID = 1 << 31

// Overview draws what is worth seeing of a database beside its findings, each
// chart from one query. One that cannot be drawn says why, and never keeps the
// others from being.
func Overview(ctx context.Context, db *sqlx.DB, server postgres.Server, timeout time.Duration) []Chart {
	r := &runner{db: db, server: server, timeout: timeout}
	connections, _ := strconv.ParseFloat(server.Settings["max_connections"], 64) // 0 where it is not known
	charts := []Chart{
		{ID: "connections", Title: "sessions by state", Unit: "sessions", Most: connections},
		{ID: "tables", Title: "largest tables", Unit: "bytes", Part: "empty room (estimated)"},
		{ID: "statements", Title: "slowest statements, on average", Unit: "ms"},
		{ID: "reads", Title: "tables most read from", Unit: "rows", Part: "by sequential scans"},
		{ID: "wraparound", Title: "age of the oldest unfrozen transaction", Unit: "transactions", Most: lastXID},
	}
	read := []func(context.Context, *runner) ([]Bar, error){readConnections, readTables, readStatements, readReads, readAges}
	for i := range charts {
		chart := &charts[i]
		chart.Bars = []Bar{}
		if chart.ID == "statements" {
			if chart.Reason = SlowStatement.unmet(server); chart.Reason != "" {
				continue
			}
		}
		bars, err := read[i](ctx, r)
		if err != nil {
			chart.Reason = ended(ctx, err, r).Reason
			continue
		}
		slices.SortStableFunc(bars, func(a, b Bar) int { return cmp.Compare(b.Value, a.Value) })
		chart.Bars = append(chart.Bars, bars[:min(len(bars), barsShown)]...)
	}
	return charts
}

// overviewRow is a row of the queries that only the overview has.
type overviewRow struct {
	Schema string  `db:"schema_name"` // "" where Name is no relation's
	Name   string  `db:"name"`
	Value  float64 `db:"value"`
	Part   float64 `db:"part"`
}

func readOverview(ctx context.Context, r *runner, id string) ([]Bar, error) {
	text, err := SQL(id, r.server)
	if err != nil {
		return nil, err
	}
	var rows []overviewRow
	err = persist(func() error {
		rows = nil
		return postgres.ReadOnly(ctx, r.db, r.timeout, func(tx *sqlx.Tx) error { return tx.SelectContext(ctx, &rows, text) })
	})
	var bars []Bar
	for _, row := range rows {
		name := row.Name
		if row.Schema != "" {
			name = postgres.Name(row.Schema, row.Name)
		}
		bars = append(bars, Bar{name, row.Value, row.Part})
	}
	return bars, err
}

func readConnections(ctx context.Context, r *runner) ([]Bar, error) {
	return readOverview(ctx, r, "overview_connections")
}

func readReads(ctx context.Context, r *runner) ([]Bar, error) {
	return readOverview(ctx, r, "overview_reads")
}

// readTables takes the estimates of table-bloat. What it cannot estimate is in
// that check's result.
func readTables(ctx context.Context, r *runner) ([]Bar, error) {
	rows, _, err := TableBloat.Read(ctx, r.db, r.server, r.timeout)
	var bars []Bar
	for _, row := range rows {
		if row.Bytes > 0 {
			bars = append(bars, Bar{postgres.Name(row.RootSchema, row.RootTable), float64(row.Bytes), float64(row.WastedBytes)})
		}
	}
	return bars, err
}

func readStatements(ctx context.Context, r *runner) ([]Bar, error) {
	rows, err := SlowStatement.rows(ctx, r) // without the plans, which only findings need
	var bars []Bar
	for _, row := range rows {
		if len(bars) == barsShown { // the slowest come first
			break
		}
		if !onlyCatalog(row.Query) {
			bars = append(bars, Bar{Name: excerpt(row.Query), Value: row.MeanMS})
		}
	}
	return bars, err
}

// readAges takes the databases of xid-wraparound.
func readAges(ctx context.Context, r *runner) ([]Bar, error) {
	rows, err := XIDWraparound.rows(ctx, r)
	var bars []Bar
	for _, row := range rows {
		if row.Schema == "" {
			bars = append(bars, Bar{Name: postgres.Name(row.Database), Value: float64(row.XIDAge)})
		}
	}
	return bars, err
}
