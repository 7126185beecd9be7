package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// BlockedVacuum is one table that autovacuum looks after, and who keeps it from removing dead rows.
type BlockedVacuum struct {
	Schema          string `db:"schema_name" json:"schema"`
	Table           string `db:"table_name" json:"table"`
	DeadRows        int64  `db:"dead_rows" json:"dead_rows" volatile:"true"`
	Trigger         int64  `db:"vacuum_trigger" json:"trigger" volatile:"true"`            // dead rows at which autovacuum comes
	VacuumedSeconds *int64 `db:"vacuumed_seconds" json:"vacuumed_seconds" volatile:"true"` // ago; nil: never
	Obstacle        string `db:"obstacle" json:"obstacle"`                                 // lock, snapshot, "" for none
	LockMode        string `db:"lock_mode" json:"lock_mode,omitempty"`
	Prepared        bool   `db:"prepared" json:"prepared"` // by a prepared transaction, whose name is its identifier
	Name            string `db:"name" json:"name"`         // of a session its role
	Application     string `db:"application" json:"application,omitempty"`
	Seconds         int64  `db:"seconds" json:"seconds" volatile:"true"` // since the transaction began
}

var (
	blockedMinSeconds = Threshold{
		Name: "min-seconds", Default: 600, Unit: "seconds",
		Why: "a transaction of some minutes passes by itself, and autovacuum comes again each minute",
	}
	blockedMinDeadRows = Threshold{
		Name: "min-dead-rows", Default: 10_000, Unit: "rows",
		Why: "fewer disturb nobody",
	}
)

// AutovacuumBlocked finds tables that autovacuum comes for in vain.
var AutovacuumBlocked = define(Spec[BlockedVacuum]{
	Doc: Doc{
		ID:       "autovacuum-blocked",
		Title:    "table that autovacuum comes for in vain",
		Examines: "tables",
		Why: `The table has more dead rows than it takes for autovacuum to come, and they stay, for one of two reasons. A transaction holds a lock on it that VACUUM would have to wait for: autovacuum does not wait, it skips the table, with no more than a line in the server's log. Or autovacuum was there after an old transaction had taken its snapshot: every row that is dead now died since, that transaction might still see it, and until it ends each VACUUM reads the whole table, removes nothing, and comes again a minute later. Table and indexes grow meanwhile, and a worker is busy for nothing.

Only what the statistics prove is found: a snapshot counts from the last moment at which it can have been taken. Replication slots and standbys that hold back VACUUM are xmin-horizon-held's, since nobody knows for how long they do.

Confirm: VACUUM (VERBOSE) t says "dead but not yet removable" (before PostgreSQL 15 "dead row versions cannot be removed yet"). For a lock: SELECT pid, mode FROM pg_locks WHERE relation = 't'::regclass AND granted.

Cure: end the transaction: commit it where it comes from, or pg_terminate_backend(pid) (idle-in-transaction and transaction-long have that as a fix), ROLLBACK PREPARED for a prepared one. Autovacuum then does the rest within minutes. There is no fix of its own here: which transaction may end is for you to say.

Prevention: idle_in_transaction_session_timeout; reports and dumps on a standby; no LOCK TABLE in long transactions; log_autovacuum_min_duration, which shows what could not be removed.`,
		Category:   Vacuum,
		Severity:   Warning,
		Runtime:    true,
		Needs:      []Need{{Role: "pg_read_all_stats", Primary: true}},
		Thresholds: []Threshold{blockedMinSeconds, blockedMinDeadRows},
	},
	Judge: func(row *BlockedVacuum, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Obstacle == "" || float64(row.Seconds) < t.Of(blockedMinSeconds) ||
			float64(row.DeadRows) < t.Of(blockedMinDeadRows) || row.DeadRows <= row.Trigger {
			return Verdict{}, false
		}
		who := "a transaction of " + postgres.Name(row.Name)
		if row.Application != "" {
			who += " (" + row.Application + ")"
		}
		if row.Prepared {
			who = "prepared transaction " + postgres.Name(row.Name)
		}
		how := "holds " + row.LockMode + " on it: autovacuum skips it"
		if row.Obstacle == "snapshot" {
			how = fmt.Sprintf("might still see all of them: VACUUM, %s ago the last time, cannot remove any", ago(seconds(float64(known(row.VacuumedSeconds)))))
		}
		return Verdict{
			Object: postgres.Name(row.Schema, row.Table),
			Message: fmt.Sprintf("%s dead rows, and %s, %s old, %s",
				humanize.Comma(row.DeadRows), who, ago(seconds(float64(row.Seconds))), how),
		}, true
	},
})
