package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// TrackCountsOff finds changes of rows that autovacuum never hears of.
var TrackCountsOff = define(Spec[PlacedSetting]{
	Doc: Doc{
		ID:       "track-counts-off",
		Title:    "no statistics of table activity: autovacuum is blind, or does not run at all",
		Examines: "settings",
		Why: `track_counts makes sessions count the rows that they insert, update and delete. Autovacuum decides by those counts: off for the whole server, it does not even start; off for a database or a role, what its sessions change is never cleaned up nor analyzed. Every tool that looks for unused indexes, sequential scans or dead rows, pgdoctor included, then takes busy tables for idle ones.

Confirm: SHOW track_counts; \drds in psql lists what is set for databases and roles.

Cure: ALTER SYSTEM SET track_counts = on, and RESET it for databases and roles; pgdoctor fix does it. Then VACUUM (ANALYZE) once, since nobody knows what has changed.

Prevention: it costs next to nothing: leave it on.`,
		Category: Configuration,
		Severity: Warning,
	},
	Judge: func(row *PlacedSetting, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		where, sick := row.sickPlaces(isOff)
		return Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("track_counts is off for %s: autovacuum does not see what changes there", where),
		}, sick
	},
})
