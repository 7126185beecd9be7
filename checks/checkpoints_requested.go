package checks

import (
	"fmt"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// ForcedCheckpoints is max_wal_size and the checkpoints since their counters began.
type ForcedCheckpoints struct {
	ServerSetting
	Timed     int64   `db:"timed" json:"timed" volatile:"true"`
	Requested int64   `db:"requested" json:"requested" volatile:"true"`
	Hours     float64 `db:"hours" json:"hours" volatile:"true"`
	WALBytes  *int64  `db:"wal_bytes" json:"wal_bytes" volatile:"true"` // written in that time; nil: not known
}

var (
	forcedPercent = Threshold{
		Name: "percent", Default: 50, Unit: "percent of the checkpoints",
		Why: "most checkpoints should come by the clock",
	}
	forcedMinCheckpoints = Threshold{
		Name: "min-checkpoints", Default: 10, Unit: "checkpoints",
		Why: "one load of data forces a few, and that is no illness",
	}
	forcedMinHours = Threshold{
		Name: "min-hours", Default: 3, Unit: "hours",
		Why: "a shorter time shows one job, not how the server is used",
	}
)

// CheckpointsRequested finds checkpoints that come before their time.
var CheckpointsRequested = define(Spec[ForcedCheckpoints]{
	Doc: Doc{
		ID:       "checkpoints-requested",
		Title:    "checkpoints are forced by the volume of WAL",
		Examines: "settings",
		Why: `A checkpoint should come by the clock, every checkpoint_timeout. When WAL grows towards max_wal_size earlier, one is forced at once. After each checkpoint the first change of a page writes the whole page into the WAL, so checkpoints that come too often make more WAL, which makes more checkpoints; writes come in bursts, and commits wait.

Confirm: checkpoints_timed and checkpoints_req in pg_stat_bgwriter (num_timed and num_requested in pg_stat_checkpointer from PostgreSQL 17 on); in the log "checkpoints are occurring too frequently", and with log_checkpoints "checkpoint starting: wal".

Cure: a larger max_wal_size: so much that the WAL of a busy checkpoint_timeout fits twice. pgdoctor fix doubles it, as often as needed, and resets the counters, so that the next check sees only what came after it. The directory pg_wal needs that much space, and recovery after a crash takes longer.

Prevention: checkpoint_timeout = 15min and wal_compression on servers that write much; log_checkpoints on.`,
		Category:   Configuration,
		Severity:   Warning,
		Runtime:    true,
		Thresholds: []Threshold{forcedPercent, forcedMinCheckpoints, forcedMinHours},
	},
	Judge: func(row *ForcedCheckpoints, _ postgres.Server, t Thresholds) (Verdict, bool) {
		total := row.Timed + row.Requested
		forced := row.Requested
		if row.WALBytes != nil { // backups and the like ask for checkpoints too, but not after so much WAL
			forced = min(forced, int64(float64(*row.WALBytes)/(row.Bytes()/4)))
		}
		verdict := Verdict{
			Object: row.Name,
			Message: fmt.Sprintf("%d of %d checkpoints in %s were forced by the volume of WAL: max_wal_size is %s",
				forced, total, ago(seconds(row.Hours*3600)), inBytes(row.Bytes())),
		}
		return verdict, float64(total) >= t.Of(forcedMinCheckpoints) && row.Hours >= t.Of(forcedMinHours) &&
			float64(forced)*100 > t.Of(forcedPercent)*float64(total)
	},
})
