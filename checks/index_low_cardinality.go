package checks

import (
	"context"
	"fmt"
	"math"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// CommonIndex is one index over one column, and how common its values are.
type CommonIndex struct {
	IndexShape
	Column   string   `db:"column_name" json:"column"`
	Common   *float64 `db:"common" json:"common_share" volatile:"true"` // of rows with one of the five most common values
	Readable bool     `db:"readable" json:"-"`
}

func (r CommonIndex) shape() IndexShape { return r.IndexShape }

func (r CommonIndex) statistics() (known, readable bool) { return r.Common != nil, r.Readable }

var (
	commonMinShare = Threshold{
		Name: "min-common-share", Default: 0.95, Unit: "share",
		Why: "where the five most common values leave more rows than that, the index finds those",
	}
	commonMinRows = Threshold{
		Name: "min-rows", Default: 100_000, Unit: "rows",
		Why: "a small index costs next to nothing",
	}
)

// IndexLowCardinality finds indexes whose values are nearly all the same few.
var IndexLowCardinality = define(Spec[CommonIndex]{
	Doc: Doc{
		ID:       "index-low-cardinality",
		Title:    "index over a column with only a handful of values",
		Examines: "indexes over one column",
		Why: `Five values or fewer make up nearly all rows. For a value that a fifth of the rows have, reading the whole table is cheaper than going through an index, so that for the common values the index is not used; the rare ones, like the pending jobs among the finished, would fit into an index of a hundredth of the size. Every change of the column writes the index and keeps the update from staying within its page.

Confirm: SELECT most_common_vals, most_common_freqs FROM pg_stats for the column; idx_scan in pg_stat_user_indexes.

Cure: for each rare value that statements look for, CREATE INDEX CONCURRENTLY over what orders or identifies the rows, WHERE status = 'pending', and drop this index; or put the column first in an index together with the others of the condition. There is no automatic fix, since only the statements tell which values are asked for.

Prevention: index a status by partial indexes. The indexes of foreign keys are not reported: deleting a row of the other table needs them.`,
		Category:   Indexes,
		Severity:   Info,
		Thresholds: []Threshold{commonMinShare, commonMinRows},
	},
	Probe: func(_ context.Context, p *Prober, rows []CommonIndex) ([]CommonIndex, error) {
		return withStatistics(p, rows, commonMinRows), nil
	},
	Judge: func(row *CommonIndex, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.Common == nil || *row.Common < t.Of(commonMinShare) || row.fewerThan(t.Of(commonMinRows)) {
			return Verdict{}, false
		}
		return Verdict{
			Object:  row.object(),
			Message: fmt.Sprintf("five values of %s or fewer make up %.0f %% of the rows of %s: for them no index is used (%s)", row.Column, math.Floor(*row.Common*100), row.table(), row.extent()),
		}, true
	},
})
