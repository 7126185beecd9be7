package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// SuperuserSlotsZero finds servers that lock out their superuser.
var SuperuserSlotsZero = define(Spec[ServerSetting]{
	Doc: Doc{
		ID:       "superuser-slots-zero",
		Title:    "no connection is kept for the superuser",
		Examines: "settings",
		Why: `superuser_reserved_connections keeps a few connections free for superusers. With none, a client that takes all connections also locks out whoever wants to look and to end sessions: only a restart helps then.

Confirm: SHOW superuser_reserved_connections.

Cure: ALTER SYSTEM SET superuser_reserved_connections = 3, and a restart.

Prevention: leave the default of 3, and let no application connect as superuser, or they are its connections.`,
		Category: Configuration,
		Severity: Info,
	},
	Judge: func(row *ServerSetting, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: "superuser_reserved_connections is 0: when all connections are taken, nobody gets in to end some",
		}, row.Number() == 0
	},
})
