package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.LogHostnameOn, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.ServerSetting, c Context) ([]Step, error) { return changeSetting(row, "off", c) })

var _ = example(checks.LogHostnameOn, checks.ServerSetting{Name: "log_hostname", Value: "on", Context: "sighup", Source: "configuration file"})
