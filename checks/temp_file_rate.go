package checks

import (
	"fmt"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var (
	tempMinPerHour = Threshold{
		Name: "min-megabytes-per-hour", Default: 1_024, Unit: "MiB an hour",
		Why: "less does not disturb a disk",
	}
	tempWarnPerHour = Threshold{
		Name: "warn-megabytes-per-hour", Default: 5_120, Unit: "MiB an hour",
		Why: "as much is written and read again, beside everything else",
	}
	tempMinHours = Threshold{
		Name: "min-window-hours", Default: 1, Unit: "hours",
		Why: "one report in a shorter time would look like a habit",
	}
)

// TempFileRate finds databases whose statements write many temporary files.
var TempFileRate = define(Spec[DatabaseCounters]{
	Doc: Doc{
		ID:       "temp-file-rate",
		Title:    "statements write many temporary files",
		Examines: "databases",
		Why: `Sorts, hashes and CREATE INDEX that need more than their memory go on in temporary files. All of them together write this much an hour, and read it again: time of the disk that others wait for. Counted is everything in this database, also what pg_stat_statements does not see or has forgotten, so the statements of statement-temp-spill need not add up to it. Where statistics were never reset, only the server's start is known and the rate is the most that it can be.

Confirm: SELECT datname, temp_files, temp_bytes, stats_reset FROM pg_stat_database, twice, an hour apart.

Cure: statement-temp-spill names the statements; for others log_temp_files = '10MB' does, with the statement, in the server's log. Then an index that delivers the order, fewer rows, or more work_mem for the role that needs it; for CREATE INDEX maintenance_work_mem.

Prevention: temp_file_limit keeps one session from filling the disk.`,
		Category:   Statements,
		Severity:   Warning,
		Runtime:    true,
		Needs:      []Need{{Statistics: time.Hour}},
		Thresholds: []Threshold{tempMinPerHour, tempWarnPerHour, tempMinHours},
	},
	Judge: func(row *DatabaseCounters, server postgres.Server, t Thresholds) (Verdict, bool) {
		hours := row.window(server).Hours()
		if row.TempBytes == 0 || hours <= 0 || hours < t.Of(tempMinHours) {
			return Verdict{}, false
		}
		const mib = 1 << 20
		rate := float64(row.TempBytes) / hours
		return Verdict{
			Object:   postgres.Name(row.Database),
			Severity: row.graded(rate >= t.Of(tempWarnPerHour)*mib),
			Message: fmt.Sprintf("%s%s an hour in temporary files: %s in %s",
				row.atMost(), size(int64(rate)), size(row.TempBytes), many(row.TempFiles, "file", "files")),
		}, rate >= t.Of(tempMinPerHour)*mib
	},
})
