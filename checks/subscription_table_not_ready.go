package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var notReadyMinSeconds = Threshold{
	Name: "min-seconds", Default: 60, Unit: "seconds",
	Why: "a worker that applies starts those that copy; one that began so long ago has had the time to",
}

// SubscriptionTableNotReady finds subscriptions with tables that nobody copies.
var SubscriptionTableNotReady = define(Spec[Subscription]{
	Doc: Doc{
		ID:       "subscription-table-not-ready",
		Title:    "table of a subscription that is never copied",
		Examines: "subscriptions",
		Why: `A subscription first copies each table, then applies what came since; until a table is copied, none of its changes are applied. Here tables wait, the subscription is enabled and its worker runs, but no worker copies any. Either each try ends with an error and is made again after five seconds: a row that is there already, a column or type that is missing here, no right to write here or to read there. Or no worker or slot is left to copy with (max_sync_workers_per_subscription, max_logical_replication_workers, max_replication_slots of the publisher). The publisher keeps WAL meanwhile.

Confirm: SELECT srrelid::regclass, srsubstate FROM pg_subscription_rel WHERE srsubstate NOT IN ('s', 'r'), twice, a minute apart (i waits, d is being copied); the error is in this server's log, and from PostgreSQL 15 on counted in pg_stat_subscription_stats.sync_error_count.

Cure: as the log says. Rows that are there already: TRUNCATE the table here if they came from an earlier try, or leave the copy out: take the table out of the publication, ALTER SUBSCRIPTION … REFRESH PUBLICATION, add it again, REFRESH PUBLICATION WITH (copy_data = false), if both sides are known to be equal. No worker left: raise the limits, of which the last two need a restart.

Prevention: make the tables here from the publisher's own definition, empty, and let nobody else write to them.`,
		Category:   Replication,
		Severity:   Warning,
		Runtime:    true,
		Needs:      []Need{{Role: "pg_read_all_stats", Primary: true}},
		Thresholds: []Threshold{notReadyMinSeconds},
	},
	Judge: func(row *Subscription, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if !row.Enabled || !row.Applying || row.Waiting == 0 {
			return Verdict{}, false // subscription-disabled and subscription-failing say so
		}
		errors := known(row.SyncErrors)
		verdict := Verdict{Object: row.object()}
		tables := fmt.Sprintf("%d of %s not copied yet", row.Waiting, many(row.Tables, "table is", "tables are"))
		if row.FirstSchema != nil && row.FirstTable != nil {
			tables += ", for one " + postgres.Name(*row.FirstSchema, *row.FirstTable)
		}
		idle := row.Copying == 0 && row.WorkerSeconds != nil && float64(*row.WorkerSeconds) >= t.Of(notReadyMinSeconds)
		verdict.Message = tables + ", and no worker copies any"
		if !idle {
			verdict.Severity = Info // perhaps this time it ends well
			verdict.Message = tables + ", and to copy them failed before"
		}
		if errors > 0 {
			verdict.Message += fmt.Sprintf(" (%s counted)", many(errors, "error was", "errors were"))
		}
		return verdict, idle || errors > 0
	},
})
