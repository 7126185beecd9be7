package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// TrackActivitiesOff finds sessions that nobody can watch.
var TrackActivitiesOff = define(Spec[PlacedSetting]{
	Doc: Doc{
		ID:       "track-activities-off",
		Title:    "sessions do not show what they are doing",
		Examines: "settings",
		Why: `Without track_activities pg_stat_activity shows neither the state nor the statement of a session. In an outage nobody can tell who runs what since when, and every check of long or idle transactions is silent, which looks like health.

Confirm: SHOW track_activities; sessions in pg_stat_activity whose state is disabled.

Cure: ALTER SYSTEM SET track_activities = on, and RESET it for databases and roles; pgdoctor fix does it. Sessions show their next statement.

Prevention: leave it on: the cost is not measurable, and other roles do not see the statements without pg_read_all_stats.`,
		Category: Configuration,
		Severity: Info,
	},
	Judge: func(row *PlacedSetting, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		where, sick := row.sickPlaces(isOff)
		return Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("track_activities is off for %s: sessions there show neither state nor statement", where),
		}, sick
	},
})
