package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.RandomPageCostDefault, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.ServerSetting, c Context) ([]Step, error) { return changeSetting(row, "1.1", c) })

var _ = example(checks.RandomPageCostDefault, checks.ServerSetting{Name: "random_page_cost", Value: "4", Context: "user", Source: "configuration file"})
