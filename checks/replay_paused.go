package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ReplayPaused finds a standby whose replay somebody stopped.
var ReplayPaused = define(Spec[StandbyReplay]{
	Doc: Doc{
		ID:       "replay-paused",
		Title:    "replay on this standby is paused",
		Examines: "standbys",
		Why: `Somebody called pg_wal_replay_pause(), a recovery target was reached with recovery_target_action = pause, or from PostgreSQL 14 on the standby paused itself because max_connections or a like setting is lower than on the primary. Data here stands still, received WAL piles up on its disk, and behind a slot on the primary's too once that is full.

Confirm: SELECT pg_is_wal_replay_paused(); the server's log says which of them it was.

Cure: SELECT pg_wal_replay_resume(). If it was the setting, raise it in this standby's configuration and restart it: resuming shuts the server down. pgdoctor changes nothing on a standby.

Prevention: scripts that pause replay for a consistent dump should resume it in the same script, whatever happens; raise such settings on the standbys first.`,
		Category: Replication,
		Severity: Warning,
		Runtime:  true,
		Triage:   true,
	},
	Judge: func(row *StandbyReplay, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  "standby",
			Message: fmt.Sprintf("replay is paused: %s wait, the last replayed commit is %s old", size(row.Bytes), ago(seconds(float64(row.ReplayedSeconds)))),
		}, row.Paused
	},
})
