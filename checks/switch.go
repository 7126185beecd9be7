package checks

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// The kinds of migrations that turn a setting on for a time, and back.
const (
	ReadOnlyOn       = "read-only-on"
	ReadOnlyOff      = "read-only-off"
	LogStatementsOn  = "log-statements-on"
	LogStatementsOff = "log-statements-off"
)

// SwitchRequest is what a procedure that turns a setting on writes into the
// record as evidence, for the one that turns it back.
type SwitchRequest struct {
	Asked    string     `json:"asked"`    // the value that was set
	Previous *string    `json:"previous"` // the value before in the same place, nil for none
	Until    *time.Time `json:"until"`    // nil: no end was given
}

// Switch is a setting that a procedure turns on for a time: what the record of
// this database says of it. Version is 0 where it was not pgdoctor that set it.
type Switch struct {
	Recorded bool       `db:"recorded" json:"-"` // there is a record
	Readable bool       `db:"readable" json:"-"` // which this role may read
	Version  int64      `json:"version" volatile:"true"`
	Asked    string     `json:"asked"`
	Previous *string    `json:"previous"`
	Since    *time.Time `json:"since"`
	Until    *time.Time `json:"until"`
	By       string     `json:"by"`
}

// switched is the newest migration of two kinds that is in effect, and since
// when the setting is on: it may have been turned on again, to another end, while
// it was on. An interrupted migration counts as well, since what it set may stand; an
// off by ALTER SYSTEM only with its last step, the reload: those before change nothing yet.
const switched = `
WITH entries AS (
    SELECT j.*
    FROM pgdoctor.journal AS j
    WHERE j.kind = $1 AND j.state IN ('applying', 'applied', 'undoing')
       OR j.kind = $2 AND j.state = 'applied' AND (j.kind <> '` + LogStatementsOff + `' OR j.slug = 'reload_log_statement')
)
SELECT e.version, e.kind, e.started_by,
    coalesce(e.evidence ->> 'asked', '') AS asked,
    e.evidence ->> 'previous' AS previous,
    (e.evidence ->> 'until')::timestamptz AS until,
    (
        SELECT pg_catalog.min(coalesce(o.applied_at, o.started_at))
        FROM entries AS o
        WHERE o.kind = $1
          AND NOT EXISTS (SELECT FROM entries AS later WHERE later.kind = $2 AND later.version > o.version)
    ) AS since
FROM entries AS e
ORDER BY e.version DESC
LIMIT 1`

// read completes a switch from the record. It says false where the record is
// there and this role may not read it.
func (s *Switch) read(ctx context.Context, p *Prober, on, off string) (bool, error) {
	if !s.Recorded || !s.Readable {
		return !s.Recorded, nil
	}
	var entry struct {
		Version  int64      `db:"version"`
		Kind     string     `db:"kind"`
		By       string     `db:"started_by"`
		Since    *time.Time `db:"since"` // nil where it is off
		Asked    string     `db:"asked"`
		Previous *string    `db:"previous"`
		Until    *time.Time `db:"until"`
	}
	err := p.Get(ctx, &entry, switched, on, off)
	if errors.Is(err, sql.ErrNoRows) || err == nil && entry.Kind == off {
		return true, nil
	}
	if err != nil {
		return false, fmt.Errorf("read the record: %w", err)
	}
	s.Version, s.By, s.Asked, s.Previous = entry.Version, entry.By, entry.Asked, entry.Previous
	s.Since, s.Until = inUTC(entry.Since), inUTC(entry.Until)
	return true, nil
}

func inUTC(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	utc := t.UTC()
	return &utc
}

// recordDenied is why a switch could not be examined.
func recordDenied(server postgres.Server) string {
	role := postgres.Quote(server.Role)
	return fmt.Sprintf("the record of pgdoctor may not be read, so who set it, and until when, is not known: GRANT USAGE ON SCHEMA pgdoctor TO %s; GRANT SELECT ON pgdoctor.journal TO %s", role, role)
}

// overdue says whether a time has passed, with some seconds' grace.
func overdue(until *time.Time, now time.Time, grace float64) bool {
	return until != nil && now.Sub(*until) > seconds(grace)
}

// moment writes a time as reports do.
func moment(t time.Time) string { return t.UTC().Format("2006-01-02 15:04 UTC") }
