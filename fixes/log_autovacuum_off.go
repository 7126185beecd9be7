package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.LogAutovacuumOff, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.SizedSetting, c Context) ([]Step, error) {
		return changeSetting(row.ServerSetting, "10min", c)
	})

var _ = example(checks.LogAutovacuumOff, checks.SizedSetting{ServerSetting: checks.ServerSetting{Name: "log_autovacuum_min_duration", Value: "-1", Unit: pointer("ms"), Context: "sighup", Source: "configuration file"}})
