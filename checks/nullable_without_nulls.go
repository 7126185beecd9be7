package checks

import (
	"context"
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// RequiredColumn is one column that looks as if every row had to fill it, and
// how many do not.
type RequiredColumn struct {
	Schema  string `db:"schema_name" json:"schema"`
	Table   string `db:"table_name" json:"table"`
	Column  string `db:"column_name" json:"column"`
	NotNull bool   `db:"not_null" json:"-"`
	Rows    int64  `db:"rows" json:"rows" volatile:"true"` // estimate
	Nulls   int64  `json:"nulls"`
}

// NullableWithoutNulls finds columns that could be NOT NULL.
var NullableWithoutNulls = define(Spec[RequiredColumn]{
	Doc: Doc{
		ID:       "nullable-without-nulls",
		Title:    "column that may be NULL, and never is",
		Examines: "columns of foreign keys and unique indexes",
		Why: `The column is part of a foreign key or of a unique index, the table has at least 10,000 rows, and not one of them is NULL there. Probably every row has to have a value, but nothing says so: a defect in the application can store a row that refers to nothing or that the unique index does not compare, ORMs write IS NOT NULL into their joins, and NOT IN over the column must reckon with NULL.

Confirm: SELECT count(*) FROM table WHERE column IS NULL. That was counted here: statistics only chose where to look. Whether the next row may be NULL only you know; that is why this check runs only when it is named.

Cure: a CHECK (column IS NOT NULL) NOT VALID, VALIDATE it while others write, then SET NOT NULL, which believes the CHECK and does not read the table, then drop the CHECK. pgdoctor fix does these four, each in a transaction of its own.

Prevention: NOT NULL in CREATE TABLE, unless a row can do without.`,
		Category: Constraints,
		Severity: Info,
		OptIn:    true,
		Runtime:  true,
	},
	Probe: countNulls,
	Judge: func(row *RequiredColumn, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  postgres.Name(row.Schema, row.Table, row.Column),
			Message: fmt.Sprintf("may be NULL, but is in none of about %s rows", humanize.Comma(row.Rows)),
		}, !row.NotNull && row.Nulls == 0
	},
})

// countNulls counts the rows that are NULL in each column that may be.
func countNulls(ctx context.Context, p *Prober, columns []RequiredColumn) ([]RequiredColumn, error) {
	var counted []RequiredColumn
	for _, row := range columns {
		if !row.NotNull {
			err := p.Get(ctx, &row.Nulls, fmt.Sprintf("SELECT pg_catalog.count(*) FROM %s AS t WHERE t.%s IS NULL",
				fromItem("r", row.Schema, row.Table), postgres.Quote(row.Column)))
			if err != nil {
				if err := p.Unknown(ctx, postgres.Name(row.Schema, row.Table, row.Column), err); err != nil {
					return nil, err
				}
				continue
			}
		}
		counted = append(counted, row)
	}
	return counted, nil
}
