package checks

import (
	"context"
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ExpiringTable is one table whose rows say until when they are good, and how
// many are past it.
type ExpiringTable struct {
	Schema  string `db:"schema_name" json:"schema"`
	Table   string `db:"table_name" json:"table"`
	Kind    string `db:"table_kind" json:"kind"` // r or p
	Column  string `db:"column_name" json:"column"`
	Rows    int64  `db:"rows" json:"rows"` // an estimate until they are counted
	Expired int64  `json:"expired"`        // for longer than Days
	Days    int    `json:"days"`
}

var (
	expiredMinRows = Threshold{
		Name: "min-rows", Default: 10_000, Unit: "rows",
		Why: "fewer expired rows than that disturb nobody",
	}
	expiredMinShare = Threshold{
		Name: "min-share", Default: 0.5, Unit: "share",
		Why: "a table that is cleaned now and then stays below half",
	}
)

// graceDays is how long a row may be past its end: some keep them for a month
// to answer questions.
const graceDays = 30

// ExpiredRows finds tables that consist mostly of rows past their end.
var ExpiredRows = define(Spec[ExpiringTable]{
	Doc: Doc{
		ID:       "expired-rows",
		Title:    "table that consists mostly of rows past their expiry",
		Examines: "columns named like an expiry",
		Why: `Sessions, tokens, one-time codes and cache entries say until when they are good, and nobody removes them afterwards. Every index over them grows, every backup carries them, and a stolen dump holds them all. Rows count that are past the column (expires_at, expiry, valid_until and the like) for more than 30 days.

Confirm: SELECT count(*) FROM table WHERE expires_at < now() - interval '30 days'.

Cure: decide whether the rows are to be kept: an expired contract is a record, an expired session is not. pgdoctor fix moves them into quarantine in batches, from where undo brings them back until the quarantine is dropped; it refuses where other tables refer to them. The space inside the table is used again; only a rewrite gives it back to the disk.

Prevention: a job that deletes in batches every night, through an index on the column; or partitions by time, of which the oldest is dropped.`,
		Category:   Data,
		Severity:   Info,
		Thresholds: []Threshold{expiredMinRows, expiredMinShare},
	},
	Probe: countExpired,
	Judge: func(row *ExpiringTable, _ postgres.Server, t Thresholds) (Verdict, bool) {
		expired := float64(row.Expired)
		return Verdict{
			Object: postgres.Name(row.Schema, row.Table, row.Column),
			Message: fmt.Sprintf("%s of %s rows expired more than %d days ago",
				humanize.Comma(row.Expired), humanize.Comma(row.Rows), row.Days),
		}, expired > 0 && expired >= t.Of(expiredMinRows) && expired >= t.Of(expiredMinShare)*float64(row.Rows)
	},
})

// Condition is the SQL condition of the rows that were past their end some days ago.
func (e ExpiringTable) Condition(alias string, days int) string {
	return fmt.Sprintf("%s < pg_catalog.now() - interval '%d days'", postgres.Quote(alias, e.Column), days)
}

func countExpired(ctx context.Context, p *Prober, tables []ExpiringTable) ([]ExpiringTable, error) {
	var counted []ExpiringTable
	for _, row := range tables {
		row.Days = graceDays
		err := p.Get(ctx, &row, fmt.Sprintf("SELECT pg_catalog.count(*) AS rows, pg_catalog.count(*) FILTER (WHERE %s) AS expired FROM %s AS t",
			row.Condition("t", row.Days), fromItem(row.Kind, row.Schema, row.Table)))
		if err != nil {
			if err := p.Unknown(ctx, postgres.Name(row.Schema, row.Table, row.Column), err); err != nil {
				return nil, err
			}
			continue
		}
		counted = append(counted, row)
	}
	return counted, nil
}
