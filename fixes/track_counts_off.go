package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.TrackCountsOff, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.PlacedSetting, c Context) ([]Step, error) { return changePlaced(row, "on", c) })

var _ = example(checks.TrackCountsOff, checks.PlacedSetting{ServerSetting: checks.ServerSetting{Name: "track_counts", Value: "off", Context: "superuser", Source: "configuration file"}, ServerWide: true})
