package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// HorizonHolder is somebody whose old snapshot keeps dead rows alive.
type HorizonHolder struct {
	Kind         string `db:"kind" json:"kind"` // session, prepared transaction, replication slot, standby
	Name         string `db:"name" json:"name"` // of a session its role
	Application  string `db:"application" json:"application,omitempty"`
	Holders      int    `db:"holders" json:"holders" volatile:"true"` // sessions of the same role and application
	XIDs         int64  `db:"xids" json:"xids" volatile:"true"`       // transactions since the oldest of them
	Seconds      *int64 `db:"seconds" json:"seconds" volatile:"true"` // since the oldest of them began; nil: not known
	CatalogsOnly bool   `db:"catalogs_only" json:"catalogs_only"`     // rows of users' tables are removed
}

var (
	horizonInfo = Threshold{
		Name: "min-xids", Default: 1_000_000, Unit: "transactions",
		Why: "what a busy database does in some minutes: fewer dead rows than that hurt nobody",
	}
	horizonMinSeconds = Threshold{
		Name: "min-seconds", Default: 3600, Unit: "seconds",
		Why: "a pg_dump or a report of a busy database takes so long, and VACUUM makes up for it; where the time is not known, or warn-xids have passed, it does not count",
	}
	horizonWarn = Threshold{
		Name: "warn-xids", Default: 10_000_000, Unit: "transactions",
		Why: "tables that are updated often are many times their size by then",
	}
)

// XminHorizonHeld finds who keeps VACUUM from its work.
var XminHorizonHeld = define(Spec[HorizonHolder]{
	Doc: Doc{
		ID:       "xmin-horizon-held",
		Title:    "an old snapshot keeps VACUUM from removing dead rows",
		Examines: "holders of snapshots",
		Why: `VACUUM removes a dead row only when nobody can see it any more. One old snapshot is enough to keep every row that was deleted or updated since in every table of the database: VACUUM runs and runs and removes nothing, tables and indexes grow, and the age of the oldest transaction ID grows towards the wraparound. Each holder is a finding of its own, since VACUUM waits for the oldest one, and the next oldest behind it.

Confirm: VACUUM (VERBOSE) table says "dead but not yet removable" (before PostgreSQL 15 "dead row versions cannot be removed yet"); pg_stat_activity.backend_xmin, pg_prepared_xacts, pg_replication_slots.xmin and catalog_xmin, pg_stat_replication.backend_xmin show who it is.

Cure: take the oldest first. A session: see transaction-long and idle-in-transaction. A prepared transaction: see prepared-transaction-old. A replication slot whose consumer is gone: pg_drop_replication_slot('name'), after which the consumer must start anew; one whose consumer lags must be made to catch up. A standby with hot_standby_feedback: end the long query there. Which of them is right needs a decision, so there is no automatic fix here.

Prevention: timeouts for transactions, an alert on inactive slots, max_standby_streaming_delay in place of hot_standby_feedback for short queries. A logical slot holds only the rows of the catalogs, which matters where tables are made and dropped all the time.`,
		Category:   Locks,
		Severity:   Info,
		Runtime:    true,
		Needs:      []Need{{Role: "pg_read_all_stats"}},
		Thresholds: []Threshold{horizonInfo, horizonMinSeconds, horizonWarn},
	},
	Judge: func(row *HorizonHolder, _ postgres.Server, t Thresholds) (Verdict, bool) {
		parts := []string{row.Kind, row.Name}
		if row.Application != "" {
			parts = append(parts, row.Application)
		}
		what := "dead rows"
		if row.CatalogsOnly {
			what = "dead rows of the catalogs"
		}
		verdict := Verdict{
			Object:  postgres.Name(parts...),
			Message: fmt.Sprintf("VACUUM may not remove %s of the last %s transactions because of it", what, humanize.Comma(row.XIDs)),
		}
		if row.Seconds != nil {
			verdict.Message += ", which is " + ago(seconds(float64(*row.Seconds)))
		}
		severe := float64(row.XIDs) >= t.Of(horizonWarn)
		if severe && !row.CatalogsOnly {
			verdict.Severity = Warning
		}
		long := row.Seconds == nil || float64(*row.Seconds) >= t.Of(horizonMinSeconds)
		return verdict, float64(row.XIDs) >= t.Of(horizonInfo) && (severe || long)
	},
})
