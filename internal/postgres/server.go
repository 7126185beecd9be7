package postgres

import (
	"context"
	_ "embed"
	"fmt"
	"slices"
	"time"

	"github.com/jmoiron/sqlx"
)

// NewestMajor is the newest server major that the tests run on. A newer server
// is examined with the newest query variants, and the report says so.
const NewestMajor = 18

// OldestMajor is the oldest server major that is supported.
const OldestMajor = 13

// Extension is one installed extension.
type Extension struct {
	Version string `json:"version"`
	Schema  string `json:"schema"`
}

// Extensions maps the names of the installed extensions to what is installed.
type Extensions map[string]Extension

// Scan reads a JSON object.
func (e *Extensions) Scan(src any) error { return ScanJSON(src, e) }

// Settings maps the names of the settings that the role may see to their
// values, in the units of pg_settings.
type Settings map[string]string

// Scan reads a JSON object.
func (s *Settings) Scan(src any) error { return ScanJSON(src, s) }

// Server is what was learnt once about the server and the connected role:
// plain data, so that everything that decides by it can be tested without one.
type Server struct {
	Version    string     `db:"version"`     // 15.18 (Debian 15.18-0+deb12u1)
	VersionNum int        `db:"version_num"` // 150018
	Database   string     `db:"database"`
	Role       string     `db:"role"`
	Standby    bool       `db:"standby"`
	Superuser  bool       `db:"superuser"`
	Roles      Names      `db:"roles"` // the predefined roles that the role can use
	Extensions Extensions `db:"extensions"`
	Settings   Settings   `db:"settings"`
	Now        time.Time  `db:"now"`         // the server's clock
	StatsReset *time.Time `db:"stats_reset"` // start of the statistics of this database, nil if never reset
	Started    time.Time  `db:"started"`     // start of the postmaster
}

//go:embed probe.sql
var probeSQL string

// Probe asks the server what it is. It needs no right but to connect.
func Probe(ctx context.Context, db *sqlx.DB, timeout time.Duration) (Server, error) {
	var server Server
	err := ReadOnly(ctx, db, timeout, func(tx *sqlx.Tx) error {
		return tx.GetContext(ctx, &server, probeSQL)
	})
	if err != nil {
		return server, fmt.Errorf("probe the server: %w", err)
	}
	if server.Major() < OldestMajor {
		return server, fmt.Errorf("probe the server: PostgreSQL %s is older than %d, the oldest that pgdoctor knows", server.Version, OldestMajor)
	}
	return server, nil
}

// Major is the major version, 15 for 15.18.
func (s Server) Major() int { return s.VersionNum / 10000 }

// HasRole says whether the connected role may do what the predefined role may.
func (s Server) HasRole(name string) bool {
	return s.Superuser || slices.Contains(s.Roles, name)
}

// StatsAge is for how long the statistics of this database have been
// collected, at least.
func (s Server) StatsAge() time.Duration {
	since := s.Started
	if s.StatsReset != nil {
		since = *s.StatsReset
	}
	return s.Now.Sub(since)
}
