package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// SubscriptionTableNotReady finds subscriptions with tables that nobody copies.
var SubscriptionTableNotReady = define(Spec[Subscription]{
	Doc: Doc{
		ID:       "subscription-table-not-ready",
		Title:    "tables of a subscription whose first copy does not come about",
		Examines: "subscriptions",
		Why: `A table that joins a subscription is first copied as a whole, by a worker of its own, and then follows. Here tables wait to be copied and no worker copies any, or the copy ends with an error and begins again: they are empty or incomplete, while the rest of the subscription works and looks healthy. Meanwhile the publisher keeps WAL for the copies.

Confirm: SELECT srrelid::regclass, srsubstate FROM pg_subscription_rel WHERE srsubstate NOT IN ('s', 'r'). This server's log has the reason: rows that are there already, a column that is missing or has another type, no right to read on the publisher, no free worker.

Cure: empty the table here if it was filled by other means, or take it over without a copy: ALTER SUBSCRIPTION … REFRESH PUBLICATION WITH (copy_data = false) after it was removed and added again. For missing workers raise max_logical_replication_workers (restart) or max_sync_workers_per_subscription.

Prevention: create the tables here by pg_dump --schema-only, and leave them empty. While tables are being copied this check is silent.`,
		Category: Replication,
		Severity: Warning,
		Runtime:  true,
		Needs:    []Need{{Role: "pg_read_all_stats", Primary: true}},
	},
	Judge: func(row *Subscription, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if !row.Enabled || row.Waiting == 0 || row.FirstSchema == nil || row.FirstTable == nil {
			return Verdict{}, false
		}
		errors := known(row.SyncErrors)
		verdict := Verdict{
			Object: row.object(),
			Message: fmt.Sprintf("%d of %s not copied, such as %s, and nobody is at it", row.Waiting,
				many(row.Tables, "table is", "tables are"), postgres.Name(*row.FirstSchema, *row.FirstTable)),
		}
		if errors > 0 {
			verdict.Message += fmt.Sprintf(" (%s counted)", many(errors, "error was", "errors were"))
		}
		return verdict, row.Copying == 0
	},
})
