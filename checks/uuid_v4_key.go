package checks

import (
	"fmt"
	"regexp"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// UUIDKey is one primary key of type uuid and where its values come from.
type UUIDKey struct {
	Schema  string  `db:"schema_name" json:"schema"`
	Table   string  `db:"table_name" json:"table"`
	Column  string  `db:"column_name" json:"column"`
	Default *string `db:"expression" json:"default"`        // SQL; nil: the application makes the values
	Rows    int64   `db:"rows" json:"rows" volatile:"true"` // estimate, -1 unknown
}

var (
	uuidKeyMinRows = Threshold{
		Name: "min-rows", Default: 1_000_000, Unit: "rows",
		Why: "the index of a smaller table is in memory as a whole, wherever new keys go",
	}
	// as pg_get_expr writes it with an empty search_path: pgcrypto's and uuid-ossp's have their schema
	randomUUID = regexp.MustCompile(`(^|\.)(gen_random_uuid|uuid_generate_v4)\(\)$`)
)

// UUIDv4Key finds large tables whose keys are random.
var UUIDv4Key = define(Spec[UUIDKey]{
	Doc: Doc{
		ID:       "uuid-v4-key",
		Title:    "large table whose primary key is a random UUID",
		Examines: "primary keys of uuid",
		Why: `Random keys go to a random page of the index. Once the index is larger than memory, each insert reads a page from the disk, writes it, and after a checkpoint puts all of it into the WAL; pages stay about two thirds full; and rows of the same day lie all over each index that has the key. A UUID of version 7 begins with the time, so new keys go to the end, as those of a sequence do.

Confirm: the default of the column, and its index's hit ratio in pg_statio_user_indexes. Keys that the application makes (no default) cannot be seen here.

Cure: on PostgreSQL 18 ALTER TABLE t ALTER COLUMN id SET DEFAULT uuidv7(), which locks the table for a moment; both versions live side by side in one column. Before 18, let the application make version 7, or use an extension that has it. Keys that are there stay random; REINDEX INDEX CONCURRENTLY packs their pages.

Prevention: uuidv7() or bigint GENERATED ALWAYS AS IDENTITY for keys. A version 7 tells everybody who sees it when the row was made: where that must stay hidden, random ones are right, and the finding is to be ignored with that reason. That is why there is no automatic fix.`,
		Category:   Schemas,
		Severity:   Info,
		OptIn:      true,
		Thresholds: []Threshold{uuidKeyMinRows},
	},
	Judge: func(row *UUIDKey, server postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Default == nil || !randomUUID.MatchString(*row.Default) || float64(row.Rows) < t.Of(uuidKeyMinRows) {
			return Verdict{}, false
		}
		instead := "a UUID of version 7"
		if server.Major() >= 18 {
			instead = "uuidv7()"
		}
		return Verdict{
			Object: postgres.Name(row.Schema, row.Table, row.Column),
			Message: fmt.Sprintf("keys of about %s rows come from %s, at random: with %s new ones would go to the end of the index",
				humanize.Comma(row.Rows), *row.Default, instead),
		}, true
	},
})
