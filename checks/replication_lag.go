package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ReplicationLag finds standbys that are behind their primary.
var ReplicationLag = define(Spec[WALSender]{
	Doc: Doc{
		ID:       "replication-lag",
		Title:    "standby that is behind",
		Examines: "WAL connections",
		Why: `The standby has not replayed what this server wrote. Who reads from it sees old data, with synchronous_commit = remote_apply commits wait for it, and a failover to it takes as long as the rest of the replay, or loses what it has not received. Behind a slot the primary keeps the WAL for it.

Confirm: SELECT application_name, state, sent_lsn, write_lsn, flush_lsn, replay_lsn, replay_lag FROM pg_stat_replication. If sent_lsn is far behind pg_current_wal_lsn() it is the network, or this server; if flush_lsn is behind sent_lsn it is the standby's disk; if only replay_lsn is behind, replay is slow, paused (replay-paused) or waits for a query on the standby (standby-lag, recovery-conflicts).

Cure: on the standby, end the query that replay waits for, or resume replay. Replay is one process: a bulk load, VACUUM of a huge table or CREATE INDEX on the primary is replayed by one core, so spread such work out. recovery_min_apply_delay on the standby makes it lag on purpose: raise the thresholds.

Prevention: standbys as large as the primary, max_standby_streaming_delay that fits their queries, an alert on this check. Logical consumers are judged by logical-slot-behind, base backups by base-backup-long.`,
		Category:   Replication,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Needs:      []Need{{Role: "pg_read_all_stats"}},
		Thresholds: []Threshold{lagWarnSeconds, lagCriticalSeconds, lagWarnMiB, lagCriticalMiB},
	},
	Judge: func(row *WALSender, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Logical || row.State == "backup" || row.State == "startup" {
			return Verdict{}, false
		}
		severity, sick := lagging(row.Seconds, row.Bytes, t)
		return Verdict{
			Object: row.object(), Severity: severity,
			Message: fmt.Sprintf("%s of WAL not replayed, %.0f s behind when last measured (%s)", size(row.Bytes), row.Seconds, row.State),
		}, sick
	},
})
