package fixes

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// endSessions is the step that ends sessions, each named by its process ID and
// the moments at which it started and last changed state. The same statement
// that ends them looks again whether each still is that session in that state:
// a reused process ID or one that has become busy is left alone.
func endSessions(sessions checks.Sessions, server postgres.Server, lasting string) Step {
	rows := make([]string, 0, len(sessions))
	named := make([]string, 0, len(sessions))
	for _, s := range sessions {
		rows = append(rows, fmt.Sprintf("(%d, %s::timestamptz, %s, %s::timestamptz)",
			s.PID, postgres.Literal(s.BackendStart), postgres.Literal(s.State), postgres.Literal(s.StateChange)))
		named = append(named, fmt.Sprintf("pid %d (%s, %s, %s for %d s)", s.PID, s.User, s.Application, s.State, s.Seconds))
	}
	terminate := "pg_catalog.pg_terminate_backend(v.pid)"
	if server.Major() >= 14 {
		terminate = "pg_catalog.pg_terminate_backend(v.pid, 5000)" // waits until it is gone
	}
	return Step{
		Kind: "terminate-sessions", Slug: slug("terminate_sessions", server.Database),
		Up: fmt.Sprintf(`WITH v AS MATERIALIZED (
    SELECT a.pid
    FROM pg_catalog.pg_stat_activity AS a
    JOIN pg_catalog.pg_roles AS r ON r.oid = a.usesysid
    JOIN (VALUES
        %s
    ) AS named (pid, backend_start, state, state_change)
        ON named.pid = a.pid
       AND named.backend_start = a.backend_start
       AND named.state = a.state
       AND named.state_change = a.state_change
    WHERE a.datname = pg_catalog.current_database()
      AND a.backend_type = 'client backend'
      AND a.pid <> pg_catalog.pg_backend_pid()
      -- one superuser among them would make the whole statement fail
      AND NOT r.rolsuper
)
SELECT v.pid, %s FROM v;`, strings.Join(rows, ",\n        "), terminate),
		Down:  "-- an ended session cannot be brought back; its client connects again by itself or not",
		Alone: true, Risk: Disruptive, Reversible: false,
		Note: "ends " + strings.Join(named, "; ") + ". Lasting instead: " + lasting,
		Done: fmt.Sprintf(`SELECT NOT EXISTS (
    SELECT FROM pg_catalog.pg_stat_activity AS a
    JOIN (VALUES
        %s
    ) AS named (pid, backend_start, state, state_change)
        ON named.pid = a.pid AND named.backend_start = a.backend_start AND named.state_change = a.state_change)`, strings.Join(rows, ",\n        ")),
	}
}

// users lists the roles of some sessions once, in order.
func users(sessions checks.Sessions) []string {
	seen := map[string]bool{}
	var list []string
	for _, s := range sessions {
		if !seen[s.User] {
			seen[s.User] = true
			list = append(list, s.User)
		}
	}
	return list
}

// withoutSuperusers keeps the sessions that may be ended.
func withoutSuperusers(sessions checks.Sessions) checks.Sessions {
	kept := checks.Sessions{}
	for _, s := range sessions {
		if !s.Superuser {
			kept = append(kept, s)
		}
	}
	return kept
}

// spared says how many sessions stay because they are superusers'.
func spared(all, ended checks.Sessions) string {
	if len(all) == len(ended) {
		return ""
	}
	return fmt.Sprintf("; %d of superusers stay, so the finding does", len(all)-len(ended))
}

// mayEnd refuses where the role could not end others' sessions.
func mayEnd(sessions checks.Sessions, server postgres.Server) error {
	if len(sessions) == 0 {
		return refuse("they are sessions of superusers, which pgdoctor does not end")
	}
	if server.HasRole("pg_signal_backend") {
		return nil
	}
	for _, user := range users(sessions) {
		if user != server.Role {
			return refuse("needs pg_signal_backend: GRANT pg_signal_backend TO %s", postgres.Quote(server.Role))
		}
	}
	return nil
}

// timeoutFor proposes a setting for the roles of some sessions.
func timeoutFor(setting, value string, sessions checks.Sessions) string {
	var list []string
	for _, user := range users(sessions) {
		list = append(list, fmt.Sprintf("ALTER ROLE %s SET %s = %s", postgres.Quote(user), setting, postgres.Literal(value)))
	}
	return strings.Join(list, "; ")
}
