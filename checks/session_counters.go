package checks

// SessionCounters is one database and the sessions that it has seen since its
// statistics began.
type SessionCounters struct {
	Database    string  `db:"database_name" json:"database"`
	Sessions    int64   `db:"sessions" json:"sessions" volatile:"true"`
	Abandoned   int64   `db:"abandoned" json:"abandoned" volatile:"true"` // the client vanished
	Fatal       int64   `db:"fatal" json:"fatal" volatile:"true"`         // ended by an error
	Killed      int64   `db:"killed" json:"killed" volatile:"true"`       // ended by somebody
	Seconds     int64   `db:"seconds" json:"seconds" volatile:"true"`     // that all of them lasted together
	WindowHours float64 `json:"window_hours" volatile:"true"`             // for so long it was counted, at least
	WindowKnown bool    `json:"window_known" volatile:"true"`             // statistics were reset at a known time
}
