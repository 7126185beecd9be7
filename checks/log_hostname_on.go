package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// LogHostnameOn finds connections that wait for a name server.
var LogHostnameOn = define(Spec[ServerSetting]{
	Doc: Doc{
		ID:       "log-hostname-on",
		Title:    "every connection waits for the name server",
		Examines: "settings",
		Why: `With log_hostname the server asks the name server for the name of each client before it lets it in. A slow or dead name server then makes every new connection slow, by seconds, and the log line has hardly more use than the address would.

Confirm: SHOW log_hostname; time psql -c 'SELECT 1'.

Cure: ALTER SYSTEM SET log_hostname = off, and reload; pgdoctor fix does both.

Prevention: log addresses (%h in log_line_prefix), and look names up when you read the log.`,
		Category: Configuration,
		Severity: Info,
		OptIn:    true,
	},
	Judge: func(row *ServerSetting, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: "log_hostname is on: every new connection waits until the name server has answered",
		}, isOn(row.Value)
	},
})
