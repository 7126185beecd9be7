package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.DamageIgnored, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.PlacedSetting, c Context) ([]Step, error) { return changePlaced(row, "off", c) })

var _ = example(checks.DamageIgnored, checks.PlacedSetting{ServerSetting: checks.ServerSetting{Name: "zero_damaged_pages", Value: "on", Context: "superuser", Source: "configuration file"}, ServerWide: true})
