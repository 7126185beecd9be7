package integration

import (
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/advisor"
)

// TestAdvisorUnions wants indexes on every branch of a UNION ALL that is joined or read in an order: the planner names
// the columns of the whole by its first branch.
func TestAdvisorUnions(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, `CREATE EXTENSION hypopg;
			CREATE TABLE guests (id int PRIMARY KEY, firm int NOT NULL);
			INSERT INTO guests SELECT n, n % 900 FROM generate_series(1, 9000) AS n;
			CREATE TABLE trips (id int PRIMARY KEY, guest int NOT NULL, at timestamptz NOT NULL, paid int NOT NULL, note text NOT NULL);
			CREATE TABLE stays (id int PRIMARY KEY, guest_id int NOT NULL, began timestamptz NOT NULL, paid int NOT NULL, note text NOT NULL);
			INSERT INTO trips SELECT n, hashint4(n) & 8191, timestamptz '2026-01-01' + n * interval '1 minute', n % 70, repeat('x', 90) FROM generate_series(1, 60000) AS n;
			INSERT INTO stays SELECT n, hashint4(n + 7) & 8191, timestamptz '2026-01-01' + n * interval '2 minutes', n % 70, repeat('x', 90) FROM generate_series(1, 30000) AS n;`)
		s.Exec(t, dsn, "VACUUM ANALYZE")
		call := called(1300)
		calls := []advisor.Call{
			call("sums", "WITH sold AS (SELECT 'trip' AS kind, guest, paid FROM trips UNION ALL SELECT 'stay', guest_id, -paid FROM stays) SELECT sold.kind, sum(sold.paid) FROM guests AS g JOIN sold ON sold.guest = g.id WHERE g.firm = $1 GROUP BY sold.kind", 2),
			call("feed", "SELECT * FROM (SELECT at, note FROM trips UNION ALL SELECT began, note FROM stays) AS x ORDER BY at DESC LIMIT $1", 20),
		}
		list := []wanted{
			{`ON "public"."trips" USING btree ("at")`, "SELECT * FROM trips ORDER BY at DESC LIMIT 20"},
			{`ON "public"."stays" USING btree ("began")`, "SELECT * FROM stays ORDER BY began DESC LIMIT 20"},
			{`ON "public"."trips" USING btree ("guest") INCLUDE ("paid")`, "SELECT paid FROM trips WHERE guest = 7"},
			{`ON "public"."stays" USING btree ("guest_id") INCLUDE ("paid")`, "SELECT paid FROM stays WHERE guest_id = 7"},
		}
		conn := connect(t, dsn)
		for _, engine := range []string{"hypopg", "scratch"} {
			wantRead(t, conn, engine, advised(t, s, dsn, calls, engine, "--index-budget", "100"), list)
		}
	})
}
