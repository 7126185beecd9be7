package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// YoungStatistics is one database, and what is known about the age of its statistics.
type YoungStatistics struct {
	Database string `db:"database_name" json:"database"`
	Reset    bool   `db:"reset" json:"reset"`                       // somebody reset them; else they began with the database, or after a crash
	Survived bool   `db:"survived" json:"survived" volatile:"true"` // they are older than the server's start
	Bytes    int64  `db:"bytes" json:"bytes" volatile:"true"`
}

var youngHours = Threshold{
	Name: "max-hours", Default: 24, Unit: "hours",
	Why: "less than one day shows not even what runs once a night",
}

// StatisticsYoung finds statistics that prove nothing yet.
var StatisticsYoung = define(Spec[YoungStatistics]{
	Doc: Doc{
		ID:       "statistics-young",
		Title:    "the statistics are too young to judge by",
		Examines: "databases",
		Why: `Which indexes are used, which tables are read from end to end, how often checkpoints are forced: all of that is counted since the statistics were reset, or since a crash emptied them, which leaves no trace but a young server. Silence of the checks that lean on them then proves nothing, and dropping an index because nobody used it since yesterday is how month-end reports break.

Confirm: SELECT stats_reset FROM pg_stat_database WHERE datname = current_database(); SELECT pg_postmaster_start_time(); "automatic recovery in progress" in the log tells of a crash.

Cure: wait a week, better a whole month, before you trust what was not seen.

Prevention: no pg_stat_reset() on a schedule: monitoring can work with differences. Stop the server with fast shutdown, never immediate.`,
		Category:   Configuration,
		Severity:   Info,
		Runtime:    true,
		Thresholds: []Threshold{youngHours, busyDatabase},
	},
	Judge: func(row *YoungStatistics, server postgres.Server, t Thresholds) (Verdict, bool) {
		verdict := Verdict{
			Object:  postgres.Name(row.Database),
			Message: fmt.Sprintf("statistics of this database were reset %s ago: what they do not show may still be there", ago(server.StatsAge())),
		}
		if !row.Reset {
			verdict.Message = fmt.Sprintf("the server started %s ago, and nothing shows that statistics are older: after a crash they begin anew", ago(server.StatsAge()))
		}
		return verdict, (row.Reset || !row.Survived) && server.StatsAge().Hours() < t.Of(youngHours) && float64(row.Bytes) >= t.Of(busyDatabase)*(1<<30)
	},
})
