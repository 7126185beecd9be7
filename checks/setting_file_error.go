package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ConfigurationLine is one setting in a configuration file.
type ConfigurationLine struct {
	Name  *string `db:"name" json:"name"` // nil where not even that could be read
	File  string  `db:"file" json:"file"`
	Line  int     `db:"line" json:"line" volatile:"true"`
	Error *string `db:"error" json:"error"`
}

// SettingFileError finds lines with which the server will not start.
var SettingFileError = define(Spec[ConfigurationLine]{
	Doc: Doc{
		ID:       "setting-file-error",
		Title:    "a line of the configuration files has an error: the next restart fails",
		Examines: "lines of the configuration files",
		Why: `While the server runs, a line that it does not understand is only a message in its log, and the old value stays. When it starts, the same line is fatal: after a crash, an upgrade or a reboot the server does not come back, and the person on duty searches at night for a typing error made months ago.

Confirm: SELECT sourcefile, sourceline, name, error FROM pg_file_settings WHERE error IS NOT NULL (superuser).

Cure: correct or remove the line, SELECT pg_reload_conf(), and look again. A line of postgresql.auto.conf goes by ALTER SYSTEM RESET name.

Prevention: look at pg_file_settings after each edit, before the reload.`,
		Category: Configuration,
		Severity: Warning,
	},
	Judge: func(row *ConfigurationLine, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if row.Error == nil {
			return Verdict{}, false
		}
		object := row.File
		if row.Name != nil {
			object = *row.Name
		}
		return Verdict{
			Object:  object,
			Message: fmt.Sprintf("a line of %s cannot be used, and the server will not start with it: %s", row.File, *row.Error),
		}, true
	},
})
