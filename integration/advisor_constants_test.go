package integration

import (
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// TestConstantsOfSessions wants what sessions have in a statement's text to become an
// index's predicate, and nothing that somebody typed in to be written anywhere.
func TestConstantsOfSessions(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, `CREATE EXTENSION pg_stat_statements; CREATE EXTENSION hypopg;
			CREATE TABLE jobs (id bigint PRIMARY KEY, status text NOT NULL, run_at timestamptz NOT NULL, owner text NOT NULL);
			INSERT INTO jobs SELECT n, CASE WHEN n % 1000 = 0 THEN 'queued' ELSE 'done' END, timestamptz '2026-01-01' + n * interval '1 minute', md5(n::text) FROM generate_series(1, 100000) AS n`)
		s.Exec(t, dsn, "VACUUM ANALYZE jobs")
		for range 3 { // idle, as workers are that found nothing to do
			worker := connect(t, dsn+"&default_query_exec_mode=simple_protocol")
			repeated(t, worker, "SELECT id FROM jobs WHERE status = 'queued' ORDER BY run_at LIMIT 10 FOR UPDATE SKIP LOCKED")
		}
		person := connect(t, dsn+"&default_query_exec_mode=simple_protocol")
		repeated(t, person, "SELECT id FROM jobs WHERE owner = 'somebody in particular'")
		got := pgdoctor(t, "advise", "--dsn", dsn, "--engine", "hypopg")
		got.want(t, 0)
		predicate := `("run_at") WHERE "status" = 'queued'`
		if s.Major < 14 { // whose sessions do not say which statement they sent
			predicate = `("status", "run_at")`
		}
		if !strings.Contains(got.stdout, predicate) || !strings.Contains(got.stdout, `("owner")`) {
			t.Errorf("want %s and (owner):\n%s", predicate, got.stdout)
		}
		got = pgdoctor(t, "advise", "--dsn", dsn, "--engine", "hypopg", "--format", "json")
		if got.want(t, 0); strings.Contains(got.stdout+got.stderr, "somebody") {
			t.Errorf("what somebody typed in is told: %s", got.stdout)
		}
	})
}

func repeated(t *testing.T, conn *pgx.Conn, sql string) {
	t.Helper()
	for range 40 {
		if _, err := conn.PgConn().Exec(t.Context(), sql).ReadAll(); err != nil {
			t.Fatal(err)
		}
	}
}
