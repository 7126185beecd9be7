package checks

import (
	"fmt"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// StatementStatistics is what one database lacks for statement statistics.
type StatementStatistics struct {
	Database            string  `db:"database_name" json:"database"`
	Available           *string `db:"available" json:"available" volatile:"true"`           // version that can be installed
	Installed           *string `db:"installed" json:"installed" volatile:"true"`           // version that is installed here
	Loaded              bool    `db:"loaded" json:"loaded"`                                 // by shared_preload_libraries, at start
	Preload             *string `db:"preload" json:"preload"`                               // shared_preload_libraries, nil where the role may not see it
	PreloadFromAutoConf bool    `db:"preload_from_auto_conf" json:"preload_from_auto_conf"` // set by ALTER SYSTEM
	PendingRestart      bool    `db:"pending_restart" json:"pending_restart"`               // shared_preload_libraries was changed since the start
	CanRead             bool    `db:"can_read" json:"can_read"`                             // the role may read all texts
}

// PgStatStatementsUnavailable finds databases whose statements nobody can examine.
var PgStatStatementsUnavailable = define(Spec[StatementStatistics]{
	Doc: Doc{
		ID:       "pg-stat-statements-unavailable",
		Title:    "no statement statistics",
		Examines: "databases",
		Why: `Without pg_stat_statements nobody can say which statements are slow, which take most of the server's time, and which index would help. Three things are needed: the library loaded at start (shared_preload_libraries), the extension created in this database, and a role that may read the statements of others.

Confirm: SHOW shared_preload_libraries; SELECT * FROM pg_extension WHERE extname = 'pg_stat_statements'.

Cure: CREATE EXTENSION pg_stat_statements; ALTER SYSTEM SET shared_preload_libraries with the library appended to what is there, and a restart; GRANT pg_read_all_stats (or pg_monitor) to the role. pgdoctor fix does the first two, and says that the restart is left to you. The cost is a few per cent of CPU at worst.

Prevention: make it part of every new server's configuration.`,
		Category: Statements,
		Severity: Info,
	},
	Judge: func(row *StatementStatistics, _ postgres.Server, _ Thresholds) (Verdict, bool) {
		missing := row.missing()
		if len(missing) == 0 {
			return Verdict{}, false
		}
		return Verdict{
			Object:  postgres.Name(row.Database),
			Message: "statements cannot be examined: " + strings.Join(missing, "; "),
		}, true
	},
})

// missing lists in words what is not there.
func (s StatementStatistics) missing() []string {
	var missing []string
	switch {
	case s.Loaded:
	case s.PendingRestart:
		missing = append(missing, "the library is not loaded, a restart is pending")
	default:
		missing = append(missing, "the library is not in shared_preload_libraries")
	}
	switch {
	case s.Installed == nil && s.Available == nil:
		missing = append(missing, "the server does not have the extension (package postgresql-contrib)")
	case s.Installed == nil:
		missing = append(missing, "the extension is not created in this database")
	case older(*s.Installed, statementsVersion):
		missing = append(missing, fmt.Sprintf("version %s of the extension is installed, %s is needed", *s.Installed, statementsVersion))
	}
	if !s.CanRead {
		missing = append(missing, "the role may not read the statements of others (pg_read_all_stats)")
	}
	return missing
}
