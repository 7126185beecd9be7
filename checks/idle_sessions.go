package checks

import (
	"fmt"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// DatabaseSessions is one database and the sessions in it that do nothing.
type DatabaseSessions struct {
	Database string   `db:"database_name" json:"database"`
	Usable   int      `db:"usable" json:"usable_slots" volatile:"true"` // connections that the server gives to ordinary roles
	Listed   Sessions `db:"listed" json:"listed" volatile:"true"`       // the longest first
	Sessions int      `json:"sessions"`
	Blocked  int      `json:"blocked,omitempty"` // sessions that wait for one of them
}

var (
	idleMinSeconds = Threshold{
		Name: "min-idle-seconds", Default: 3600, Unit: "seconds",
		Why: "a shorter pause between two requests is what connections are kept open for",
	}
	idleWarnSlots = Threshold{
		Name: "warn-slots-percent", Default: 25, Unit: "percent",
		Why: "idle sessions that hold more of the usable connections than that are a warning",
	}
)

// IdleSessions finds sessions that were opened and forgotten.
var IdleSessions = define(Spec[DatabaseSessions]{
	Doc: Doc{
		ID:       "idle-sessions",
		Title:    "sessions that have been idle for long",
		Examines: "databases",
		Why: `An idle session does no harm by itself, but it holds one of the server's connections and a few megabytes, and with many of them a peak finds no connection left. They come from pools that are larger than the load, from pools of processes that were replaced, and from clients that never close.

Confirm: SELECT pid, usename, application_name, state_change FROM pg_stat_activity WHERE state = 'idle'. Left out are superusers, replication, poolers' own connections, sessions that LISTEN, and holders of advisory locks.

Cure: end those that nobody uses. pgdoctor fix names each one, and checks again at the moment of ending it that it is still the same session and has done nothing since; this cannot be undone, and a client that did need it sees a closed connection.

Prevention: smaller pools with a maximum idle time, a pooler such as PgBouncer in front, idle_session_timeout (PostgreSQL 14) for the roles of people and scripts. Do not set it for a pool that does not test its connections.`,
		Category:   Connections,
		Severity:   Info,
		Runtime:    true,
		Needs:      []Need{{Role: "pg_read_all_stats"}},
		Thresholds: []Threshold{idleMinSeconds, idleWarnSlots},
	},
	Judge: func(row *DatabaseSessions, _ postgres.Server, t Thresholds) (Verdict, bool) {
		row.Listed = row.Listed.olderThan(t.Of(idleMinSeconds))
		row.Sessions = len(row.Listed)
		if row.Sessions == 0 {
			return Verdict{}, false
		}
		verdict := Verdict{
			Object: postgres.Name(row.Database),
			Message: fmt.Sprintf("%s been idle for %s or longer",
				many(int64(row.Sessions), "session has", "sessions have"), ago(seconds(t.Of(idleMinSeconds)))),
		}
		if float64(row.Sessions)*100 >= t.Of(idleWarnSlots)*float64(row.Usable) {
			verdict.Severity = Warning
			verdict.Message += fmt.Sprintf(" and hold %d%% of the usable connections", row.Sessions*100/max(1, row.Usable))
		}
		return verdict, true
	},
})

func seconds(n float64) time.Duration { return time.Duration(n * float64(time.Second)) }
