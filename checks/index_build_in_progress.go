package checks

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// BuildingSession is one session and the index that it builds at this moment.
type BuildingSession struct {
	PID         int64   `db:"pid" json:"pid" volatile:"true"`
	User        string  `db:"usename" json:"user"`
	Application string  `db:"application" json:"application"`
	Command     *string `db:"command" json:"command"` // nil: it builds none
	Schema      *string `db:"schema_name" json:"schema"`
	Table       *string `db:"table_name" json:"table"`
	Phase       *string `db:"phase" json:"phase"`
	Percent     *int64  `db:"percent" json:"percent" volatile:"true"` // of the phase; nil: nothing to count
	Seconds     int64   `db:"seconds" json:"seconds" volatile:"true"`
	WaitsFor    *int64  `db:"waits_for" json:"waits_for" volatile:"true"` // process whose transaction must end
	WaitedUser  *string `db:"waited_user" json:"waited_user"`
	WaitedState *string `db:"waited_state" json:"waited_state"`
}

// IndexBuildInProgress shows the index builds of this moment, and what they wait for.
var IndexBuildInProgress = define(Spec[BuildingSession]{
	Doc: Doc{
		ID:       "index-build-in-progress",
		Title:    "index that is being built at this moment",
		Examines: "sessions",
		Why: `An index build reads the whole table, sorts it, and loads disk and processors. Without CONCURRENTLY, writers of the table wait until it ends. With CONCURRENTLY nobody waits for the build, but the build waits for others: for the writers of the table before it begins and before its second pass, and at the end for every transaction that could still see older rows. A forgotten transaction makes it wait for ever.

Confirm: SELECT * FROM pg_stat_progress_create_index; current_locker_pid is the session that it waits for now.

Cure: usually none, it ends. Where it waits for a session that is idle in transaction, end that session (idle-in-transaction). Cancelling a concurrent build leaves an invalid index, which index-invalid finds.

Prevention: before a build, look for old transactions; one build on a table at a time. Other DDL on the table, VACUUM included, waits until a build is done.`,
		Category: Indexes,
		Severity: Info,
		Runtime:  true,
		Triage:   true,
		Needs:    []Need{{Role: "pg_read_all_stats"}},
	},
	Judge: func(row *BuildingSession, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		if row.Command == nil {
			return Verdict{}, false
		}
		object := fmt.Sprintf("pid %d", row.PID)
		if row.Schema != nil && row.Table != nil {
			object = postgres.Name(*row.Schema, *row.Table)
		}
		message := *row.Command
		if row.Phase != nil {
			message += ": " + strings.ToLower(*row.Phase)
		}
		if row.Percent != nil {
			message += fmt.Sprintf(", %d %%", *row.Percent)
		}
		message += fmt.Sprintf(", for %s by pid %d (%s)", ago(seconds(float64(row.Seconds))), row.PID, row.User)
		if row.WaitsFor != nil {
			message += fmt.Sprintf("; waits for pid %d", *row.WaitsFor)
			if row.WaitedUser != nil && row.WaitedState != nil {
				message += fmt.Sprintf(" (%s, %s)", *row.WaitedUser, *row.WaitedState)
			}
		}
		return Verdict{Object: object, Message: message}, true
	},
})
