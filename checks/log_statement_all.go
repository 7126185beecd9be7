package checks

import (
	"context"
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// PlacedStatementLog is log_statement wherever it is set, and whether a procedure
// has turned it on for the server.
type PlacedStatementLog struct {
	PlacedSetting
	Switch `json:"-"`
}

// LogStatementAll finds logs that hold every statement.
var LogStatementAll = define(Spec[PlacedStatementLog]{
	Doc: Doc{
		ID:       "log-statement-all",
		Title:    "every statement goes into the log, with the secrets in it",
		Examines: "settings",
		Why: `log_statement = all writes every statement with its values into the server's log: e-mail addresses, tokens, the passwords of CREATE ROLE and ALTER ROLE, card numbers. Logs are kept longer, copied further and read by more people than the database. The log also grows by gigabytes a day on a busy server until the disk is full, and sessions wait for the log to be written.

Left out is what pgdoctor procedure log-statements set for a time from this database: log-statements-left-on finds it if it is left on for longer.

Confirm: SHOW log_statement; \drds in psql lists what is set for databases and roles.

Cure: ALTER SYSTEM SET log_statement = ddl, and RESET it for databases and roles; pgdoctor fix does it. ddl still logs a password in ALTER ROLE: use psql's \password, which sends only its hash. Delete or restrict the logs that hold secrets.

Prevention: find slow statements by log_min_duration_statement and pg_stat_statements; audit with pgaudit. To log everything during an incident, set it for the one role in question and note when it must go.`,
		Category: Configuration,
		Severity: Warning,
	},
	Probe: func(ctx context.Context, p *Prober, settings []PlacedStatementLog) ([]PlacedStatementLog, error) {
		for i := range settings {
			setting := &settings[i]
			// where the record may not be read, it is as if somebody else had set it
			if _, err := setting.read(ctx, p, LogStatementsOn, LogStatementsOff); err != nil {
				return nil, err
			}
			setting.asked = setting.Version != 0 && setting.Value == setting.Asked
		}
		return settings, nil
	},
	Judge: func(row *PlacedStatementLog, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		where, sick := row.sickPlaces(func(value string) bool { return strings.EqualFold(value, "all") })
		return Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("log_statement is all for %s: every statement is written to the log with the values in it", where),
		}, sick
	},
})
