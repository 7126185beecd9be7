package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// WithoutAutovacuum is one table and where in it autovacuum is switched off.
type WithoutAutovacuum struct {
	TableOptions
	Rows int64 `db:"rows" json:"rows" volatile:"true"`
}

var withoutAutovacuumMinRows = Threshold{
	Name: "min-rows", Default: 10_000, Unit: "rows",
	Why: "a table with fewer does not suffer much, and the finding is info",
}

// AutovacuumDisabled finds tables that autovacuum is told to leave alone.
var AutovacuumDisabled = define(Spec[WithoutAutovacuum]{
	Doc: Doc{
		ID:       "autovacuum-disabled",
		Title:    "table for which autovacuum is switched off",
		Examines: "tables",
		Why: `With autovacuum_enabled = off nobody removes the table's dead rows and nobody collects its statistics: it grows with each UPDATE, and the planner works with an old picture of it. Only the vacuum against wraparound still comes, at 200 million transactions, and then has everything to do at once. The setting usually is left over from a bulk load.

Confirm: \d+ table shows it under Options; SELECT relname, reloptions FROM pg_class. A TOAST table has its own, toast.autovacuum_enabled.

Cure: ALTER TABLE t RESET (autovacuum_enabled), which disturbs neither readers nor writers; pgdoctor fix does it, and autovacuum comes when the table is due. Where the table is loaded, read once and truncated, and the job runs VACUUM and ANALYZE itself, the setting is right: leave it.

Prevention: never switch autovacuum off to make something faster; give a busy table lower scale factors instead, so that each run has less to do.`,
		Category:   Vacuum,
		Severity:   Warning,
		Thresholds: []Threshold{withoutAutovacuumMinRows},
	},
	Judge: func(row *WithoutAutovacuum, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if len(row.Relations) == 0 {
			return Verdict{}, false
		}
		verdict := Verdict{Object: postgres.Name(row.Schema, row.Table), Message: "autovacuum is switched off for it"}
		switch {
		case row.Partitioned:
			verdict.Message = "autovacuum is switched off for " + many(int64(len(row.Relations)), "partition", "partitions")
		case row.Relations[0].Value == nil:
			verdict.Message = "autovacuum is switched off for its TOAST table"
		}
		if float64(row.Rows) < t.Of(withoutAutovacuumMinRows) {
			verdict.Severity = Info
		}
		return verdict, true
	},
})
