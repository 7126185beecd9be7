package checks

import (
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

func statementCost(calls int64, totalMS float64) StatementCost {
	return StatementCost{QueryID: "7", Query: "SELECT  1\nFROM t", Calls: calls, TotalMS: totalMS, MeanMS: totalMS / float64(max(1, calls))}
}

func TestJudgeStatementChatty(t *testing.T) {
	row := func(calls int64, share, rows float64) ChattyStatement {
		return ChattyStatement{StatementCost: statementCost(calls, 10), SharePercent: share, RowsPerCall: rows}
	}
	judge(t, StatementChatty, map[string]judged[ChattyStatement]{
		"sick":          {row: row(100_000, 33, 2), severity: Info, object: "7", message: "called 100000 times, 33% of the calls of all statements, for 2.0 rows each time: SELECT 1 FROM t"},
		"too few":       {row: row(99_999, 90, 0)},
		"one of many":   {row: row(900_000, 32.9, 0)},
		"returns lists": {row: row(900_000, 90, 2.1)},
		"only catalog":  {row: ChattyStatement{StatementCost: StatementCost{QueryID: "7", Query: "SELECT 1 FROM pg_class", Calls: 900_000}, SharePercent: 90}},
	})
}

func TestJudgeStatementTempSpill(t *testing.T) {
	row := func(calls, bytes int64) SpillingStatement {
		return SpillingStatement{StatementCost: statementCost(calls, 10), TempBytes: bytes}
	}
	judge(t, StatementTempSpill, map[string]judged[SpillingStatement]{
		"none":            {row: row(100, 0)},
		"none allowed":    {row: row(100, 0), thresholds: Thresholds{"min-megabytes": 0, "min-megabytes-per-call": 0}},
		"some":            {row: row(100, 100<<20), severity: Info, object: "7", message: "writes 1.0 MiB of temporary files each time, 100 MiB in 100 calls"},
		"less in all":     {row: row(5, 100<<20-1)},
		"less each time":  {row: row(101, 100<<20)},
		"too few":         {row: row(4, 100<<30)},
		"much":            {row: row(100, 10<<30), severity: Warning, object: "7"},
		"nearly so much":  {row: row(100, 10<<30-1), severity: Info, object: "7"},
		"never called, 0": {row: row(0, 0)},
	})
}

func TestJudgeStatementLowCacheHit(t *testing.T) {
	row := func(calls, blocks, read int64) UncachedStatement {
		return UncachedStatement{StatementCost: statementCost(calls, 10), Blocks: blocks, BlocksRead: read}
	}
	judge(t, StatementLowCacheHit, map[string]judged[UncachedStatement]{
		"sick":            {row: row(20, 100_000, 20_001), severity: Info, object: "7", message: "finds 80% of its blocks in shared buffers and reads 1000 each time, 20 calls"},
		"just enough":     {row: row(20, 100_000, 20_000)},
		"little traffic":  {row: row(20, 99_999, 99_999)},
		"too few":         {row: row(19, 900_000, 900_000)},
		"no blocks":       {row: row(20, 0, 0), thresholds: Thresholds{"min-blocks": 0}},
		"another measure": {row: row(20, 100_000, 20_000), thresholds: Thresholds{"max-hit-percent": 81}, severity: Info, object: "7"},
	})
}

func TestJudgeStatementHeavyReads(t *testing.T) {
	row := func(calls, blocks, rows int64) ReadingStatement {
		return ReadingStatement{StatementCost: statementCost(calls, 10), Blocks: blocks, Rows: rows}
	}
	judge(t, StatementHeavyReads, map[string]judged[ReadingStatement]{
		"sick":          {row: row(100, 1_000_000, 1000), severity: Info, object: "7", message: "goes through 10,000 blocks for 10.0 rows each time, 100 calls"},
		"finds nothing": {row: row(100, 1_000_000, 0), severity: Info, object: "7"},
		"finds more":    {row: row(100, 1_000_000, 1001)},
		"reads less":    {row: row(100, 999_999, 0)},
		"too few":       {row: row(99, 9_000_000, 0)},
	})
}

func TestJudgeStatementWALHeavy(t *testing.T) {
	row := func(calls, bytes, database int64) WALStatement {
		return WALStatement{StatementCost: statementCost(calls, 10), WALBytes: bytes, DatabaseBytes: database}
	}
	judge(t, StatementWALHeavy, map[string]judged[WALStatement]{
		"sick":            {row: row(1000, 1<<30, 3<<30), severity: Info, object: "7", message: "writes 1.0 MiB of WAL each time, 1.0 GiB in 1000 calls, 33% of that of all statements"},
		"small each time": {row: row(20_000, 1<<30, 2<<30)},
		"small share":     {row: row(10, 1<<30, 4<<30)},
		"small in all":    {row: row(10, 1<<30-1, 1<<30)},
		"nothing written": {row: row(10, 0, 0), thresholds: Thresholds{"min-megabytes": 0, "min-share-percent": 0, "min-kilobytes-per-call": 0}},
	})
}

func TestJudgeStatementIOTime(t *testing.T) {
	row := func(calls int64, total, io float64) WaitingStatement {
		return WaitingStatement{StatementCost: statementCost(calls, total), IOMS: io}
	}
	judge(t, StatementIOTime, map[string]judged[WaitingStatement]{
		"sick":             {row: row(100, 120_000, 60_000), severity: Info, object: "7", message: "waits for blocks for 50% of its time, 600 ms each time and 1 min in 100 calls"},
		"of workers too":   {row: row(100, 120_000, 300_000), severity: Info, object: "7", message: "for 100% of its time"},
		"works more":       {row: row(100, 120_001, 60_000)},
		"little in all":    {row: row(100, 59_999, 59_999)},
		"little each time": {row: row(6001, 60_000, 60_000)},
		"nothing measured": {row: row(100, 0, 0), thresholds: Thresholds{"min-share-percent": 0, "min-total-seconds": 0, "min-mean-ms": 0}},
	})
}

func TestJudgeStatementHighVariance(t *testing.T) {
	row := func(calls int64, mean, stddev float64) UnsteadyStatement {
		return UnsteadyStatement{StatementCost: statementCost(calls, mean*float64(calls)), StddevMS: stddev, MaxMS: 9000}
	}
	judge(t, StatementHighVariance, map[string]judged[UnsteadyStatement]{
		"sick":           {row: row(100, 200, 600), severity: Info, object: "7", message: "takes 200 ms on average but spreads by 600 ms, up to 9000 ms, 100 calls"},
		"steady":         {row: row(100, 201, 600)},
		"nobody notices": {row: row(100, 10, 499)},
		"too few":        {row: row(99, 10, 5000)},
	})
}

func TestJudgeStatementManyRows(t *testing.T) {
	row := func(calls, rows int64) WideStatement {
		return WideStatement{StatementCost: statementCost(calls, 10), Rows: rows}
	}
	judge(t, StatementManyRows, map[string]judged[WideStatement]{
		"sick":    {row: row(100, 1_000_000), severity: Info, object: "7", message: "returns 10,000 rows each time, 100 calls"},
		"fewer":   {row: row(100, 999_999)},
		"seldom":  {row: row(99, 9_000_000)},
		"no rows": {row: row(100, 0)},
	})
}

func TestJudgeStatementPlanningHeavy(t *testing.T) {
	row := func(total float64, plans int64, plan float64) PlannedStatement {
		return PlannedStatement{StatementCost: statementCost(1000, total), Plans: plans, PlanMS: plan}
	}
	judge(t, StatementPlanningHeavy, map[string]judged[PlannedStatement]{
		"sick":             {row: row(9_999, 1000, 10_000), severity: Info, object: "7", message: "was planned 1000 times, for 10.0 ms and 10 s in all, and ran 1000 times, for 10.0 ms"},
		"runs longer":      {row: row(10_000, 1000, 10_000)},
		"little in all":    {row: row(1, 1000, 9_999)},
		"little each time": {row: row(1, 10_001, 10_000)},
		"never planned":    {row: row(0, 0, 0), thresholds: Thresholds{"min-total-seconds": 0, "min-mean-ms": 0}},
	})
}

func TestJudgeStatementJITHeavy(t *testing.T) {
	row := func(calls int64, total, jit float64) CompiledStatement {
		return CompiledStatement{StatementCost: statementCost(calls, total), JITMS: jit}
	}
	judge(t, StatementJITHeavy, map[string]judged[CompiledStatement]{
		"sick":          {row: row(20, 120_000, 60_000), severity: Warning, object: "7", message: "50% of its time goes into compiling it, 3000 ms each time and 1 min in 20 calls"},
		"pays":          {row: row(20, 120_001, 60_000)},
		"little in all": {row: row(20, 59_999, 59_999)},
		"too few":       {row: row(19, 120_000, 120_000)},
		"no compiler":   {row: row(20, 0, 0), thresholds: Thresholds{"min-share-percent": 0, "min-total-seconds": 0}},
	})
}

func TestJudgeStatementStatisticsEvicted(t *testing.T) {
	row := func(most, evictions int64, hours float64) StatementStore {
		return StatementStore{Max: most, Evictions: evictions, WindowHours: hours}
	}
	judge(t, StatementStatisticsEvicted, map[string]judged[StatementStore]{
		"never":           {row: row(5000, 0, 900)},
		"in two days":     {row: row(5000, 20, 48), severity: Warning, object: "server", message: "it holds 5,000 statements and forgot 5,000 in 2 days: all it knows in 2 days"},
		"slower":          {row: row(5000, 20, 48.1)},
		"many, over long": {row: row(5000, 900, 9000)},
		"at least ten":    {row: row(100, 10, 48), severity: Warning, object: "server", message: "forgot 100"},
		"too early":       {row: row(5000, 900, 0.9)},
		"an hour":         {row: row(5000, 900, 1), severity: Warning, object: "server"},
	})
}

func TestNeedSetting(t *testing.T) {
	need := Need{Setting: "track_io_timing"}
	for value, want := range map[string]string{
		"on": "", "off": "needs the setting track_io_timing on: ALTER SYSTEM SET track_io_timing = on; SELECT pg_reload_conf()",
	} {
		if got := need.unmet(postgres.Server{Settings: postgres.Settings{"track_io_timing": value}}); got != want {
			t.Errorf("%s: got %q", value, got)
		}
	}
}
