package checks

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var statisticsTarget = Threshold{
	Name: "min-target", Default: 100, Unit: "values",
	Why: "PostgreSQL's own default",
}

// DefaultStatisticsTargetLow finds ANALYZE kept on short rations.
var DefaultStatisticsTargetLow = define(Spec[PlacedSetting]{
	Doc: Doc{
		ID:       "default-statistics-target-low",
		Title:    "ANALYZE collects less than it does by default",
		Examines: "settings",
		Why: `default_statistics_target says how many frequent values and histogram bounds ANALYZE keeps of a column, and by that how many rows it reads. Below 100, the default, estimates of skewed columns go wrong: the planner takes a frequent value for a rare one and chooses a nested loop where it ends in minutes instead of milliseconds. What it saves is a few seconds of ANALYZE.

Confirm: SHOW default_statistics_target; compare estimated and actual rows in EXPLAIN (ANALYZE) of a slow statement.

Cure: ALTER SYSTEM SET default_statistics_target = 100, and RESET it for databases and roles; pgdoctor fix does it. Then ANALYZE.

Prevention: leave the default, and raise the target of the columns that need it: ALTER TABLE t ALTER COLUMN c SET STATISTICS 1000.`,
		Category:   Configuration,
		Severity:   Info,
		Thresholds: []Threshold{statisticsTarget},
	},
	Judge: func(row *PlacedSetting, _ postgres.Server, t Thresholds) (Verdict, bool) {
		where, sick := row.sickPlaces(func(value string) bool {
			target, err := strconv.Atoi(strings.TrimSpace(value))
			return err == nil && float64(target) < t.Of(statisticsTarget)
		})
		return Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("default_statistics_target is below %v for %s: estimates are rougher than they need to be", t.Of(statisticsTarget), where),
		}, sick
	},
})
