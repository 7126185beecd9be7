package migrations

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// State is where a migration of the journal stands.
type State string

// The states.
const (
	Applying State = "applying"
	Applied  State = "applied"
	Failed   State = "failed"
	Undoing  State = "undoing"
	Undone   State = "undone"
	// PartlyUndone is in effect for the rows that could not come back.
	PartlyUndone State = "partly undone"
	// Permanent has lost what undo needs: it stays, and is passed over.
	Permanent State = "permanent"
)

// Entry is one migration of the journal.
type Entry struct {
	Version       int64      `db:"version" json:"version"`
	Plan          int64      `db:"plan" json:"plan"` // version of the first step of its plan
	Kind          string     `db:"kind" json:"kind"`
	Slug          string     `db:"slug" json:"slug"`
	Finding       string     `db:"finding" json:"finding"`
	Risk          string     `db:"risk" json:"risk"`
	Reversible    bool       `db:"reversible" json:"reversible"`
	Up            string     `db:"up" json:"up"`
	Down          string     `db:"down" json:"down"`
	UpAlone       bool       `db:"up_alone" json:"-"`
	DownAlone     bool       `db:"down_alone" json:"-"`
	Waits         bool       `db:"waits" json:"-"`
	Done          string     `db:"done" json:"-"`
	Clean         string     `db:"clean" json:"-"`
	Quarantine    []string   `db:"quarantine" json:"quarantine"`
	Tool          string     `db:"tool" json:"tool"`
	State         State      `db:"state" json:"state"`
	Cured         *bool      `db:"cured" json:"cured"`
	Error         string     `db:"error" json:"error,omitempty"`
	UpCommitted   bool       `db:"up_committed" json:"-"`
	DownCommitted bool       `db:"down_committed" json:"-"`
	PID           int32      `db:"backend_pid" json:"-"`
	BackendStart  *time.Time `db:"backend_start" json:"-"`
	StartedAt     time.Time  `db:"started_at" json:"started_at"`
	StartedBy     string     `db:"started_by" json:"started_by"`
	AppliedAt     *time.Time `db:"applied_at" json:"applied_at"`
	UndoneAt      *time.Time `db:"undone_at" json:"undone_at"`
	UndoneBy      *string    `db:"undone_by" json:"undone_by"`
	PrunedAt      *time.Time `db:"pruned_at" json:"pruned_at,omitempty"`
	PrunedBy      *string    `db:"pruned_by" json:"pruned_by,omitempty"`
	// Rights are what taking it back needs; none are known of an older pgdoctor's.
	Rights []fixes.Right `db:"rights" json:"-"`
}

// Over says whether nothing of the migration is in effect, or can come to be.
func (e Entry) Over() bool { return e.State == Undone || e.State == Failed }

// Unsettled says whether a run was interrupted in the middle of the migration.
func (e Entry) Unsettled() bool { return e.State == Applying || e.State == Undoing }

// ErrDenied means that the role may not read the record.
var ErrDenied = errors.New("read the journal: this role may not read schema pgdoctor: use the role that applied")

const selectEntries = `
	SELECT version, plan, kind, slug, finding, risk, reversible, up, down, up_alone, down_alone, waits,
		done, clean, quarantine, tool, state, cured, error, up_committed, down_committed,
		backend_pid, backend_start, started_at, started_by, applied_at, undone_at, undone_by,
		-- of a record version that only a command which writes brings about
		(pg_catalog.to_jsonb(j) ->> 'pruned_at')::timestamptz AS pruned_at,
		pg_catalog.to_jsonb(j) ->> 'pruned_by' AS pruned_by,
		pg_catalog.to_jsonb(j) -> 'rights' AS rights
	FROM pgdoctor.journal AS j
	ORDER BY version`

// History reads the journal, oldest first. A database without a record has an
// empty one; a role without rights to it gets ErrDenied. It opens no migrator,
// since that alone would write.
func History(ctx context.Context, conn *pgx.Conn) ([]Entry, error) {
	if err := notNewer(ctx, conn); err != nil {
		return nil, err
	}
	rows, _ := conn.Query(ctx, selectEntries) // CollectRows returns its error
	entries, err := pgx.CollectRows(rows, pgx.RowToStructByName[Entry])
	var pgErr *pgconn.PgError
	if errors.As(err, &pgErr) {
		switch pgErr.Code {
		case "42P01", "3F000": // undefined table or schema: nothing was ever applied
			return nil, nil
		case "42501":
			role := postgres.Quote(conn.Config().User)
			return nil, fmt.Errorf("%w, or GRANT USAGE ON SCHEMA pgdoctor TO %s; GRANT SELECT ON pgdoctor.journal, pgdoctor.record_version TO %s", ErrDenied, role, role)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("read the journal: %w", err)
	}
	return entries, nil
}

// Evidence is the evidence of the findings of a check whose migrations are in
// effect, by finding, as it was when they were applied. Of what was applied twice the
// newer counts.
func Evidence(ctx context.Context, conn *pgx.Conn, check string) (map[string][]byte, error) {
	rows, _ := conn.Query(ctx, `
		SELECT j.finding, j.evidence::text
		FROM pgdoctor.journal AS j
		WHERE j.state = 'applied' AND j.finding LIKE $1 || ':%' AND j.evidence IS NOT NULL
		ORDER BY j.version
		/* pgdoctor */`, check) // ForEachRow returns its error
	evidence := map[string][]byte{}
	var finding, text string
	_, err := pgx.ForEachRow(rows, []any{&finding, &text}, func() error {
		evidence[finding] = []byte(text)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the evidence of the journal: %w", err)
	}
	return evidence, nil
}

// Highest is the highest version of the entries, 0 without any.
func Highest(entries []Entry) int64 {
	var highest int64
	for _, entry := range entries {
		highest = max(highest, entry.Version)
	}
	return highest
}
