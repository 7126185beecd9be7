package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.IdleInTransaction,
	Cure{Kind: "terminate-sessions", Risk: Disruptive, Reversible: false, order: 10},
	func(row checks.DatabaseSessions, c Context) ([]Step, error) {
		sessions := withoutSuperusers(row.Listed)
		if err := mayEnd(sessions, c.Server); err != nil {
			return nil, err
		}
		step := endSessions(sessions, c.Server, timeoutFor("idle_in_transaction_session_timeout", "5min", sessions))
		step.Slug = slug("terminate_transactions", c.Server.Database)
		step.Note += "; what their open transactions wrote is rolled back" + spared(row.Listed, sessions)
		return []Step{step}, nil
	})
