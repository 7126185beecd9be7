package checks

import (
	"context"
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// WantedKey is one index that is unique, or was meant to be, and the rows that
// stand in its way.
type WantedKey struct {
	Schema     string         `db:"schema_name" json:"schema"`
	Table      string         `db:"table_name" json:"table"`
	Kind       string         `db:"table_kind" json:"kind"` // r or p
	Index      string         `db:"index_name" json:"index"`
	Unique     bool           `db:"is_unique" json:"unique"` // false: only by its name
	Kept       bool           `db:"kept" json:"-"`           // unique and valid: no two rows are the same
	NullsEqual bool           `db:"nulls_equal" json:"nulls_equal"`
	Keys       postgres.Names `db:"keys" json:"keys"` // columns and expressions as SQL
	Predicate  *string        `db:"predicate" json:"predicate"`
	Groups     int64          `json:"groups"`
	Surplus    int64          `json:"surplus"` // rows beyond one in each group
}

// DuplicateValues finds rows that are the same under a unique key that somebody
// wanted.
var DuplicateValues = define(Spec[WantedKey]{
	Doc: Doc{
		ID:       "duplicate-values",
		Title:    "rows that are the same under a unique key that somebody wanted",
		Examines: "unique indexes, and those that were to be",
		Why: `Somebody wanted these values to be unique: a unique index was begun and failed, which leaves an INVALID one behind, or an index says unique in its name and is not. The rows counted here are why it failed, or why it would: code that reads "the" row by this key gets one of several.

Two rows are the same as the index would say: under its predicate, and with NULL unlike NULL unless it is NULLS NOT DISTINCT.

Confirm: SELECT keys, count(*) FROM table GROUP BY keys HAVING count(*) > 1.

Cure: decide which row stays, point everything that refers to the others at it, remove the others, and build the unique index: CREATE UNIQUE INDEX CONCURRENTLY. For a column of e-mail addresses pgdoctor fix duplicate-emails does all of that, and once the duplicates are gone pgdoctor fix index-invalid builds the index again. For other columns there is no automatic fix: which row is right only you know.

Prevention: remove duplicates before the migration that builds the index, and look whether the index is valid after it.`,
		Category: Data,
		Severity: Warning,
	},
	Probe: countSame,
	Judge: func(row *WantedKey, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		reason := "whose name says unique"
		if row.Unique {
			reason = "which is unique, but invalid"
		}
		return Verdict{
			Object: postgres.Name(row.Schema, row.Index),
			Message: fmt.Sprintf("%s of %s too many under (%s): in the way of %s, %s",
				many(row.Surplus, "row", "rows"), postgres.Name(row.Schema, row.Table), strings.Join(row.Keys, ", "), postgres.Name(row.Index), reason),
		}, row.Surplus > 0
	},
})

func countSame(ctx context.Context, p *Prober, keys []WantedKey) ([]WantedKey, error) {
	var counted []WantedKey
	for _, row := range keys {
		if !row.Kept {
			if err := p.Get(ctx, &row, row.counting()); err != nil {
				if err := p.Unknown(ctx, postgres.Name(row.Schema, row.Index), err); err != nil {
					return nil, err
				}
				continue
			}
		}
		counted = append(counted, row)
	}
	return counted, nil
}

// counting is the statement that fills in Groups and Surplus. The keys are the
// server's own text of columns and expressions.
func (w WantedKey) counting() string {
	var conditions []string
	if w.Predicate != nil {
		conditions = append(conditions, "("+*w.Predicate+")")
	}
	places := make([]string, len(w.Keys))
	for i, key := range w.Keys {
		places[i] = fmt.Sprint(i + 1)
		if !w.NullsEqual {
			conditions = append(conditions, "("+key+") IS NOT NULL")
		}
	}
	where := ""
	if len(conditions) > 0 {
		where = "\n    WHERE " + strings.Join(conditions, " AND ")
	}
	return fmt.Sprintf(`SELECT pg_catalog.count(*) AS groups, coalesce(pg_catalog.sum(g.members - 1), 0)::bigint AS surplus
FROM (
    SELECT %s, pg_catalog.count(*) AS members
    FROM %s%s
    GROUP BY %s
    HAVING pg_catalog.count(*) > 1
) AS g`, strings.Join(w.Keys, ", "), fromItem(w.Kind, w.Schema, w.Table), where, strings.Join(places, ", "))
}
