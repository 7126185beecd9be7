package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

// run is a report.Run as it is in the database.
type run struct {
	ID         int64     `db:"id"`
	Target     string    `db:"target"`
	StartedAt  time.Time `db:"started_at"`
	DurationMS int64     `db:"duration_ms"`
	Critical   int       `db:"critical"`
	Warning    int       `db:"warning"`
	Info       int       `db:"info"`
	Ignored    int       `db:"ignored"`
	OK         int       `db:"checks_ok"`
	Findings   int       `db:"checks_findings"`
	Skipped    int       `db:"checks_skipped"`
	Failed     int       `db:"checks_failed"`
	Error      string    `db:"error"`
}

const columns = `r.id, r.target, r.started_at, r.duration_ms, r.critical, r.warning, r.info, r.ignored,
	r.checks_ok, r.checks_findings, r.checks_skipped, r.checks_failed, r.error`

func (r run) said() report.Run {
	return report.Run{
		ID: r.ID, Target: r.Target, StartedAt: r.StartedAt.UTC(), DurationMS: r.DurationMS, Error: r.Error,
		Summary: report.Summary{
			Critical: r.Critical, Warning: r.Warning, Info: r.Info, Ignored: r.Ignored,
			Checks: report.Counts{OK: r.OK, Findings: r.Findings, Skipped: r.Skipped, Failed: r.Failed},
		},
	}
}

// Latest returns the latest run of each target, by the targets' names.
func (s *Store) Latest(ctx context.Context) ([]report.Run, error) {
	// from name to name through the index: there are many runs of few targets
	return s.runs(ctx, `
		WITH RECURSIVE names AS (
			(SELECT r.target FROM pgdoctor_runs.runs AS r ORDER BY r.target LIMIT 1)
			UNION ALL
			SELECT (SELECT r.target FROM pgdoctor_runs.runs AS r WHERE r.target > n.target ORDER BY r.target LIMIT 1)
			FROM names AS n
			WHERE n.target IS NOT NULL
		)
		SELECT `+columns+`
		FROM names AS n
		CROSS JOIN LATERAL (
			SELECT * FROM pgdoctor_runs.runs AS r WHERE r.target = n.target ORDER BY r.started_at DESC, r.id DESC LIMIT 1
		) AS r
		ORDER BY r.target`)
}

// Runs returns the runs of a target that began at since or later, oldest first.
func (s *Store) Runs(ctx context.Context, target string, since time.Time) ([]report.Run, error) {
	return s.runs(ctx, "SELECT "+columns+`
		FROM pgdoctor_runs.runs AS r
		WHERE r.target = $1 AND r.started_at >= $2
		ORDER BY r.started_at, r.id`, storable(target), since.UTC())
}

// RunsOf is Runs with the findings of these checks alone counted. The checks by
// status are still all.
func (s *Store) RunsOf(ctx context.Context, target string, since time.Time, ids []string) ([]report.Run, error) {
	return s.runs(ctx, `
		SELECT r.id, r.target, r.started_at, r.duration_ms, c.critical, c.warning, c.info, 0 AS ignored,
			r.checks_ok, r.checks_findings, r.checks_skipped, r.checks_failed, r.error
		FROM pgdoctor_runs.runs AS r
		CROSS JOIN LATERAL (
			SELECT
				pg_catalog.count(*) FILTER (WHERE f.severity = 'critical') AS critical,
				pg_catalog.count(*) FILTER (WHERE f.severity = 'warning') AS warning,
				pg_catalog.count(*) FILTER (WHERE f.severity = 'info') AS info
			FROM pgdoctor_runs.findings AS f
			WHERE f.run = r.id AND f.check_id = ANY ($3::text[])
		) AS c
		WHERE r.target = $1 AND r.started_at >= $2
		ORDER BY r.started_at, r.id`, storable(target), since.UTC(), ids)
}

// Seen returns the runs of a target in which the finding with a key was there,
// oldest first.
func (s *Store) Seen(ctx context.Context, target, key string) ([]report.Run, error) {
	return s.runs(ctx, "SELECT "+columns+`
		FROM pgdoctor_runs.runs AS r
		WHERE r.target = $1
		  AND EXISTS (SELECT FROM pgdoctor_runs.findings AS f WHERE f.run = r.id AND f.key = $2)
		ORDER BY r.started_at, r.id`, storable(target), storable(key))
}

func (s *Store) runs(ctx context.Context, query string, args ...any) ([]report.Run, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	var rows []run
	if err := s.db.SelectContext(ctx, &rows, query, args...); err != nil {
		return nil, words("read the history", err)
	}
	runs := make([]report.Run, 0, len(rows))
	for _, row := range rows {
		runs = append(runs, row.said())
	}
	return runs, nil
}

// ErrNoRun means that the history has no run with an ID: it may be pruned.
var ErrNoRun = fmt.Errorf("%w: the history has no such run: it may have been pruned", report.ErrNoDocument)

// Document returns the whole report of a run. Of a run that failed there is none,
// and the error says why it failed.
func (s *Store) Document(ctx context.Context, id int64) (report.Document, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	var row struct {
		Target   string  `db:"target"`
		Error    string  `db:"error"`
		Document *string `db:"document"`
	}
	err := s.db.GetContext(ctx, &row, "SELECT r.target, r.error, r.document::text AS document FROM pgdoctor_runs.runs AS r WHERE r.id = $1", id)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return report.Document{}, fmt.Errorf("run %d: %w", id, ErrNoRun)
	case err != nil:
		return report.Document{}, words("read the history", err)
	case row.Document == nil:
		return report.Document{}, fmt.Errorf("%w of run %d, as %s could not be examined: %s", report.ErrNoDocument, id, row.Target, row.Error)
	}
	doc, err := report.Read(bytes.NewReader([]byte(*row.Document)))
	if err != nil {
		return doc, fmt.Errorf("run %d of the history: %w", id, err)
	}
	return doc, nil
}

// Prune deletes the runs that began before a time, and returns how many there
// were. Without really it only counts them.
func (s *Store) Prune(ctx context.Context, before time.Time, really bool) (int64, error) {
	var n int64
	var err error
	if really {
		var done sql.Result
		done, err = s.db.ExecContext(ctx, "DELETE FROM pgdoctor_runs.runs WHERE started_at < $1", before.UTC())
		if err == nil {
			n, err = done.RowsAffected()
		}
	} else {
		err = s.db.GetContext(ctx, &n, "SELECT pg_catalog.count(*) FROM pgdoctor_runs.runs WHERE started_at < $1", before.UTC())
	}
	if err != nil {
		return 0, words("prune the history", err)
	}
	return n, nil
}
