package integration

import (
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/advisor"
)

// TestAdvisorStatesAndRanges wants indexes without the rows that are done with, where it is not known in which
// other state a statement looks for them, GiST for ranges and for what is nearest, and GIN for each side of an OR.
// Built, they are read.
func TestAdvisorStatesAndRanges(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, `CREATE EXTENSION hypopg;
			CREATE TYPE delivery AS ENUM ('queued', 'failed', 'sent');
			CREATE TABLE mails (id int PRIMARY KEY, state delivery NOT NULL, urgent boolean NOT NULL, created_at timestamptz NOT NULL, body text NOT NULL);
			INSERT INTO mails SELECT n, (CASE WHEN n % 50 > 0 THEN 'sent' WHEN n % 100 = 0 THEN 'queued' ELSE 'failed' END)::delivery, n % 40 = 7,
				timestamptz '2025-01-01' + n * interval '5 minutes', repeat(md5(n::text), 6) FROM generate_series(1, 60000) AS n;
			CREATE TABLE bookings (id int PRIMARY KEY, room_id int NOT NULL, stay daterange NOT NULL, note text NOT NULL);
			INSERT INTO bookings SELECT n, n % 500, daterange(date '2018-01-01' + n / 20, date '2018-01-03' + n / 20 + n % 5), repeat(md5(n::text), 4) FROM generate_series(1, 60000) AS n;
			CREATE TABLE stops (id int PRIMARY KEY, place point NOT NULL, name text NOT NULL);
			INSERT INTO stops SELECT n, point((n * 7919) % 10007 / 100.0, (n * 10473) % 9973 / 100.0), repeat(md5(n::text), 4) FROM generate_series(1, 40000) AS n;
			CREATE EXTENSION pg_trgm;
			CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL, city text NOT NULL, about text NOT NULL);
			INSERT INTO people SELECT n, 'n' || md5(n::text), 'c' || md5((n + 1)::text), repeat(md5(n::text), 20) FROM generate_series(1, 40000) AS n;`)
		s.Exec(t, dsn, "VACUUM ANALYZE mails, bookings, stops, people")
		call := called(1800)
		calls := []advisor.Call{
			call("waiting", "SELECT id, body FROM mails WHERE state = $1 AND created_at < $2 ORDER BY created_at LIMIT $3", 31.7),
			call("urgent", "SELECT id, body FROM mails WHERE urgent = $1 ORDER BY created_at", 1500),
			call("guests", "SELECT id, note FROM bookings WHERE stay && daterange($1, $2, $3)", 63.3),
			call("tonight", "SELECT count(*) FROM bookings WHERE stay @> $1::date", 1),
			call("search", "SELECT id, about FROM people WHERE name ILIKE $1 OR city ILIKE $2", 3.4),
			call("nearest", "SELECT id, name FROM stops ORDER BY place <-> point($1, $2) LIMIT $3", 5),
		}
		conn := connect(t, dsn)
		for _, engine := range []string{"hypopg", "scratch"} {
			set := advised(t, s, dsn, calls, engine)
			wantRead(t, conn, engine, set, []wanted{
				{`ON "public"."mails" USING btree ("state", "created_at") WHERE "state" <> 'sent'`, "SELECT id, body FROM mails WHERE state = 'failed' AND created_at < '2025-06-01' ORDER BY created_at LIMIT 40"},
				{`ON "public"."mails" USING btree ("created_at") WHERE "urgent"`, "SELECT id, body FROM mails WHERE urgent = true ORDER BY created_at"},
				{`ON "public"."bookings" USING gist ("stay")`, "SELECT id, note FROM bookings WHERE stay && daterange('2024-03-01', '2024-03-03', '[]')"},
				{`ON "public"."bookings" USING gist ("stay")`, "SELECT count(*) FROM bookings WHERE stay @> date '2024-03-01'"},
				{`ON "public"."people" USING gin ("name" "public"."gin_trgm_ops")`, "SELECT id, about FROM people WHERE name ILIKE '%a4f9b%'"},
				{`ON "public"."people" USING gin ("city" "public"."gin_trgm_ops")`, "SELECT id, about FROM people WHERE city ILIKE '%a4f9b%'"},
				{`ON "public"."stops" USING gist ("place")`, "SELECT id, name FROM stops ORDER BY place <-> point(3, 4) LIMIT 5"},
			})
		}
	})
}

// called makes statements that were called a thousand times, and touched so many blocks each time.
func called(blocks float64) func(id, text string, rows float64) advisor.Call {
	return func(id, text string, rows float64) advisor.Call {
		return advisor.Call{ID: id, Text: text, Calls: 1000, TotalMS: 9000, Rows: 1000 * rows, Blocks: 1000 * blocks}
	}
}

// wanted is an index as it is to be proposed, and a statement that is to read it.
type wanted struct{ index, reads string }

// wantRead wants indexes in a set, and that each is read once it is built.
func wantRead(t *testing.T, conn *pgx.Conn, engine string, set *indexSet, list []wanted) {
	t.Helper()
	for _, want := range list {
		if !slices.Contains(set.create, want.index) {
			t.Errorf("%s: %s is not among\n%s", engine, want.index, strings.Join(set.create, "\n"))
			continue
		}
		if !reads(t, conn, want.index, want.reads) {
			t.Errorf("%s: %s does not read %s", engine, want.reads, want.index)
		}
	}
}

// reads says whether a statement's plan reads an index once it is built.
func reads(t *testing.T, conn *pgx.Conn, index, statement string) bool {
	t.Helper()
	tx, err := conn.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback(t.Context()) //nolint:errcheck // nothing is to stay
	if _, err := tx.Exec(t.Context(), "CREATE INDEX wanted "+index); err != nil {
		t.Fatal(err)
	}
	rows, err := tx.Query(t.Context(), "EXPLAIN "+statement)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	return strings.Contains(strings.Join(lines, "\n"), " wanted")
}
