package checks

import (
	"context"
	"fmt"
	"time"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ScannedIndex is one index that may be dropped, and how it was used.
type ScannedIndex struct {
	OID          uint32 `db:"oid" json:"-"`
	Schema       string `db:"schema_name" json:"schema"`
	Index        string `db:"index_name" json:"index"`
	Table        string `db:"table_name" json:"table"`
	Partitioned  bool   `db:"partitioned" json:"partitioned"`
	Method       string `db:"method" json:"method"`
	Scans        int64  `db:"scans" json:"scans"`
	LastScanDays *int64 `db:"last_scan_days" json:"last_scan_days" volatile:"true"` // since the last scan, from 16 on
	Writes       int64  `db:"writes" json:"writes" volatile:"true"`                 // to its table
	TableScans   int64  `db:"table_scans" json:"table_scans" volatile:"true"`
	Bytes        int64  `db:"bytes" json:"bytes" volatile:"true"`
	Days         int64  `json:"days" volatile:"true"`   // for which was counted
	Standbys     int64  `db:"standbys" json:"standbys"` // that this server knows of: they count their own scans
	// what brings it back, of indexes that are to go
	Definition string            `json:"definition"`
	Predicate  *string           `db:"predicate" json:"predicate"`
	Tablespace *string           `db:"tablespace" json:"tablespace"`
	Comment    *string           `json:"comment"`
	Statistics StatisticsTargets `json:"statistics,omitempty"`
}

func completeScanned(ctx context.Context, p *Prober, found []*ScannedIndex) error {
	return completeIndexes(ctx, p, found, func(row *ScannedIndex) uint32 { return row.OID }, func(row *ScannedIndex, d indexDefinition) {
		row.Definition, row.Comment, row.Statistics = d.Definition, d.Comment, d.Statistics
	})
}

var (
	unusedMinDays = Threshold{
		Name: "min-days", Default: 7, Unit: "days",
		Why: "statistics must cover what runs once a week",
	}
	unusedMinMegabytes = Threshold{
		Name: "min-megabytes", Default: 1, Unit: "MiB",
		Why: "a smaller index costs next to nothing",
	}
	unusedIdleDays = Threshold{
		Name: "idle-days", Default: 100, Unit: "days",
		Why: "PostgreSQL 16 and later know the last scan: an index that was used once long ago is as unused, but a quarter's report is a use",
	}
)

// IndexUnused finds indexes that writes pay for and no statement reads.
var IndexUnused = define(Spec[ScannedIndex]{
	Doc: Doc{
		ID:       "index-unused",
		Title:    "index that no statement uses",
		Examines: "indexes",
		Why: `Each INSERT and most UPDATEs write every index of the table, VACUUM reads each, and an index on a column that changes keeps updates from staying within their page. An index that nobody reads costs all that for nothing.

Confirm: idx_scan (and from PostgreSQL 16 on last_idx_scan) in pg_stat_user_indexes, on the primary and on every replica: each server counts only its own scans, and this one knows nothing of the others'. Ask who made the index, and for what; a report may run once a year.

Cure: when no server uses it, DROP INDEX CONCURRENTLY, and keep the definition (pg_get_indexdef). pgdoctor fix does it, and undo builds it again, but only where this server knows of no standby, since scans there are not seen from here; what replicates by copying files of the WAL it does not know of either. How old an index is the catalog does not say: one that was built last week had no chance to be used by a monthly report. Never reported are indexes that enforce or identify something (primary keys, unique, constraints, replica identity, CLUSTER) and, of the indexes that serve a foreign key, the best; nor is one whose table nobody uses. Of a partitioned index the parent is reported, with the scans of all partitions.

Prevention: look at this check some weeks after adding an index.`,
		Category:   Indexes,
		Severity:   Info,
		Runtime:    true,
		Needs:      []Need{{Statistics: 7 * 24 * time.Hour}},
		Thresholds: []Threshold{unusedMinDays, unusedMinMegabytes, unusedIdleDays},
	},
	Complete: completeScanned,
	Judge: func(row *ScannedIndex, server postgres.Server, t Thresholds) (Verdict, bool) {
		days := server.StatsAge().Hours() / 24
		row.Days = int64(days)
		// what a build or a dump reads is no use of the table
		if row.Writes == 0 && row.TableScans < 100 {
			return Verdict{}, false
		}
		if float64(row.Bytes) < t.Of(unusedMinMegabytes)*(1<<20) || days < t.Of(unusedMinDays) {
			return Verdict{}, false
		}
		verdict := Verdict{Object: postgres.Name(row.Schema, row.Index)}
		switch {
		case row.Scans == 0:
			verdict.Message = fmt.Sprintf("not used once in %s, while %s was written to %s times: %s; replicas count their own scans",
				ago(server.StatsAge()), postgres.Name(row.Schema, row.Table), humanize.Comma(row.Writes), size(row.Bytes))
		case row.LastScanDays != nil && float64(*row.LastScanDays) >= t.Of(unusedIdleDays):
			verdict.Message = fmt.Sprintf("last used %d days ago: %s; replicas count their own scans", *row.LastScanDays, size(row.Bytes))
		default:
			return Verdict{}, false
		}
		return verdict, true
	},
})
