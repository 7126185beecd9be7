package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var idleTransactionMinSeconds = Threshold{
	Name: "min-seconds", Default: 300, Unit: "seconds",
	Why: "an application that thinks for minutes inside a transaction has forgotten it",
}

// IdleInTransaction finds sessions that began a transaction and left it open.
var IdleInTransaction = define(Spec[DatabaseSessions]{
	Doc: Doc{
		ID:       "idle-in-transaction",
		Title:    "sessions that sit idle inside a transaction",
		Examines: "databases",
		Why: `A session that is idle in a transaction keeps every lock that the transaction took, so that others wait for it without end. Once it has written anything, and under REPEATABLE READ from its first statement on, it also keeps VACUUM from removing dead rows in the whole database. It is a forgotten COMMIT, a call to another service in the middle of a transaction, a debugger, or a crashed worker. Transactions that have failed are not among them: idle-in-transaction-aborted finds those, and sooner.

Confirm: SELECT pid, state, xact_start, state_change, query FROM pg_stat_activity WHERE state = 'idle in transaction'; pg_blocking_pids(pid) names who blocks a waiting session.

Cure: find what the client is doing; end the session if it is forgotten. Its transaction is rolled back. pgdoctor fix names each session, and checks again at the moment of ending it that it has done nothing since. Superusers' sessions are shown but not ended, and pg_dump is left out.

Prevention: idle_in_transaction_session_timeout for the application's role; no network calls inside transactions.`,
		Category:   Connections,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Needs:      []Need{{Role: "pg_read_all_stats"}},
		Thresholds: []Threshold{idleTransactionMinSeconds},
	},
	Judge: func(row *DatabaseSessions, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return row.idlingFor(t.Of(idleTransactionMinSeconds), "idle inside a transaction")
	},
})

// idlingFor keeps the sessions that have sat in a transaction for so many seconds,
// and judges them: it is critical where others wait for them.
func (d *DatabaseSessions) idlingFor(least float64, how string) (Verdict, bool) {
	d.Listed = d.Listed.olderThan(least)
	d.Sessions, d.Blocked = len(d.Listed), 0
	for _, session := range d.Listed {
		d.Blocked += session.Blocked
	}
	verdict := Verdict{
		Object: postgres.Name(d.Database),
		Message: fmt.Sprintf("%s sat %s for %s or longer",
			many(int64(d.Sessions), "session has", "sessions have"), how, ago(seconds(least))),
	}
	if d.Blocked > 0 {
		verdict.Severity = Critical
		verdict.Message += "; " + many(int64(d.Blocked), "other session waits for it", "other sessions wait for them")
	}
	return verdict, d.Sessions > 0
}
