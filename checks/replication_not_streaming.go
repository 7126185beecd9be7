package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var streamMinMinutes = Threshold{
	Name: "min-minutes", Default: 10, Unit: "minutes",
	Why: "after a short interruption a standby has caught up by then",
}

// ReplicationNotStreaming finds connections for WAL that have not got to streaming.
var ReplicationNotStreaming = define(Spec[WALSender]{
	Doc: Doc{
		ID:       "replication-not-streaming",
		Title:    "replica that is connected but has not caught up",
		Examines: "WAL connections",
		Why: `A replica connects (startup), gets what it missed (catchup) and then follows (streaming). One that stays in catchup for long gets WAL more slowly than it is written and may never arrive; until then it is no target for a failover, and does not count as a synchronous standby. One that stays in startup has logged in and asks for nothing: a tool that hangs.

Confirm: SELECT application_name, state, backend_start, sent_lsn, pg_current_wal_lsn() FROM pg_stat_replication, twice with a minute between: does the distance shrink?

Cure: if it shrinks, wait. If not, look at the network and at the standby's disk; building the standby anew with pg_basebackup may be faster than catching up. End a connection that hangs: SELECT pg_terminate_backend(pid).

Prevention: a slot or wal_keep_size, so that short interruptions do no harm. Base backups are judged by base-backup-long.`,
		Category:   Replication,
		Severity:   Info,
		Runtime:    true,
		Triage:     true,
		Needs:      []Need{{Role: "pg_read_all_stats"}},
		Thresholds: []Threshold{streamMinMinutes},
	},
	Judge: func(row *WALSender, _ postgres.Server, t Thresholds) (Verdict, bool) {
		connected := seconds(float64(row.ConnectedSeconds))
		return Verdict{
			Object:  row.object(),
			Message: fmt.Sprintf("in state %s, %s after it connected; %s behind", row.State, ago(connected), size(row.Bytes)),
		}, row.State != "streaming" && row.State != "backup" && connected.Minutes() >= t.Of(streamMinMinutes)
	},
})
