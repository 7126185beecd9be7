package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// StandbyLag finds a standby that does not replay what it has received.
var StandbyLag = define(Spec[StandbyReplay]{
	Doc: Doc{
		ID:       "standby-lag",
		Title:    "this standby does not keep up with replaying",
		Examines: "standbys",
		Why: `This server is a standby, and has received WAL that it has not replayed: queries here see old data, and a promotion takes until the rest is replayed. Replay waits for a query here that needs what it is about to remove (up to max_standby_streaming_delay), is paused, or is slower than the primary writes.

Confirm: SELECT pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn(), now() - pg_last_xact_replay_timestamp(). The last alone says nothing: on an idle primary it grows although nothing is missing. Long queries here: SELECT pid, now() - xact_start FROM pg_stat_activity ORDER BY xact_start.

Cure: end the query that replay waits for, or lower max_standby_streaming_delay and let the server end it. SELECT pg_wal_replay_resume() if it is paused. hot_standby_feedback = on avoids most waits and makes the primary keep dead rows instead.

Prevention: long reports on a standby of their own, with a large max_standby_streaming_delay, and none on the one that is to be promoted. A lag that recovery_min_apply_delay asks for is not counted.`,
		Category:   Replication,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Thresholds: []Threshold{lagWarnSeconds, lagCriticalSeconds, lagWarnMiB, lagCriticalMiB},
	},
	Judge: func(row *StandbyReplay, _ postgres.Server, t Thresholds) (Verdict, bool) {
		// what is delayed on purpose has that long, and waits in bytes as well
		late := row.ReplayedSeconds - row.DelaySeconds
		severity, sick := lagging(float64(late), row.Bytes, t)
		verdict := Verdict{
			Object: "standby", Severity: severity,
			Message: fmt.Sprintf("%s received and not replayed; the last replayed commit is %s old", size(row.Bytes), ago(seconds(float64(row.ReplayedSeconds)))),
		}
		if row.Paused {
			verdict.Message += ": replay is paused"
		}
		return verdict, sick && (row.DelaySeconds == 0 || float64(late) >= t.Of(lagWarnSeconds))
	},
})
