package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// CollationVersion is one collation, and the versions of its rules: the one
// that its indexes were built by and the one that the system has now.
type CollationVersion struct {
	Schema     string          `db:"schema_name" json:"schema"`
	Collation  string          `db:"collation_name" json:"collation"` // the database's name where it is the database's own
	OfDatabase bool            `db:"of_database" json:"of_database"`
	Recorded   *string         `db:"recorded" json:"recorded"`
	Actual     *string         `db:"actual" json:"actual" volatile:"true"`
	Indexes    CollatedIndexes `db:"indexes" json:"indexes"` // that it sorts
}

// CollatedIndex is one index that a collation sorts.
type CollatedIndex struct {
	Schema    string `json:"schema"`
	Index     string `json:"index"`
	Table     string `json:"table"`
	Exclusion bool   `json:"exclusion"` // of an exclusion constraint
}

// CollatedIndexes is a list of them.
type CollatedIndexes []CollatedIndex

// Scan reads a JSON array.
func (c *CollatedIndexes) Scan(src any) error { return postgres.ScanJSON(src, c) }

// CollationVersionMismatch finds collations whose rules changed under the indexes.
var CollationVersionMismatch = define(Spec[CollationVersion]{
	Doc: Doc{
		ID:       "collation-version-mismatch",
		Title:    "collation that changed since its indexes were built",
		Examines: "collations with a version",
		Why: `How texts sort is decided by a library of the operating system (glibc) or by ICU. When an update of it, a new image or a standby on another system brings other rules, indexes that were built by the old ones are in the wrong order: index scans miss rows that are there, unique indexes let duplicates in, merge joins and range partitions lose rows. Nothing fails; from PostgreSQL 15 on the server warns when somebody connects, and no more.

Confirm: SELECT datcollversion, pg_database_collation_actual_version(oid) FROM pg_database; for others collversion and pg_collation_actual_version(oid) of pg_collation. Extension amcheck's bt_index_check(index, true) says whether an index is wrong in truth; most words sort as before, so it need not be.

Cure: rebuild the indexes that sort by it (REINDEX INDEX CONCURRENTLY), then ALTER DATABASE … REFRESH COLLATION VERSION or ALTER COLLATION … REFRESH VERSION, which records the new version and rebuilds nothing. pgdoctor fix does both in this order. Where a unique index lets the rebuild fail, duplicates came in: remove them first. Check by hand what else depends on the order: range partitions and CHECK constraints over texts, materialized views.

Prevention: indexes over codes and other texts for machines in collation "C", which never changes; the builtin provider of 17 (C.UTF-8); the same image for primary and standbys; a rebuild planned into every update of the operating system. Up to 14 the database's own collation has no version, and only the others are examined.`,
		Category: Schemas,
		Severity: Warning,
	},
	Judge: func(row *CollationVersion, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if row.Recorded == nil || row.Actual == nil || *row.Recorded == *row.Actual {
			return Verdict{}, false
		}
		verdict := Verdict{
			Object:  postgres.Name(row.Schema, row.Collation),
			Message: fmt.Sprintf("its rules changed since version %s was recorded, and no index of users sorts by it", *row.Recorded),
		}
		if row.OfDatabase {
			verdict.Object = postgres.Name(row.Collation)
		}
		if n := len(row.Indexes); n > 0 {
			verdict.Severity = Critical
			verdict.Message = fmt.Sprintf("its rules changed since version %s was recorded: indexes that may be in the wrong order: %d", *row.Recorded, n)
		}
		return verdict, true
	},
})
