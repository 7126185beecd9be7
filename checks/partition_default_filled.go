package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// DefaultPartition is one partitioned table and the rows of its default partition.
type DefaultPartition struct {
	Schema        string  `db:"schema_name" json:"schema"`
	Table         string  `db:"table_name" json:"table"`
	Strategy      string  `db:"strategy" json:"strategy"`             // r: range, l: list, h: hash
	DefaultSchema *string `db:"default_schema" json:"default_schema"` // nil: it has none
	DefaultTable  *string `db:"default_table" json:"default_table"`
	Rows          int64   `db:"rows" json:"rows" volatile:"true"`
}

var defaultMinRows = Threshold{
	Name: "min-rows", Default: 1, Unit: "rows",
	Why: "the default partition is there to hold none",
}

// PartitionDefaultFilled finds rows for which the right partition was missing.
var PartitionDefaultFilled = define(Spec[DefaultPartition]{
	Doc: Doc{
		ID:       "partition-default-filled",
		Title:    "default partition that holds rows",
		Examines: "partitioned tables",
		Why: `Rows for which no partition was there go to the default one. They are in the way of the partition that they belong to: CREATE TABLE ... PARTITION OF fails as long as the default holds a row of its range ("would be violated by some row"), and before it can fail it reads all of the default while nobody can use it. Queries by the key read the default as well, and dropping old partitions leaves these rows behind.

Confirm: SELECT the partition key FROM the default partition, grouped: which ranges are missing? Often a scheduled job that creates partitions stopped.

Cure: in one transaction, at a quiet hour: DETACH the default, CREATE the missing partitions, INSERT the rows into the parent from the detached table, DELETE them there, and attach it again. While that runs nobody can write, so there is no automatic fix.

Prevention: create partitions ahead of time, and alert on partition-missing-ahead. A default beside list partitions may be meant to hold all the rest; that is reported as info.`,
		Category:   Tables,
		Severity:   Warning,
		Runtime:    true,
		Thresholds: []Threshold{defaultMinRows},
	},
	Judge: func(row *DefaultPartition, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.DefaultTable == nil || float64(row.Rows) < t.Of(defaultMinRows) {
			return Verdict{}, false
		}
		verdict := Verdict{
			Object: postgres.Name(row.Schema, row.Table),
			Message: fmt.Sprintf("about %s in the default partition %s: the partition that they belong to cannot be created",
				many(row.Rows, "row is", "rows are"), postgres.Name(*row.DefaultSchema, *row.DefaultTable)),
		}
		if row.Strategy == "l" {
			verdict.Severity = Info
		}
		return verdict, true
	},
})
