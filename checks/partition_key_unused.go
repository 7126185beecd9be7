package checks

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// PartitionedWorkload is one partitioned table and the statements on it that go to all partitions.
type PartitionedWorkload struct {
	Schema     string              `db:"schema_name" json:"schema"`
	Table      string              `db:"table_name" json:"table"`
	Strategy   string              `db:"strategy" json:"strategy"` // range, list, hash
	Key        NullableNames       `db:"key_columns" json:"key"`   // nil is an expression
	Partitions int64               `db:"partitions" json:"partitions"`
	Rows       int64               `db:"estimated_rows" json:"estimated_rows" volatile:"true"`
	Ambiguous  bool                `db:"ambiguous" json:"ambiguous"` // another relation has the name
	Calls      int64               `json:"calls"`                    // of all those statements
	TotalMS    float64             `json:"total_ms" volatile:"true"`
	Statements []UnprunedStatement `json:"statements" volatile:"true"` // those that take the most time
}

// UnprunedStatement is one statement that names no partition key.
type UnprunedStatement struct {
	QueryID string  `db:"queryid" json:"queryid"`
	Query   string  `db:"query" json:"query"` // normalised, at most 2,000 characters
	Calls   int64   `db:"calls" json:"calls"`
	TotalMS float64 `db:"total_ms" json:"total_ms"`
}

// NullableNames is a JSON array of names that a query returns, some of them null.
type NullableNames []*string

// Scan reads a JSON array.
func (n *NullableNames) Scan(src any) error { return postgres.ScanJSON(src, n) }

var (
	unprunedMinCalls = Threshold{
		Name: "min-calls", Default: 100, Unit: "calls",
		Why: "fewer are reports, which want all of the table",
	}
	unprunedMinMinutes = Threshold{
		Name: "min-minutes", Default: 5, Unit: "minutes",
		Why: "of all those statements together: with fewer the partitions cost nothing that anybody would notice",
	}
	unprunedWarnMinutes = Threshold{
		Name: "warn-minutes", Default: 60, Unit: "minutes",
		Why: "an hour of the server went into it",
	}
	unprunedMinPartitions = Threshold{
		Name: "min-partitions", Default: 4, Unit: "partitions",
		Why: "to look into two or three is no trouble",
	}
	unprunedMinRows = Threshold{
		Name: "min-rows", Default: 100_000, Unit: "rows",
		Why: "a smaller table is read as a whole in no time",
	}
)

// unprunedShown is how many statements of a table are worth showing.
const unprunedShown = 10

// PartitionKeyUnused finds partitioned tables whose partitions help nobody.
var PartitionKeyUnused = define(Spec[PartitionedWorkload]{
	Doc: Doc{
		ID:       "partition-key-unused",
		Title:    "statements go to all partitions of a table",
		Examines: "partitioned tables",
		Why: `Only a condition on the partition key lets the planner leave partitions out. A statement without one is planned for, locks and looks into every partition: an index lookup becomes as many lookups as there are partitions, and each month adds one. Then partitioning makes the statement slower than one large table would. The statements are the 500 that take the most time and the 500 that are called most; one that names the key anywhere in WHERE, ON, USING or ORDER BY is not counted, whatever it does with it. Range and list want the first key column, hash wants all.

Confirm: EXPLAIN of the statements in the evidence shows an Append over all partitions.

Cure: add the key to the condition wherever the application knows it: the day of the order besides its number, or at least a range of days that it can lie in. For lookups by an id that no key goes with, keep a small table from id to key, or choose ids that contain the time (UUIDv7) and partition by them. If hardly any statement knows the key, the key is the wrong one, or the table need not be partitioned.

Prevention: choose the key by the conditions of the most frequent statements, and by what is to be dropped one day.`,
		Category:   Statements,
		Severity:   Info,
		Runtime:    true,
		Needs:      []Need{needStatements},
		Thresholds: []Threshold{unprunedMinCalls, unprunedMinMinutes, unprunedWarnMinutes, unprunedMinPartitions, unprunedMinRows},
	},
	Probe: findUnpruned,
	Judge: func(row *PartitionedWorkload, _ postgres.Server, t Thresholds) (Verdict, bool) {
		minutes := row.TotalMS / 60_000
		severity := Info
		if minutes >= t.Of(unprunedWarnMinutes) {
			severity = Warning
		}
		return Verdict{
			Object: postgres.Name(row.Schema, row.Table), Severity: severity,
			Message: fmt.Sprintf("%s went to all %d partitions without a condition on the key and took %s", many(row.Calls, "call", "calls"),
				row.Partitions, ago(time.Duration(row.TotalMS)*time.Millisecond)),
		}, row.Calls > 0 && float64(row.Calls) >= t.Of(unprunedMinCalls) && minutes >= t.Of(unprunedMinMinutes) && row.large(t)
	},
})

func (w *PartitionedWorkload) large(t Thresholds) bool {
	return float64(w.Partitions) >= t.Of(unprunedMinPartitions) && float64(w.Rows) >= t.Of(unprunedMinRows)
}

// findUnpruned adds to each table the statements that cannot leave partitions out.
func findUnpruned(ctx context.Context, p *Prober, tables []PartitionedWorkload) ([]PartitionedWorkload, error) {
	judged := map[string]*PartitionedWorkload{}
	for i := range tables {
		table := &tables[i]
		expression := slices.Contains(table.Key, nil)
		if float64(table.Partitions) >= p.runner.least(unprunedMinPartitions) && float64(table.Rows) >= p.runner.least(unprunedMinRows) && !table.Ambiguous && !expression {
			judged[table.Table] = table
		}
	}
	if len(judged) == 0 {
		return tables, nil // the parser takes seconds to start
	}
	var statements []UnprunedStatement
	if err := p.query(ctx, &statements, "statement-sample"); err != nil {
		return nil, err
	}
	for started, i := time.Now(), 0; i < len(statements) && time.Since(started) < parseTime; i++ {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		statement := statements[i]
		if !namesOneOf(statement.Query, judged) {
			continue
		}
		named, columns, err := workload.Conditions(statement.Query)
		if err != nil {
			continue // of a newer grammar: one statement less to judge by
		}
		for _, name := range named {
			if table := judged[name.Name]; table != nil && (name.Schema == "" || name.Schema == table.Schema) {
				table.add(statement, columns)
			}
		}
	}
	return tables, nil
}

// namesOneOf says whether a text can be about one of the tables.
func namesOneOf(text string, tables map[string]*PartitionedWorkload) bool {
	for name := range tables {
		if strings.Contains(strings.ToLower(text), strings.ToLower(strings.ReplaceAll(name, `"`, `""`))) {
			return true
		}
	}
	return false
}

// add counts a statement if its conditions leave no partition out.
func (w *PartitionedWorkload) add(statement UnprunedStatement, columns map[string]bool) {
	wanted := w.Key[:1]
	if w.Strategy == "hash" {
		wanted = w.Key
	}
	prunes := !slices.ContainsFunc(wanted, func(column *string) bool { return !columns[*column] })
	if prunes {
		return
	}
	w.Calls += statement.Calls
	w.TotalMS += statement.TotalMS
	if len(w.Statements) < unprunedShown { // the query returns the longest first
		statement.Query = shorten(statement.Query, shownText)
		w.Statements = append(w.Statements, statement)
	}
}
