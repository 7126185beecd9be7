package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// PartitionCount is one partitioned table and how many partitions it has.
type PartitionCount struct {
	Schema     string `db:"schema_name" json:"schema"`
	Table      string `db:"table_name" json:"table"`
	Partitions int64  `db:"partitions" json:"partitions"`
	Indexes    int64  `db:"indexes" json:"indexes"`
}

var maxPartitions = Threshold{
	Name: "max-partitions", Default: 2000, Unit: "partitions",
	Why: "with a few thousand, planning takes longer than running, and each session keeps megabytes about them",
}

// PartitionsTooMany finds tables that are divided too finely.
var PartitionsTooMany = define(Spec[PartitionCount]{
	Doc: Doc{
		ID:       "partitions-too-many",
		Title:    "table with thousands of partitions",
		Examines: "partitioned tables",
		Why: `A statement that the planner cannot narrow down to some partitions by its conditions looks at each one: it locks it and all its indexes, reads its statistics and plans for it. With thousands of partitions planning takes hundreds of milliseconds and the shared lock table overflows ("out of shared memory", max_locks_per_transaction). Each session keeps what it learnt about them in its own memory.

Confirm: EXPLAIN (SUMMARY) of a usual statement: Planning Time, and how many partitions are left.

Cure: wider partitions (months instead of days), and dropping or merging old ones; a condition on the partition key in every statement. There is no automatic fix.

Prevention: choose the width so that some hundred partitions cover the time that is kept.`,
		Category:   Tables,
		Severity:   Info,
		Thresholds: []Threshold{maxPartitions},
	},
	Judge: func(row *PartitionCount, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if float64(row.Partitions) <= t.Of(maxPartitions) {
			return Verdict{}, false
		}
		return Verdict{
			Object: postgres.Name(row.Schema, row.Table),
			Message: fmt.Sprintf("%s partitions with %s indexes: a statement that reads them all locks them all",
				humanize.Comma(row.Partitions), humanize.Comma(row.Indexes)),
		}, true
	},
})
