package advisor

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// session plans in a read-only transaction: a statement that fails takes back
// itself and nothing else. Planning happens inside two savepoints: settings of a
// while end with the outer one, a failed statement with the inner one.
type session struct {
	tx       *postgres.Pipeline
	released time.Time // when it last held no lock
	settled  []string  // settings of a while that hold
}

// held is how long planning may keep the ACCESS SHARE locks that it took: a DDL
// statement that waits for them makes everybody behind it wait.
const held = 200 * time.Millisecond

// release gives back the locks of what was planned, if it is time to.
func (s *session) release(ctx context.Context) error {
	if time.Since(s.released) < held {
		return nil
	}
	s.released = time.Now()
	return s.run(ctx, "ROLLBACK TO SAVEPOINT pgdoctor_statement")
}

// planning are settings for all plans: names as a new session of this role
// resolves them, policies as part of the statement. JIT is left as it is: it changes no cost.
var planning = []string{
	"search_path TO DEFAULT",
	"row_security TO on",
	"max_parallel_workers_per_gather TO 0",
}

// observing are settings that make every condition and every sort of a statement
// show in its plan: nothing is answered by an index, and no join sorts.
var observing = []string{
	"plan_cache_mode TO force_generic_plan",
	"enable_indexscan TO off", "enable_indexonlyscan TO off", "enable_bitmapscan TO off",
	"enable_mergejoin TO off", "enable_nestloop TO off",
	"enable_partition_pruning TO off", "constraint_exclusion TO off",
}

func open(ctx context.Context, tx *postgres.Pipeline) (*session, error) {
	s := &session{tx: tx, released: time.Now()}
	if err := s.set(ctx, planning); err != nil {
		return nil, fmt.Errorf("prepare to plan: %w", err)
	}
	// no statement is planned for long, and never longer than the caller allows
	if err := s.run(ctx, `SELECT pg_catalog.set_config('statement_timeout', coalesce(least(nullif(s.setting::integer, 0), 5000), 5000)::text, true)
		FROM pg_catalog.pg_settings AS s
		WHERE s.name = 'statement_timeout'
		/* pgdoctor */`); err != nil {
		return nil, fmt.Errorf("prepare to plan: %w", err)
	}
	return s, s.run(ctx, "SAVEPOINT pgdoctor_settings", "SAVEPOINT pgdoctor_statement")
}

// defaults are the time zone of a new session of this role (this one has its own), and the text search
// configuration that the database's own functions, indexes and generated columns name most often, else
// the role's. A configuration stands in their texts as a constant.
const defaults = `
WITH texts AS (
    SELECT pg_catalog.pg_get_indexdef(i.indexrelid) AS definition
    FROM pg_catalog.pg_index AS i
    WHERE i.indexprs IS NOT NULL
    UNION ALL
    SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid)
    FROM pg_catalog.pg_attrdef AS d
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
    WHERE a.attgenerated <> ''
    UNION ALL
    SELECT p.prosrc
    FROM pg_catalog.pg_proc AS p
    JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
),
named AS (
    SELECT c.oid::pg_catalog.regconfig::text AS name, pg_catalog.count(*) AS times
    FROM texts AS t
    CROSS JOIN LATERAL pg_catalog.regexp_matches(t.definition, $$ts(?:vector|query)\('(?:[a-z_0-9]+\.)?([a-z_0-9]+)'$$, 'g') AS found (parts)
    JOIN pg_catalog.pg_ts_config AS c ON c.cfgname = found.parts[1]
    GROUP BY 1
)
SELECT
    coalesce(
        (SELECT n.name FROM named AS n ORDER BY n.times DESC, n.name LIMIT 1),
        pg_catalog.max(s.reset_val) FILTER (WHERE s.name = 'default_text_search_config')
    ) AS text_search,
    pg_catalog.max(s.reset_val) FILTER (WHERE s.name = 'TimeZone') AS time_zone
FROM pg_catalog.pg_settings AS s
/* pgdoctor */`

func (s *session) settings(ctx context.Context) (workload.Settings, error) {
	var settings workload.Settings
	if err := s.tx.QueryRowxContext(ctx, defaults).Scan(&settings.TextSearch, &settings.TimeZone); err != nil {
		return settings, fmt.Errorf("read what the statements leave to the server: %w", err)
	}
	settings.TextSearch = strings.TrimPrefix(settings.TextSearch, "pg_catalog.")
	if slices.Contains([]string{"", "GMT", "Etc/UTC", "localtime"}, settings.TimeZone) { // what programs call it
		settings.TimeZone = "UTC"
	}
	return settings, nil
}

// with runs f under settings, which end with it.
func (s *session) with(ctx context.Context, settings []string, f func() error) error {
	if err := s.set(ctx, settings); err != nil {
		return err
	}
	if err := s.run(ctx, "SAVEPOINT pgdoctor_statement"); err != nil {
		return err
	}
	s.settled = settings
	err := f()
	s.settled = nil
	return errors.Join(err, s.run(ctx, "ROLLBACK TO SAVEPOINT pgdoctor_settings", "SAVEPOINT pgdoctor_statement"))
}

func (s *session) set(ctx context.Context, settings []string) error {
	for _, setting := range settings {
		if err := s.run(ctx, "SET LOCAL "+setting); err != nil {
			return err
		}
	}
	return nil
}

func (s *session) run(ctx context.Context, statements ...string) error {
	for _, statement := range statements {
		if _, err := s.tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// exec runs a statement that may fail.
func (s *session) exec(ctx context.Context, statement string, args ...any) error {
	_, err := s.tx.ExecContext(ctx, statement, args...)
	return s.recover(ctx, err)
}

// get reads one row by a statement that may fail.
func (s *session) get(ctx context.Context, dest any, query string, args ...any) error {
	return s.recover(ctx, s.tx.GetContext(ctx, dest, query, args...))
}

// values sends statements that may fail at once, and returns the first value of each.
func (s *session) values(ctx context.Context, statements []string) ([]string, error) {
	values, err := s.tx.Values(ctx, statements)
	return values, s.recover(ctx, err)
}

func (s *session) recover(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	return errors.Join(err, s.run(ctx, "ROLLBACK TO SAVEPOINT pgdoctor_statement"))
}
