package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.LogStatementAll, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.PlacedStatementLog, c Context) ([]Step, error) {
		return changePlaced(row.PlacedSetting, "ddl", c)
	})

var _ = example(checks.LogStatementAll, checks.PlacedStatementLog{PlacedSetting: checks.PlacedSetting{ServerSetting: checks.ServerSetting{Name: "log_statement", Value: "all", Context: "superuser", Source: "configuration file"}, ServerWide: true}})
