package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var (
	visibilityMinMegabytes = Threshold{
		Name: "min-megabytes", Default: 100, Unit: "MiB",
		Why: "a smaller table is in memory anyway",
	}
	visibilityMinPercent = Threshold{
		Name: "min-percent", Default: 50, Unit: "percent of the pages",
		Why: "with more than half of the pages marked an index-only scan saves more than it loses",
	}
	visibilityMinHours = Threshold{
		Name: "min-hours", Default: 24, Unit: "hours since the last VACUUM",
		Why: "where one was there a short while ago, it is the writes that clear the map, and another VACUUM does not help",
	}
)

// VisibilityMapLow finds tables in which index-only scans have to read the table.
var VisibilityMapLow = define(Spec[TableVisibility]{
	Doc: Doc{
		ID:       "visibility-map-low",
		Title:    "index-only scans that have to read the table",
		Examines: "tables",
		Why: `An index does not know which rows a transaction may see. An index-only scan therefore asks the visibility map, and where the page is not marked there it reads the row from the table after all: as slow as any index scan, with the same plan on paper. Only VACUUM marks pages, and each write to a page clears its mark.

Confirm: EXPLAIN (ANALYZE) shows Heap Fetches near the number of rows; relallvisible of pg_class is far below relpages.

Cure: VACUUM the table; pgdoctor fix does it while readers and writers go on. An open transaction, a prepared one or a replication slot keeps pages from being marked: end that first.

Prevention: let autovacuum come more often (autovacuum_vacuum_scale_factor, and autovacuum_vacuum_insert_scale_factor for tables that grow). Tables that no VACUUM ever came to are in never-vacuumed; tables whose indexes nobody scans are not reported.`,
		Category:   Vacuum,
		Severity:   Info,
		Runtime:    true,
		Thresholds: []Threshold{visibilityMinMegabytes, visibilityMinPercent, visibilityMinHours},
	},
	Judge: func(row *TableVisibility, server postgres.Server, t Thresholds) (Verdict, bool) {
		visible := float64(row.VisibleBytes) * 100 / float64(max(row.Bytes, 1))
		since := overdueFor(server, row.SecondsSince)
		if row.NeverTables > 0 || row.IndexScans == 0 || float64(row.Bytes) < t.Of(visibilityMinMegabytes)*(1<<20) ||
			visible >= t.Of(visibilityMinPercent) || since.Hours() < t.Of(visibilityMinHours) {
			return Verdict{}, false
		}
		return Verdict{
			Object: row.name(),
			Message: fmt.Sprintf("%s of %s are marked as visible to all (%.0f %%), and no VACUUM for %s: index-only scans read the rest from the table",
				size(row.VisibleBytes), size(row.Bytes), visible, ago(since)),
		}, true
	},
})
