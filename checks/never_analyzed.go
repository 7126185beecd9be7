package checks

import (
	"context"
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// BareTable is one table and how much of it the planner knows nothing about.
type BareTable struct {
	Schema      string `db:"schema_name" json:"schema"`
	Table       string `db:"table_name" json:"table"`
	Partitioned bool   `db:"partitioned" json:"partitioned"`
	Bytes       int64  `db:"bytes" json:"bytes" volatile:"true"`
	BareBytes   int64  `db:"bare_bytes" json:"bare_bytes" volatile:"true"`
	BareTables  int64  `db:"bare_tables" json:"bare_tables"`
	ParentBare  bool   `db:"parent_bare" json:"parent_bare"` // no statistics of all partitions together
	Hidden      bool   `db:"hidden" json:"-"`                // the role may not see the statistics
}

var neverAnalyzedMinMegabytes = Threshold{
	Name: "min-megabytes", Default: 1, Unit: "MiB",
	Why: "below that no plan is slow",
}

// NeverAnalyzed finds tables that the planner knows nothing about.
var NeverAnalyzed = define(Spec[BareTable]{
	Doc: Doc{
		ID:       "never-analyzed",
		Title:    "table without any planner statistics",
		Examines: "tables",
		Why: `Without statistics the planner guesses: how many values a column has, how many rows a condition leaves, how many rows a join returns. Its guesses are off by factors of thousands, and the plans are as good as the guesses. Tables are in that state after pg_upgrade to a version before 18, after a restore, or where autovacuum is switched off. Autovacuum counts changed rows; where the counters were lost or nothing changes any more, it never comes.

A partitioned table has statistics of its own, about all partitions together, which joins and groupings over it need. Autovacuum never collects those.

Confirm: SELECT count(*) FROM pg_stats WHERE schemaname = '...' AND tablename = '...' is 0.

Cure: ANALYZE the table, which reads a sample while readers and writers go on; pgdoctor fix does it. ANALYZE of a partitioned table looks at all its partitions.

Prevention: vacuumdb --all --analyze-in-stages after each pg_upgrade and restore; a nightly ANALYZE of partitioned tables. Tables that autovacuum is due to come for are in analyze-stale.`,
		Category:   Vacuum,
		Severity:   Warning,
		Runtime:    true,
		Thresholds: []Threshold{neverAnalyzedMinMegabytes},
	},
	Probe: func(_ context.Context, p *Prober, rows []BareTable) ([]BareTable, error) {
		var seen []BareTable
		for _, row := range rows {
			if row.Hidden {
				p.Denied(postgres.Name(row.Schema, row.Table), "statistics are shown to those only who may read the table: GRANT pg_read_all_data, or SELECT on it")
				continue
			}
			seen = append(seen, row)
		}
		return seen, nil
	},
	Judge: func(row *BareTable, _ postgres.Server, t Thresholds) (Verdict, bool) {
		floor := t.Of(neverAnalyzedMinMegabytes) * (1 << 20)
		verdict := Verdict{Object: postgres.Name(row.Schema, row.Table)}
		switch {
		case float64(row.BareBytes) >= floor && row.Partitioned:
			verdict.Message = fmt.Sprintf("%s in %s without statistics: the planner guesses",
				size(row.BareBytes), many(row.BareTables, "partition", "partitions"))
		case float64(row.BareBytes) >= floor:
			verdict.Message = size(row.BareBytes) + " without statistics: the planner guesses"
		case row.ParentBare && float64(row.Bytes) >= floor:
			verdict.Severity = Info
			verdict.Message = fmt.Sprintf("its partitions, %s, have statistics but the table as a whole has none: autovacuum never collects those", size(row.Bytes))
		default:
			return Verdict{}, false
		}
		return verdict, true
	},
})
