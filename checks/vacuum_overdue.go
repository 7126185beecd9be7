package checks

import (
	"fmt"
	"time"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// VacuumDebt is one table and how many dead rows wait in it.
type VacuumDebt struct {
	Schema       string `db:"schema_name" json:"schema"`
	Table        string `db:"table_name" json:"table"`
	Autovacuum   bool   `db:"autovacuum" json:"autovacuum"` // on for this table
	LiveRows     int64  `db:"live_rows" json:"live_rows" volatile:"true"`
	DeadRows     int64  `db:"dead_rows" json:"dead_rows" volatile:"true"`
	Trigger      int64  `db:"vacuum_trigger" json:"trigger" volatile:"true"`      // dead rows at which autovacuum comes
	SecondsSince *int64 `db:"seconds_since" json:"seconds_since" volatile:"true"` // the last VACUUM; nil: none is known
}

var (
	vacuumFactor = Threshold{
		Name: "factor", Default: 2, Unit: "times autovacuum's trigger",
		Why: "at one time autovacuum comes; at twice it should have been there",
	}
	vacuumMinDeadRows = Threshold{
		Name: "min-dead-rows", Default: 1000, Unit: "rows",
		Why: "fewer disturb nobody",
	}
	vacuumMinHours = Threshold{
		Name: "min-hours", Default: 3, Unit: "hours",
		Why: "autovacuum takes one table after the other: it gets this long since the last VACUUM, or since statistics began",
	}
)

// VacuumOverdue finds tables that autovacuum should have cleaned long ago.
var VacuumOverdue = define(Spec[VacuumDebt]{
	Doc: Doc{
		ID:       "vacuum-overdue",
		Title:    "dead rows that autovacuum should have removed long ago",
		Examines: "tables",
		Why: `UPDATE and DELETE leave the old row behind until VACUUM makes its place free. Where VACUUM does not come, the table and its indexes grow, every scan reads the dead rows as well, and index-only scans go to the table. Autovacuum comes when dead rows pass autovacuum_vacuum_threshold plus autovacuum_vacuum_scale_factor of the table's rows, or the table's own settings; this check speaks at a multiple of that, and only if there was time enough.

Confirm: SELECT n_dead_tup, last_vacuum, last_autovacuum FROM pg_stat_all_tables. Is autovacuum switched off for the table or the server, are all autovacuum_max_workers busy, does DDL cancel it again and again?

Cure: VACUUM (ANALYZE) the table; pgdoctor fix does it while readers and writers go on. VACUUM removes nothing that an old snapshot may still see: an open transaction (idle-in-transaction), a prepared transaction or a replication slot keeps the rows dead but there, and this finding with them. Space goes back to the table, not to the disk.

Prevention: leave autovacuum on; for large tables lower the scale factor (ALTER TABLE t SET (autovacuum_vacuum_scale_factor = 0.02)), and raise autovacuum_vacuum_cost_limit. Partitioned tables hold no rows: their partitions are listed.`,
		Category:   Vacuum,
		Severity:   Warning,
		Runtime:    true,
		Needs:      []Need{{Statistics: 3 * time.Hour}},
		Thresholds: []Threshold{vacuumFactor, vacuumMinDeadRows, vacuumMinHours},
	},
	Judge: func(row *VacuumDebt, server postgres.Server, t Thresholds) (Verdict, bool) {
		since := overdueFor(server, row.SecondsSince)
		if float64(row.DeadRows) < t.Of(vacuumMinDeadRows) || since.Hours() < t.Of(vacuumMinHours) ||
			float64(row.DeadRows) < t.Of(vacuumFactor)*float64(row.Trigger) {
			return Verdict{}, false
		}
		message := fmt.Sprintf("%s dead rows beside %s live ones, and no VACUUM for %s: autovacuum was to come at %s",
			humanize.Comma(row.DeadRows), humanize.Comma(row.LiveRows), ago(since), humanize.Comma(row.Trigger))
		if !row.Autovacuum {
			message += ", but it is switched off"
		}
		return Verdict{Object: postgres.Name(row.Schema, row.Table), Message: message}, true
	},
})

// overdueFor is the time that autovacuum had: since the table's last one, or
// since statistics began.
func overdueFor(server postgres.Server, secondsSince *int64) time.Duration {
	age := server.StatsAge()
	if secondsSince != nil {
		age = min(age, seconds(float64(*secondsSince)))
	}
	return age
}
