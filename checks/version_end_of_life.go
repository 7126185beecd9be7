package checks

import (
	"fmt"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var (
	endOfLifeInfo = Threshold{
		Name: "info-months", Default: 6, Unit: "months before the end",
		Why: "planning and testing a switch to another major takes a team months",
	}
	endOfLifeWarn = Threshold{
		Name: "warn-months", Default: 0, Unit: "months before the end",
		Why: "from then on holes stay open",
	}
)

// VersionEndOfLife finds servers whose major gets no fixes any more.
var VersionEndOfLife = define(Spec[ServerVersion]{
	Doc: Doc{
		ID:       "version-end-of-life",
		Title:    "major version that gets no more fixes, or not for long",
		Examines: "servers",
		Why: `The PostgreSQL project fixes a major version for five years. After that nobody corrects holes that become known, corruption bugs, or builds for new systems; providers upgrade by force, or charge for extended support.

Confirm: SHOW server_version; the dates are at https://www.postgresql.org/support/versioning. The server's clock decides.

Cure: switch to a newer major: pg_upgrade --check first, then pg_upgrade with --link (minutes, whatever the size), or logical replication to a new server for a switch in seconds. ANALYZE afterwards, up to 17 all of it. Read the release notes of every major in between; going from 13 to 18 in one step works. upgrade-blocker lists what pg_upgrade would refuse.

Prevention: one switch every two years is less work than one every five. Providers and distributions may support a version for longer.`,
		Category:   Upgrade,
		Severity:   Warning,
		Thresholds: []Threshold{endOfLifeInfo, endOfLifeWarn},
	},
	Judge: func(row *ServerVersion, server postgres.Server, t Thresholds) (Verdict, bool) {
		release, known := releases[row.Major]
		if !known {
			return Verdict{}, false
		}
		row.Ends = release.ends
		const month = 30.44 * 24 * float64(time.Hour)
		left := float64(release.endOf().Sub(server.Now)) / month
		verdict := Verdict{
			Object:  fmt.Sprintf("PostgreSQL %d", row.Major),
			Message: fmt.Sprintf("the PostgreSQL project fixes version %d until %s and no longer", row.Major, release.ends),
		}
		if left > t.Of(endOfLifeWarn) {
			verdict.Severity = Info
		}
		return verdict, left <= max(t.Of(endOfLifeInfo), t.Of(endOfLifeWarn))
	},
})
