package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var completionTarget = Threshold{
	Name: "min-target", Default: 0.9, Unit: "of the time between checkpoints",
	Why: "the default from PostgreSQL 14 on",
}

// CheckpointCompletionTargetLow finds servers that write in bursts.
var CheckpointCompletionTargetLow = define(Spec[SizedSetting]{
	Doc: Doc{
		ID:       "checkpoint-completion-target-low",
		Title:    "checkpoints write in bursts",
		Examines: "settings",
		Why: `A checkpoint spreads its writes over this share of the time until the next one. At 0.9 the disk is a little busy all the time; at 0.5, the default until PostgreSQL 13, it gets the same pages in half the time, and readers and commits wait behind the burst.

Confirm: SHOW checkpoint_completion_target; with log_checkpoints, the write time of each checkpoint in the log.

Cure: ALTER SYSTEM SET checkpoint_completion_target = 0.9, and reload; pgdoctor fix does both. Recovery after a crash takes a little longer, and a little more WAL is kept.

Prevention: 0.9 is the default from PostgreSQL 14 on.`,
		Category:   Configuration,
		Severity:   Info,
		Thresholds: []Threshold{completionTarget, busyDatabase},
	},
	Judge: func(row *SizedSetting, _ postgres.Server, t Thresholds) (Verdict, bool) {
		return Verdict{
			Object:  row.Name,
			Message: fmt.Sprintf("checkpoint_completion_target is %s: checkpoints write in bursts and rest in between", row.Value),
		}, row.Number() < t.Of(completionTarget) && row.reaches(t, busyDatabase)
	},
})
