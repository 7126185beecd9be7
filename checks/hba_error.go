package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// HBAError finds lines that the server cannot read.
var HBAError = define(Spec[HBARule]{
	Doc: Doc{
		ID:       "hba-error",
		Title:    "pg_hba.conf has a line that the server cannot read",
		Examines: "lines of pg_hba.conf",
		Why: `One line that cannot be read makes the server ignore the whole new file on reload: the old rules stay in force, and what was meant to be closed stays open. At the next restart the server does not start at all.

Confirm: SELECT line_number, error FROM pg_hba_file_rules WHERE error IS NOT NULL; the log of the last reload says the same.

Cure: correct the line, look at the view again, then SELECT pg_reload_conf().

Prevention: look at the view after each edit, before the reload: it shows the file as it stands.`,
		Category: Security,
		Severity: Warning,
	},
	Judge: func(row *HBARule, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  fmt.Sprintf("line %d", row.Line),
			Message: row.Error + ": no change of the file takes effect, and the next restart fails",
		}, row.Error != ""
	},
})
