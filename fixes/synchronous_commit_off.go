package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.SynchronousCommitOff, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.SynchronousCommit, c Context) ([]Step, error) { return waitForCommits(row, c) })

var _ = example(checks.SynchronousCommitOff, checks.SynchronousCommit{
	PlacedSetting: checks.PlacedSetting{ServerSetting: checks.ServerSetting{Name: "synchronous_commit", Value: "off", Context: "user", Source: "configuration file"}, ServerWide: true},
})

// waitForCommits leaves servers with synchronous standbys alone: if none of those
// is there, every commit would wait for ever.
func waitForCommits(row checks.SynchronousCommit, c Context) ([]Step, error) {
	if row.Standbys {
		return nil, refuse("commits would wait for the standbys in synchronous_standby_names: see that pg_stat_replication shows them as sync or quorum, then ALTER SYSTEM SET synchronous_commit = on, and reload")
	}
	return changePlaced(row.PlacedSetting, "on", c)
}
