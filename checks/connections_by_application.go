package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ApplicationConnections is how many connections one application holds.
type ApplicationConnections struct {
	Application string `db:"application" json:"application"`
	Connections int    `db:"connections" json:"connections"`
	Idle        int    `db:"idle" json:"idle"`
	Clients     int    `db:"clients" json:"clients" volatile:"true"` // addresses
	Usable      int    `db:"usable" json:"usable_slots"`
}

var (
	applicationPercent = Threshold{
		Name: "max-percent", Default: 50, Unit: "percent",
		Why: "of the usable connections: when it doubles, as in a rolling deployment, there are none for others",
	}
	applicationMinConnections = Threshold{
		Name: "min-connections", Default: 20, Unit: "connections",
		Why: "on a server for a few connections half of them is no sign of anything",
	}
)

// ConnectionsByApplication finds applications that hold most of a server's connections.
var ConnectionsByApplication = define(Spec[ApplicationConnections]{
	Doc: Doc{
		ID:       "connections-by-application",
		Title:    "one application holds most of the server's connections",
		Examines: "applications",
		Why: `The server has a fixed number of connections for all. An application whose pools take more than half of them leaves none for the others when it is deployed anew, since for a while the old and the new processes are both connected, or when it is scaled out. Many of its connections being idle says that the pools are larger than its load.

Confirm: SELECT application_name, state, count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' GROUP BY 1, 2.

Cure: processes times pool size, twice during a deployment, must stay below the limit: make the pools smaller, or put a pooler such as PgBouncer in transaction mode in between. ALTER ROLE … CONNECTION LIMIT keeps one application from taking all.

Prevention: application_name in every connection string, and an alert on connection-saturation. A server that serves one application only, or a pooler, can raise the threshold.`,
		Category:   Connections,
		Severity:   Info,
		Runtime:    true,
		Needs:      []Need{{Role: "pg_read_all_stats"}},
		Thresholds: []Threshold{applicationPercent, applicationMinConnections},
	},
	Judge: func(row *ApplicationConnections, _ postgres.Server, t Thresholds) (Verdict, bool) {
		share := 100 * float64(row.Connections) / float64(max(1, row.Usable))
		return Verdict{
			Object: postgres.Name(row.Application),
			Message: fmt.Sprintf("holds %d of the %d usable connections (%.0f%%), %d of them idle",
				row.Connections, row.Usable, share, row.Idle),
		}, float64(row.Connections) >= t.Of(applicationMinConnections) && share >= t.Of(applicationPercent)
	},
})
