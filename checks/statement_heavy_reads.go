package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ReadingStatement is one statement, the blocks that it looks at and the rows that come of it.
type ReadingStatement struct {
	StatementCost
	Rows          int64   `db:"rows" json:"rows"`                     // returned or written, by all calls
	Blocks        int64   `db:"blocks" json:"blocks" volatile:"true"` // from memory or disk, by all calls
	BlocksPerCall float64 `json:"blocks_per_call" volatile:"true"`
	BlocksPerRow  float64 `json:"blocks_per_row" volatile:"true"` // of no rows at all: of one a call
}

var (
	readsMinCalls = Threshold{
		Name: "min-calls", Default: 100, Unit: "calls",
		Why: "fewer are a report or a job",
	}
	readsMinPerCall = Threshold{
		Name: "min-blocks-per-call", Default: 10_000, Unit: "blocks",
		Why: "80 MB take a core some ten milliseconds even if all of it is in memory",
	}
	readsMinPerRow = Threshold{
		Name: "min-blocks-per-row", Default: 1_000, Unit: "blocks",
		Why: "by an index a row costs about five",
	}
)

// StatementHeavyReads finds statements that look at much to find little.
var StatementHeavyReads = define(Spec[ReadingStatement]{
	Doc: Doc{
		ID:       "statement-heavy-reads",
		Title:    "statement that goes through much data for a few rows",
		Examines: "statements",
		Why: `A row that is found by an index costs about five blocks. A statement that goes through a thousand blocks for each row that it returns or changes reads a whole table, or a whole index, to throw nearly all of it away, or it adds up rows that nobody sees. In memory that is only slow; as soon as the table has outgrown the memory it is a hundred times slower from one day to the next.

Confirm: SELECT query, calls, rows, shared_blks_hit + shared_blks_read FROM pg_stat_statements ORDER BY 4 DESC. EXPLAIN (ANALYZE, BUFFERS), inside BEGIN and ROLLBACK if it writes, shows "Rows Removed by Filter" and the node with the buffers.

Cure: an index for its conditions: missing-index proposes one. count(*) and sum() over everything need every row: keep a total in a table of its own, or a materialized view, or show an estimate (pg_class.reltuples). An index that is bloated, or dead rows that VACUUM has not removed, are read as well: see vacuum-overdue.

Prevention: EXPLAIN (ANALYZE, BUFFERS) of new statements against data of production's size; buffers do not depend on how busy the machine was.`,
		Category:   Statements,
		Severity:   Info,
		Runtime:    true,
		Needs:      []Need{needStatements},
		Thresholds: []Threshold{readsMinCalls, readsMinPerCall, readsMinPerRow},
	},
	Judge: func(row *ReadingStatement, _ postgres.Server, t Thresholds) (Verdict, bool) {
		row.BlocksPerCall = row.perCall(row.Blocks)
		row.BlocksPerRow = float64(row.Blocks) / float64(max(1, row.Rows, row.Calls))
		sick := float64(row.Calls) >= t.Of(readsMinCalls) &&
			row.BlocksPerCall >= t.Of(readsMinPerCall) && row.BlocksPerRow >= t.Of(readsMinPerRow)
		return row.verdict(sick, "", fmt.Sprintf("goes through %s blocks for %.1f rows each time, %d calls",
			humanize.Comma(int64(row.BlocksPerCall)), row.perCall(row.Rows), row.Calls))
	},
})
