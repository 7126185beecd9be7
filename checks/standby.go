package checks

// StandbyReplay is where the replay of a standby is, and who brings it WAL.
type StandbyReplay struct {
	Paused          bool    `db:"paused" json:"paused"`
	Bytes           int64   `db:"bytes" json:"bytes" volatile:"true"`                       // received and not replayed
	ReplayedSeconds int64   `db:"replayed_seconds" json:"replayed_seconds" volatile:"true"` // since the commit on the primary that was replayed last
	Streams         bool    `db:"streams" json:"streams"`                                   // primary_conninfo is set
	Receiver        *string `db:"receiver" json:"receiver" volatile:"true"`                 // its status, nil for none
	MessageSeconds  *int64  `db:"message_seconds" json:"message_seconds" volatile:"true"`   // since the primary was last heard
	Feedback        bool    `db:"feedback" json:"hot_standby_feedback"`
	DelaySeconds    int64   `db:"delay_seconds" json:"recovery_min_apply_delay"`
	StreamingDelay  string  `db:"streaming_delay" json:"max_standby_streaming_delay"`
}
