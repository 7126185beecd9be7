package fixes

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Guard says what must still be so of a session at the moment of ending it.
type Guard int

// The guards. The process ID and the start of the session are looked at by
// each: process IDs are reused.
const (
	SameState       Guard = iota // it has done nothing since
	SameTransaction              // it is in the same transaction
	SameSession                  // it is there, whatever it does
)

// columns are what a guard compares, besides the process ID.
func (g Guard) columns() []string {
	switch g {
	case SameTransaction:
		return []string{"backend_start", "xact_start"}
	case SameSession:
		return []string{"backend_start"}
	}
	return []string{"backend_start", "state", "state_change"}
}

// row is a session as a row of VALUES.
func (g Guard) row(s checks.Session) string {
	switch g {
	case SameTransaction:
		return fmt.Sprintf("(%d, %s::timestamptz, %s::timestamptz)", s.PID, postgres.Literal(s.BackendStart), postgres.Literal(s.XactStart))
	case SameSession:
		return fmt.Sprintf("(%d, %s::timestamptz)", s.PID, postgres.Literal(s.BackendStart))
	}
	return fmt.Sprintf("(%d, %s::timestamptz, %s, %s::timestamptz)", s.PID, postgres.Literal(s.BackendStart), postgres.Literal(s.State), postgres.Literal(s.StateChange))
}

// withoutLocks spares whoever has taken an advisory lock: a leader election, a migrator.
const withoutLocks = `
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_locks AS l WHERE l.pid = a.pid AND l.locktype = 'advisory')`

// EndSessions is the step that ends the sessions that a person has chosen, or
// refuses where the role could not.
func EndSessions(sessions checks.Sessions, guard Guard, spareLockers bool, server postgres.Server) (Step, error) {
	if err := mayEnd(sessions, server); err != nil {
		return Step{}, err
	}
	also := ""
	if spareLockers {
		also = withoutLocks
	}
	return terminate(sessions, guard, also, server), nil
}

// endSessions ends sessions that do nothing, and says what is the lasting cure.
func endSessions(sessions checks.Sessions, server postgres.Server, lasting string) Step {
	step := terminate(sessions, SameState, "", server)
	step.Note += ". Lasting instead: " + lasting
	return step
}

// terminate ends sessions, each named by its process ID and by what the guard
// compares. The same statement that ends them looks again whether each still is
// that session: a reused process ID is left alone.
func terminate(sessions checks.Sessions, guard Guard, also string, server postgres.Server) Step {
	rows := make([]string, 0, len(sessions))
	named := make([]string, 0, len(sessions))
	for _, s := range sessions {
		rows = append(rows, guard.row(s))
		named = append(named, fmt.Sprintf("pid %d (%s, %s, %s for %d s)", s.PID, s.User, s.Application, s.State, s.Seconds))
	}
	same := ""
	for _, column := range guard.columns() {
		same += fmt.Sprintf("\n       AND named.%s = a.%s", column, column)
	}
	found := fmt.Sprintf(`FROM pg_catalog.pg_stat_activity AS a
    JOIN pg_catalog.pg_roles AS r ON r.oid = a.usesysid
    JOIN (VALUES
        %s
    ) AS named (pid, %s)
        ON named.pid = a.pid%s
    WHERE a.datname = pg_catalog.current_database()
      AND a.backend_type = 'client backend'
      AND a.pid <> pg_catalog.pg_backend_pid()
      -- one superuser among them would make the whole statement fail
      AND NOT r.rolsuper%s`, strings.Join(rows, ",\n        "), strings.Join(guard.columns(), ", "), same, also)
	end := "pg_catalog.pg_terminate_backend(v.pid)"
	if server.Major() >= 14 {
		end = "pg_catalog.pg_terminate_backend(v.pid, 5000)" // waits until it is gone
	}
	return Step{
		Kind: "terminate-sessions", Slug: slug("terminate_sessions", server.Database),
		Up: fmt.Sprintf(`WITH v AS MATERIALIZED (
    SELECT a.pid
    %s
)
SELECT v.pid, %s FROM v;`, found, end),
		Down:  "-- an ended session cannot be brought back; its client connects again by itself or not",
		Alone: true, Risk: Disruptive, Reversible: false, Reach: OfMoment,
		Untried: "a session that is ended stays ended, whatever becomes of the transaction",
		Note:    "ends " + strings.Join(named, "; "),
		Done:    fmt.Sprintf("SELECT NOT EXISTS (\n    SELECT %s)", found),
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
