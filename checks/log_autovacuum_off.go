package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// LogAutovacuumOff finds servers whose autovacuum nobody can look up.
var LogAutovacuumOff = define(Spec[SizedSetting]{
	Doc: Doc{
		ID:       "log-autovacuum-off",
		Title:    "autovacuum leaves no trace in the log",
		Examines: "settings",
		Why: `When a table grows although autovacuum is on, the question is whether it came, how long it took, and why rows stayed: an old transaction, a cancelled run, a cost limit too low. log_autovacuum_min_duration writes that down for each run that takes longer; -1 writes nothing.

Confirm: SHOW log_autovacuum_min_duration.

Cure: ALTER SYSTEM SET log_autovacuum_min_duration = '10min', and reload; pgdoctor fix does both. While you are looking for something, 0 logs every run.

Prevention: ten minutes is the default from PostgreSQL 15 on.`,
		Category:   Configuration,
		Severity:   Info,
		Thresholds: []Threshold{busyDatabase},
	},
	Judge: func(row *SizedSetting, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: "log_autovacuum_min_duration is -1: nothing says when autovacuum came, how long it took and what it could not remove",
		}, row.Number() < 0 && row.reaches(t, busyDatabase)
	},
})
