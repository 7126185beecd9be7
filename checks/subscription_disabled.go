package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// SubscriptionDisabled finds subscriptions that are switched off.
var SubscriptionDisabled = define(Spec[Subscription]{
	Doc: Doc{
		ID:       "subscription-disabled",
		Title:    "subscription that is switched off, while its publisher keeps WAL for it",
		Examines: "subscriptions",
		Why: `A disabled subscription applies nothing, so its tables grow old. Its slot on the publisher stays and keeps all WAL since, until that server's disk is full or the slot is given up. Subscriptions are disabled by hand for maintenance and then forgotten, and from PostgreSQL 15 on by themselves after an error (disable_on_error).

Confirm: \dRs+ in psql; the server's log says whether an error disabled it. On the publisher: SELECT slot_name, active, restart_lsn FROM pg_replication_slots.

Cure: mend the error, if there was one: usually a row that is there already or a column that is missing here. ALTER SUBSCRIPTION … ENABLE then goes on where it was; pgdoctor fix does that. A transaction that cannot be applied is left out by ALTER SUBSCRIPTION … SKIP (PostgreSQL 15). If nobody wants the subscription, DROP SUBSCRIPTION also drops the slot.

Prevention: enable it in the same script that disables it.`,
		Category: Replication,
		Severity: Warning,
		Needs:    []Need{{Role: "pg_read_all_stats", Primary: true}},
	},
	Judge: func(row *Subscription, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		verdict := Verdict{Object: row.object(), Message: "it is disabled and has no slot: nothing is applied"}
		if row.Slot == nil {
			verdict.Severity = Info
		} else {
			verdict.Message = fmt.Sprintf("it is disabled: nothing is applied, and slot %s on the publisher keeps WAL for it", postgres.Name(*row.Slot))
		}
		return verdict, !row.Enabled
	},
})
