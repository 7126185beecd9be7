package fixes

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// samples is how many rows of a data fix a dry run shows.
const samples = 3

// plain are the types whose values say nothing about a person: numbers and times
// by which rows are found. Of others only the length is shown.
var plain = []string{"smallint", "integer", "bigint", "uuid", "date", "timestamp without time zone", "timestamp with time zone"}

// shown is a column's name and value as SQL, redacted where it may be personal.
func shown(table checks.Table, column, value string) string {
	text := "coalesce(" + value + "::pg_catalog.text, 'NULL')"
	if !slices.Contains(plain, typeOf(table, column)) {
		text = "coalesce('(' || pg_catalog.length(" + value + "::pg_catalog.text) || ' characters)', 'NULL')"
	}
	return postgres.Literal(column+" ") + " || " + text
}

// sampleRows is a query of the first rows of a condition on alias c: their key,
// and the columns that they were found by.
func sampleRows(table checks.Table, condition string, columns ...string) string {
	var parts []string
	for _, column := range append(slices.Clone(table.Key()), columns...) {
		if part := shown(table, column, "c."+postgres.Quote(column)); !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return fmt.Sprintf("SELECT pg_catalog.concat_ws(', ', %s) FROM %s AS c WHERE %s LIMIT %d", strings.Join(parts, ", "), fromItem(table), condition, samples)
}

// samplePairs is a query of the first losers of a merge and their winners.
func samplePairs(root mapping, ranked string) string {
	var olds, news, names []string
	for i := range root.columns {
		names = append(names, fmt.Sprintf("pgdoctor_old_%d, pgdoctor_new_%d", i+1, i+1))
	}
	for _, column := range root.key {
		n := slices.Index(root.columns, column) + 1
		olds = append(olds, shown(root.table, column, fmt.Sprintf("m.pgdoctor_old_%d", n)))
		news = append(news, shown(root.table, column, fmt.Sprintf("m.pgdoctor_new_%d", n)))
	}
	return fmt.Sprintf("SELECT pg_catalog.concat_ws(', ', %s) || ' gives way to ' || pg_catalog.concat_ws(', ', %s) FROM (%s) AS m (%s, pgdoctor_batch) LIMIT %d",
		strings.Join(olds, ", "), strings.Join(news, ", "), ranked, strings.Join(names, ", "), samples)
}

// sample reads some of the rows that a step is about, redacted.
func sample(ctx context.Context, db *sqlx.DB, step *Step, timeout time.Duration) []string {
	if step.Sample == "" {
		return nil
	}
	var rows []string
	err := postgres.ReadOnly(ctx, db, timeout, func(tx *sqlx.Tx) error {
		return tx.SelectContext(ctx, &rows, step.Sample+"\n/* pgdoctor */")
	})
	if err != nil {
		step.Proof.NotProvable = append(step.Proof.NotProvable, "a sample of the rows: SQLSTATE "+postgres.SQLState(err))
	}
	return rows
}
