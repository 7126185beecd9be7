package fixes

import (
	"context"
	"fmt"
	"math"
	"time"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

const (
	// probedRows is how many rows of a table are sorted to see how long all would take.
	probedRows = 100_000
	// probeTime is how long that may take; a server that is slower is taken for one
	// like all others.
	probeTime = time.Second
	// usualRate is how many keys a second plain hardware sorts and writes.
	usualRate = 2e6
)

// proveTime says how long it takes to build an index: from a sample of its keys
// that is sorted by the server itself, or else from what is usual. Of indexes on
// a million rows and more the build took 0.8 to 3 times what the sample said.
func proveTime(ctx context.Context, db *sqlx.DB, step *Step, rows float64, timeout time.Duration) {
	sorted := rows / usualRate
	if n, took, err := probe(ctx, db, step.Gain, rows, min(timeout, probeTime)); err == nil && n > 1000 {
		step.Proof.Timed = true
		sorted = scaled(took, n, rows)
	}
	step.Proof.Seconds = []float64{round1(0.8 * 2 * sorted), round1(3 * 2 * sorted)}
}

// scaled is the time to sort all rows, in seconds, by that for n of them.
func scaled(took time.Duration, n, rows float64) float64 {
	rows = math.Max(rows, n)
	return took.Seconds() * rows / n * math.Log2(rows) / math.Log2(n)
}

// probe sorts a sample of an index's keys, taken by blocks, and says how many they
// were and how long it took.
func probe(ctx context.Context, db *sqlx.DB, gain *Gain, rows float64, timeout time.Duration) (n float64, took time.Duration, err error) {
	share := math.Min(100, 100*probedRows/math.Max(rows, 1))
	err = postgres.ReadOnly(ctx, db, timeout, func(tx *sqlx.Tx) error {
		began := time.Now()
		// numbered, so that the sort is not left out
		err := tx.GetContext(ctx, &n, fmt.Sprintf(`SELECT coalesce(pg_catalog.max(s.place), 0)::float8
FROM (
    SELECT pg_catalog.row_number() OVER (ORDER BY %s) AS place
    FROM %s TABLESAMPLE SYSTEM (%g)
) AS s
/* pgdoctor */`, postgres.QuoteList(gain.Columns), postgres.Quote(gain.Schema, gain.Table), share))
		took = time.Since(began)
		return err
	})
	return n, took, err
}
