package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ExtensionVersion is one installed extension and the version it could have.
type ExtensionVersion struct {
	Extension  string `db:"extension_name" json:"extension"`
	Schema     string `db:"schema_name" json:"schema"`
	Installed  string `db:"installed" json:"installed"`
	Available  string `db:"available" json:"available"`
	Updatable  bool   `db:"updatable" json:"-"`           // scripts lead from the one to the other
	Reversible bool   `db:"reversible" json:"reversible"` // and back
}

// ExtensionOutdated finds extensions that were not updated with their files.
var ExtensionOutdated = define(Spec[ExtensionVersion]{
	Doc: Doc{
		ID:       "extension-outdated",
		Title:    "extension older than the files that the server has of it",
		Examines: "extensions",
		Why: `A new package brings a new library at once, but the functions and views in the database stay those of the version that was installed, until ALTER EXTENSION … UPDATE runs. pg_upgrade leaves them too. Until then new columns and functions are missing, fixes that are made in SQL are not in, and some libraries stop supporting the old definitions after a while.

Confirm: SELECT * FROM pg_available_extensions WHERE installed_version <> default_version.

Cure: ALTER EXTENSION x UPDATE. Read its release notes first: a function may have gone, or an index need rebuilding. Scripts rarely lead back to the older version. There is no automatic fix.

Prevention: make it part of every update of packages, in every database. Versions that the server has no file of are not judged.`,
		Category: Schemas,
		Severity: Info,
	},
	Judge: func(row *ExtensionVersion, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  postgres.Name(row.Extension),
			Message: fmt.Sprintf("version %s is installed, the server has %s", row.Installed, row.Available),
		}, row.Updatable && older(row.Installed, row.Available)
	},
})
