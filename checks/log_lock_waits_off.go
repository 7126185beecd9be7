package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// LogLockWaitsOff finds servers that forget who blocked whom.
var LogLockWaitsOff = define(Spec[SizedSetting]{
	Doc: Doc{
		ID:       "log-lock-waits-off",
		Title:    "waits for locks leave no trace in the log",
		Examines: "settings",
		Why: `When sessions wait for each other, the site stands still; an hour later nothing shows who held the lock. With log_lock_waits the server writes a line for each wait that lasts longer than deadlock_timeout (one second): who waits, for what, behind whom, and with which statement.

Confirm: SHOW log_lock_waits.

Cure: ALTER SYSTEM SET log_lock_waits = on, and reload; pgdoctor fix does both. It costs nothing until somebody waits that long.

Prevention: part of every new server's configuration.`,
		Category:   Configuration,
		Severity:   Info,
		Thresholds: []Threshold{busyDatabase},
	},
	Judge: func(row *SizedSetting, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: "log_lock_waits is off: sessions that wait for a lock leave no trace in the log",
		}, row.Off() && row.reaches(t, busyDatabase)
	},
})
