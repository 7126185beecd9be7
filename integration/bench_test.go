package integration

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// benchTables is the size of the benchmark's database, in tables.
const benchTables = 10_000

// manyTables makes tables in blocks of a transaction each, since every new
// table and index keeps a lock until the end of its transaction. Each has
// columns that checks look at, two foreign keys to the table before it, of which
// one lacks an index, and a few rows. Were all keys to one table, each new one
// would take longer than the one before: a relation's triggers are read as a whole.
const manyTables = `DO $$
BEGIN
	FOR n IN %d..%d LOOP
		EXECUTE format('CREATE TABLE t%%s (id bigint PRIMARY KEY, parent_id bigint REFERENCES t%%s, owner_id bigint REFERENCES t%%s,
			email text, status text NOT NULL DEFAULT ''new'', payload jsonb, created_at timestamptz NOT NULL DEFAULT now(), expires_at timestamptz)', n, n - 1, n - 1);
		EXECUTE format('CREATE INDEX ON t%%s (parent_id)', n);
		EXECUTE format('CREATE INDEX ON t%%s (status, created_at)', n);
		EXECUTE format('INSERT INTO t%%s (id, parent_id, owner_id, email) SELECT g, g, g, g || ''@example.com'' FROM generate_series(1, 20) AS g', n);
	END LOOP;
END $$`

// BenchmarkChecks runs each check on a database of many tables. Next to the
// time it reports the ratio to counting pg_class in the same run, which
// compares between machines.
func BenchmarkChecks(b *testing.B) {
	s := all[len(all)-1]
	dsn := s.Database(b)
	s.Exec(b, dsn, "CREATE EXTENSION pg_stat_statements; CREATE TABLE t0 (id bigint PRIMARY KEY); INSERT INTO t0 SELECT generate_series(1, 20)")
	for first := 1; first <= benchTables; first += 250 {
		s.Exec(b, dsn, fmt.Sprintf(manyTables, first, first+249))
	}
	s.Exec(b, dsn, "ANALYZE")
	cfg, err := postgres.ParseDSN(dsn)
	if err != nil {
		b.Fatal(err)
	}
	db, err := postgres.Open(b.Context(), cfg, 1)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	server, err := postgres.Probe(b.Context(), db, time.Minute)
	if err != nil {
		b.Fatal(err)
	}
	var measured []measurement
	for _, check := range checks.All() {
		b.Run(check.Describe().ID, func(b *testing.B) {
			m := measure(b, db, server, check)
			b.ReportMetric(m.ratio, "×count")
			b.ReportMetric(float64(m.examined), "examined")
			measured = append(measured, m)
		})
	}
	slices.SortFunc(measured, func(a, b measurement) int { return cmp.Compare(b.ratio, a.ratio) })
	// The log of a benchmark that only holds others is not shown.
	fmt.Printf("\nPostgreSQL %d, %d tables, the slowest checks:\n%s", s.Major, benchTables, slowest(measured))
}

type measurement struct {
	id       string
	status   checks.Status
	examined int
	each     time.Duration
	ratio    float64
}

// measure alternates between the check and the yardstick, so that both see the
// same load of the machine, and takes the least of each: what was disturbed least.
func measure(b *testing.B, db *sqlx.DB, server postgres.Server, check checks.Check) measurement {
	m := measurement{id: check.Describe().ID, each: time.Hour}
	yardstick := time.Hour
	for b.Loop() {
		started := time.Now()
		result := checks.Run(b.Context(), db, server, []checks.Check{check}, checks.Options{Timeout: time.Minute})[0]
		m.each = min(m.each, time.Since(started))
		if result.Status == checks.Failed {
			b.Fatalf("%s: %s", m.id, result.Reason)
		}
		m.status, m.examined = result.Status, result.Examined
		started = time.Now()
		var relations int
		if err := db.GetContext(b.Context(), &relations, "SELECT count(*) FROM pg_catalog.pg_class"); err != nil {
			b.Fatal(err)
		}
		yardstick = min(yardstick, time.Since(started))
	}
	m.ratio = float64(m.each) / float64(yardstick)
	return m
}

func slowest(measured []measurement) string {
	var text strings.Builder
	for _, m := range measured[:min(20, len(measured))] {
		fmt.Fprintf(&text, "%-32s %8.1f ms  %7.1f × count(*) of pg_class  (%s, %d examined)\n",
			m.id, float64(m.each.Microseconds())/1000, m.ratio, m.status, m.examined)
	}
	return text.String()
}
