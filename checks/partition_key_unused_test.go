package checks

import "testing"

func TestJudgePartitionKeyUnused(t *testing.T) {
	const minute = 60_000
	row := func(partitions, rows, calls int64, ms float64) PartitionedWorkload {
		return PartitionedWorkload{Schema: "public", Table: "orders", Partitions: partitions, Rows: rows, Calls: calls, TotalMS: ms}
	}
	judge(t, PartitionKeyUnused, map[string]judged[PartitionedWorkload]{
		"sick":    {row: row(4, 100_000, 100, 5*minute), severity: Info, object: "public.orders", message: "100 calls went to all 4 partitions without a condition on the key and took 5 min"},
		"an hour": {row: row(4, 100_000, 100, 60*minute), severity: Warning, object: "public.orders"},
		"quick":   {row: row(4, 100_000, 9000, 5*minute-1)},
		"seldom":  {row: row(4, 100_000, 99, 90*minute)},
		"small":   {row: row(4, 99_999, 9000, 90*minute)},
		"few":     {row: row(3, 100_000, 9000, 90*minute)},
		"no one":  {row: row(4, 100_000, 0, 0), thresholds: Thresholds{"min-calls": 0, "min-minutes": 0}},
	})
}

func TestUnprunedStatements(t *testing.T) {
	text := func(s string) *string { return &s }
	for name, test := range map[string]struct {
		strategy string
		columns  []string
		counted  bool
	}{
		"range, first column":  {"range", []string{"day"}, false},
		"range, second column": {"range", []string{"id"}, true},
		"list, none":           {"list", nil, true},
		"hash, one of two":     {"hash", []string{"day"}, true},
		"hash, both":           {"hash", []string{"day", "id"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			table := PartitionedWorkload{Strategy: test.strategy, Key: NullableNames{text("day"), text("id")}}
			columns := map[string]bool{}
			for _, column := range test.columns {
				columns[column] = true
			}
			table.add(UnprunedStatement{Calls: 3, TotalMS: 5}, columns)
			if counted := table.Calls == 3 && table.TotalMS == 5 && len(table.Statements) == 1; counted != test.counted {
				t.Errorf("counted: %v, want %v", counted, test.counted)
			}
		})
	}
}
