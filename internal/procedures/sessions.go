package procedures

import (
	"context"
	"fmt"
	"time"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// Session is a session of this database with what the procedures choose by.
type Session struct {
	checks.Session
	Hidden   bool `json:"hidden"`   // this role sees nothing of it but that it is there
	Locker   bool `json:"locker"`   // holds an advisory lock
	Listener bool `json:"listener"` // its last statement was LISTEN
	Pooler   bool `json:"pooler"`
	Dump     bool `json:"dump"`
}

// Sessions is a list of sessions that a query returns as JSON.
type Sessions []Session

// Scan reads a JSON array of objects.
func (s *Sessions) Scan(src any) error { return postgres.ScanJSON(src, s) }

// LoadSessions lists the client sessions of the database but pgdoctor's own,
// the oldest first.
func LoadSessions(ctx context.Context, db *sqlx.DB, server postgres.Server, timeout time.Duration) (Sessions, error) {
	query, err := checks.SQL("procedure_sessions", server)
	if err != nil {
		return nil, err
	}
	var list Sessions
	err = postgres.ReadOnly(ctx, db, timeout, func(tx *sqlx.Tx) error { return tx.GetContext(ctx, &list, query) })
	if err != nil {
		return nil, fmt.Errorf("list the sessions: %w", err)
	}
	return list, nil
}

// named is a session as an object: session:4711 (shop, web, idle).
func (s Session) named() string {
	if s.Hidden {
		return fmt.Sprintf("session:%d (%s)", s.PID, s.User)
	}
	return fmt.Sprintf("session:%d (%s, %s, %s)", s.PID, s.User, s.Application, s.State)
}

// began says whether a session began at a moment or later; not where it is hidden.
func (s Session) began(since time.Time) bool {
	at, err := time.Parse(time.RFC3339Nano, s.BackendStart)
	return err == nil && !at.Before(since)
}

const hidden = "it cannot be seen: GRANT pg_read_all_stats TO %s"
