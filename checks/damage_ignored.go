package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// DamageIgnored finds servers that hide damage instead of reporting it.
var DamageIgnored = define(Spec[PlacedSetting]{
	Doc: Doc{
		ID:       "damage-ignored",
		Title:    "damaged pages are read over as if nothing were wrong",
		Examines: "settings",
		Why: `zero_damaged_pages answers a page with a broken header or a wrong checksum by an empty one: all rows on it are gone, silently, and once the empty page is written they are gone for good. ignore_checksum_failure reads a page whose checksum is wrong as if it were right, so that garbage reaches results, indexes and backups. ignore_invalid_pages lets recovery go on over pages that should be there and are not. All of them are tools for the last hour of a rescue, on a copy of the files, and stay on when they are forgotten afterwards.

Confirm: SHOW zero_damaged_pages; SHOW ignore_checksum_failure; \drds in psql lists what is set for databases and roles.

Cure: switch it off (pgdoctor fix does it; ignore_invalid_pages needs a restart). Then find out what is damaged: pg_amcheck (PostgreSQL 14) or the extension amcheck, a pg_dump of everything, the server's log. Restore that from a backup that is older than the damage.

Prevention: rescue a copy, never the server itself, and SET such a setting in the one session that needs it.`,
		Category: Configuration,
		Severity: Critical,
	},
	Judge: func(row *PlacedSetting, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		where, sick := row.sickPlaces(isOn)
		return Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("%s is on for %s: damaged pages are read over, and rows on them vanish or turn to garbage without an error", row.Name, where),
		}, sick
	},
})
