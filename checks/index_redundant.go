package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var redundantMinMegabytes = Threshold{
	Name: "min-megabytes", Default: 100, Unit: "MiB",
	Why: "one of that size or more is a warning: it costs memory and disk; a smaller one costs little",
}

// IndexRedundant finds indexes whose columns a longer one begins with.
var IndexRedundant = define(Spec[SurplusIndex]{
	Doc: Doc{
		ID:       "index-redundant",
		Title:    "index whose columns another one begins with",
		Examines: "indexes",
		Why: `A btree over (a, b) finds rows by a as well: an index over (a) alone beside it serves no statement that the longer one does not, while every write pays for both. It remains from the time before the longer one was made.

Confirm: \d table. Compared are columns, operator classes, collations and sort orders of the whole shorter index, expressions, the predicate, and INCLUDE columns; only btrees, since other methods use their columns differently.

Cure: drop the shorter one; pgdoctor fix does it without stopping readers or writers, and undo builds it again. Unique indexes enforce something and are never redundant; nor is what a constraint, a replica identity or CLUSTER needs. Keep the shorter one if the longer is many times larger and reads of the shorter are all that counts: it is read from memory more easily.

Prevention: replace an index with the longer one in one migration instead of adding beside it.`,
		Category:   Indexes,
		Severity:   Info,
		Thresholds: []Threshold{redundantMinMegabytes},
	},
	Judge: func(row *SurplusIndex, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Kept == nil {
			return Verdict{}, false
		}
		verdict := Verdict{
			Object: postgres.Name(row.Schema, row.Index),
			Message: fmt.Sprintf("%s begins with its columns and serves its statements: every write to %s pays for both",
				row.keeper(), postgres.Name(row.Schema, row.Table)),
		}
		if float64(row.Bytes) >= t.Of(redundantMinMegabytes)*(1<<20) {
			verdict.Severity = Warning
		}
		return verdict, true
	},
})
