package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// SettingPendingRestart finds changes that the next restart will bring.
var SettingPendingRestart = define(Spec[ServerSetting]{
	Doc: Doc{
		ID:       "setting-pending-restart",
		Title:    "a changed setting waits for a restart",
		Examines: "settings",
		Why: `The files say something else than what the server runs with, and the next restart, be it a crash at night, changes it: the server may then be faster, slower, or not start at all, and nobody remembers the change. It also means that whoever made the change believes that it is in force.

Confirm: SELECT name, setting, sourcefile FROM pg_settings WHERE pending_restart; what will be is in pg_file_settings.

Cure: restart the server at a time of your choice, or take the change back: ALTER SYSTEM RESET name (or edit the file), and reload.

Prevention: look at pending_restart after each reload.`,
		Category: Configuration,
		Severity: Info,
	},
	Judge: func(row *ServerSetting, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("%s was changed, but stays %s until the server is restarted", row.Name, row.Value),
		}, row.PendingRestart
	},
})
