package checks

import (
	"context"
	"fmt"
	"math"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// NullableIndex is one index, the share of NULL in its first column, and what
// it takes to build it anew.
type NullableIndex struct {
	IndexShape
	OID        uint32            `db:"oid" json:"-"`
	Column     string            `db:"column_name" json:"column"`
	Needed     bool              `db:"needed" json:"needed"` // by a foreign key, a replica identity or CLUSTER
	NullShare  *float64          `db:"null_frac" json:"null_share" volatile:"true"`
	Readable   bool              `db:"readable" json:"-"`
	Definition string            `json:"definition"`
	Tablespace *string           `db:"tablespace" json:"tablespace"`
	Comment    *string           `json:"comment"`
	Statistics StatisticsTargets `json:"statistics,omitempty"`
}

func (r NullableIndex) shape() IndexShape { return r.IndexShape }

func (r NullableIndex) statistics() (known, readable bool) { return r.NullShare != nil, r.Readable }

var (
	nullableMinShare = Threshold{
		Name: "min-null-share", Default: 0.9, Unit: "share",
		Why: "of a smaller one a partial index saves too little to be worth the change",
	}
	nullableMinRows = Threshold{
		Name: "min-rows", Default: 100_000, Unit: "rows",
		Why: "a small index has nothing to save",
	}
)

// IndexNullableLeading finds indexes that consist mostly of NULL.
var IndexNullableLeading = define(Spec[NullableIndex]{
	Doc: Doc{
		ID:       "index-nullable-leading",
		Title:    "index whose first column is NULL in nearly every row",
		Examines: "indexes",
		Why: `Nearly all of the index are entries that begin with NULL. A search for a value never looks at them, and WHERE c IS NULL finds most of the table, for which no index is worth using; yet every INSERT writes them, VACUUM reads them and they take memory and disk.

Confirm: SELECT null_frac FROM pg_stats for the column. Does any statement look for the rows where it IS NULL through this index, together with its other columns, or sort all rows by it? Then keep it.

Cure: an index of the same columns WHERE the first one IS NOT NULL serves every statement that compares it with a value, and a foreign key as well, with a tenth of the size or less. pgdoctor fix builds it concurrently and then drops the old one; undo does the reverse. A unique index is left alone: ON CONFLICT and foreign keys name it without a WHERE.

Prevention: index optional columns WHERE they are not NULL from the start.`,
		Category:   Indexes,
		Severity:   Info,
		Thresholds: []Threshold{nullableMinShare, nullableMinRows},
	},
	Probe: func(_ context.Context, p *Prober, rows []NullableIndex) ([]NullableIndex, error) {
		return withStatistics(p, rows, nullableMinRows), nil
	},
	Complete: func(ctx context.Context, p *Prober, found []*NullableIndex) error {
		return completeIndexes(ctx, p, found, func(row *NullableIndex) uint32 { return row.OID }, func(row *NullableIndex, d indexDefinition) {
			row.Definition, row.Comment, row.Statistics = d.Definition, d.Comment, d.Statistics
		})
	},
	Judge: func(row *NullableIndex, _ postgres.Server, t Thresholds) (Verdict, bool) {
		if row.NullShare == nil || *row.NullShare < t.Of(nullableMinShare) || row.fewerThan(t.Of(nullableMinRows)) {
			return Verdict{}, false
		}
		return Verdict{
			Object:  row.object(),
			Message: fmt.Sprintf("%s is NULL in %.0f %% of the rows of %s, and all of them are in the index", row.Column, math.Floor(*row.NullShare*100), row.table()),
		}, true
	},
})
