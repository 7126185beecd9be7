package checks

import "testing"

func TestJudgeLockWait(t *testing.T) {
	queue := func(seconds ...int64) LockQueue {
		row := LockQueue{Database: "shop", Blockers: Sessions{{PID: 7, User: "ann", Application: "psql", State: "idle in transaction"}}}
		for i, s := range seconds {
			row.Waiters = append(row.Waiters, LockWaiter{PID: i + 1, Seconds: s})
		}
		return row
	}
	judge(t, LockWait, map[string]judged[LockQueue]{
		"nobody":        {row: queue()},
		"not yet":       {row: queue(4, 4, 4, 4, 4, 4, 4)},
		"one":           {row: queue(5, 1), severity: Warning, object: "shop", message: "1 session waits for a lock, the longest for 5 s; first in the way is pid 7 (ann, psql, idle in transaction)"},
		"a minute":      {row: queue(60), severity: Warning, object: "shop"},
		"longer":        {row: queue(61), severity: Critical, object: "shop", message: "1 min"},
		"five":          {row: queue(9, 9, 9, 9, 9), severity: Warning, object: "shop", message: "5 sessions wait"},
		"six":           {row: queue(9, 9, 9, 9, 9, 9), severity: Critical, object: "shop"},
		"changed":       {row: queue(1), thresholds: Thresholds{"min-seconds": 1}, severity: Warning, object: "shop"},
		"nobody to see": {row: LockQueue{Database: "shop", Waiters: LockWaiters{{Seconds: 9}}}, severity: Warning, object: "shop"},
	})
}
