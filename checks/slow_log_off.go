package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// SlowLog is the setting that logs slow statements, and whether something else does.
type SlowLog struct {
	SizedSetting
	LoggedOtherwise bool `db:"logged_otherwise" json:"logged_otherwise"`
}

// SlowLogOff finds servers whose slow statements nobody can look up.
var SlowLogOff = define(Spec[SlowLog]{
	Doc: Doc{
		ID:       "slow-log-off",
		Title:    "slow statements leave no trace in the log",
		Examines: "settings",
		Why: `pg_stat_statements knows which statements are slow on average, not that one took 40 seconds last Tuesday at 14:03, with which values, and for whom. With log_min_duration_statement the server logs every statement that takes longer. At -1 it logs none, and here nothing else does either: neither sampling nor auto_explain.

Confirm: SHOW log_min_duration_statement.

Cure: ALTER SYSTEM SET log_min_duration_statement = '1s', and reload; pgdoctor fix does both. The statement is logged with its values: log_parameter_max_length = 0 keeps bound ones out. auto_explain logs the plan as well.

Prevention: begin with a limit that a few statements an hour reach, and lower it as you mend them.`,
		Category:   Configuration,
		Severity:   Info,
		Thresholds: []Threshold{busyDatabase},
	},
	Judge: func(row *SlowLog, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: "log_min_duration_statement is -1, and neither sampling nor auto_explain is on: slow statements leave no trace in the log",
		}, row.Number() < 0 && !row.LoggedOtherwise && row.reaches(t, busyDatabase)
	},
})
