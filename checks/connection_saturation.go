package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Counts is a number for each name that a query returns as a JSON object.
type Counts map[string]int

// Scan reads a JSON object of numbers.
func (c *Counts) Scan(src any) error { return postgres.ScanJSON(src, c) }

// ServerConnections is how many of a server's connections are taken, and by whom.
type ServerConnections struct {
	MaxConnections int    `db:"max_connections" json:"max_connections"`
	Reserved       int    `db:"reserved" json:"reserved"` // for superusers and, from 16 on, pg_use_reserved_connections
	Usable         int    `json:"usable"`
	Used           int    `db:"used" json:"used" volatile:"true"`
	Percent        int    `json:"percent" volatile:"true"` // of the usable ones
	ByState        Counts `db:"by_state" json:"by_state" volatile:"true"`
	ByUser         Counts `db:"by_user" json:"by_user" volatile:"true"`
	ByApplication  Counts `db:"by_application" json:"by_application" volatile:"true"`
}

var (
	saturationWarn = Threshold{
		Name: "warn-percent", Default: 80, Unit: "percent",
		Why: "one more replica of the application, or one retry storm, takes the rest",
	}
	saturationCritical = Threshold{
		Name: "critical-percent", Default: 95, Unit: "percent",
		Why: "the next few clients are refused",
	}
)

// ConnectionSaturation finds servers that soon refuse clients.
var ConnectionSaturation = define(Spec[ServerConnections]{
	Doc: Doc{
		ID:       "connection-saturation",
		Title:    "nearly all connections of the server are taken",
		Examines: "servers",
		Why: `When the last connection is taken, every further client gets "remaining connection slots are reserved" or "sorry, too many clients already": the site is down although the database works. The usable connections are max_connections less those reserved for superusers (and, from PostgreSQL 16 on, for pg_use_reserved_connections); sessions of all databases count, background processes do not.

Confirm: SELECT state, usename, application_name, count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' GROUP BY 1, 2, 3. Mostly idle sessions mean that pools are too large, mostly active ones that statements are too slow or wait for locks.

Cure: at once, end forgotten sessions (idle-sessions, idle-in-transaction). Then add up the pools: processes times pool size must stay below the limit. Every worker of Django keeps a connection of its own for CONN_MAX_AGE seconds, and with None for ever; set it to 0 behind a pooler. A pooler such as PgBouncer in transaction mode serves hundreds of clients with a few dozen connections. Raising max_connections needs a restart and memory for each session, and more active sessions than a few per core make all of them slower.

Prevention: a pooler, a limit for each role (ALTER ROLE … CONNECTION LIMIT), and an alert on this check.`,
		Category:   Connections,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Needs:      []Need{{Role: "pg_read_all_stats"}},
		Thresholds: []Threshold{saturationWarn, saturationCritical},
	},
	Judge: func(row *ServerConnections, _ postgres.Server, t Thresholds) (Verdict, bool) {
		row.Usable = row.MaxConnections - row.Reserved
		if row.Usable > 0 {
			row.Percent = row.Used * 100 / row.Usable
		}
		used := float64(row.Used) * 100
		verdict := Verdict{
			Object:  "server",
			Message: fmt.Sprintf("%d of %d usable connections are taken (%d%%)", row.Used, row.Usable, row.Percent),
		}
		if used >= t.Of(saturationCritical)*float64(row.Usable) {
			verdict.Severity = Critical
			return verdict, true
		}
		return verdict, used >= t.Of(saturationWarn)*float64(row.Usable)
	},
})
