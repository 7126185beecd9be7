package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// GrowingKey is one unique integer column that the application fills.
type GrowingKey struct {
	Schema  string  `db:"schema_name" json:"schema"`
	Table   string  `db:"table_name" json:"table"`
	Column  string  `db:"column_name" json:"column"`
	EndsAt  int64   `db:"ends_at" json:"ends_at"`
	Rows    int64   `db:"rows" json:"rows" volatile:"true"`       // estimate
	Highest int64   `db:"highest" json:"highest" volatile:"true"` // that ANALYZE saw
	Percent float64 `json:"percent" volatile:"true"`
}

var (
	keyLimitWarn = Threshold{
		Name: "warn-percent", Default: 75, Unit: "percent",
		Why: "changing the type of a large table's key takes weeks to prepare",
	}
	keyLimitCritical = Threshold{
		Name: "critical-percent", Default: 90, Unit: "percent",
		Why: "growing tables take the last tenth faster than the first",
	}
)

// KeyNearLimit finds keys without a sequence that soon have no value left.
var KeyNearLimit = define(Spec[GrowingKey]{
	Doc: Doc{
		ID:       "key-near-limit",
		Title:    "key without a sequence that nears the end of its type",
		Examines: "unique integer columns that the application fills",
		Why: `The application, another system or a queue gives this key its values, so no sequence shows how far they have come. An integer ends at 2147483647 and a smallint at 32767: beyond that every INSERT fails with "out of range".

The highest value is the one that the last ANALYZE saw. Only keys that grow along with the table are examined (correlation in pg_stats): values that are spread over the whole type, such as hashes, do not come to an end.

Confirm: SELECT max(key) FROM table, which an index answers at once.

Cure: make the column bigint, and the columns that refer to it: ALTER TABLE … ALTER COLUMN … TYPE bigint rewrites the table under an ACCESS EXCLUSIVE lock, which for a small table is the quickest way. For a large one add a bigint column, keep it equal by a trigger, fill it in batches, build its unique index concurrently, and swap the two in one short transaction. There is no automatic fix: the application's own types have to follow.

Prevention: bigint for every key, also for those that come from elsewhere.`,
		Category:   Sequences,
		Severity:   Warning,
		Runtime:    true,
		Thresholds: []Threshold{keyLimitWarn, keyLimitCritical},
	},
	Judge: func(row *GrowingKey, _ postgres.Server, t Thresholds) (Verdict, bool) {
		row.Percent = float64(row.Highest*1000/row.EndsAt) / 10
		verdict := Verdict{
			Object: postgres.Name(row.Schema, row.Table, row.Column),
			Message: fmt.Sprintf("at %s, %.1f%% of the way to the last value of its type, %s",
				humanize.Comma(row.Highest), row.Percent, humanize.Comma(row.EndsAt)),
		}
		if row.Percent >= t.Of(keyLimitCritical) {
			verdict.Severity = Critical
		}
		return verdict, row.Percent >= t.Of(keyLimitWarn)
	},
})
