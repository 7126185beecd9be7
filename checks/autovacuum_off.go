package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// AutovacuumSwitch is the setting autovacuum, and what waits where it is off.
type AutovacuumSwitch struct {
	ServerSetting
	DeadRows int64 `db:"dead_rows" json:"dead_rows" volatile:"true"` // of this database
}

var autovacuumDeadRows = Threshold{
	Name: "critical-dead-rows", Default: 10_000_000, Unit: "rows",
	Why: "the harm is done already, and grows by the day",
}

// AutovacuumOff finds a server on which nobody clears up.
var AutovacuumOff = define(Spec[AutovacuumSwitch]{
	Doc: Doc{
		ID:       "autovacuum-off",
		Title:    "autovacuum is off: dead rows pile up and statistics grow old on every table",
		Examines: "settings",
		Why: `UPDATE and DELETE leave old rows behind, and only VACUUM makes their place free; ANALYZE tells the planner what the tables hold. With autovacuum = off nobody does either unless somebody planned it: tables and indexes grow without end, plans are made for tables that look different by now, and index-only scans go to the table. Only what protects against transaction ID wraparound still runs, late and all at once.

Confirm: SHOW autovacuum; SELECT relname, n_dead_tup, last_vacuum FROM pg_stat_all_tables ORDER BY n_dead_tup DESC.

Cure: ALTER SYSTEM SET autovacuum = on, and reload; pgdoctor fix does both. Expect disk traffic while it catches up: autovacuum_vacuum_cost_limit bounds it.

Prevention: never switch it off for the server. For one bulk load ALTER TABLE t SET (autovacuum_enabled = off), and back after it. Where autovacuum is in the way, it needs to come more often and not less: each run is shorter then.`,
		Category:   Configuration,
		Severity:   Warning,
		Thresholds: []Threshold{autovacuumDeadRows},
	},
	Judge: func(row *AutovacuumSwitch, _ postgres.Server, t Thresholds) (Verdict, bool) {
		verdict := Verdict{Object: row.Name, Message: "autovacuum is off: nothing removes dead rows or refreshes statistics"}
		if float64(row.DeadRows) >= t.Of(autovacuumDeadRows) {
			verdict.Severity = Critical
			verdict.Message += fmt.Sprintf(", and %s dead rows wait in this database", humanize.Comma(row.DeadRows))
		}
		return verdict, row.Off()
	},
})
