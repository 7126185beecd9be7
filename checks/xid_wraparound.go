package checks

import (
	"fmt"
	"strconv"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// FrozenUntil is one database or table, and how long ago it was frozen, in
// transactions and in multixacts.
type FrozenUntil struct {
	Schema             string `db:"schema_name" json:"schema,omitempty"` // "" for a database
	Table              string `db:"table_name" json:"table,omitempty"`
	Database           string `db:"database_name" json:"database"`
	XIDAge             int64  `db:"xid_age" json:"xid_age" volatile:"true"`
	MultixactAge       int64  `db:"multixact_age" json:"multixact_age" volatile:"true"`
	FreezeMax          int64  `db:"freeze_max" json:"freeze_max"` // autovacuum comes at this age
	MultixactFreezeMax int64  `db:"multixact_freeze_max" json:"multixact_freeze_max"`
}

var (
	wraparoundWarn = Threshold{
		Name: "warn-factor", Default: 2, Unit: "times autovacuum_freeze_max_age",
		Why: "near one time is the healthy peak, at which autovacuum comes; at twice it came and could not finish",
	}
	wraparoundCritical = Threshold{
		Name: "critical-factor", Default: 4, Unit: "times autovacuum_freeze_max_age",
		Why: "never later than vacuum_failsafe_age (PostgreSQL 14; 1.6 billion), when VACUUM drops everything else to save the server",
	}
)

// failsafeAge is vacuum_failsafe_age of 14 on, and of servers before.
const failsafeAge = 1_600_000_000

// XIDWraparound finds databases and tables that come near the end of transaction numbers.
var XIDWraparound = define(Spec[FrozenUntil]{
	Doc: Doc{
		ID:       "xid-wraparound",
		Title:    "transaction IDs run out",
		Examines: "databases and tables",
		Why: `Transaction IDs are numbers that are used in a circle of four billion. VACUUM has to freeze every row before its ID is two billion transactions old; where it cannot, PostgreSQL refuses all writes, in every database of the server, until it is done. The same holds of multixacts, which stand for several lockers of one row. Autovacuum comes by itself at autovacuum_freeze_max_age, so an age near that is healthy; an age far beyond says that it came and could not finish.

Confirm: SELECT datname, age(datfrozenxid) FROM pg_database ORDER BY 2 DESC. What keeps VACUUM from freezing: an open transaction (idle-in-transaction), a forgotten prepared transaction (pg_prepared_xacts), a replication slot that nobody reads (xmin, catalog_xmin of pg_replication_slots), a standby with hot_standby_feedback; or autovacuum that is switched off, throttled too far, or cancelled again and again by DDL, or by another session's temporary table, which only that session can vacuum.

Cure: remove what holds it back, then VACUUM (FREEZE, VERBOSE) the tables with the highest age, in every database that is listed, as a superuser where they are system catalogs. Where writes are refused already, run plain VACUUM, which is done sooner. No single-user mode is needed. Do not use VACUUM FULL.

Prevention: leave autovacuum on, give it more workers and a higher cost limit, and alert on this check. TOAST tables count with their table.`,
		Category:   Vacuum,
		Severity:   Warning,
		Runtime:    true,
		Triage:     true,
		Thresholds: []Threshold{wraparoundWarn, wraparoundCritical},
	},
	Judge: func(row *FrozenUntil, server postgres.Server, t Thresholds) (Verdict, bool) {
		verdict := Verdict{Object: postgres.Name(row.Schema, row.Table)}
		if row.Schema == "" {
			verdict.Object = postgres.Name(row.Database)
		}
		sick := false
		for _, age := range []struct {
			what      string
			is, limit int64
			failsafe  string
		}{
			{"transactions", row.XIDAge, row.FreezeMax, "vacuum_failsafe_age"},
			{"multixacts", row.MultixactAge, row.MultixactFreezeMax, "vacuum_multixact_failsafe_age"},
		} {
			last := float64(failsafeAge)
			if set, err := strconv.ParseFloat(server.Settings[age.failsafe], 64); err == nil && set > 0 {
				last = min(last, set)
			}
			critical := min(t.Of(wraparoundCritical)*float64(age.limit), last)
			warn := min(t.Of(wraparoundWarn)*float64(age.limit), critical)
			if float64(age.is) < warn {
				continue
			}
			if float64(age.is) >= critical {
				verdict.Severity = Critical
			}
			if sick {
				verdict.Message += "; "
			}
			sick = true
			verdict.Message += fmt.Sprintf("not frozen for %s %s: autovacuum came at %s and could not finish, and at 2,147,483,647 writes stop",
				humanize.Comma(age.is), age.what, humanize.Comma(age.limit))
		}
		return verdict, sick
	},
})
