package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var minBehind = Threshold{
	Name: "min-behind", Default: 1, Unit: "minor releases",
	Why: "each one closes holes or corrects data corruption; raise it to allow for your own rollout",
}

// VersionOutdatedMinor finds servers behind their newest minor release.
var VersionOutdatedMinor = define(Spec[ServerVersion]{
	Doc: Doc{
		ID:       "version-outdated-minor",
		Title:    "minor version behind the newest one that is known",
		Examines: "servers",
		Why: `Minor releases hold nothing but fixes: of security holes, crashes, wrong results, corrupted indexes. They come four times a year, need no migration, and the data files stay as they are.

Confirm: SHOW server_version, beside https://www.postgresql.org/support/versioning. pgdoctor asks no server on the internet: it compares with the newest release known when it was built, and says of which day that is. There may be a newer one, so silence here means only that the server is not older than that.

Cure: install the new packages and restart: seconds of downtime, standbys first. Release notes say where something is to be done besides, such as a REINDEX.

Prevention: restart into each quarterly release.`,
		Category:   Upgrade,
		Severity:   Info,
		Thresholds: []Threshold{minBehind},
		// the message names the minor, which is the server's own matter
		Runtime: true,
	},
	Judge: func(row *ServerVersion, _ postgres.Server, t Thresholds) (Verdict, bool) {
		release, known := releases[row.Major]
		if !known {
			return Verdict{}, false
		}
		row.Newest, row.Known = release.newest, release.known
		return Verdict{
			Object:  fmt.Sprintf("PostgreSQL %d", row.Major),
			Message: fmt.Sprintf("runs %d.%d; the newest known on %s was %d.%d, at least", row.Major, row.Minor, release.known, row.Major, release.newest),
		}, float64(release.newest-row.Minor) >= t.Of(minBehind)
	},
})
