package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.DefaultStatisticsTargetLow, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.PlacedSetting, c Context) ([]Step, error) { return changePlaced(row, "100", c) })

var _ = example(checks.DefaultStatisticsTargetLow, checks.PlacedSetting{ServerSetting: checks.ServerSetting{Name: "default_statistics_target", Value: "10", Context: "user", Source: "configuration file"}, ServerWide: true})
