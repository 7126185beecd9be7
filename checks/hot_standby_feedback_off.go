package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// HotStandbyFeedbackOff finds a standby whose queries VACUUM on the primary ends.
var HotStandbyFeedbackOff = define(Spec[RecoveryConflict]{
	Doc: Doc{
		ID:       "hot-standby-feedback-off",
		Title:    "hot_standby_feedback is off, and queries here lose their rows",
		Examines: "databases of a standby",
		Why: `VACUUM on the primary does not know of the queries here and removes rows that they still see; replay then cancels them (snapshot conflicts). With hot_standby_feedback = on this standby tells the primary what its oldest query needs, and VACUUM waits for it.

Confirm: SELECT confl_snapshot FROM pg_stat_database_conflicts WHERE datname = current_database(); SHOW hot_standby_feedback.

Cure: in this standby's configuration hot_standby_feedback = on, and reload. The price is paid by the primary: a query that runs here for hours keeps dead rows there for hours, in all tables. Where reports take that long, rather raise max_standby_streaming_delay, and accept the lag.

Prevention: limit how long queries here may run (statement_timeout, idle_in_transaction_session_timeout) before switching it on. pgdoctor changes nothing on a standby.`,
		Category:   Replication,
		Severity:   Info,
		Runtime:    true,
		Thresholds: []Threshold{conflictsMin, conflictsPerDay},
	},
	Judge: func(row *RecoveryConflict, server postgres.Server, t Thresholds) (Verdict, bool) {
		rate := perDay(row.Snapshot, server)
		return Verdict{
			Object:  postgres.Name(row.Database),
			Message: fmt.Sprintf("replay has cancelled %s whose rows VACUUM removed, %.0f a day", many(row.Snapshot, "query", "queries"), rate),
		}, !row.Feedback && float64(row.Snapshot) >= t.Of(conflictsMin) && rate >= t.Of(conflictsPerDay)
	},
})
