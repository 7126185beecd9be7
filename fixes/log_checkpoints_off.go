package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.LogCheckpointsOff, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.SizedSetting, c Context) ([]Step, error) {
		return changeSetting(row.ServerSetting, "on", c)
	})

var _ = example(checks.LogCheckpointsOff, checks.SizedSetting{ServerSetting: checks.ServerSetting{Name: "log_checkpoints", Value: "off", Context: "sighup", Source: "configuration file"}})
