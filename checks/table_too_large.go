package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// TableSize is one table that holds rows, and how large it is.
type TableSize struct {
	Schema      string `db:"schema_name" json:"schema"`
	Table       string `db:"table_name" json:"table"`
	Partitioned bool   `db:"partitioned" json:"partitioned"` // a partition
	Rows        int64  `db:"rows" json:"rows" volatile:"true"`
	BlockSize   int64  `db:"block_size" json:"block_size"`
	Pages       int64  `db:"pages" json:"pages" volatile:"true"`
	ToastPages  int64  `db:"toast_pages" json:"toast_pages" volatile:"true"`
}

var (
	tooLargeGigabytes = Threshold{
		Name: "min-gigabytes", Default: 100, Unit: "GiB",
		Why: "from there on VACUUM, CREATE INDEX and a restore take hours",
	}
	tooLargeLimitPercent = Threshold{
		Name: "limit-percent", Default: 70, Unit: "percent of 4,294,967,295 pages",
		Why: "dividing a table of that size takes weeks, and the finding is critical",
	}
)

// maxPages is how many pages one relation can have: 32 TiB of 8 KiB.
const maxPages = 4_294_967_294

// TableTooLarge finds tables that have become hard to handle.
var TableTooLarge = define(Spec[TableSize]{
	Doc: Doc{
		ID:       "table-too-large",
		Title:    "very large table without partitions",
		Examines: "tables",
		Why: `One table is vacuumed by one process, and an index on it is built in one go. With hundreds of gigabytes each of that takes hours, in which dead rows pile up and changes to the schema have to wait; old rows can only be deleted one by one. And a table cannot have more than 4,294,967,295 pages, 32 TiB at the usual page size: then each INSERT fails.

Confirm: SELECT pg_size_pretty(pg_table_size('schema.table')).

Cure: partition it by what old rows are deleted by, mostly a time. A new partitioned table can take the old one as its first partition (ALTER TABLE ... ATTACH PARTITION, after a CHECK constraint that was validated before), so that nothing is copied. This needs the application's queries and keys to fit, so there is no automatic fix.

Prevention: decide how old rows will leave before a table grows; move documents and images out of it. A partition is reported only near the limit.`,
		Category:   Tables,
		Severity:   Info,
		Runtime:    true,
		Thresholds: []Threshold{tooLargeGigabytes, tooLargeLimitPercent},
	},
	Judge: func(row *TableSize, _ postgres.Server, t Thresholds) (Verdict, bool) {
		bytes := (row.Pages + row.ToastPages) * row.BlockSize
		used := float64(max(row.Pages, row.ToastPages)) * 100 / maxPages
		verdict := Verdict{Object: postgres.Name(row.Schema, row.Table)}
		switch {
		case used >= t.Of(tooLargeLimitPercent):
			verdict.Severity = Critical
			verdict.Message = fmt.Sprintf("%s: %.0f %% of the pages that a table can have are used, and at the limit every INSERT fails", size(bytes), used)
		case !row.Partitioned && float64(bytes) >= t.Of(tooLargeGigabytes)*(1<<30):
			verdict.Message = fmt.Sprintf("%s and %s rows in one table", size(bytes), humanize.Comma(row.Rows))
		default:
			return Verdict{}, false
		}
		return verdict, true
	},
})
