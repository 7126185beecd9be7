package checks

import (
	"fmt"

	humanize "github.com/dustin/go-humanize"
)

// SizedSetting is a setting of the server beside the size of this database.
type SizedSetting struct {
	ServerSetting
	DatabaseBytes int64 `db:"database_bytes" json:"database_bytes" volatile:"true"` // at the last VACUUM or ANALYZE of each table
	LargestBytes  int64 `db:"largest_bytes" json:"largest_bytes" volatile:"true"`   // of one table
}

// fromGigabytes is the size from which on a check of the server speaks at all.
func fromGigabytes(gigabytes float64, why string) Threshold {
	return Threshold{Name: "min-gigabytes", Default: gigabytes, Unit: "GB", Why: why}
}

// busyDatabase is the size from which on logs and counters are worth their place.
var busyDatabase = fromGigabytes(1, "a smaller database is rarely worth the lines in the log; tables, indexes and TOAST of this database count")

func (s SizedSetting) reaches(t Thresholds, floor Threshold) bool {
	return float64(s.DatabaseBytes) >= t.Of(floor)*(1<<30)
}

// inBytes writes a size as PostgreSQL's own settings mean it: 128 MB is 128 * 1024 * 1024 bytes.
func inBytes[N int64 | float64](bytes N) string {
	if bytes >= 1<<30 {
		return fmt.Sprintf("%s GB", humanize.FtoaWithDigits(float64(bytes)/(1<<30), 1))
	}
	return fmt.Sprintf("%s MB", humanize.FtoaWithDigits(float64(bytes)/(1<<20), 1))
}
