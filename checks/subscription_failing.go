package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var youngWorkerSeconds = Threshold{
	Name: "young-seconds", Default: 30, Unit: "seconds",
	Why: "a worker that fails is started again every few seconds: with errors counted, one that has just begun is such a one",
}

// SubscriptionFailing finds enabled subscriptions that apply nothing.
var SubscriptionFailing = define(Spec[Subscription]{
	Doc: Doc{
		ID:       "subscription-failing",
		Title:    "subscription that is enabled but applies nothing",
		Examines: "subscriptions",
		Why: `No worker applies the changes of this subscription, or it ends with an error and is started again every few seconds. Its tables grow old, and the publisher keeps WAL for it until its disk is full. The publisher cannot be reached or its slot is gone, a row that comes in is there already (unique violation), a table or column is missing here, or all max_logical_replication_workers are taken.

Confirm: this server's log has the error again and again. SELECT subname, pid, last_msg_receipt_time FROM pg_stat_subscription; from PostgreSQL 15 on also pg_stat_subscription_stats.

Cure: as the log says. For a conflict, change or delete the row here that stands in the way, or leave the transaction out: ALTER SUBSCRIPTION … SKIP (lsn = …) with the position from the log (PostgreSQL 15). For a missing column, add it here: schema changes are not replicated. If the slot is gone, make the subscription anew with copy_data.

Prevention: nobody but the subscription writes to its tables; schema changes that add go to the subscriber first.`,
		Category:   Replication,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Needs:      []Need{{Role: "pg_read_all_stats", Primary: true}},
		Thresholds: []Threshold{youngWorkerSeconds},
	},
	Judge: func(row *Subscription, _ postgres.Server, t Thresholds) (Verdict, bool) {
		errors := known(row.ApplyErrors)
		young := row.WorkerSeconds != nil && float64(*row.WorkerSeconds) < t.Of(youngWorkerSeconds)
		verdict := Verdict{Object: row.object(), Message: "it is enabled, but no worker applies its changes"}
		if row.Applying {
			verdict.Message = "its worker ends with an error and is started again"
		}
		if errors > 0 {
			verdict.Message += fmt.Sprintf(" (%s counted)", many(errors, "error was", "errors were"))
		}
		return verdict, row.Enabled && (!row.Applying || errors > 0 && young)
	},
})
