package checks

import (
	"fmt"
	"strconv"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// LargeRelation is one relation with no scale factor of its own.
type LargeRelation struct {
	Schema  string `json:"schema"`
	Table   string `json:"table"`
	Rows    int64  `json:"rows"`
	Changes int64  `json:"changes"` // rows updated and deleted since statistics began
	Trigger int64  `json:"trigger"` // dead rows at which autovacuum comes
}

// LargeRelations is a list that a query returns as JSON.
type LargeRelations []LargeRelation

// Scan reads a JSON array of objects.
func (r *LargeRelations) Scan(src any) error { return postgres.ScanJSON(src, r) }

// DefaultAutovacuum is one table, and which of its relations are large and have
// the server's scale factor.
type DefaultAutovacuum struct {
	Schema      string         `db:"schema_name" json:"schema"`
	Table       string         `db:"table_name" json:"table"`
	Partitioned bool           `db:"partitioned" json:"partitioned"`
	ScaleFactor float64        `db:"scale_factor" json:"scale_factor"` // the server's
	Candidates  LargeRelations `db:"candidates" json:"-"`
	Relations   StoredOptions  `json:"relations"`
	Rows        int64          `json:"rows" volatile:"true"`    // of the largest relation
	Trigger     int64          `json:"trigger" volatile:"true"` // of the largest relation
}

var (
	largeMinRows = Threshold{
		Name: "min-rows", Default: 10_000_000, Unit: "rows",
		Why: "of a table of that size a fifth is two million dead rows",
	}
	largeMinScale = Threshold{
		Name: "min-scale-factor", Default: 0.1, Unit: "share of the rows",
		Why: "a server with a lower scale factor was set up for large tables already",
	}
	largeMinChanges = Threshold{
		Name: "min-changes", Default: 100_000, Unit: "rows updated or deleted since statistics began",
		Why: "a table that is only inserted into has no dead rows to wait for",
	}
)

// AutovacuumDefaultOnLargeTable finds large tables that autovacuum visits too seldom.
var AutovacuumDefaultOnLargeTable = define(Spec[DefaultAutovacuum]{
	Doc: Doc{
		ID:       "autovacuum-default-on-large-table",
		Title:    "large table that autovacuum visits too seldom",
		Examines: "tables",
		Why: `Autovacuum comes when a share of the table's rows is dead: a fifth by default. Of ten million rows that is two million dead ones, which every scan reads, and which then are removed in one long run that reads most of the table and all of its indexes. The larger the table, the later and the longer.

Confirm: SELECT n_live_tup, n_dead_tup, last_autovacuum FROM pg_stat_user_tables; log_autovacuum_min_duration = 0 shows how long a run takes.

Cure: ALTER TABLE t SET (autovacuum_vacuum_scale_factor = 0.02), so that it comes ten times as often and has a tenth to do; pgdoctor fix does it without disturbing anybody, and undo sets the earlier value. If the runs then follow each other without a pause, raise autovacuum_vacuum_cost_limit.

Prevention: set it when a table is expected to grow large. PostgreSQL 18 has autovacuum_vacuum_max_threshold, which caps the number for every table. A table with a scale factor or threshold of its own is not reported, nor is one without UPDATE and DELETE.`,
		Category:   Vacuum,
		Severity:   Info,
		Runtime:    true,
		Thresholds: []Threshold{largeMinRows, largeMinScale, largeMinChanges},
	},
	Judge: func(row *DefaultAutovacuum, _ postgres.Server, t Thresholds) (Verdict, bool) {
		row.Relations, row.Rows, row.Trigger = StoredOptions{}, 0, 0
		for _, relation := range row.Candidates {
			if float64(relation.Rows) < t.Of(largeMinRows) || float64(relation.Changes) < t.Of(largeMinChanges) ||
				float64(relation.Trigger) < t.Of(largeMinScale)*float64(relation.Rows) {
				continue
			}
			row.Relations = append(row.Relations, StoredOption{Schema: relation.Schema, Table: relation.Table})
			if relation.Rows > row.Rows {
				row.Rows, row.Trigger = relation.Rows, relation.Trigger
			}
		}
		if len(row.Relations) == 0 {
			return Verdict{}, false
		}
		message := fmt.Sprintf("autovacuum waits for %s dead rows out of %s, by the server's scale factor of %s",
			humanize.Comma(row.Trigger), humanize.Comma(row.Rows), strconv.FormatFloat(row.ScaleFactor, 'f', -1, 64))
		if row.Partitioned {
			message += ", in the largest of " + many(int64(len(row.Relations)), "such partition", "such partitions")
		}
		return Verdict{Object: postgres.Name(row.Schema, row.Table), Message: message}, true
	},
})
