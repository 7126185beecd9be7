package checks

import (
	"testing"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// running is a server whose statistics are of some age.
func running(age time.Duration) postgres.Server {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	return postgres.Server{Now: now, Started: now.Add(-age)}
}

func TestJudgeVacuumOverdue(t *testing.T) {
	row := func(dead, trigger int64, hours float64) VacuumDebt {
		since := int64(hours * 3600)
		return VacuumDebt{Schema: "public", Table: "t", Autovacuum: true, LiveRows: 9, DeadRows: dead, Trigger: trigger, SecondsSince: &since}
	}
	never, off := row(2000, 1000, 0), row(2000, 1000, 3)
	never.SecondsSince = nil
	off.Autovacuum = false
	day := running(24 * time.Hour)
	judge(t, VacuumOverdue, map[string]judged[VacuumDebt]{
		"none":             {row: row(0, 50, 99), server: day},
		"at the trigger":   {row: row(1999, 1000, 4), server: day},
		"at twice":         {row: row(2000, 1000, 3), server: day, severity: Warning, object: "public.t", message: "2,000 dead rows beside 9 live ones, and no VACUUM for 3 h: autovacuum was to come at 1,000"},
		"too few":          {row: row(999, 50, 4), server: day},
		"enough":           {row: row(1000, 50, 4), server: day, severity: Warning, object: "public.t"},
		"just vacuumed":    {row: row(2000, 1000, 2.9), server: day},
		"never":            {row: never, server: day, severity: Warning, object: "public.t", message: "no VACUUM for 24 h"},
		"young statistics": {row: never, server: running(time.Hour)},
		"switched off":     {row: off, server: day, severity: Warning, object: "public.t", message: ", but it is switched off"},
	})
}

func TestJudgeAnalyzeStale(t *testing.T) {
	row := func(modified, trigger int64, hours float64) StaleStatistics {
		since := int64(hours * 3600)
		return StaleStatistics{Schema: "public", Table: "t", Autovacuum: true, ModifiedRows: modified, Trigger: trigger, SecondsSince: &since}
	}
	never, off := row(2000, 1000, 0), row(2000, 1000, 3)
	never.SecondsSince = nil
	off.Autovacuum = false
	day := running(24 * time.Hour)
	judge(t, AnalyzeStale, map[string]judged[StaleStatistics]{
		"none":             {row: row(0, 50, 99), server: day},
		"at the trigger":   {row: row(1999, 1000, 4), server: day},
		"at twice":         {row: row(2000, 1000, 3), server: day, severity: Warning, object: "public.t", message: "2,000 rows changed and no ANALYZE for 3 h: autovacuum was to come at 1,000"},
		"too few":          {row: row(999, 50, 4), server: day},
		"just analyzed":    {row: row(2000, 1000, 2.9), server: day},
		"never":            {row: never, server: day, severity: Warning, object: "public.t", message: "no ANALYZE is known: the planner guesses"},
		"young statistics": {row: never, server: running(time.Hour)},
		"switched off":     {row: off, server: day, severity: Warning, object: "public.t", message: ", but it is switched off"},
	})
}
