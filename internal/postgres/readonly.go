package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jmoiron/sqlx"
)

// LockWait is how long a reading transaction waits for a lock before it gives
// up: long enough for a passing DDL statement, short enough never to be the
// session that a queue forms behind.
const LockWait = 500 * time.Millisecond

// ReadOnly runs f in a transaction of its own that cannot write, whose
// statements end after timeout, and in which only qualified names resolve.
// SET LOCAL, not startup parameters, because a pooler in transaction mode
// drops or refuses those. row_security is off so that a policy is an error
// (42501) and never a silently smaller answer.
func ReadOnly(ctx context.Context, db *sqlx.DB, timeout time.Duration, f func(*sqlx.Tx) error) error {
	return read(ctx, db, sql.LevelDefault, timeout, "", f)
}

// Catalog is ReadOnly for a query of the catalogs, with at least 16 MB to sort and hash in:
// the default of 4 MB writes what is known of ten thousand tables to temporary files. A query
// that reads the settings themselves sees it.
func Catalog(ctx context.Context, db *sqlx.DB, timeout time.Duration, f func(*sqlx.Tx) error) error {
	return read(ctx, db, sql.LevelDefault, timeout, room, f)
}

// room is one more setting of a transaction. To look into pg_settings for it would take longer
// than most queries of the catalogs do: that view is made of all settings there are.
const room = `pg_catalog.set_config('work_mem',
		greatest(16384, pg_catalog.pg_size_bytes(pg_catalog.current_setting('work_mem')) / 1024)::text, true),`

// Snapshot is ReadOnly for what must all be read as of one moment. VACUUM cannot
// remove what dies while f runs, in the whole database.
func Snapshot(ctx context.Context, db *sqlx.DB, timeout time.Duration, f func(*sqlx.Tx) error) error {
	return read(ctx, db, sql.LevelRepeatableRead, timeout, "", f)
}

// beginner is a pool of connections, or one of them.
type beginner interface {
	BeginTxx(ctx context.Context, options *sql.TxOptions) (*sqlx.Tx, error)
}

func read(ctx context.Context, db beginner, isolation sql.IsolationLevel, timeout time.Duration, more string, f func(*sqlx.Tx) error) error {
	tx, err := db.BeginTxx(ctx, &sql.TxOptions{ReadOnly: true, Isolation: isolation})
	if err != nil {
		return fmt.Errorf("begin a read-only transaction: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // nothing was written; the first error is the one to tell
	_, err = tx.ExecContext(ctx, fmt.Sprintf(`SELECT %s
		pg_catalog.set_config('search_path', '', true),
		pg_catalog.set_config('statement_timeout', '%d', true),
		pg_catalog.set_config('lock_timeout', '%d', true),
		pg_catalog.set_config('row_security', 'off', true),
		pg_catalog.set_config('timezone', 'UTC', true),
		pg_catalog.set_config('datestyle', 'ISO, YMD', true),
		pg_catalog.set_config('intervalstyle', 'postgres', true),
		pg_catalog.set_config('jit', 'off', true),
		-- what pgdoctor reads is no workload: only a superuser may leave it uncounted, and without its texts
		CASE WHEN pg_catalog.current_setting('is_superuser') = 'on' THEN
			pg_catalog.set_config('track_counts', 'off', true) || pg_catalog.set_config('pg_stat_statements.track', 'none', true)
		END
		/* pgdoctor */`,
		more, timeout.Milliseconds(), LockWait.Milliseconds()))
	if err != nil {
		return fmt.Errorf("set up a read-only transaction: %w", err)
	}
	return f(tx)
}

// SQLState returns the five-character SQLSTATE of a server error anywhere in
// the chain of err, or "" where the server did not speak.
func SQLState(err error) string {
	var pgErr *pgconn.PgError
	if errors.As(err, &pgErr) {
		return pgErr.Code
	}
	return ""
}

// Position is the character of the statement that a server error is about, from 1 on, 0 where it
// names none.
func Position(err error) int {
	var pgErr *pgconn.PgError
	if errors.As(err, &pgErr) {
		return int(pgErr.Position)
	}
	return 0
}
