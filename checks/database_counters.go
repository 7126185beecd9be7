package checks

import (
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// DatabaseCounters is one database and what was counted in it since its statistics began.
type DatabaseCounters struct {
	Database    string  `db:"database_name" json:"database"`
	Commits     int64   `db:"commits" json:"commits" volatile:"true"`
	Rollbacks   int64   `db:"rollbacks" json:"rollbacks" volatile:"true"`
	BlocksHit   int64   `db:"blocks_hit" json:"blocks_hit" volatile:"true"`
	BlocksRead  int64   `db:"blocks_read" json:"blocks_read" volatile:"true"`
	TempFiles   int64   `db:"temp_files" json:"temp_files" volatile:"true"`
	TempBytes   int64   `db:"temp_bytes" json:"temp_bytes" volatile:"true"`
	Deadlocks   int64   `db:"deadlocks" json:"deadlocks" volatile:"true"`
	WindowHours float64 `json:"window_hours" volatile:"true"` // for so long it was counted, at least
	WindowKnown bool    `json:"window_known" volatile:"true"` // statistics were reset at a known time
}

// window is for how long it was counted. Counters outlive a clean restart, so
// where they were never reset it is the least that it can be: a rate over it is
// the most that it can be, and no finding by it is worse than information.
func (d *DatabaseCounters) window(server postgres.Server) time.Duration {
	age := server.StatsAge()
	d.WindowHours, d.WindowKnown = age.Hours(), server.StatsReset != nil
	return age
}

// atMost marks a rate over a window that is not known.
func (d *DatabaseCounters) atMost() string {
	if d.WindowKnown {
		return ""
	}
	return "at most "
}

// graded is the severity of a rate, mild where the window is not known.
func (d *DatabaseCounters) graded(warn bool) Severity {
	if warn && d.WindowKnown {
		return Warning
	}
	return Info
}
