package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.TrackIOTimingOff, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.SizedSetting, c Context) ([]Step, error) {
		return changeSetting(row.ServerSetting, "on", c)
	})

var _ = example(checks.TrackIOTimingOff, checks.SizedSetting{ServerSetting: checks.ServerSetting{Name: "track_io_timing", Value: "off", Context: "superuser", Source: "configuration file"}})
