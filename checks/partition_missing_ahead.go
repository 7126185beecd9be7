package checks

import (
	"fmt"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// TimePartitions is one table by range of a time, and where its newest partition ends.
type TimePartitions struct {
	Schema   string     `db:"schema_name" json:"schema"`
	Table    string     `db:"table_name" json:"table"`
	Endless  bool       `db:"endless" json:"endless"` // up to MAXVALUE or infinity
	Until    *time.Time `db:"until" json:"until" volatile:"true"`
	Width    *float64   `db:"width" json:"width_seconds" volatile:"true"` // of the newest partition; nil: it has no beginning
	Inserted *int64     `db:"inserted" json:"inserted" volatile:"true"`   // into it since statistics began
}

var (
	aheadDays = Threshold{
		Name: "min-days", Default: 7, Unit: "days",
		Why: "time for somebody to look; of narrower partitions one is enough",
	}
	aheadPastDays = Threshold{
		Name: "past-days", Default: 30, Unit: "days",
		Why: "what ended earlier and was not missed is an archive",
	}
)

// PartitionMissingAhead finds tables that soon have no partition for the rows of the day.
var PartitionMissingAhead = define(Spec[TimePartitions]{
	Doc: Doc{
		ID:       "partition-missing-ahead",
		Title:    "table whose partitions by time come to their end",
		Examines: "tables partitioned by time without a default partition",
		Why: `A row for which there is no partition is refused: "no partition of relation found for row". A table that is partitioned by time takes rows until the end of its newest partition, and from then on every INSERT of the present fails, all at once, at midnight as a rule.

Confirm: \d+ table lists the partitions with their bounds.

Cure: CREATE TABLE ... PARTITION OF ... FOR VALUES FROM ... TO ..., in the rhythm that the table has. That takes an ACCESS EXCLUSIVE lock on the parent for a moment. A table that is made by itself (LIKE the parent) and attached afterwards (ALTER TABLE ... ATTACH PARTITION) takes only SHARE UPDATE EXCLUSIVE, for which neither readers nor writers wait. How wide, where and with which settings is the schema's business, so there is no automatic fix. Then find out why the job that makes them stopped.

Prevention: pg_partman or a scheduled job that keeps several partitions ahead, and an alert on this check. A table into whose newest partition nothing was written is taken for an archive.`,
		Category:   Tables,
		Severity:   Warning,
		Runtime:    true,
		Thresholds: []Threshold{aheadDays, aheadPastDays},
	},
	Judge: func(row *TimePartitions, server postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Endless || row.Until == nil || row.Inserted == nil || *row.Inserted == 0 {
			return Verdict{}, false
		}
		ahead := t.Of(aheadDays) * 24
		if row.Width != nil {
			ahead = min(ahead, *row.Width/3600)
		}
		left := row.Until.Sub(server.Now)
		verdict := Verdict{Object: postgres.Name(row.Schema, row.Table)}
		switch until := row.Until.UTC().Format("2006-01-02 15:04"); {
		case left.Hours() >= ahead || -left.Hours() > t.Of(aheadPastDays)*24:
			return Verdict{}, false
		case left <= 0:
			verdict.Severity = Critical
			verdict.Message = fmt.Sprintf("its newest partition ended at %s, %s ago: rows of the present are refused", until, ago(-left))
		default:
			verdict.Message = fmt.Sprintf("its newest partition ends at %s, in %s: rows from then on are refused", until, ago(left))
		}
		return verdict, true
	},
})
