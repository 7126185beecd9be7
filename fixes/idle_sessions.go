package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.IdleSessions,
	Cure{Kind: "terminate-sessions", Risk: Disruptive, Reversible: false, order: 10},
	func(row checks.DatabaseSessions, c Context) ([]Step, error) {
		sessions := withoutSuperusers(row.Listed)
		if err := mayEnd(sessions, c.Server); err != nil {
			return nil, err
		}
		lasting := "a smaller pool, or a pool with a maximum idle time"
		if c.Server.Major() >= 14 {
			lasting += ", or " + timeoutFor("idle_session_timeout", "1h", sessions)
		}
		return []Step{endSessions(sessions, c.Server, lasting)}, nil
	})
