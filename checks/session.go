package checks

import "github.com/pgdoctor/pgdoctor/internal/postgres"

// Session is one client backend, with what it takes to recognise it again:
// process IDs are reused, but never with the same backend_start, and
// state_change tells whether it did something since. Both are written as
// PostgreSQL reads them back without loss (UTC, microseconds).
type Session struct {
	PID          int    `json:"pid"`
	BackendStart string `json:"backend_start"`
	State        string `json:"state"`
	StateChange  string `json:"state_change"`
	User         string `json:"user"`
	Application  string `json:"application"`
	Client       string `json:"client"`                 // address, "local" for a socket
	Seconds      int64  `json:"seconds"`                // in this state
	XactSeconds  int64  `json:"xact_seconds,omitempty"` // since its transaction began
	XactStart    string `json:"xact_start,omitempty"`   // of the transaction that is open
	QueryStart   string `json:"query_start,omitempty"`  // of the statement that it runs
	QueryID      string `json:"query_id,omitempty"`     // its queryid in pg_stat_statements, from 14 on
	Job          bool   `json:"job,omitempty"`          // a dump or maintenance, which may take its time
	Superuser    bool   `json:"superuser,omitempty"`
	Blocked      int    `json:"blocked,omitempty"` // sessions that wait for it
}

// Sessions is a list of sessions that a query returns as JSON.
type Sessions []Session

// Scan reads a JSON array of objects.
func (s *Sessions) Scan(src any) error { return postgres.ScanJSON(src, s) }

// olderThan keeps the sessions that have been in their state for at least so
// many seconds, in the order they come in.
func (s Sessions) olderThan(seconds float64) Sessions {
	kept := Sessions{}
	for _, session := range s {
		if float64(session.Seconds) >= seconds {
			kept = append(kept, session)
		}
	}
	return kept
}
