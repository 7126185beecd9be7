package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.TrackActivitiesOff, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.PlacedSetting, c Context) ([]Step, error) { return changePlaced(row, "on", c) })

var _ = example(checks.TrackActivitiesOff, checks.PlacedSetting{ServerSetting: checks.ServerSetting{Name: "track_activities", Value: "off", Context: "superuser", Source: "configuration file"}, ServerWide: true})
