package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// AllowSystemTableModsOn finds system catalogs that a slip can destroy.
var AllowSystemTableModsOn = define(Spec[PlacedSetting]{
	Doc: Doc{
		ID:       "allow-system-table-mods-on",
		Title:    "superusers can change the system catalogs by ordinary statements",
		Examines: "settings",
		Why: `With allow_system_table_mods on, an UPDATE or ALTER TABLE of a superuser also works on the system catalogs. One mistyped statement leaves a catalog that no longer fits the files, and a database that cannot be opened or dumped. It is a tool for rescues and for developers of PostgreSQL.

Confirm: SHOW allow_system_table_mods; \drds in psql lists what is set for databases and roles.

Cure: ALTER SYSTEM SET allow_system_table_mods = off, and RESET it for databases and roles; pgdoctor fix does it. Then see that pg_dump --schema-only of every database still works.

Prevention: SET it in the one session that needs it, after a backup.`,
		Category: Configuration,
		Severity: Warning,
	},
	Judge: func(row *PlacedSetting, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		where, sick := row.sickPlaces(isOn)
		return Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("allow_system_table_mods is on for %s: a superuser's ordinary statement can destroy a system catalog", where),
		}, sick
	},
})
