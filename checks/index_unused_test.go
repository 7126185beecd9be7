package checks

import (
	"testing"
	"time"
)

func TestJudgeIndexUnused(t *testing.T) {
	row := func(scans, writes, tableScans, bytes int64) ScannedIndex {
		return ScannedIndex{Schema: "public", Index: "i", Table: "t", Scans: scans, Writes: writes, TableScans: tableScans, Bytes: bytes}
	}
	long, lately := int64(100), int64(99)
	old, recent := row(3, 9, 9, 1<<20), row(3, 9, 9, 1<<20)
	old.LastScanDays, recent.LastScanDays = &long, &lately
	week := running(7 * 24 * time.Hour)
	judge(t, IndexUnused, map[string]judged[ScannedIndex]{
		"unused":           {row: row(0, 9, 0, 1<<20), server: week, severity: Info, object: "public.i", message: "not used once in 7 days, while public.t was written to 9 times: 1.0 MiB"},
		"used":             {row: row(1, 9, 0, 1<<20), server: week},
		"small":            {row: row(0, 9, 0, 1<<20-1), server: week},
		"too young":        {row: row(0, 9, 0, 1<<20), server: running(7*24*time.Hour - time.Second)},
		"table not in use": {row: row(0, 0, 99, 1<<20), server: week},
		"table only read":  {row: row(0, 0, 100, 1<<20), server: week, severity: Info, object: "public.i"},
		"last used then":   {row: old, server: week, severity: Info, object: "public.i", message: "last used 100 days ago"},
		"last used lately": {row: recent, server: week},
	})
}

func TestJudgeSurplusIndexes(t *testing.T) {
	kept := "longer"
	row := func(bytes int64, as string) SurplusIndex {
		return SurplusIndex{Schema: "public", Index: "i", Table: "t", Kept: &kept, KeptAs: as, Bytes: bytes}
	}
	judge(t, IndexDuplicate, map[string]judged[SurplusIndex]{
		"needed":      {row: SurplusIndex{Schema: "public", Index: "i"}},
		"plain":       {row: row(0, ""), severity: Warning, object: "public.i", message: "does what index public.longer does: every write to public.t pays for both"},
		"primary key": {row: row(0, "primary key"), severity: Warning, object: "public.i", message: "does what the primary key public.longer does"},
		"constraint":  {row: row(0, "constraint"), severity: Warning, object: "public.i", message: "the constraint's index public.longer"},
		"unique":      {row: row(0, "unique"), severity: Warning, object: "public.i", message: "the unique index public.longer"},
	})
	judge(t, IndexRedundant, map[string]judged[SurplusIndex]{
		"needed":  {row: SurplusIndex{Schema: "public", Index: "i", Bytes: 1 << 40}},
		"small":   {row: row(100<<20-1, ""), severity: Info, object: "public.i", message: "index public.longer begins with its columns"},
		"large":   {row: row(100<<20, ""), severity: Warning, object: "public.i"},
		"changed": {row: row(1<<20, ""), thresholds: Thresholds{"min-megabytes": 1}, severity: Warning, object: "public.i"},
	})
}

func TestJudgeNoPrimaryKey(t *testing.T) {
	unique := "t_id"
	judge(t, NoPrimaryKey, map[string]judged[KeylessTable]{
		"has one":      {row: KeylessTable{Schema: "public", Table: "t", HasPrimary: true}},
		"none":         {row: KeylessTable{Schema: "public", Table: "t"}, severity: Warning, object: "public.t", message: "nothing identifies a row"},
		"unique index": {row: KeylessTable{Schema: "public", Table: "t", UniqueIndex: &unique}, severity: Info, object: "public.t", message: "the unique index public.t_id identifies its rows"},
		"few rows":     {row: KeylessTable{Schema: "public", Table: "t", Rows: 9}, thresholds: Thresholds{"min-rows": 10}},
		"enough rows":  {row: KeylessTable{Schema: "public", Table: "t", Rows: 10}, thresholds: Thresholds{"min-rows": 10}, severity: Warning, object: "public.t"},
	})
}
