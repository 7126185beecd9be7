package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ReplicationPool is something that replication takes, and how many there are.
type ReplicationPool struct {
	Name    string `db:"name" json:"name"` // the setting
	Maximum int64  `db:"maximum" json:"maximum"`
	Used    int64  `db:"used" json:"used" volatile:"true"`
}

var poolWarnPercent = Threshold{
	Name: "warn-percent", Default: 80, Unit: "percent",
	Why: "a replica that reconnects takes a second one until the first times out, and a base backup takes two",
}

// WALSendersExhausted finds servers on which the next replica or backup is refused.
var WALSendersExhausted = define(Spec[ReplicationPool]{
	Doc: Doc{
		ID:       "wal-senders-exhausted",
		Title:    "nearly all WAL senders, replication slots or replication workers are taken",
		Examines: "limits",
		Why: `Each replica, each running base backup and each logical consumer takes one of max_wal_senders, most also one of max_replication_slots, and on a subscriber each subscription and each table that is being copied takes one of max_logical_replication_workers. When the last is taken the next is refused, or waits: a backup fails at night, a replica that lost its connection cannot come back.

Confirm: SELECT application_name, state FROM pg_stat_replication; SELECT slot_name, active FROM pg_replication_slots; SELECT subname, pid FROM pg_stat_subscription.

Cure: drop slots that nobody uses (slot-inactive), end backups that hang (base-backup-long). Else raise the setting, which needs a restart; standbys need max_wal_senders at least as high, so change them first.

Prevention: twice as many as there are consumers: unused ones cost next to nothing.`,
		Category:   Replication,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Thresholds: []Threshold{poolWarnPercent},
	},
	Judge: func(row *ReplicationPool, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("%d of %d are taken", row.Used, row.Maximum),
		}, row.Maximum > 0 && float64(row.Used)*100 >= t.Of(poolWarnPercent)*float64(row.Maximum)
	},
})
