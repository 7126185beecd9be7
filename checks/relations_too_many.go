package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// RelationCount is one database and how many relations it holds.
type RelationCount struct {
	Database  string `db:"database_name" json:"database"`
	Relations int64  `db:"relations" json:"relations" volatile:"true"`
	Tables    int64  `db:"tables" json:"tables"`
	Indexes   int64  `db:"indexes" json:"indexes" volatile:"true"`
}

var maxRelations = Threshold{
	Name: "max-relations", Default: 100_000, Unit: "relations",
	Why: "pg_upgrade, pg_dump and crash recovery go through each; tables, indexes, sequences and TOAST tables count",
}

// RelationsTooMany finds databases with more relations than the catalogs carry with ease.
var RelationsTooMany = define(Spec[RelationCount]{
	Doc: Doc{
		ID:       "relations-too-many",
		Title:    "more relations than a database carries with ease",
		Examines: "databases",
		Why: `Every relation is at least one file and a dozen catalog rows. With hundreds of thousands of them each session's caches grow to hundreds of MB, planning and \d get slow, and autovacuum spends its time looking for work. pg_dump needs a lock for each table and takes hours, pg_upgrade takes hours instead of minutes, and a restart after a crash has to sync every file.

Confirm: SELECT relkind, count(*) FROM pg_class GROUP BY 1. Which schema grows: a schema for each tenant, a partition for each hour, tables that a job creates and never drops?

Cure: fewer and larger ones: a tenant column instead of a schema for each tenant, partitions by month, and a retention that drops them. There is no automatic fix.

Prevention: watch the number where tables are created by code.`,
		Category:   Schemas,
		Severity:   Info,
		Thresholds: []Threshold{maxRelations},
	},
	Judge: func(row *RelationCount, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  postgres.Name(row.Database),
			Message: fmt.Sprintf("%s tables and their indexes, sequences and TOAST tables are more than %s relations", humanize.Comma(row.Tables), humanize.Comma(int64(t.Of(maxRelations)))),
		}, float64(row.Relations) > t.Of(maxRelations)
	},
})
