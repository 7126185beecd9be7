package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var (
	cacheMaxHit = Threshold{
		Name: "max-hit-percent", Default: 60, Unit: "percent",
		Why: "99 is usual for an application, and much less for reports over large tables: only less than this is hard to explain",
	}
	cacheMinBlocks = Threshold{
		Name: "min-blocks", Default: 1_000_000, Unit: "blocks",
		Why: "before 8 GB of traffic the memory is still being filled",
	}
)

// CacheHitLow finds databases that find little of what they need in shared buffers.
var CacheHitLow = define(Spec[DatabaseCounters]{
	Doc: Doc{
		ID:       "cache-hit-low",
		Title:    "database that finds little of what it needs in shared buffers",
		Examines: "databases",
		Why: `A block that is not in shared buffers comes from the operating system's cache, which costs a copy, or from the disk, which costs a thousand times as much. The ratio describes a workload and is no defect by itself: a reporting database that reads large tables as a whole, a dump every night, or a small shared_buffers beside a large operating-system cache have a low one and may be in perfect order. So this is only for information, and only where the ratio is very low.

Confirm: SELECT datname, blks_hit, blks_read FROM pg_stat_database. With track_io_timing on, blk_read_time there says what the reads cost; only if that is much there is something to gain.

Cure: find who reads that much: statement-heavy-reads, statement-low-cache-hit and seq-scan-heavy. Then look at shared_buffers, for which a quarter of the memory is usual (a change needs a restart), and at whether the data that is in daily use fits into memory at all.

Prevention: keep an eye on how it changes, not on its value.`,
		Category:   Statements,
		Severity:   Info,
		Runtime:    true,
		Thresholds: []Threshold{cacheMaxHit, cacheMinBlocks},
	},
	Judge: func(row *DatabaseCounters, server postgres.Server, t Thresholds) (Verdict, bool) {
		row.window(server)
		blocks := row.BlocksHit + row.BlocksRead
		percent := percentOf(float64(row.BlocksHit), float64(blocks))
		return Verdict{
			Object:  postgres.Name(row.Database),
			Message: fmt.Sprintf("%.0f%% of %s blocks were found in shared buffers", percent, humanize.Comma(blocks)),
		}, blocks > 0 && float64(blocks) >= t.Of(cacheMinBlocks) && percent < t.Of(cacheMaxHit)
	},
})
