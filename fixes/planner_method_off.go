package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.PlannerMethodOff, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.PlacedSetting, c Context) ([]Step, error) { return changePlaced(row, "on", c) })

var _ = example(checks.PlannerMethodOff, checks.PlacedSetting{ServerSetting: checks.ServerSetting{Name: "enable_seqscan", Value: "off", Context: "user", Source: "configuration file"}, ServerWide: true})
