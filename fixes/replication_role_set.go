package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.ReplicationRoleSet, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.PlacedSetting, c Context) ([]Step, error) { return changePlaced(row, "origin", c) })

var _ = example(checks.ReplicationRoleSet, checks.PlacedSetting{ServerSetting: checks.ServerSetting{Name: "session_replication_role", Value: "replica", Context: "superuser", Source: "configuration file"}, ServerWide: true})
