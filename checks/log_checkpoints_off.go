package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// LogCheckpointsOff finds servers whose checkpoints nobody can look up.
var LogCheckpointsOff = define(Spec[SizedSetting]{
	Doc: Doc{
		ID:       "log-checkpoints-off",
		Title:    "checkpoints leave no trace in the log",
		Examines: "settings",
		Why: `A checkpoint writes all changed pages to disk; one that comes too often or takes too long is felt as slow commits. log_checkpoints writes a line or two for each: why it began, how much it wrote, how long writing and syncing took. Without it nobody can tell afterwards whether a slow minute was a checkpoint.

Confirm: SHOW log_checkpoints.

Cure: ALTER SYSTEM SET log_checkpoints = on, and reload; pgdoctor fix does both. It is two lines every five minutes.

Prevention: it is the default from PostgreSQL 15 on.`,
		Category:   Configuration,
		Severity:   Info,
		Thresholds: []Threshold{busyDatabase},
	},
	Judge: func(row *SizedSetting, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: "log_checkpoints is off: a checkpoint that slows the server down leaves no trace in the log",
		}, row.Off() && row.reaches(t, busyDatabase)
	},
})
