package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.CheckpointCompletionTargetLow, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.SizedSetting, c Context) ([]Step, error) {
		return changeSetting(row.ServerSetting, "0.9", c)
	})

var _ = example(checks.CheckpointCompletionTargetLow, checks.SizedSetting{ServerSetting: checks.ServerSetting{Name: "checkpoint_completion_target", Value: "0.5", Context: "sighup", Source: "configuration file"}})
