package checks

import (
	"fmt"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var (
	churnMinPerSecond = Threshold{
		Name: "min-per-second", Default: 5, Unit: "sessions a second",
		Why: "a pool that retires its connections opens one now and then; cron jobs and scripts do not add up to that",
	}
	churnWarnPerSecond = Threshold{
		Name: "warn-per-second", Default: 50, Unit: "sessions a second",
		Why: "at some milliseconds each, starting and ending processes takes a noticeable part of a processor",
	}
)

// ConnectionChurn finds databases to which clients connect anew all the time.
var ConnectionChurn = define(Spec[SessionCounters]{
	Doc: Doc{
		ID:       "connection-churn",
		Title:    "clients connect anew again and again",
		Examines: "databases",
		Why: `Each new connection is a process that is forked, a TLS handshake, a password to verify (which SCRAM makes slow on purpose) and catalog caches to fill: some milliseconds of the server's processor and several round trips for the client, often more than the statement it is made for. Where that happens many times a second, no pool stands between the application and the server, or it keeps nothing: a script per request, serverless functions, a pool whose idle limit is too low for its load.

Confirm: SELECT sessions, session_time / sessions AS milliseconds_each FROM pg_stat_database WHERE datname = current_database(), twice, a minute apart. log_connections = on shows from where they come.

Cure: a pool in the application with a minimum that covers the usual load, or PgBouncer in transaction mode in front of the server for clients that cannot keep one; persistent connections where the framework has them (CONN_MAX_AGE in Django). Health checks should use a connection of the pool.

Prevention: an alert on new sessions a second. The rate here is over the time since statistics were reset, so a recent change shows late.`,
		Category:   Connections,
		Severity:   Info,
		Runtime:    true,
		Since:      14,
		Needs:      []Need{{Statistics: time.Hour}},
		Thresholds: []Threshold{churnMinPerSecond, churnWarnPerSecond},
	},
	Judge: func(row *SessionCounters, server postgres.Server, t Thresholds) (Verdict, bool) {
		window := max(time.Hour, server.StatsAge()) // a deployment's first minutes are no habit
		row.WindowHours, row.WindowKnown = server.StatsAge().Hours(), server.StatsReset != nil
		rate := float64(row.Sessions) / window.Seconds()
		verdict := Verdict{Object: postgres.Name(row.Database)}
		most := "at most "
		if row.WindowKnown {
			most = ""
			if rate >= t.Of(churnWarnPerSecond) {
				verdict.Severity = Warning
			}
		}
		verdict.Message = fmt.Sprintf("%s%.1f new sessions a second, each of which lasts %.1f s on average",
			most, rate, float64(row.Seconds)/float64(max(1, row.Sessions)))
		return verdict, row.Sessions > 0 && rate >= t.Of(churnMinPerSecond)
	},
})
