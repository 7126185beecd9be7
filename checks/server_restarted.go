package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ServerStart is since when a server runs.
type ServerStart struct {
	Seconds     int64 `db:"seconds" json:"seconds" volatile:"true"`
	DataSeconds int64 `db:"data_seconds" json:"data_seconds" volatile:"true"` // age of the data at that time
}

var (
	restartedMinutes = Threshold{
		Name: "max-minutes", Default: 60, Unit: "minutes",
		Why: "as long as caches are cold and people ask what happened",
	}
	restartedDataHours = Threshold{
		Name: "min-data-hours", Default: 24, Unit: "hours",
		Why: "a server that was made a short while ago did not restart",
	}
)

// ServerRestarted finds servers that somebody or something restarted.
var ServerRestarted = define(Spec[ServerStart]{
	Doc: Doc{
		ID:       "server-restarted",
		Title:    "the server was restarted a short while ago",
		Examines: "servers",
		Why: `Something stopped and started the server: a planned restart, a failover, the kernel that ran out of memory, a crash. All sessions were cut off, caches are cold, so that statements are slow for a while, and prepared statements are gone. After a crash so are the statistics, the rows of unlogged tables, and what clients believed to be saved with synchronous_commit = off.

Confirm: SELECT pg_postmaster_start_time(); the server's log before that time: "received fast shutdown request", "was terminated by signal 9", "database system was not properly shut down".

Cure: find the reason. Out of memory: lower work_mem or max_connections, vm.overcommit_memory = 2. A crash of PostgreSQL itself: the newest minor version first.

Prevention: an alert on restarts, so that you hear of them before your users tell you.`,
		Category:   Configuration,
		Severity:   Info,
		Runtime:    true,
		OptIn:      true,
		Triage:     true,
		Thresholds: []Threshold{restartedMinutes, restartedDataHours},
	},
	Judge: func(row *ServerStart, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  "server",
			Message: fmt.Sprintf("the server started %s ago: caches are cold, and whoever was connected was cut off", ago(seconds(float64(row.Seconds)))),
		}, float64(row.Seconds) < t.Of(restartedMinutes)*60 && float64(row.DataSeconds) >= t.Of(restartedDataHours)*3600
	},
})
