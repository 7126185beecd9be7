package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// PlannerMethodOff finds planner methods that are off for more than one session.
var PlannerMethodOff = define(Spec[PlacedSetting]{
	Doc: Doc{
		ID:       "planner-method-off",
		Title:    "a planner method is switched off for good",
		Examines: "settings",
		Why: `enable_seqscan, enable_nestloop and the like are for trying in one session what the planner would do without a method. Left off for a server, a database or a role, they push every statement off the plan that the costs favour: one statement becomes faster, hundreds become slower, and as tables grow nobody remembers why. The planner still uses the method where nothing else works, up to PostgreSQL 17 at a made-up cost that spoils the rest of the plan.

Confirm: SELECT name, setting, source FROM pg_settings WHERE name LIKE 'enable_%' AND setting <> boot_val; \drds in psql.

Cure: switch it on again (pgdoctor fix does it, each setting by itself), then look with EXPLAIN (ANALYZE) why the one statement was planned badly: old statistics (ANALYZE), columns that depend on each other (CREATE STATISTICS), a random_page_cost that does not fit the disk, a missing index.

Prevention: SET LOCAL in the one transaction that needs it, with a comment.`,
		Category: Configuration,
		Severity: Warning,
	},
	Judge: func(row *PlacedSetting, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		where, sick := row.sickPlaces(isOff)
		return Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("%s is off for %s: every statement there is planned without it", row.Name, where),
		}, sick
	},
})
