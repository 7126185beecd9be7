package checks

import (
	"context"
	"time"
)

// StandbyReplay is where the replay of a standby is, and who brings it WAL.
type StandbyReplay struct {
	Paused          bool    `db:"paused" json:"paused"`
	Bytes           int64   `db:"bytes" json:"bytes" volatile:"true"`                       // received and not replayed
	ReplayedSeconds int64   `db:"replayed_seconds" json:"replayed_seconds" volatile:"true"` // since the commit on the primary that was replayed last
	Streams         bool    `db:"streams" json:"streams"`                                   // primary_conninfo is set
	Receiver        *string `db:"receiver" json:"receiver" volatile:"true"`                 // its status, nil for none
	MessageSeconds  *int64  `db:"message_seconds" json:"message_seconds" volatile:"true"`   // since the primary was last heard
	QuietSeconds    *int64  `db:"quiet_seconds" json:"quiet_seconds" volatile:"true"`       // since the primary's WAL last grew; nil: not known
	Feedback        bool    `db:"feedback" json:"hot_standby_feedback"`
	DelaySeconds    int64   `db:"delay_seconds" json:"recovery_min_apply_delay"`
	StreamingDelay  string  `db:"streaming_delay" json:"max_standby_streaming_delay"`
	// CaughtUp: a moment later, all was replayed that had been received.
	CaughtUp bool `json:"-"`
}

// lookAgain looks at the server until it is as hoped for, or the time is over: what
// is so at one moment alone is no illness.
func lookAgain(ctx context.Context, limit time.Duration, look func() (bool, error)) (bool, error) {
	for deadline := time.Now().Add(limit); ; {
		if hoped, err := look(); hoped || err != nil {
			return hoped, err
		}
		if time.Now().After(deadline) {
			return false, nil
		}
		select {
		case <-ctx.Done():
			return false, ctx.Err()
		case <-time.After(200 * time.Millisecond):
		}
	}
}
