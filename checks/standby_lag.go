package checks

import (
	"context"
	"fmt"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// replayLook is how long a standby may take to replay what it had received when it
// was looked at first: one that keeps up needs milliseconds.
const replayLook = 3 * time.Second

// StandbyLag finds a standby that does not replay what it has received.
var StandbyLag = define(Spec[StandbyReplay]{
	Doc: Doc{
		ID:       "standby-lag",
		Title:    "this standby does not keep up with replaying",
		Examines: "standbys",
		Why: `This server is a standby, and has received WAL that it has not replayed: queries here see old data, and a promotion takes until the rest is replayed. Replay waits for a query here that needs what it is about to remove (up to max_standby_streaming_delay), is paused, or is slower than the primary writes.

Confirm: SELECT pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn(), now() - pg_last_xact_replay_timestamp(). The last alone says nothing: on an idle primary it grows although nothing is missing. So this check looks again for some seconds: where what had been received is replayed by then, only the bytes count. Long queries here: SELECT pid, now() - xact_start FROM pg_stat_activity ORDER BY xact_start.

Cure: end the query that replay waits for, or lower max_standby_streaming_delay and let the server end it. SELECT pg_wal_replay_resume() if it is paused. hot_standby_feedback = on avoids most waits and makes the primary keep dead rows instead.

Prevention: long reports on a standby of their own, with a large max_standby_streaming_delay, and none on the one that is to be promoted. A lag that recovery_min_apply_delay asks for is not counted: what waits longer than that is seen where the primary has been quiet since, or where warn-mib are waiting.`,
		Category:   Replication,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Thresholds: []Threshold{lagWarnSeconds, lagCriticalSeconds, lagWarnMiB, lagCriticalMiB},
	},
	Probe: func(ctx context.Context, p *Prober, rows []StandbyReplay) ([]StandbyReplay, error) {
		for i := range rows {
			row := &rows[i]
			if row.Bytes == 0 || float64(row.ReplayedSeconds-row.DelaySeconds) < p.runner.least(lagWarnSeconds) {
				continue
			}
			var received string
			if err := p.Get(ctx, &received, "SELECT coalesce(pg_catalog.pg_last_wal_receive_lsn()::text, '0/0')"); err != nil {
				return nil, err
			}
			var err error
			row.CaughtUp, err = lookAgain(ctx, replayLook, func() (bool, error) {
				var replayed bool
				err := p.Get(ctx, &replayed, "SELECT pg_catalog.pg_last_wal_replay_lsn() >= $1::text::pg_catalog.pg_lsn", received)
				return replayed, err
			})
			if err != nil {
				return nil, err
			}
		}
		return rows, nil
	},
	Judge: func(row *StandbyReplay, _ postgres.Server, t Thresholds) (Verdict, bool) {
		// what is delayed on purpose has that long, and waits in bytes as well
		late := float64(row.ReplayedSeconds - row.DelaySeconds)
		if row.CaughtUp {
			late = -1 // the last commit is old because the primary was idle
		}
		severity, sick := lagging(late, row.Bytes, t)
		if row.DelaySeconds > 0 {
			// the primary may have been idle, and have written just now what is to wait
			waits := float64(known(row.QuietSeconds)-row.DelaySeconds) >= t.Of(lagWarnSeconds) || float64(row.Bytes) >= t.Of(lagWarnMiB)*(1<<20)
			sick = sick && waits && late >= t.Of(lagWarnSeconds)
		}
		verdict := Verdict{
			Object: "standby", Severity: severity,
			Message: fmt.Sprintf("%s received and not replayed; the last replayed commit is %s old", size(row.Bytes), ago(seconds(float64(row.ReplayedSeconds)))),
		}
		if row.Paused {
			verdict.Message += ": replay is paused"
		}
		return verdict, sick
	},
})
