package checks

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// OverriddenSetting is a setting in postgresql.conf, and what ALTER SYSTEM made of it.
type OverriddenSetting struct {
	Name         string  `db:"name" json:"name"`
	File         string  `db:"file" json:"file"`
	FileValue    string  `db:"file_value" json:"file_value"`
	AlteredValue *string `db:"altered_value" json:"altered_value"`
}

// SettingOverridden finds lines of postgresql.conf that have no effect.
var SettingOverridden = define(Spec[OverriddenSetting]{
	Doc: Doc{
		ID:       "setting-overridden",
		Title:    "ALTER SYSTEM silently wins over postgresql.conf",
		Examines: "settings",
		Why: `postgresql.auto.conf, where ALTER SYSTEM writes, is read after postgresql.conf and wins. Where both set the same thing differently, whoever edits postgresql.conf, or the tool that writes it, changes nothing and gets no message.

Confirm: SELECT name, sourcefile, setting, applied FROM pg_file_settings ORDER BY name, seqno (superuser).

Cure: decide which is right, write it into postgresql.conf, then ALTER SYSTEM RESET name, and reload.

Prevention: one way only: files from your configuration management, or ALTER SYSTEM.`,
		Category: Configuration,
		Severity: Info,
		OptIn:    true,
	},
	Judge: func(row *OverriddenSetting, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if row.AlteredValue == nil || strings.EqualFold(*row.AlteredValue, row.FileValue) {
			return Verdict{}, false
		}
		return Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("%s is %s in %s, but ALTER SYSTEM has set %s, which wins", row.Name, row.FileValue, row.File, *row.AlteredValue),
		}, true
	},
})
