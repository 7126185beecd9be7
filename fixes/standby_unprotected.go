package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.StandbyUnprotected, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.KeptWAL, c Context) ([]Step, error) { return changeSetting(row.ServerSetting, "1GB", c) })

var _ = example(checks.StandbyUnprotected, checks.KeptWAL{Standbys: 1, ArchiveMode: "off",
	ServerSetting: checks.ServerSetting{Name: "wal_keep_size", Value: "0", Unit: pointer("MB"), Context: "sighup", Source: "default"}})
