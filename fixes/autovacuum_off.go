package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.AutovacuumOff, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.AutovacuumSwitch, c Context) ([]Step, error) {
		return changeSetting(row.ServerSetting, "on", c)
	})

var _ = example(checks.AutovacuumOff, checks.AutovacuumSwitch{ServerSetting: checks.ServerSetting{Name: "autovacuum", Value: "off", Context: "sighup", Source: "configuration file"}})
