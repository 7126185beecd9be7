package checks

import (
	"context"
	"fmt"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var receiverSilentSeconds = Threshold{
	Name: "silent-seconds", Default: 120, Unit: "seconds",
	Why: "after half of wal_receiver_timeout (60 s) of silence this end asks the primary for a sign of life, and after all of it it gives up",
}

// receiverLook is for how long a receiver is waited for that is not there: one is
// started again every five seconds (wal_retrieve_retry_interval).
const receiverLook = 7 * time.Second

// WALReceiverDown finds a standby that gets no WAL from its primary.
var WALReceiverDown = define(Spec[StandbyReplay]{
	Doc: Doc{
		ID:       "wal-receiver-down",
		Title:    "this standby gets no WAL from its primary",
		Examines: "standbys",
		Why: `This server is a standby with a primary_conninfo, but no WAL receiver is streaming: nothing of what the primary commits from now on gets here, so a failover loses it. The primary is unreachable or down, refuses the login, has no free max_wal_senders, or has removed the WAL that is wanted next. Meanwhile a slot on the primary keeps WAL, or the standby falls so far behind that it has to be built anew.

Confirm: SELECT status, last_msg_receipt_time FROM pg_stat_wal_receiver; this server's log repeats the reason every few seconds (wal_retrieve_retry_interval).

Cure: as the log says: network and firewall, password (.pgpass, primary_conninfo), pg_hba.conf of the primary (a line for database replication), primary_slot_name that is not there. For "requested WAL segment has already been removed", restore it from the archive or build the standby anew with pg_basebackup.

Prevention: an alert on this check. A standby that reads from an archive only (no primary_conninfo) is not reported. One that is not there, or still starting, is waited for some seconds before it is reported; a primary that takes longer to restart is down for so long.`,
		Category:   Replication,
		Severity:   Critical,
		Runtime:    true,
		Triage:     true,
		Needs:      []Need{{Role: "pg_monitor"}},
		Thresholds: []Threshold{receiverSilentSeconds},
	},
	Probe: func(ctx context.Context, p *Prober, rows []StandbyReplay) ([]StandbyReplay, error) {
		for i := range rows {
			row := &rows[i]
			if !row.Streams || row.receives() {
				continue
			}
			_, err := lookAgain(ctx, receiverLook, func() (bool, error) {
				err := p.Get(ctx, row, `
					SELECT pg_catalog.max(r.status) AS receiver,
						pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp() - pg_catalog.max(r.last_msg_receipt_time)))::bigint AS message_seconds
					FROM pg_catalog.pg_stat_wal_receiver AS r`)
				return row.receives(), err
			})
			if err != nil {
				return nil, err
			}
		}
		return rows, nil
	},
	Judge: func(row *StandbyReplay, _ postgres.Server, t Thresholds) (Verdict, bool) {
		verdict := Verdict{Object: "standby", Message: "no WAL receiver is connected to the primary, nor was one in the seconds that it was waited for"}
		switch {
		case !row.Streams:
			return verdict, false
		case !row.receives():
			return verdict, true
		}
		silent := known(row.MessageSeconds)
		verdict.Message = fmt.Sprintf("the primary was last heard %s ago", ago(seconds(float64(silent))))
		return verdict, float64(silent) >= t.Of(receiverSilentSeconds)
	},
})

// receives says whether a receiver is connected to the primary.
func (r StandbyReplay) receives() bool {
	return r.Receiver != nil && *r.Receiver != "starting" && *r.Receiver != "connecting" && *r.Receiver != "stopped" && *r.Receiver != "stopping"
}
