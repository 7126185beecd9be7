package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ExtensionFiles is one installed extension and whether its files are there.
type ExtensionFiles struct {
	Extension string `db:"extension_name" json:"extension"`
	Installed string `db:"installed" json:"installed"`
	Available bool   `db:"available" json:"-"`
}

// UpgradeExtensionUnavailable finds extensions whose files are gone.
var UpgradeExtensionUnavailable = define(Spec[ExtensionFiles]{
	Doc: Doc{
		ID:       "upgrade-extension-unavailable",
		Title:    "installed extension whose files the server does not have",
		Examines: "extensions",
		Why: `The extension is in the catalog, but its control file is not on the server's disk: a package was removed, or the data directory moved to an image without it. Functions whose library is gone fail when they are first called in a session; a dump of the database cannot be restored on such a server, and pg_upgrade stops at it.

Confirm: SELECT name FROM pg_available_extensions does not list it.

Cure: install the package for this major, or DROP EXTENSION if nothing uses it (without CASCADE it refuses while something does). There is no automatic fix.

Prevention: the same packages on every server, standbys and images that the data directory can come to, and on the new major before pg_upgrade.`,
		Category: Upgrade,
		Severity: Warning,
	},
	Judge: func(row *ExtensionFiles, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  postgres.Name(row.Extension),
			Message: fmt.Sprintf("version %s is installed, but the server has no files of it", row.Installed),
		}, !row.Available
	},
})
