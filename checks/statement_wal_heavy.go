package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// WALStatement is one statement and the WAL that it wrote.
type WALStatement struct {
	StatementCost
	Rows          int64   `db:"rows" json:"rows"` // written, by all calls
	WALBytes      int64   `db:"wal_bytes" json:"wal_bytes" volatile:"true"`
	PageBytes     int64   `db:"page_bytes" json:"page_bytes_at_most" volatile:"true"` // of it whole pages: the first change after a checkpoint
	DatabaseBytes int64   `db:"database_bytes" json:"database_bytes" volatile:"true"` // of all statements of the database
	SharePercent  float64 `json:"share_percent" volatile:"true"`
}

var (
	walMinPerCall = Threshold{
		Name: "min-kilobytes-per-call", Default: 100, Unit: "KiB",
		Why: "a row, its index entries and some whole pages of a small transaction take less",
	}
	walMinShare = Threshold{
		Name: "min-share-percent", Default: 33, Unit: "percent",
		Why: "making this one statement twice as cheap saves a sixth of all WAL",
	}
	walMinTotal = Threshold{
		Name: "min-megabytes", Default: 1_024, Unit: "MiB",
		Why: "less than one checkpoint's worth is not worth a thought",
	}
)

// StatementWALHeavy finds single statements that write the most of a database's WAL.
var StatementWALHeavy = define(Spec[WALStatement]{
	Doc: Doc{
		ID:       "statement-wal-heavy",
		Title:    "statement that writes a large share of the WAL",
		Examines: "statements",
		Why: `Every change goes to the write-ahead log before it goes to the table, and from there to each standby, to the archive and to logical subscribers. A statement that writes much of it at once makes standbys lag, brings checkpoints forward, which make the log longer still, and fills the disk where a slot holds it back. The share is that of all statements of this database in pg_stat_statements.

Confirm: SELECT query, calls, rows, wal_bytes, wal_fpi FROM pg_stat_statements ORDER BY wal_bytes DESC. EXPLAIN (ANALYZE, WAL) of one call, inside BEGIN and ROLLBACK, shows the same numbers.

Cure: change fewer rows: an UPDATE that sets what is already there writes all the same (add WHERE x IS DISTINCT FROM …). Drop indexes that nobody uses, each of which is written too, and leave changed columns out of indexes, so that updates stay in the page (HOT). Where whole pages are most of it (page_bytes_at_most), checkpoints come too often (max_wal_size), or random keys such as UUIDv4 touch a new page with every row: use UUIDv7 or a sequence; wal_compression makes pages smaller. Copies and scratch data belong in UNLOGGED or temporary tables. Spread large jobs over time, in batches.

Prevention: watch WAL per hour, and the lag of standbys while jobs run.`,
		Category:   Statements,
		Severity:   Info,
		Runtime:    true,
		Needs:      []Need{needStatements},
		Thresholds: []Threshold{walMinPerCall, walMinShare, walMinTotal},
	},
	Judge: func(row *WALStatement, _ postgres.Server, t Thresholds) (Verdict, bool) {
		row.SharePercent = percentOf(float64(row.WALBytes), float64(row.DatabaseBytes))
		sick := row.WALBytes > 0 && row.SharePercent >= t.Of(walMinShare) &&
			row.perCall(row.WALBytes) >= t.Of(walMinPerCall)*1024 && float64(row.WALBytes) >= t.Of(walMinTotal)*(1<<20)
		return row.verdict(sick, "", fmt.Sprintf("writes %s of WAL each time, %s in %d calls, %.0f%% of that of all statements",
			size(int64(row.perCall(row.WALBytes))), size(row.WALBytes), row.Calls, row.SharePercent))
	},
})
