package checks

import (
	"testing"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// countedFor is a server whose statistics were reset so long ago, or at an
// unknown time before its start.
func countedFor(age time.Duration, known bool) postgres.Server {
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	since := now.Add(-age)
	server := postgres.Server{Now: now, Started: since}
	if known {
		server.StatsReset = &since
	}
	return server
}

func TestJudgeCacheHitLow(t *testing.T) {
	row := func(hit, read int64) DatabaseCounters {
		return DatabaseCounters{Database: "shop", BlocksHit: hit, BlocksRead: read}
	}
	judge(t, CacheHitLow, map[string]judged[DatabaseCounters]{
		"low":            {row: row(599_999, 400_001), severity: Info, object: "shop", message: "60% of 1,000,000 blocks were found in shared buffers"},
		"not very":       {row: row(600_000, 400_000)},
		"little traffic": {row: row(0, 999_999)},
		"none":           {row: row(0, 0), thresholds: Thresholds{"min-blocks": 0}},
	})
}

func TestJudgeRollbackRatioHigh(t *testing.T) {
	row := func(commits, rollbacks int64) DatabaseCounters {
		return DatabaseCounters{Database: "shop", Commits: commits, Rollbacks: rollbacks}
	}
	judge(t, RollbackRatioHigh, map[string]judged[DatabaseCounters]{
		"high": {row: row(9_000, 1_000), severity: Info, object: "shop", message: "10% of 10,000 transactions were rolled back"},
		"less": {row: row(9_001, 999)},
		"few":  {row: row(0, 9_999)},
		"none": {row: row(0, 0), thresholds: Thresholds{"min-transactions": 0, "min-percent": 0}},
	})
}

func TestJudgeDeadlocksSeen(t *testing.T) {
	row := func(deadlocks int64) DatabaseCounters {
		return DatabaseCounters{Database: "shop", Deadlocks: deadlocks}
	}
	day := 24 * time.Hour
	judge(t, DeadlocksSeen, map[string]judged[DatabaseCounters]{
		"none":               {row: row(0), server: countedFor(day, true), thresholds: Thresholds{"min-per-day": 0}},
		"one a day":          {row: row(1), server: countedFor(day, true), severity: Info, object: "shop", message: "1 deadlock, 1.0 a day"},
		"one in an hour":     {row: row(1), server: countedFor(time.Hour, true), severity: Info, object: "shop", message: "1 deadlock, 1.0 a day"},
		"long ago":           {row: row(9), server: countedFor(10*day, true)},
		"one an hour":        {row: row(240), server: countedFor(10*day, true), severity: Warning, object: "shop", message: "240 deadlocks, 24.0 a day"},
		"who knows how long": {row: row(240), server: countedFor(10*day, false), severity: Info, object: "shop", message: "240 deadlocks, at most 24.0 a day"},
	})
}

func TestJudgeTempFileRate(t *testing.T) {
	row := func(gib int64) DatabaseCounters {
		return DatabaseCounters{Database: "shop", TempFiles: 3, TempBytes: gib << 30}
	}
	hour := time.Hour
	judge(t, TempFileRate, map[string]judged[DatabaseCounters]{
		"none":               {row: row(0), server: countedFor(hour, true), thresholds: Thresholds{"min-megabytes-per-hour": 0}},
		"some":               {row: row(1), server: countedFor(hour, true), severity: Info, object: "shop", message: "1.0 GiB an hour in temporary files: 1.0 GiB in 3 files"},
		"less":               {row: row(1), server: countedFor(hour+time.Second, true)},
		"too early":          {row: row(9), server: countedFor(hour-time.Second, true)},
		"much":               {row: row(10), server: countedFor(2*hour, true), severity: Warning, object: "shop"},
		"who knows how long": {row: row(10), server: countedFor(2*hour, false), severity: Info, object: "shop", message: "at most 5.0 GiB an hour"},
		"no time at all":     {row: row(1), server: countedFor(0, true), thresholds: Thresholds{"min-window-hours": 0}},
	})
}

func TestJudgeWaitEventPileup(t *testing.T) {
	row := func(active int, waits ...Wait) WaitingDatabase {
		return WaitingDatabase{Database: "shop", Active: active, Waits: waits}
	}
	wal := Wait{"LWLock", "WALWrite", 10}
	judge(t, WaitEventPileup, map[string]judged[WaitingDatabase]{
		"nobody":   {row: row(90)},
		"half":     {row: row(20, wal, Wait{"IO", "DataFileRead", 1}), severity: Warning, object: "shop", message: "10 of 20 sessions that run a statement wait for LWLock WALWrite"},
		"a third":  {row: row(30, wal)},
		"too few":  {row: row(9, Wait{"Lock", "relation", 9})},
		"few, all": {row: row(3, Wait{"Lock", "relation", 3}), thresholds: Thresholds{"min-sessions": 3}, severity: Warning, object: "shop"},
	})
}

func TestJudgeLongRunningQuery(t *testing.T) {
	session := func(pid int, seconds int64, job bool, blocked int) Session {
		return Session{PID: pid, User: "ann", Application: "web", Seconds: seconds, Job: job, Blocked: blocked}
	}
	row := func(listed ...Session) DatabaseSessions { return DatabaseSessions{Database: "shop", Listed: listed} }
	const hour = 3600
	judge(t, LongRunningQuery, map[string]judged[DatabaseSessions]{
		"none":     {row: row()},
		"short":    {row: row(session(1, 299, false, 0))},
		"long":     {row: row(session(1, 7200, false, 0), session(2, 300, false, 0), session(3, 299, false, 0)), severity: Warning, object: "shop", message: "2 statements run too long, the longest for 2 h: pid 1 (ann, web)"},
		"a dump":   {row: row(session(1, 6*hour-1, true, 0))},
		"all day":  {row: row(session(1, 6*hour, true, 0)), severity: Info, object: "shop", message: "1 statement runs too long, the longest for 6 h: pid 1 (ann, web); a dump or maintenance"},
		"both":     {row: row(session(1, 6*hour, true, 0), session(2, 300, false, 0)), severity: Warning, object: "shop"},
		"in a way": {row: row(session(1, 300, false, 2)), severity: Warning, object: "shop", message: "; 2 other sessions wait for a lock of theirs"},
	})
}
