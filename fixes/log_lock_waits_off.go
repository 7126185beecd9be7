package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.LogLockWaitsOff, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.SizedSetting, c Context) ([]Step, error) {
		return changeSetting(row.ServerSetting, "on", c)
	})

var _ = example(checks.LogLockWaitsOff, checks.SizedSetting{ServerSetting: checks.ServerSetting{Name: "log_lock_waits", Value: "off", Context: "superuser", Source: "configuration file"}})
