package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.AllowSystemTableModsOn, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.PlacedSetting, c Context) ([]Step, error) { return changePlaced(row, "off", c) })

var _ = example(checks.AllowSystemTableModsOn, checks.PlacedSetting{ServerSetting: checks.ServerSetting{Name: "allow_system_table_mods", Value: "on", Context: "superuser", Source: "configuration file"}, ServerWide: true})
