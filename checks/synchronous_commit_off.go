package checks

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// SynchronousCommit is how long commits wait, and whether standbys are named for it.
type SynchronousCommit struct {
	PlacedSetting
	Standbys bool `db:"standbys" json:"standbys"` // synchronous_standby_names is set
}

// SynchronousCommitOff finds commits that a crash can lose.
var SynchronousCommitOff = define(Spec[SynchronousCommit]{
	Doc: Doc{
		ID:       "synchronous-commit-off",
		Title:    "commits return before they are on disk: a crash loses the last transactions",
		Examines: "settings",
		Why: `With synchronous_commit = off a COMMIT returns before its WAL is on disk. A crash of the server loses what was committed in about the last half second (three times wal_writer_delay): nothing is damaged, but the client was told that it was saved. That is a fair price for a log or a cache, and a bad one for payments. With local the commit waits for its own disk but for no standby, so on a server with synchronous_standby_names the promise that a failover loses nothing is gone.

Confirm: SHOW synchronous_commit; \drds in psql lists what is set for databases and roles.

Cure: ALTER SYSTEM SET synchronous_commit = on (or remote_apply and the like, where standbys must have it), RESET it for databases and roles; pgdoctor fix does both. Where commits are then too slow, group work into fewer transactions, or set commit_delay.

Prevention: leave it on, and let the transactions that can afford it say SET LOCAL synchronous_commit = off.`,
		Category: Configuration,
		Severity: Info,
	},
	Judge: func(row *SynchronousCommit, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		where, sick := row.sickPlaces(func(value string) bool {
			return isOff(value) || row.Standbys && strings.EqualFold(value, "local")
		})
		verdict := Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("synchronous_commit is off for %s: a crash loses the last commits, which clients were told are saved", where),
		}
		if row.Standbys && row.ServerWide {
			verdict.Severity = Warning
			verdict.Message = fmt.Sprintf("synchronous_commit is %s for %s: no commit waits for the standbys in synchronous_standby_names", row.Value, where)
		}
		return verdict, sick
	},
})
