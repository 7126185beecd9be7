package checks

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// PartialIndex is one partial index and the columns that cannot be NULL.
type PartialIndex struct {
	IndexShape
	Predicate string         `db:"predicate" json:"predicate"`
	NotNull   postgres.Names `db:"not_null" json:"-"` // of the table, as in a predicate
}

// IndexUselessPredicate finds partial indexes that hold every row.
var IndexUselessPredicate = define(Spec[PartialIndex]{
	Doc: Doc{
		ID:       "index-useless-predicate",
		Title:    "partial index whose predicate is true of every row",
		Examines: "partial indexes",
		Why: `The predicate says that columns are not NULL which cannot be NULL: the index holds every row, but counts as partial. It serves only statements whose conditions prove the predicate, so not an ORDER BY without one; ON CONFLICT finds it only with the same WHERE; and a unique one can be referred to by no foreign key. Mostly the column became NOT NULL after the index was built.

Confirm: \d table shows the column as not null and the index with WHERE (column IS NOT NULL).

Cure: build the same index without WHERE, concurrently, and drop this one. ON CONFLICT clauses that repeat the predicate go on working.

Prevention: look at \d after SET NOT NULL. Predicates that say anything else are not judged.`,
		Category: Indexes,
		Severity: Info,
	},
	Judge: func(row *PartialIndex, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if !alwaysTrue(row.Predicate, row.NotNull) {
			return Verdict{}, false
		}
		return Verdict{
			Object:  row.object(),
			Message: fmt.Sprintf("WHERE %s is true of every row of %s: the index counts as partial and leaves nothing out", row.Predicate, row.table()),
		}, true
	},
})

// alwaysTrue says whether a predicate, as the server writes it, is one column
// that is NOT NULL after the other.
func alwaysTrue(predicate string, notNull []string) bool {
	rest := predicate
	for _, column := range notNull {
		rest = strings.ReplaceAll(rest, "("+column+" IS NOT NULL)", "()")
	}
	terms := strings.Count(rest, "()")
	return rest == "()" || terms > 1 && rest == "("+strings.Repeat("() AND ", terms-1)+"())"
}
