package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// UncachedStatement is one statement and how much of what it needs is in shared buffers.
type UncachedStatement struct {
	StatementCost
	Blocks     int64   `db:"blocks" json:"blocks" volatile:"true"`           // found in shared buffers, or not
	BlocksRead int64   `db:"blocks_read" json:"blocks_read" volatile:"true"` // not found there
	HitPercent float64 `json:"hit_percent" volatile:"true"`
}

var (
	uncachedMinCalls = Threshold{
		Name: "min-calls", Default: 20, Unit: "calls",
		Why: "the first calls find nothing in memory, whatever its size",
	}
	uncachedMinBlocks = Threshold{
		Name: "min-blocks", Default: 100_000, Unit: "blocks",
		Why: "in less traffic a ratio means nothing",
	}
	uncachedMaxHit = Threshold{
		Name: "max-hit-percent", Default: 80, Unit: "percent",
		Why: "a statement of everyday finds nearly all of its blocks",
	}
)

// StatementLowCacheHit finds statements whose blocks are seldom in shared buffers.
var StatementLowCacheHit = define(Spec[UncachedStatement]{
	Doc: Doc{
		ID:       "statement-low-cache-hit",
		Title:    "statement that finds little of what it needs in memory",
		Examines: "statements",
		Why: `Blocks that are not in shared buffers have to be asked for from the operating system, which has them in its own cache or reads them from disk. A statement that runs often and still finds few of its blocks goes over more data than fits, and pushes the blocks of others out. The ratio says nothing about where the operating system found them: with a small shared_buffers and much free memory it is low and does no harm.

Confirm: SELECT query, calls, shared_blks_hit, shared_blks_read FROM pg_stat_statements ORDER BY shared_blks_read DESC. With track_io_timing on, statement-io-time says what the reads cost.

Cure: let it read less: an index for its conditions (missing-index), an index that holds all its columns (INCLUDE), a partition by time so that old rows are not touched. A large table that is read as a whole always comes from outside, by design: it goes through a small ring of buffers. Only where most statements miss is shared_buffers too small; a quarter of the memory is usual.

Prevention: look at the blocks read of a statement, not at its time, where the test data fits into memory and production's does not.`,
		Category:   Statements,
		Severity:   Info,
		Runtime:    true,
		Needs:      []Need{needStatements},
		Thresholds: []Threshold{uncachedMinCalls, uncachedMinBlocks, uncachedMaxHit},
	},
	Judge: func(row *UncachedStatement, _ postgres.Server, t Thresholds) (Verdict, bool) {
		row.HitPercent = percentOf(float64(row.Blocks-row.BlocksRead), float64(row.Blocks))
		sick := float64(row.Calls) >= t.Of(uncachedMinCalls) && float64(row.Blocks) >= t.Of(uncachedMinBlocks) &&
			row.Blocks > 0 && row.HitPercent < t.Of(uncachedMaxHit)
		return row.verdict(sick, "", fmt.Sprintf("finds %.0f%% of its blocks in shared buffers and reads %.0f each time, %d calls",
			row.HitPercent, row.perCall(row.BlocksRead), row.Calls))
	},
})
