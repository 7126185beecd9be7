package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// WideStatement is one statement and the rows that it returns.
type WideStatement struct {
	StatementCost
	Rows        int64   `db:"rows" json:"rows"` // by all calls
	RowsPerCall float64 `json:"rows_per_call"`
}

var (
	rowsMinPerCall = Threshold{
		Name: "min-rows-per-call", Default: 10_000, Unit: "rows",
		Why: "nobody looks at more on a page, and a program that needs them can fetch them in pages",
	}
	rowsMinCalls = Threshold{
		Name: "min-calls", Default: 100, Unit: "calls",
		Why: "fewer are an export or a report",
	}
)

// StatementManyRows finds statements that send more rows than anybody can use.
var StatementManyRows = define(Spec[WideStatement]{
	Doc: Doc{
		ID:       "statement-many-rows",
		Title:    "statement that returns very many rows each time",
		Examines: "statements",
		Why: `Tens of thousands of rows in one answer have to be sent, and the application has to hold and decode all of them; most drivers read the whole answer into memory before the program sees its first row. Usually the rows are then filtered, counted or shown twenty at a time by the application. It works with last year's data and runs out of memory with this year's.

Confirm: SELECT query, calls, rows / calls FROM pg_stat_statements ORDER BY 3 DESC. Rows that WITH … INSERT, UPDATE or DELETE … RETURNING hand on to another part of the same statement do not count.

Cure: conditions, counts and sums belong into the statement; lists get a LIMIT, and the next page begins behind the last row seen (WHERE (created, id) < ($1, $2) ORDER BY created DESC, id DESC LIMIT 50) instead of OFFSET. Programs that need every row fetch them in batches through a cursor, or use COPY.

Prevention: a default LIMIT in the layer that builds statements.`,
		Category:   Statements,
		Severity:   Info,
		Runtime:    true,
		Needs:      []Need{needStatements},
		Thresholds: []Threshold{rowsMinPerCall, rowsMinCalls},
	},
	Judge: func(row *WideStatement, _ postgres.Server, t Thresholds) (Verdict, bool) {
		row.RowsPerCall = row.perCall(row.Rows)
		sick := float64(row.Calls) >= t.Of(rowsMinCalls) && row.RowsPerCall >= t.Of(rowsMinPerCall)
		return row.verdict(sick, "", fmt.Sprintf("returns %s rows each time, %d calls",
			humanize.Comma(int64(row.RowsPerCall)), row.Calls))
	},
})
