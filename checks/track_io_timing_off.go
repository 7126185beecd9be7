package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// TrackIOTimingOff finds servers that do not measure their disks.
var TrackIOTimingOff = define(Spec[SizedSetting]{
	Doc: Doc{
		ID:       "track-io-timing-off",
		Title:    "time spent on reading and writing is not measured",
		Examines: "settings",
		Why: `Is a statement slow because it reads much, or because the disk is slow? With track_io_timing the server measures each read and write: EXPLAIN (ANALYZE, BUFFERS), pg_stat_statements, pg_stat_database and the log of autovacuum then show the time beside the number of blocks. Off, they show none.

Confirm: SHOW track_io_timing.

Cure: ALTER SYSTEM SET track_io_timing = on, and reload; pgdoctor fix does both. Run pg_test_timing on the machine first: where nearly all calls take less than 100 ns, as with the clock source tsc, the cost is not noticed; on some virtual machines the clock is slow, and it is.

Prevention: part of every new server's configuration.`,
		Category:   Configuration,
		Severity:   Info,
		Thresholds: []Threshold{busyDatabase},
	},
	Judge: func(row *SizedSetting, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: "track_io_timing is off: nothing shows how long statements wait for the disk",
		}, row.Off() && row.reaches(t, busyDatabase)
	},
})
