package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// UpdatedTable is one table, how its updates went, and the relations that can be
// given room for more.
type UpdatedTable struct {
	TableOptions
	Updates        int64  `db:"updates" json:"updates" volatile:"true"`
	HOTUpdates     int64  `db:"hot_updates" json:"hot_updates" volatile:"true"`
	NewPageUpdates *int64 `db:"new_page_updates" json:"new_page_updates" volatile:"true"` // from 16 on
	NoRoom         bool   `json:"no_room"`                                                // and not a change of an indexed column
}

var (
	hotMinUpdates = Threshold{
		Name: "min-updates", Default: 10_000, Unit: "rows updated since statistics began",
		Why: "fewer cost little, and say little",
	}
	hotMinPercent = Threshold{
		Name: "min-percent", Default: 50, Unit: "percent",
		Why: "where at least half of the updates leave the indexes alone, nothing is wrong",
	}
)

// HOTUpdatesLow finds tables whose updates write every index.
var HOTUpdatesLow = define(Spec[UpdatedTable]{
	Doc: Doc{
		ID:       "hot-updates-low",
		Title:    "updates that have to write every index",
		Examines: "tables",
		Why: `An UPDATE writes a new version of the row. If that fits on the same page and no indexed column changed (from PostgreSQL 16 on BRIN indexes do not count), the indexes need no new entry (a heap-only tuple, HOT), and the next reader clears the old version away by itself. Otherwise every index of the table gets an entry more, all of them grow, and VACUUM has to clean them.

Confirm: SELECT n_tup_upd, n_tup_hot_upd FROM pg_stat_user_tables, and from 16 on n_tup_newpage_upd. If most of the others went to a new page, there was no room; if not, an indexed column changed. Before 16 the two cannot be told apart for sure: where hardly any update was HOT, an indexed column is the likelier reason.

Cure: where there was no room, ALTER TABLE t SET (fillfactor = 90) leaves a tenth of each page free for updates; pgdoctor fix does it, and undo sets the earlier value. It holds for pages written from then on; old pages gain room as VACUUM removes dead rows. Where an indexed column changes with each update (updated_at, a counter, a status), ask whether a statement needs that index: dropping it is the only cure.

Prevention: a fill factor below 100 for tables that are mostly updated; no index on a column that changes all the time. A table that has a fill factor of 90 or less already is not reported for want of room, since the counters tell of the time before.`,
		Category:   Tables,
		Severity:   Info,
		Runtime:    true,
		Thresholds: []Threshold{hotMinUpdates, hotMinPercent},
	},
	Judge: func(row *UpdatedTable, _ postgres.Server, t Thresholds) (Verdict, bool) {
		hot := float64(row.HOTUpdates) * 100 / float64(max(row.Updates, 1))
		if float64(row.Updates) < t.Of(hotMinUpdates) || hot >= t.Of(hotMinPercent) {
			return Verdict{}, false
		}
		others := row.Updates - row.HOTUpdates
		reason := "an indexed column changed"
		row.NoRoom = hot >= 1
		if row.NewPageUpdates != nil {
			row.NoRoom = *row.NewPageUpdates*2 >= others
		}
		if row.NoRoom {
			if len(row.Relations) == 0 {
				return Verdict{}, false
			}
			reason = "there was no room on the page"
		}
		if row.NewPageUpdates == nil {
			reason += ", as far as this version can tell"
		}
		return Verdict{
			Object: postgres.Name(row.Schema, row.Table),
			Message: fmt.Sprintf("%s of %s updates had to write every index: mostly %s",
				humanize.Comma(others), humanize.Comma(row.Updates), reason),
		}, true
	},
})
