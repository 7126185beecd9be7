package fixes

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/checks"
)

var _ = pair(checks.CheckpointsRequested, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3}, doubleWAL)

var _ = example(checks.CheckpointsRequested, checks.ForcedCheckpoints{ServerSetting: checks.ServerSetting{Name: "max_wal_size", Value: "1024", Unit: pointer("MB"), Context: "sighup", Source: "configuration file"}})

// doubleWAL also begins the counters anew: they sum up what was, and would call
// the server sick long after it is cured.
func doubleWAL(row checks.ForcedCheckpoints, c Context) ([]Step, error) {
	steps, err := changeSetting(row.ServerSetting, fmt.Sprintf("%.0fMB", 2*row.Bytes()/(1<<20)), c)
	if err != nil {
		return nil, err
	}
	counters := "bgwriter"
	if c.Server.Major() >= 17 {
		counters = "checkpointer"
	}
	return append(steps, Step{
		Kind: "change-setting", Slug: slug("reset_counters_of_checkpoints"),
		Up:   fmt.Sprintf("SELECT pg_catalog.pg_stat_reset_shared('%s');", counters),
		Down: "-- nothing to undo: the counters go on from here",
		Risk: Online, Reversible: true,
		Note: "monitoring sees the counters of checkpoints begin at nought",
	}), nil
}
