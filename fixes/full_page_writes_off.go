package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.FullPageWritesOff, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.ServerSetting, c Context) ([]Step, error) { return changeSetting(row, "on", c) })

var _ = example(checks.FullPageWritesOff, checks.ServerSetting{Name: "full_page_writes", Value: "off", Context: "sighup", Source: "configuration file", Altered: true})
