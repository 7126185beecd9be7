package checks

import (
	"fmt"
	"strings"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var (
	abandonedMinSessions = Threshold{
		Name: "min-sessions", Default: 1000, Unit: "sessions",
		Why: "among fewer a share means nothing",
	}
	abandonedMinPercent = Threshold{
		Name: "min-percent", Default: 10, Unit: "percent abandoned",
		Why: "processes that are restarted leave a few; one in ten is how a program works",
	}
	abandonedFatalPercent = Threshold{
		Name: "fatal-percent", Default: 2, Unit: "percent ended by an error or by somebody",
		Why: "that is no way for a session to end, but for a few",
	}
)

// SessionsAbandoned finds databases whose sessions end in disorder.
var SessionsAbandoned = define(Spec[SessionCounters]{
	Doc: Doc{
		ID:       "sessions-abandoned",
		Title:    "many sessions end without being closed",
		Examines: "databases",
		Why: `A client that is done closes its session. One that vanishes (its process was killed, a firewall or load balancer dropped the idle connection, the network broke) leaves a session that the server keeps, with its locks, its snapshot and its slot, until it notices, which by the kernel's keepalives takes two hours. A session that ends with FATAL hit a timeout (idle_in_transaction_session_timeout, idle_session_timeout) or the end of the server; one that was killed met pg_terminate_backend. Work of theirs that was not committed is lost.

Confirm: SELECT sessions, sessions_abandoned, sessions_fatal, sessions_killed FROM pg_stat_database WHERE datname = current_database(), twice, an hour apart: is it going on? The server's log has "unexpected EOF on client connection" and "could not receive data from client"; log_disconnections = on shows whose sessions they are.

Cure: let the application close its pool when it is told to stop, and give it time to (SIGTERM, terminationGracePeriodSeconds). A pool that retires connections before the firewall does. tcp_keepalives_idle = 60 on the server finds clients that vanished, client_connection_check_interval (PostgreSQL 14) those that vanished during a statement. For FATAL ones, the log names the timeout.

Prevention: an alert on the share. Some clients never say goodbye (old drivers, health checks that only open the port's session): then raise the threshold.`,
		Category:   Connections,
		Severity:   Info,
		Runtime:    true,
		Since:      14,
		Thresholds: []Threshold{abandonedMinSessions, abandonedMinPercent, abandonedFatalPercent},
	},
	Judge: func(row *SessionCounters, server postgres.Server, t Thresholds) (Verdict, bool) {
		row.WindowHours, row.WindowKnown = server.StatsAge().Hours(), server.StatsReset != nil
		share := func(n int64) float64 { return percentOf(float64(n), float64(row.Sessions)) }
		var parts []string
		for _, end := range []struct {
			how   string
			n     int64
			limit float64
		}{
			{"were abandoned by their client", row.Abandoned, t.Of(abandonedMinPercent)},
			{"ended with a fatal error", row.Fatal, t.Of(abandonedFatalPercent)},
			{"were terminated", row.Killed, t.Of(abandonedFatalPercent)},
		} {
			if end.n > 0 && share(end.n) >= end.limit {
				parts = append(parts, fmt.Sprintf("%.0f%% %s", share(end.n), end.how))
			}
		}
		return Verdict{
			Object:  postgres.Name(row.Database),
			Message: fmt.Sprintf("of %s sessions %s", humanize.Comma(row.Sessions), strings.Join(parts, ", ")),
		}, len(parts) > 0 && float64(row.Sessions) >= t.Of(abandonedMinSessions)
	},
})
