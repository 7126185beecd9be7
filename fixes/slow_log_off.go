package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.SlowLogOff, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.SlowLog, c Context) ([]Step, error) { return changeSetting(row.ServerSetting, "1s", c) })

var _ = example(checks.SlowLogOff, checks.SlowLog{SizedSetting: checks.SizedSetting{ServerSetting: checks.ServerSetting{Name: "log_min_duration_statement", Value: "-1", Unit: pointer("ms"), Context: "superuser", Source: "configuration file"}}})
