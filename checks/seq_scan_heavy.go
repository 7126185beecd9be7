package checks

import (
	"fmt"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ScannedTable is one table, with its partitions, and how it was read.
type ScannedTable struct {
	Schema      string `db:"schema_name" json:"schema"`
	Table       string `db:"table_name" json:"table"`
	Partitioned bool   `db:"partitioned" json:"partitioned"`
	SeqScans    int64  `db:"seq_scans" json:"seq_scans" volatile:"true"`
	RowsRead    int64  `db:"rows_read" json:"rows_read" volatile:"true"` // by sequential scans
	IdxScans    int64  `db:"idx_scans" json:"idx_scans" volatile:"true"`
	LiveRows    int64  `db:"live_rows" json:"live_rows" volatile:"true"`
	ScansPerDay int64  `json:"scans_per_day" volatile:"true"`
}

var (
	scanMinRows = Threshold{
		Name: "min-rows", Default: 10_000, Unit: "rows",
		Why: "a smaller table is read as fast without an index",
	}
	scanMinScans = Threshold{
		Name: "min-scans", Default: 100, Unit: "scans",
		Why: "fewer are a report, a backup or an index that was built",
	}
	scanMinRowsPerScan = Threshold{
		Name: "min-rows-per-scan", Default: 5_000, Unit: "rows",
		Why: "scans that stop early (LIMIT, EXISTS) read little",
	}
	scanMinPerDay = Threshold{
		Name: "min-scans-per-day", Default: 48, Unit: "scans",
		Why: "a job may read a whole table every half hour",
	}
)

// SeqScanHeavy finds large tables that are read as a whole again and again.
var SeqScanHeavy = define(Spec[ScannedTable]{
	Doc: Doc{
		ID:       "seq-scan-heavy",
		Title:    "large table that is read as a whole again and again",
		Examines: "tables",
		Why: `A sequential scan reads every row to find a few. On a large table that is slow for the one who asks, keeps the disk busy and pushes what others need out of the system's cache; it grows with the table, so that what was fast at launch is slow a year later. Usually an index is missing, or a condition is written so that none fits: a function or a cast around the column, LIKE '%x', or the first column of an index left out.

Confirm: EXPLAIN of the statements on this table shows Seq Scan with a Filter. slow-statement and missing-index name the statements and the index.

Cure: create the index that missing-index proposes, or write the condition so that an existing one fits. Reports that need every row are right to read them; raise the thresholds for their tables.

Prevention: EXPLAIN new statements against data of production's size. Counters of partitions are summed up at the parent. pgdoctor itself reads tables as a whole where it counts orphans and duplicates; only for a superuser are these reads not counted.`,
		Category:   Tables,
		Severity:   Warning,
		Runtime:    true,
		Needs:      []Need{{Statistics: time.Hour}},
		Thresholds: []Threshold{scanMinRows, scanMinScans, scanMinRowsPerScan, scanMinPerDay},
	},
	Judge: func(row *ScannedTable, server postgres.Server, t Thresholds) (Verdict, bool) {
		days := max(1, server.StatsAge().Hours()/24) // a first busy hour is not yet a habit
		row.ScansPerDay = int64(float64(row.SeqScans) / days)
		scans := float64(row.SeqScans)
		if float64(row.LiveRows) < t.Of(scanMinRows) ||
			scans == 0 || scans < t.Of(scanMinScans) ||
			scans/days < t.Of(scanMinPerDay) ||
			float64(row.RowsRead)/scans < t.Of(scanMinRowsPerScan) {
			return Verdict{}, false
		}
		return Verdict{
			Object: postgres.Name(row.Schema, row.Table),
			Message: fmt.Sprintf("read as a whole %d times, %d rows each time, and by index %d times",
				row.SeqScans, row.RowsRead/row.SeqScans, row.IdxScans),
		}, true
	},
})
