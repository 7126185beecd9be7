package checks

import "time"

// ServerVersion is the version of the server under examination, and what is
// known about its release.
type ServerVersion struct {
	Major  int    `db:"major" json:"major"`
	Minor  int    `db:"minor" json:"minor" volatile:"true"`
	Newest int    `json:"newest_minor,omitempty" volatile:"true"` // known here, see Known
	Known  string `json:"known_on,omitempty" volatile:"true"`     // the day at which Newest was the newest
	Ends   string `json:"support_ends,omitempty"`
}

// release is what is known about a major version.
type release struct {
	ends   string // of the fixes by the PostgreSQL project
	newest int    // minor, at least
	known  string // when it was the newest that was known
}

// releases are taken from https://www.postgresql.org/support/versioning. Minor
// releases come four times a year: what is said of them gets old with the
// program, so it is said with its date.
var releases = map[int]release{
	13: {"2025-11-13", 23, "2025-11-13"},
	14: {"2026-11-12", 23, "2026-05-14"},
	15: {"2027-11-11", 20, "2026-11-25"},
	16: {"2028-11-09", 14, "2026-05-14"},
	17: {"2029-11-08", 12, "2026-11-25"},
	18: {"2030-11-14", 6, "2026-11-25"},
}

// endOf is the end of the day until which a major gets fixes.
func (r release) endOf() time.Time {
	day, err := time.Parse(time.DateOnly, r.ends)
	if err != nil {
		panic("end of a release: " + err.Error()) // the table above is wrong
	}
	return day.AddDate(0, 0, 1)
}
