package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var (
	longMinSeconds = Threshold{
		Name: "min-seconds", Default: 300, Unit: "seconds",
		Why: "whoever waited for the answer has left by then",
	}
	longMinJobHours = Threshold{
		Name: "min-job-hours", Default: 6, Unit: "hours",
		Why: "a dump, VACUUM, CREATE INDEX or COPY may run for as long as a night lasts",
	}
)

// LongRunningQuery finds statements that have been running for too long at this moment.
var LongRunningQuery = define(Spec[DatabaseSessions]{
	Doc: Doc{
		ID:       "long-running-query",
		Title:    "statements that have been running for too long",
		Examines: "databases",
		Why: `A statement that has run for minutes is one that nobody waits for any more: the browser has given up, the worker was restarted, the person went to lunch. It still takes a core and the disk, keeps its locks, and its snapshot keeps VACUUM from removing dead rows in the whole database. Retries of the same request pile up beside it until all connections are taken.

Confirm: SELECT pid, usename, application_name, now() - query_start, wait_event_type, query FROM pg_stat_activity WHERE state = 'active' ORDER BY query_start. The query_id of the evidence finds the statement in pg_stat_statements. Sessions that wait for a lock are not counted here: see lock-wait. Neither are background processes and replication.

Cure: ask whoever runs it. pg_cancel_backend(pid) stops the statement; the session stays, and its transaction is rolled back. pgdoctor fix cancels the listed ones, and looks again at the moment of cancelling whether each session still runs that same statement. Sessions of superusers are shown but not cancelled. Dumps and maintenance (VACUUM, CREATE INDEX, ALTER TABLE, COPY) get more time, are only worth knowing, and are never cancelled: their work would be lost, and a cancelled CREATE INDEX CONCURRENTLY leaves an invalid index.

Prevention: statement_timeout for the application's role, with a longer one for reports; the same limit in the client, which cancels when it gives up; client_connection_check_interval (from 14 on) ends statements whose client is gone.`,
		Category:   Connections,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Needs:      []Need{{Role: "pg_read_all_stats"}},
		Thresholds: []Threshold{longMinSeconds, longMinJobHours},
	},
	Judge: func(row *DatabaseSessions, _ postgres.Server, t Thresholds) (Verdict, bool) {
		kept, jobs := Sessions{}, 0
		row.Blocked = 0
		for _, session := range row.Listed {
			least := t.Of(longMinSeconds)
			if session.Job {
				least = t.Of(longMinJobHours) * 3600
			}
			if float64(session.Seconds) < least {
				continue
			}
			if session.Job {
				jobs++
			}
			kept = append(kept, session)
			row.Blocked += session.Blocked
		}
		row.Listed, row.Sessions = kept, len(kept)
		if len(kept) == 0 {
			return Verdict{}, false
		}
		longest := kept[0]
		verdict := Verdict{
			Object: postgres.Name(row.Database),
			Message: fmt.Sprintf("%s too long, the longest for %s: pid %d (%s, %s)", many(int64(len(kept)), "statement runs", "statements run"),
				ago(seconds(float64(longest.Seconds))), longest.PID, longest.User, longest.Application),
		}
		if jobs == len(kept) {
			verdict.Severity = Info
			verdict.Message += "; a dump or maintenance"
		}
		if row.Blocked > 0 {
			verdict.Message += "; " + many(int64(row.Blocked), "other session waits", "other sessions wait") + " for a lock of theirs"
		}
		return verdict, true
	},
})
