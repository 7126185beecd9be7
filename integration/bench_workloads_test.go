package integration

import (
	"fmt"
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/advisor"
)

// TestWorkloads runs every statement of the benchmark's workloads once, on little data, builds
// the expert's indexes, and wants every statement to be analysed by a role that only reads.
func TestWorkloads(t *testing.T) {
	t.Parallel()
	for n, w := range workloads() {
		for _, s := range inTurn(n, all) {
			t.Run(fmt.Sprintf("%s/pg%d", w.name, s.Major), func(t *testing.T) {
				t.Parallel()
				dsn := s.Database(t)
				buildWorkload(t, s, dsn, w.name, 0.02)
				trapsOf(t, w.name)
				b := &bench{t: t, s: s, statements: statementsOf(t, w.name)}
				conn := connect(t, dsn+"&default_query_exec_mode=simple_protocol")
				b.prepare(conn, 1)
				var calls []advisor.Call
				for i, statement := range b.statements {
					call := record(t, conn, statement, b.texts[i])
					call.TotalMS = 1000 // all of them matter
					calls = append(calls, call)
				}
				wantAnalysed(t, s, dsn, calls)
				b.exec(conn, "BEGIN;"+advisorFile(t, w.name, "expert.sql")+advisorFile(t, w.name, "inserts.sql")+"ROLLBACK")
			})
		}
	}
}

func wantAnalysed(t *testing.T, s *servers.Server, dsn string, calls []advisor.Call) {
	t.Helper()
	user, password := s.Role(t, "reader", "IN ROLE pg_monitor")
	// joins of nine tables take most of the time, and what is wanted is any plan of them
	s.Exec(t, dsn, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO "+user+"; ALTER ROLE "+user+" SET join_collapse_limit = 4; ALTER ROLE "+user+" SET from_collapse_limit = 4")
	got := pgdoctor(t, "advise", "--dsn", s.DSNFor(nameOf(t, dsn), user, password), "--statements", statementsFile(t, calls), "--engine", "hypopg", "--format", "json")
	advice := got.advice(t)
	for _, query := range advice.Statements {
		if query.Skipped != "" {
			t.Errorf("%s is not analysed: %s", query.ID, query.Skipped)
		}
	}
	if len(advice.Proposals) < 10 {
		t.Errorf("%d indexes are proposed, where an expert has two dozen", len(advice.Proposals))
	}
}
