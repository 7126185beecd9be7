package checks

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// LogStatementAll finds logs that hold every statement.
var LogStatementAll = define(Spec[PlacedSetting]{
	Doc: Doc{
		ID:       "log-statement-all",
		Title:    "every statement goes into the log, with the secrets in it",
		Examines: "settings",
		Why: `log_statement = all writes every statement with its values into the server's log: e-mail addresses, tokens, the passwords of CREATE ROLE and ALTER ROLE, card numbers. Logs are kept longer, copied further and read by more people than the database. The log also grows by gigabytes a day on a busy server until the disk is full, and sessions wait for the log to be written.

Confirm: SHOW log_statement; \drds in psql lists what is set for databases and roles.

Cure: ALTER SYSTEM SET log_statement = ddl, and RESET it for databases and roles; pgdoctor fix does it. ddl still logs a password in ALTER ROLE: use psql's \password, which sends only its hash. Delete or restrict the logs that hold secrets.

Prevention: find slow statements by log_min_duration_statement and pg_stat_statements; audit with pgaudit. To log everything during an incident, set it for the one role in question and note when it must go.`,
		Category: Configuration,
		Severity: Warning,
	},
	Judge: func(row *PlacedSetting, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		where, sick := row.sickPlaces(func(value string) bool { return strings.EqualFold(value, "all") })
		return Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("log_statement is all for %s: every statement is written to the log with the values in it", where),
		}, sick
	},
})
