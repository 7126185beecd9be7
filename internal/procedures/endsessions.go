package procedures

import (
	"slices"
	"time"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// EndSessions ends sessions that somebody chose by what they are.
var EndSessions = Doc{
	Name:  "end-sessions",
	Title: "end the sessions of a user or application, or those that sit idle",
	What: `Lists the sessions of this database that fit all that is given, and with --apply ends them. At least one of --user, --application, --idle-longer-than and --in-transaction has to be given; idle counts inside a transaction as well.

Each session is named by its process ID and its start, and looked at again in the very statement that ends it: one that was chosen for being idle must have done nothing since, one that was chosen for its transaction must still be in it. Who began after the plan is not touched.

Left alone, and listed with the reason: superusers' sessions, holders of advisory locks (leader elections, migrations), sessions that LISTEN, poolers' own connections (they come back at once: make the pool smaller), dumps, and pgdoctor. Replication is no session of this kind.

It is recorded, and cannot be undone: an open transaction is rolled back, and the client sees a closed connection.`,
	Confirm: `SELECT pid, usename, application_name, state, state_change FROM pg_stat_activity WHERE datname = current_database(); the process IDs of the plan are gone.`,
	Not:     `It keeps nobody from connecting again: for that, ALTER ROLE … NOLOGIN or CONNECTION LIMIT, or pg_hba.conf. Prepared transactions have no session: ROLLBACK PREPARED. The lasting cure of forgotten sessions is idle_in_transaction_session_timeout, and idle_session_timeout from PostgreSQL 14 on.`,
}

// SessionChoice says which sessions are to end: those that fit all that is given.
type SessionChoice struct {
	Server        postgres.Server
	FirstVersion  int64
	Users         []string // any of them; empty is all
	Applications  []string
	IdleFor       time.Duration // at least; 0 is not asked for
	InTransaction bool
}

// Empty says that nothing was asked for.
func (c SessionChoice) Empty() bool {
	return len(c.Users) == 0 && len(c.Applications) == 0 && c.IdleFor == 0 && !c.InTransaction
}

func (c SessionChoice) fits(s Session) bool {
	switch {
	case len(c.Users) > 0 && !slices.Contains(c.Users, s.User):
		return false
	case s.Hidden: // perhaps: it is listed as one that cannot be seen
		return true
	case len(c.Applications) > 0 && !slices.Contains(c.Applications, s.Application):
		return false
	case c.InTransaction && s.XactStart == "":
		return false
	}
	idle := s.State == "idle" || s.State == "idle in transaction" || s.State == "idle in transaction (aborted)"
	return c.IdleFor == 0 || idle && time.Duration(s.Seconds)*time.Second >= c.IdleFor
}

// guard is what must still be so at the moment of ending.
func (c SessionChoice) guard() fixes.Guard {
	switch {
	case c.IdleFor > 0:
		return fixes.SameState
	case c.InTransaction:
		return fixes.SameTransaction
	}
	return fixes.SameSession
}

// Chosen are the sessions of a plan, as the record keeps them.
type Chosen checks.Sessions

// Holds says whether a session is one of them.
func (c Chosen) Holds(s Session) bool {
	return slices.ContainsFunc(c, func(one checks.Session) bool { return one.PID == s.PID && one.BackendStart == s.BackendStart })
}

// PlanEndSessions plans to end the sessions of a choice, and says which.
func PlanEndSessions(sessions Sessions, c SessionChoice) (fixes.Plan, Chosen, error) {
	var chosen checks.Sessions
	var listed []fixes.Unfixed
	open := false
	for _, session := range sessions {
		if !c.fits(session) {
			continue
		}
		if why := session.spared(); why != "" {
			listed = append(listed, left(session.named(), "%s", why))
			continue
		}
		if session.Hidden {
			listed = append(listed, left(session.named(), hidden, postgres.Quote(c.Server.Role)))
			continue
		}
		open = open || session.XactStart != ""
		chosen = append(chosen, session.Session)
	}
	if len(chosen) == 0 {
		return EndSessions.plan(c.FirstVersion, nil, listed), nil, nil
	}
	step, err := fixes.EndSessions(chosen, c.guard(), true, c.Server)
	if err != nil {
		return fixes.Plan{}, nil, err
	}
	if open {
		step.Note += "; what their open transactions wrote is rolled back"
	}
	return EndSessions.plan(c.FirstVersion, []fixes.Step{step}, listed), Chosen(chosen), nil
}

// spared says why a session that fits is not ended, or "".
func (s Session) spared() string {
	const byHand = ": pg_terminate_backend ends it by hand"
	switch {
	case s.Hidden:
		return ""
	case s.Superuser:
		return "a superuser's" + byHand
	case s.Dump:
		return "a dump, whose work would be lost" + byHand
	case s.Pooler:
		return "a pooler's, which would connect again at once: make the pool smaller"
	case s.Locker:
		return "it holds an advisory lock, as leader elections and migrations do" + byHand
	case s.Listener:
		return "it listens for notifications" + byHand
	}
	return ""
}
