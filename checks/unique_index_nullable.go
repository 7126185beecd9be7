package checks

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// NullableUnique is one unique index over several columns, and those that can be NULL.
type NullableUnique struct {
	IndexShape
	Nullable postgres.Names `db:"nullable" json:"nullable"`
}

// UniqueIndexNullable finds unique indexes that a NULL switches off.
var UniqueIndexNullable = define(Spec[NullableUnique]{
	Doc: Doc{
		ID:       "unique-index-nullable",
		Title:    "unique index that rejects no duplicate where a column is NULL",
		Examines: "unique indexes over several columns",
		Why: `Two NULLs are not equal for a unique index, so that one NULL makes the whole row unlike every other: UNIQUE (email, deleted_at) lets in any number of live accounts with the same email, since deleted_at is NULL in all of them, and UNIQUE (tenant_id, parent_id, name) any number of roots of the same name. Nothing fails until somebody counts.

Confirm: SELECT email, count(*) FROM t WHERE deleted_at IS NULL GROUP BY 1 HAVING count(*) > 1.

Cure: remove the duplicates, then declare what is meant: NULLS NOT DISTINCT (PostgreSQL 15 and later) where NULL is a value like others, a second partial unique index (email) WHERE deleted_at IS NULL where NULL means "current", NOT NULL where it was forgotten. Where NULL means "none" and any number of rows may have none, the index is right: ignore the finding. That is why this check is opinionated and has no automatic fix.

Prevention: make columns of a unique key NOT NULL. An index beside which a partial unique one says what happens WHERE the column IS NULL is not reported.`,
		Category: Indexes,
		Severity: Info,
		OptIn:    true,
	},
	Judge: func(row *NullableUnique, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if len(row.Nullable) == 0 {
			return Verdict{}, false
		}
		return Verdict{
			Object:  row.object(),
			Message: fmt.Sprintf("rejects no duplicates in %s where %s is NULL", row.table(), strings.Join(row.Nullable, " or ")),
		}, true
	},
})
