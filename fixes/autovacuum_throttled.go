package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.AutovacuumThrottled, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.AutovacuumPace, c Context) ([]Step, error) { return unthrottle(row, c) })

var _ = example(checks.AutovacuumThrottled, checks.AutovacuumPace{ServerSetting: checks.ServerSetting{Name: "autovacuum_vacuum_cost_delay", Value: "20", Unit: pointer("ms"), Context: "sighup", Source: "configuration file"}})

// unthrottle goes back to the default, which no server is too weak for.
func unthrottle(row checks.AutovacuumPace, c Context) ([]Step, error) {
	defaults := map[string]string{
		"autovacuum_vacuum_cost_delay": "2ms", "autovacuum_vacuum_cost_limit": "200",
		"autovacuum_vacuum_scale_factor": "0.2", "autovacuum_max_workers": "3",
	}
	return changeSetting(row.ServerSetting, defaults[row.Name], c)
}
