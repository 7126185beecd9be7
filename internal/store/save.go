package store

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

// Examination is what is kept of one examination of one target.
type Examination struct {
	RunID     string // groups the targets of one fleet's examination
	Target    string // the name that it was given, else HOST:PORT/DATABASE
	StartedAt time.Time
	Duration  time.Duration
	Document  *report.Document // nil where the target could not be examined
	Error     string           // why not, "" where it was
}

// Save keeps an examination, all of it or nothing, and returns the ID of its run.
// A target is in a run once: what is saved of it again, as by the pod of a job
// that is started anew, takes the place of what was there, under the same ID.
func (s *Store) Save(ctx context.Context, e Examination) (int64, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	row, err := rowOf(e)
	if err != nil {
		return 0, fmt.Errorf("save the run of %s: %w", e.Target, err)
	}
	id, err := s.save(ctx, e.Document, row)
	if err != nil {
		return 0, words(fmt.Sprintf("save the run of %s", e.Target), err)
	}
	return id, nil
}

const saveRun = `
	INSERT INTO pgdoctor_runs.runs AS r (run_id, target, started_at, duration_ms, critical, warning, info, ignored,
		checks_ok, checks_findings, checks_skipped, checks_failed, error, document)
	VALUES (:run_id, :target, :started_at, :duration_ms, :critical, :warning, :info, :ignored,
		:checks_ok, :checks_findings, :checks_skipped, :checks_failed, :error, CAST(:document AS json))
	ON CONFLICT ON CONSTRAINT runs_once DO UPDATE
	SET started_at = excluded.started_at, duration_ms = excluded.duration_ms,
		critical = excluded.critical, warning = excluded.warning, info = excluded.info, ignored = excluded.ignored,
		checks_ok = excluded.checks_ok, checks_findings = excluded.checks_findings,
		checks_skipped = excluded.checks_skipped, checks_failed = excluded.checks_failed,
		error = excluded.error, document = excluded.document, saved_at = pg_catalog.now()
	RETURNING id`

func (s *Store) save(ctx context.Context, doc *report.Document, row map[string]any) (int64, error) {
	tx, err := s.db.BeginTxx(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer tx.Rollback() //nolint:errcheck // does nothing after Commit
	query, args, err := tx.BindNamed(saveRun, row)
	if err != nil {
		return 0, err
	}
	var id int64
	if err := tx.GetContext(ctx, &id, query, args...); err != nil {
		return 0, err
	}
	if _, err := tx.ExecContext(ctx, "DELETE FROM pgdoctor_runs.findings WHERE run = $1", id); err != nil {
		return 0, err
	}
	if doc != nil {
		if err := saveFindings(ctx, tx, id, *doc); err != nil {
			return 0, err
		}
	}
	return id, tx.Commit()
}

// saveFindings writes all findings in one statement.
func saveFindings(ctx context.Context, tx *sqlx.Tx, run int64, doc report.Document) error {
	var keys, ids, severities, objects []string
	for _, check := range doc.Checks {
		for _, finding := range check.Findings {
			keys, ids = append(keys, storable(finding.Key)), append(ids, storable(check.ID))
			severities, objects = append(severities, string(finding.Severity)), append(objects, storable(finding.Object))
		}
	}
	if len(keys) == 0 {
		return nil
	}
	_, err := tx.ExecContext(ctx, `
		INSERT INTO pgdoctor_runs.findings (run, position, key, check_id, severity, object)
		SELECT $1, f.position, f.key, f.check_id, f.severity, f.object
		FROM ROWS FROM (
			pg_catalog.unnest($2::text[]), pg_catalog.unnest($3::text[]), pg_catalog.unnest($4::text[]), pg_catalog.unnest($5::text[])
		) WITH ORDINALITY AS f (key, check_id, severity, object, position)`, run, keys, ids, severities, objects)
	return err
}

func rowOf(e Examination) (map[string]any, error) {
	row := map[string]any{
		"run_id": storable(e.RunID), "target": storable(e.Target), "started_at": e.StartedAt.UTC(), "duration_ms": e.Duration.Milliseconds(),
		"error": storable(e.Error), "document": nil,
	}
	var sum report.Summary
	if e.Document != nil {
		sum = e.Document.Summary
		row["started_at"], row["duration_ms"] = e.Document.StartedAt, e.Document.DurationMS
		var text bytes.Buffer
		if err := report.WriteJSON(&text, e.Document); err != nil {
			return nil, err
		}
		row["document"] = text.String()
	}
	for name, n := range map[string]int{
		"critical": sum.Critical, "warning": sum.Warning, "info": sum.Info, "ignored": sum.Ignored, "checks_ok": sum.Checks.OK,
		"checks_findings": sum.Checks.Findings, "checks_skipped": sum.Checks.Skipped, "checks_failed": sum.Checks.Failed,
	} {
		row[name] = n
	}
	return row, nil
}

// storable is a text as JSON has it, and as PostgreSQL takes it: bytes that are no
// characters become U+FFFD, and so do zero bytes.
func storable(text string) string {
	return strings.Map(func(r rune) rune {
		if r == 0 {
			return '\uFFFD'
		}
		return r
	}, text)
}
