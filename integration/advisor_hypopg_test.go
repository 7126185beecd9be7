package integration

import (
	"slices"
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/advisor"
)

// TestHypopgUnseen wants indexes with predicates and expressions also where HypoPG hides them from the
// planner: on tables that do not come first in FROM, behind views, and on partitions. What is not
// planned is marked. It wants every statement to be analysed too: of these no type of a parameter
// is known without its constant.
func TestHypopgUnseen(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, `CREATE EXTENSION hypopg;
			CREATE TABLE depots (id int PRIMARY KEY, code char(4) NOT NULL, name text NOT NULL);
			INSERT INTO depots SELECT n, 'D' || lpad(n::text, 3, '0'), 'depot ' || n FROM generate_series(1, 200) AS n;
			CREATE TABLE parcels (id int PRIMARY KEY, depot_id int NOT NULL, number text NOT NULL, created_on date NOT NULL, due_on date NOT NULL, delivered_at timestamp, lost_at timestamp, moved_at timestamp);
			INSERT INTO parcels SELECT n, n % 200 + 1, 'N' || n, date '2024-01-01' + n / 60, date '2024-01-05' + n / 60, CASE WHEN n % 10 > 0 THEN timestamp '2026-01-01' END,
				CASE WHEN n % 500 = 0 THEN timestamp '2026-01-01' END, timestamp '2024-01-01' + n * interval '10 minutes' FROM generate_series(1, 50000) AS n;
			CREATE TABLE bookings (id int PRIMARY KEY, email text NOT NULL, phone text NOT NULL, made_at timestamp NOT NULL, paper text NOT NULL);
			INSERT INTO bookings SELECT n, 'Guest' || n || '@Post.example', 'P' || n, timestamp '2024-01-01' + n * interval '10 minutes', repeat(md5(n::text), 4) FROM generate_series(1, 50000) AS n;
			CREATE INDEX ON bookings (made_at);
			CREATE FUNCTION bare(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT lower(replace($1, ' ', ''))$$;
			CREATE VIEW desk AS SELECT p.id, p.number, p.delivered_at, d.name FROM depots AS d JOIN parcels AS p ON p.depot_id = d.id;
			CREATE TABLE scans (parcel_id int NOT NULL, at timestamp NOT NULL, fault text) PARTITION BY HASH (parcel_id);
			CREATE TABLE scans_0 PARTITION OF scans FOR VALUES WITH (MODULUS 2, REMAINDER 0);
			CREATE TABLE scans_1 PARTITION OF scans FOR VALUES WITH (MODULUS 2, REMAINDER 1);
			INSERT INTO scans SELECT n, timestamp '2026-01-01' + n * interval '1 second', CASE WHEN n % 300 = 0 THEN 'wet' END FROM generate_series(1, 50000) AS n;`)
		s.Exec(t, dsn, "VACUUM ANALYZE depots, parcels, bookings, scans")
		calls := []advisor.Call{
			{ID: "open", Text: "SELECT p.id, d.name FROM depots AS d JOIN parcels AS p ON p.depot_id = d.id WHERE p.delivered_at IS NULL ORDER BY p.created_on LIMIT $1", Calls: 1000, TotalMS: 9000, Rows: 20_000, Blocks: 500_000},
			{ID: "desk", Text: "SELECT id, name FROM desk WHERE lower(number) = $1", Calls: 1000, TotalMS: 9000, Rows: 1000, Blocks: 500_000},
			{ID: "faults", Text: "SELECT parcel_id, at FROM scans WHERE fault IS NOT NULL AND at >= $1 ORDER BY at LIMIT $2", Calls: 1000, TotalMS: 9000, Rows: 10_000, Blocks: 300_000},
			{ID: "lost", Text: "SELECT p.id FROM depots AS d JOIN parcels AS p ON p.depot_id = d.id WHERE d.code = $1 AND p.lost_at IS NOT NULL ORDER BY p.moved_at DESC", Calls: 1000, TotalMS: 9000, Rows: 500, Blocks: 500_000},
			{ID: "days", Text: "SELECT id FROM parcels WHERE date(moved_at) = $1", Calls: 1000, TotalMS: 9000, Rows: 144_000, Blocks: 500_000},
			{ID: "guest", Text: "SELECT id, made_at, paper FROM bookings WHERE lower(email) = $1 OR phone = $2 ORDER BY made_at DESC LIMIT $3", Calls: 1000, TotalMS: 9000, Rows: 1000, Blocks: 1_000_000},
			{ID: "bare", Text: "SELECT paper FROM bookings WHERE bare(phone) = bare($1)", Calls: 1000, TotalMS: 9000, Rows: 1000, Blocks: 1_000_000},
			{ID: "late", Text: "SELECT id FROM parcels WHERE due_on BETWEEN created_on AND created_on + $1 AND id = $2 AND coalesce(lost_at, timestamp $3) > timestamp $4", Calls: 10, TotalMS: 10, Rows: 10, Blocks: 30},
			{ID: "ages", Text: "SELECT sum(id) FILTER (WHERE due_on < date $1 - $2 AND due_on >= date $3 - $4) FROM parcels WHERE id = $5", Calls: 10, TotalMS: 10, Rows: 10, Blocks: 30},
		}
		got := pgdoctor(t, "advise", "--dsn", dsn, "--statements", statementsFile(t, calls), "--engine", "hypopg", "--format", "json")
		advice := got.advice(t)
		for _, query := range advice.Statements {
			if query.Skipped != "" {
				t.Errorf("%s is not analysed: %s", query.ID, query.Skipped)
			}
		}
		planned := map[string]bool{}
		for _, proposal := range advice.Proposals {
			planned[proposal.Table+" "+proposal.Tail()] = proposal.Verified
			t.Log(proposal.Definition())
		}
		for _, want := range []struct {
			index   string
			planned bool
		}{
			{`parcels USING btree ("created_on") WHERE "delivered_at" IS NULL`, true},
			{`parcels USING btree ((lower(number)))`, false},
			{`bookings USING btree ((lower(email)))`, true}, // LIMIT seems to end soon what is read by made_at: the planner expects 1 row of 200
			{`bookings USING btree ("phone")`, true},
			{`bookings USING btree ((lower(replace(phone, ' '::text, ''::text))))`, true}, // that function is run by the planner
			{`scans USING btree ("at") WHERE "fault" IS NOT NULL`, true},
			{`parcels USING btree ("depot_id") WHERE "lost_at" IS NOT NULL`, true},
			{`parcels USING btree ((date(moved_at))) INCLUDE ("id", "moved_at")`, true}, // of a day, of 348
		} {
			if verified, ok := planned[want.index]; !ok || verified != want.planned {
				t.Errorf("%s: proposed %t, planned %t", want.index, ok, verified)
			}
		}
		if !slices.ContainsFunc(advice.Statements, func(q *advisor.Query) bool { return q.ID == "lost" && q.After < q.Base/2 }) {
			t.Error("a column of character(4) is compared with values that were cut off")
		}
	})
}
