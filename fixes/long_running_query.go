package fixes

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var _ = pair(checks.LongRunningQuery,
	Cure{Kind: "cancel-statements", Risk: Disruptive, Reversible: false, order: 10},
	func(row checks.DatabaseSessions, c Context) ([]Step, error) {
		ordinary := withoutJobs(row.Listed)
		if len(ordinary) == 0 {
			return nil, refuse("it is a dump or maintenance, whose work would be lost: ask whoever runs it, or SELECT pg_cancel_backend(%d)", row.Listed[0].PID)
		}
		sessions := withoutSuperusers(ordinary)
		if err := mayEnd(sessions, c.Server); err != nil {
			return nil, err
		}
		step := cancelStatements(sessions, c.Server)
		step.Note += spared(ordinary, sessions)
		if jobs := len(row.Listed) - len(ordinary); jobs > 0 {
			step.Note += fmt.Sprintf("; %d dumps or maintenance statements go on, so the finding stays", jobs)
		}
		return []Step{step}, nil
	})

var _ = example(checks.LongRunningQuery, checks.DatabaseSessions{Database: "shop", Listed: checks.Sessions{{
	PID: 4711, BackendStart: "2026-01-05T08:00:00.000001Z", State: "active", StateChange: "2026-01-05T09:30:00.000003Z",
	QueryStart: "2026-01-05T09:30:00.000002Z", User: "shop", Application: "web", Seconds: 5400,
}}})

// withoutJobs keeps the sessions whose statement may be cancelled.
func withoutJobs(sessions checks.Sessions) checks.Sessions {
	kept := checks.Sessions{}
	for _, s := range sessions {
		if !s.Job {
			kept = append(kept, s)
		}
	}
	return kept
}

// cancelStatements is the step that cancels statements, each named by its
// session and the moment at which it began. As in endSessions the statement
// that cancels looks again: what has ended meanwhile is left alone.
func cancelStatements(sessions checks.Sessions, server postgres.Server) Step {
	rows := make([]string, 0, len(sessions))
	named := make([]string, 0, len(sessions))
	for _, s := range sessions {
		rows = append(rows, fmt.Sprintf("(%d, %s::timestamptz, %s::timestamptz)", s.PID, postgres.Literal(s.BackendStart), postgres.Literal(s.QueryStart)))
		named = append(named, fmt.Sprintf("pid %d (%s, %s, for %d s)", s.PID, s.User, s.Application, s.Seconds))
	}
	running := fmt.Sprintf(`FROM pg_catalog.pg_stat_activity AS a
    JOIN pg_catalog.pg_roles AS r ON r.oid = a.usesysid
    JOIN (VALUES
        %s
    ) AS named (pid, backend_start, query_start)
        ON named.pid = a.pid
       AND named.backend_start = a.backend_start
       AND named.query_start = a.query_start
    WHERE a.state = 'active'
      AND a.datname = pg_catalog.current_database()
      AND a.backend_type = 'client backend'
      AND a.pid <> pg_catalog.pg_backend_pid()`, strings.Join(rows, ",\n        "))
	return Step{
		Kind: "cancel-statements", Slug: slug("cancel_statements", server.Database),
		Up: fmt.Sprintf(`WITH v AS MATERIALIZED (
    SELECT a.pid
    %s
      -- one superuser among them would make the whole statement fail
      AND NOT r.rolsuper
),
cancelled AS MATERIALIZED (
    SELECT pg_catalog.pg_cancel_backend(v.pid) AS asked FROM v
)
-- they need a moment to stop
SELECT pg_catalog.count(*) FILTER (WHERE c.asked), pg_catalog.pg_sleep(1) FROM cancelled AS c;`, running),
		Down:  "-- a cancelled statement is not run again; its transaction was rolled back",
		Alone: true, Risk: Disruptive, Reversible: false, Reach: OfMoment,
		Untried: "a statement that is cancelled stays cancelled, whatever becomes of the transaction",
		Note:    "cancels what is run by " + strings.Join(named, "; ") + ", and rolls back its transaction. Lasting instead: " + timeoutFor("statement_timeout", "5min", sessions),
		Done:    fmt.Sprintf("SELECT NOT EXISTS (\n    SELECT %s)", running),
	}
}
