package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
)

var (
	_ = example(checks.TransactionLong, checks.DatabaseSessions{Database: "shop", Listed: exampleSessions("active")})
	_ = example(checks.IdleInTransactionAborted, checks.DatabaseSessions{Database: "shop", Listed: exampleSessions("idle in transaction (aborted)")})
)

var _ = pair(checks.TransactionLong,
	Cure{Kind: "terminate-sessions", Risk: Disruptive, Reversible: false, order: 10},
	func(row checks.DatabaseSessions, c Context) ([]Step, error) {
		ended := checks.Sessions{}
		for _, session := range withoutSuperusers(row.Listed) {
			if !session.Dumps() {
				ended = append(ended, session)
			}
		}
		if len(ended) == 0 && len(withoutSuperusers(row.Listed)) > 0 {
			return nil, refuse("it is pg_dump, which pgdoctor does not end: wait for the backup, or stop it where it was started")
		}
		if err := mayEnd(ended, c.Server); err != nil {
			return nil, err
		}
		setting := "statement_timeout"
		if c.Server.Major() >= 17 {
			setting = "transaction_timeout"
		}
		step := endSessions(ended, c.Server, timeoutFor(setting, "30min", ended))
		step.Slug = slug("terminate_long_transactions", c.Server.Database)
		step.Note += "; what they did in their transactions is rolled back"
		if kept := len(row.Listed) - len(ended); kept > 0 {
			step.Note += fmt.Sprintf("; %d of superusers and pg_dump stay, so the finding does", kept)
		}
		return []Step{step}, nil
	})

var _ = pair(checks.IdleInTransactionAborted,
	Cure{Kind: "terminate-sessions", Risk: Disruptive, Reversible: false, order: 10},
	func(row checks.DatabaseSessions, c Context) ([]Step, error) {
		sessions := withoutSuperusers(row.Listed)
		if err := mayEnd(sessions, c.Server); err != nil {
			return nil, err
		}
		step := endSessions(sessions, c.Server, timeoutFor("idle_in_transaction_session_timeout", "5min", sessions))
		step.Slug = slug("terminate_failed_transactions", c.Server.Database)
		step.Note += "; their transactions have failed already" + spared(row.Listed, sessions)
		return []Step{step}, nil
	})
