package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.WALCompressionOff, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.ServerSetting, c Context) ([]Step, error) { return changeSetting(row, "on", c) })

var _ = example(checks.WALCompressionOff, checks.ServerSetting{Name: "wal_compression", Value: "off", Context: "superuser", Source: "configuration file"})
