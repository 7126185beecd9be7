package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// KeylessTable is one table, and what identifies its rows.
type KeylessTable struct {
	Schema      string  `db:"schema_name" json:"schema"`
	Table       string  `db:"table_name" json:"table"`
	Partitioned bool    `db:"partitioned" json:"partitioned"`
	HasPrimary  bool    `db:"has_primary" json:"-"`
	UniqueIndex *string `db:"unique_index" json:"unique_index"` // over NOT NULL columns, whole
	Definition  string  `db:"definition" json:"definition"`     // of that index
	Tablespace  *string `db:"tablespace" json:"tablespace,omitempty"`
	Comment     *string `db:"comment" json:"comment,omitempty"`
	Hindrance   string  `db:"hindrance" json:"hindrance,omitempty"` // why that index cannot be the primary key's
	Rows        int64   `db:"rows" json:"rows" volatile:"true"`     // estimate
}

var keylessMinRows = Threshold{
	Name: "min-rows", Default: 0, Unit: "rows",
	Why: "raise it where small staging tables have no key on purpose; rows are the planner's estimate",
}

// NoPrimaryKey finds tables whose rows nothing identifies.
var NoPrimaryKey = define(Spec[KeylessTable]{
	Doc: Doc{
		ID:       "no-primary-key",
		Title:    "table without a primary key",
		Examines: "tables",
		Why: `Without a primary key nothing keeps the same row from being there twice, no foreign key can point at the table, and nobody can correct one of two equal rows. Logical replication refuses UPDATE and DELETE on it, pg_repack refuses the table, and most ORMs cannot save its rows. pgdoctor itself cannot name rows of it and so does not move them.

Confirm: \d table shows no PRIMARY KEY. Where a unique index over NOT NULL columns identifies the rows all the same, the finding is info. Partitions are not listed, their parent is; nor are the tables of migration tools.

Cure: if a unique index is there, ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX i takes milliseconds; pgdoctor fix does it. If some columns are unique in truth, remove the duplicates, CREATE UNIQUE INDEX CONCURRENTLY over them, and then the same; a nullable column is first made NOT NULL through a CHECK (c IS NOT NULL) NOT VALID that is validated. If there are none, add a column: ALTER TABLE t ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY rewrites the whole table under an ACCESS EXCLUSIVE lock, so do it in a quiet hour. Which columns identify a row is the application's choice: without such an index there is no automatic fix.

Prevention: a primary key in every CREATE TABLE.`,
		Category:   Constraints,
		Severity:   Warning,
		Thresholds: []Threshold{keylessMinRows},
	},
	Judge: func(row *KeylessTable, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.HasPrimary || float64(row.Rows) < t.Of(keylessMinRows) {
			return Verdict{}, false
		}
		verdict := Verdict{
			Object:  postgres.Name(row.Schema, row.Table),
			Message: "no primary key, and no unique index over NOT NULL columns: nothing identifies a row",
		}
		if row.UniqueIndex != nil {
			verdict.Severity = Info
			verdict.Message = fmt.Sprintf("no primary key; the unique index %s identifies its rows", postgres.Name(row.Schema, *row.UniqueIndex))
		}
		return verdict, true
	},
})
