package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// InvalidIndex is one index, and what it takes to build it anew.
type InvalidIndex struct {
	Schema           string         `db:"schema_name" json:"schema"`
	Index            string         `db:"index_name" json:"index"`
	Table            string         `db:"table_name" json:"table"`
	Valid            bool           `db:"valid" json:"-"`
	Ready            bool           `db:"ready" json:"ready"` // writes maintain it
	Live             bool           `db:"live" json:"live"`   // false: half dropped
	Unique           bool           `db:"is_unique" json:"unique"`
	NullsNotDistinct bool           `db:"nulls_not_distinct" json:"nulls_not_distinct"`
	Leftover         string         `db:"leftover" json:"leftover"` // ccnew or ccold of REINDEX CONCURRENTLY, else ""
	Constraint       *string        `db:"constraint_name" json:"constraint"`
	Method           string         `db:"method" json:"method"`
	Keys             postgres.Names `db:"keys" json:"keys"` // columns and expressions as SQL
	Predicate        *string        `db:"predicate" json:"predicate"`
	Definition       string         `db:"definition" json:"definition"`
	Pages            int64          `db:"pages" json:"pages" volatile:"true"`
}

// IndexInvalid finds indexes that reads never use.
var IndexInvalid = define(Spec[InvalidIndex]{
	Doc: Doc{
		ID:       "index-invalid",
		Title:    "index that is invalid: no read uses it",
		Examines: "indexes",
		Why: `CREATE INDEX CONCURRENTLY, REINDEX CONCURRENTLY and DROP INDEX CONCURRENTLY that fail or are cancelled leave an INVALID index behind. Reads never use it, writes go on paying for it, and a unique one may reject rows although it was never finished. CREATE INDEX IF NOT EXISTS takes it for the index and does nothing.

Confirm: \d table shows INVALID. Indexes that are being built or dropped at the moment are left out, and so are partitioned indexes, which are invalid until every partition has its own.

Cure: drop it concurrently and, if it is wanted, build it again; for a unique one remove the duplicates that made the build fail first. Names that end in _ccnew or _ccold are leftovers of REINDEX CONCURRENTLY and are dropped. pgdoctor fix does it.

Prevention: look at the exit code of the migration that builds indexes, and set lock_timeout to 0 for it.`,
		Category: Indexes,
		Severity: Warning,
	},
	Judge: func(row *InvalidIndex, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if row.Valid {
			return Verdict{}, false
		}
		table := postgres.Name(row.Schema, row.Table)
		message := fmt.Sprintf("invalid: reads of %s never use it, writes still pay for it", table)
		switch {
		case !row.Ready:
			message = fmt.Sprintf("invalid: reads of %s never use it", table)
		case row.Unique:
			message += ", and it may reject rows as duplicates"
		}
		if row.Leftover != "" {
			message += "; left over from REINDEX CONCURRENTLY"
		}
		return Verdict{Object: postgres.Name(row.Schema, row.Index), Message: message}, true
	},
})
