package checks

import "testing"

func TestJudgeSequenceExhaustion(t *testing.T) {
	row := func(begin, end, last int64, descending bool) UsedSequence {
		return UsedSequence{Schema: "public", Sequence: "s", BeginsAt: begin, EndsAt: end, LastValue: &last, Descending: descending}
	}
	schema, table, column := "public", "t", "id"
	narrow := row(1, 100, 101, false)
	narrow.ColumnIsNarrower, narrow.ColumnSchema, narrow.ColumnTable, narrow.Column = true, &schema, &table, &column
	const object = "public.s"
	judge(t, SequenceExhaustion, map[string]judged[UsedSequence]{
		"never used":           {row: UsedSequence{Schema: "public", Sequence: "s", EndsAt: 1}},
		"below":                {row: row(1, 1000, 749, false)},
		"at the warning":       {row: row(1, 1000, 750, false), severity: Warning, object: object, message: "at 750, 75.0% of the way to its last value, 1,000; left: 250"},
		"below critical":       {row: row(1, 1000, 899, false), severity: Warning, object: object},
		"critical":             {row: row(1, 1000, 900, false), severity: Critical, object: object},
		"at its end":           {row: row(1, 1000, 1000, false), severity: Critical, object: object, message: "100.0%"},
		"past its column":      {row: narrow, severity: Critical, object: object, message: "at 101, past the last value that fits into public.t.id, 100: inserts fail"},
		"started large":        {row: row(1, 1000, 800, false), severity: Warning, object: object},
		"downwards, below":     {row: row(-1, -1000, -700, true)},
		"downwards, warning":   {row: row(-1, -1000, -800, true), severity: Warning, object: object},
		"downwards to one":     {row: row(1000, 1, 100, true), severity: Critical, object: object},
		"from below, to zero":  {row: row(-1000, 1000, -1, false)},
		"from below, past it":  {row: row(-1000, 1000, 5, false)},
		"from below, near end": {row: row(-1000, 1000, 950, false), severity: Critical, object: object},
		"one value":            {row: row(1, 1, 1, false), severity: Critical, object: object},
		"the largest bigint":   {row: row(1, 9223372036854775807, 9223372036854775000, false), severity: Critical, object: object, message: "99.9%"},
		"changed":              {row: row(1, 1000, 500, false), thresholds: Thresholds{"warn-percent": 50}, severity: Warning, object: object},
	})
}
