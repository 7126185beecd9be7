package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// SpillingStatement is one statement and what it wrote to temporary files.
type SpillingStatement struct {
	StatementCost
	TempBytes   int64 `db:"temp_bytes" json:"temp_bytes" volatile:"true"`
	TempPerCall int64 `json:"temp_bytes_per_call" volatile:"true"`
}

var (
	spillMinCalls = Threshold{
		Name: "min-calls", Default: 5, Unit: "calls",
		Why: "a statement that ran a few times was typed by somebody, or is a report",
	}
	spillMinPerCall = Threshold{
		Name: "min-megabytes-per-call", Default: 1, Unit: "MiB",
		Why: "less stays in the operating system's memory and is deleted before it reaches the disk",
	}
	spillMinTotal = Threshold{
		Name: "min-megabytes", Default: 100, Unit: "MiB",
		Why: "less of all calls together disturbs nobody",
	}
	spillWarnTotal = Threshold{
		Name: "warn-megabytes", Default: 10_240, Unit: "MiB",
		Why: "that much was written to disk and read again, and slows down everything else that reads from it",
	}
)

// StatementTempSpill finds statements that do not get by with work_mem.
var StatementTempSpill = define(Spec[SpillingStatement]{
	Doc: Doc{
		ID:       "statement-temp-spill",
		Title:    "statement that writes temporary files",
		Examines: "statements",
		Why: `A sort, a hash join or an aggregate that needs more than work_mem goes on in temporary files: the rows are written to disk and read again, and the statement takes several times as long. Large temporary files can also fill the disk, which stops every writer of the server.

Confirm: SELECT query, calls, temp_blks_written FROM pg_stat_statements ORDER BY temp_blks_written DESC. EXPLAIN (ANALYZE, BUFFERS) shows the node: "Sort Method: external merge Disk: …", "Batches: 16", "temp read=… written=…".

Cure: first let it handle fewer rows: an index that delivers them in order, a LIMIT, conditions that come before the sort, fewer and narrower columns. Then raise work_mem for whoever needs it (ALTER ROLE reports SET work_mem = '64MB', or SET LOCAL in the transaction) to about three times what EXPLAIN shows on disk. Not for the whole server without a calculation: every node of every session may take that much, a hash node hash_mem_multiplier times as much (2 from PostgreSQL 15 on).

Prevention: log_temp_files = '10MB' names new ones, temp_file_limit keeps one session from filling the disk.`,
		Category:   Statements,
		Severity:   Warning,
		Runtime:    true,
		Needs:      []Need{needStatements},
		Thresholds: []Threshold{spillMinCalls, spillMinPerCall, spillMinTotal, spillWarnTotal},
	},
	Judge: func(row *SpillingStatement, _ postgres.Server, t Thresholds) (Verdict, bool) {
		row.TempPerCall = int64(row.perCall(row.TempBytes))
		const mib = 1 << 20
		sick := float64(row.Calls) >= t.Of(spillMinCalls) && row.TempBytes > 0 &&
			float64(row.TempPerCall) >= t.Of(spillMinPerCall)*mib && float64(row.TempBytes) >= t.Of(spillMinTotal)*mib
		severity := Warning
		if float64(row.TempBytes) < t.Of(spillWarnTotal)*mib {
			severity = Info
		}
		return row.verdict(sick, severity, fmt.Sprintf("writes %s of temporary files each time, %s in %d calls",
			size(row.TempPerCall), size(row.TempBytes), row.Calls))
	},
})
