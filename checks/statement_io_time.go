package checks

import (
	"fmt"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// WaitingStatement is one statement and the time that it waited for blocks.
type WaitingStatement struct {
	StatementCost
	IOMS         float64 `db:"io_ms" json:"io_ms" volatile:"true"` // parallel workers' too, so it can be more than the total
	SharePercent float64 `json:"share_percent" volatile:"true"`
}

var (
	ioMinShare = Threshold{
		Name: "min-share-percent", Default: 50, Unit: "percent",
		Why: "it waits for the disk more than it works",
	}
	ioMinTotal = Threshold{
		Name: "min-total-seconds", Default: 60, Unit: "seconds",
		Why: "less waiting of all calls together disturbs nobody",
	}
	ioMinMean = Threshold{
		Name: "min-mean-ms", Default: 10, Unit: "ms",
		Why: "one or two reads from a disk take that long, and nobody notices them",
	}
)

// StatementIOTime finds statements that wait for the disk most of their time.
var StatementIOTime = define(Spec[WaitingStatement]{
	Doc: Doc{
		ID:       "statement-io-time",
		Title:    "statement that waits for the disk most of its time",
		Examines: "statements",
		Why: `The time of this statement is not computation but waiting until blocks are read, or written to make room for them. It gets faster only by reading less, by more memory, or by a faster disk; and while it waits it takes the disk's time from all others. Measured is what the server waits for the operating system, whose cache answers in microseconds: what adds up to seconds came from the disk.

Confirm: SELECT query, calls, total_exec_time, blk_read_time, blk_write_time FROM pg_stat_statements (from PostgreSQL 17 on shared_blk_read_time and shared_blk_write_time). EXPLAIN (ANALYZE, BUFFERS) shows "I/O Timings" for each node.

Cure: an index, so that it reads fewer blocks (missing-index); an index that holds all its columns, so that it need not go to the table; CLUSTER (which locks the table) or a partition, so that rows that are read together lie together. If it waits for writes, the checkpointer and the background writer do not keep up: see checkpoint settings and bgwriter_lru_maxpages. If many statements do, the data that is in use does not fit into memory, or the disk's limit is reached; cloud disks have one for operations per second.

Prevention: keep track_io_timing on, and watch the disk's latency.`,
		Category:   Statements,
		Severity:   Info,
		Runtime:    true,
		Needs:      []Need{needStatements, {Setting: "track_io_timing"}},
		Thresholds: []Threshold{ioMinShare, ioMinTotal, ioMinMean},
	},
	Judge: func(row *WaitingStatement, _ postgres.Server, t Thresholds) (Verdict, bool) {
		row.SharePercent = min(100, percentOf(row.IOMS, row.TotalMS))
		mean := row.IOMS / float64(max(1, row.Calls))
		sick := row.IOMS > 0 && row.SharePercent >= t.Of(ioMinShare) && row.IOMS >= t.Of(ioMinTotal)*1000 && mean >= t.Of(ioMinMean)
		return row.verdict(sick, "", fmt.Sprintf("waits for blocks for %.0f%% of its time, %.0f ms each time and %s in %d calls",
			row.SharePercent, mean, ago(time.Duration(row.IOMS)*time.Millisecond), row.Calls))
	},
})
