package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var manyConnections = Threshold{
	Name: "max-connections", Default: 1000, Unit: "connections",
	Why: "beyond what machines with a hundred cores serve at a time",
}

// MaxConnectionsHigh finds servers that queue where it hurts.
var MaxConnectionsHigh = define(Spec[ServerSetting]{
	Doc: Doc{
		ID:       "max-connections-high",
		Title:    "more connections are allowed than any machine can serve",
		Examines: "settings",
		Why: `A connection is a process. A machine works on a few per core at a time; hundreds more that are all active make each other slower, hold snapshots and locks longer, and take memory until the kernel kills one. Even idle ones cost: every snapshot looks at all of them (less from PostgreSQL 14 on). A max_connections in the thousands does not serve more users, it only moves the queue from the pooler, where it is harmless, into the server.

Confirm: SHOW max_connections; count of pg_stat_activity by state over a busy hour.

Cure: PgBouncer in transaction mode, or another pooler, between the applications and the server; then max_connections of a few hundred, and a restart. Standbys must be restarted first when it is raised, last when it is lowered.

Prevention: limit the roles: ALTER ROLE app CONNECTION LIMIT 100.`,
		Category:   Configuration,
		Severity:   Info,
		Thresholds: []Threshold{manyConnections},
	},
	Judge: func(row *ServerSetting, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("max_connections is %s: so many active sessions make each other slower until none gets anything done", row.Value),
		}, row.Number() > t.Of(manyConnections)
	},
})
