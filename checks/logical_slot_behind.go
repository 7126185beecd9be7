package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var behindWarnMiB = Threshold{
	Name: "warn-mib", Default: 1024, Unit: "MiB",
	Why: "connectors confirm in steps, and a bulk load is ahead of any of them for a while",
}

// LogicalSlotBehind finds logical consumers that are connected and do not keep up.
var LogicalSlotBehind = define(Spec[ReplicationSlot]{
	Doc: Doc{
		ID:       "logical-slot-behind",
		Title:    "logical consumer that does not keep up",
		Examines: "logical replication slots",
		Why: `The consumer of this logical slot (a subscription, Debezium, another connector) is connected but has not confirmed the last changes: what it feeds shows old data, and the server keeps the WAL. It is slow, it waits for something on its own side (locks, a full queue, a missing index on the subscriber, where every UPDATE and DELETE then reads the whole table), or it never confirms.

Confirm: SELECT slot_name, pg_size_pretty(pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn)) FROM pg_replication_slots, twice with a minute between: does it shrink? pg_stat_replication_slots (PostgreSQL 14) shows whether large transactions spill to disk.

Cure: on the subscriber, look for errors in its log and for tables without a primary key; on a connector, look at its lag and make it confirm even where nothing of interest changes (a heartbeat: WAL of other tables and databases counts as well). Split huge transactions; streaming = on or parallel (14, 16) applies them before they end.

Prevention: an alert on this check. Time is not judged, since a consumer confirms at its own pace; bytes are. Slots without a consumer are reported as slot-inactive.`,
		Category:   Replication,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Thresholds: []Threshold{behindWarnMiB},
	},
	Judge: func(row *ReplicationSlot, _ postgres.Server, t Thresholds) (Verdict, bool) {
		behind := known(row.Behind)
		return Verdict{
			Object:  row.object(),
			Message: fmt.Sprintf("its consumer is connected but %s of WAL behind", size(behind)),
		}, row.Active && float64(behind) >= t.Of(behindWarnMiB)*(1<<20)
	},
})
