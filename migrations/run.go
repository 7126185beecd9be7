package migrations

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/golang-migrate/migrate/v4"
	"github.com/golang-migrate/migrate/v4/database"
	pgxmigrate "github.com/golang-migrate/migrate/v4/database/pgx/v5"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// migrator is one golang-migrate run: one connection, one step.
type migrator struct {
	*migrate.Migrate
	conn *pgx.Conn
}

// waiting lifts lock_timeout while a migration runs that only waits for other
// transactions and stops nobody meanwhile: under a timeout a harmless wait of
// CREATE INDEX CONCURRENTLY becomes an invalid index.
type waiting struct {
	database.Driver
	conn  *pgx.Conn
	waits bool
}

func (w *waiting) Run(migration io.Reader) error {
	if !w.waits {
		return w.Driver.Run(migration)
	}
	ctx := context.Background() // golang-migrate's interface has none
	if _, err := w.conn.Exec(ctx, "SET lock_timeout = 0"); err != nil {
		return err
	}
	err := w.Driver.Run(migration)
	_, reset := w.conn.Exec(ctx, "SET lock_timeout = '500ms'")
	if err != nil {
		return err
	}
	return reset
}

// open starts golang-migrate over the journal on a connection of its own.
func (r *Record) open(entries []Entry, waits bool) (*migrator, error) {
	var captured *pgx.Conn
	db := stdlib.OpenDB(*r.cfg, stdlib.OptionAfterConnect(func(_ context.Context, conn *pgx.Conn) error {
		captured = conn
		return nil
	}))
	db.SetMaxOpenConns(1)
	driver, err := pgxmigrate.WithInstance(db, &pgxmigrate.Config{SchemaName: "pgdoctor", MigrationsTable: "migrations"})
	if err != nil {
		db.Close()
		return nil, fmt.Errorf("open the migrator: %w", err)
	}
	m, err := migrate.NewWithInstance("pgdoctor", newSource(entries), "pgx5", &waiting{driver, captured, waits})
	if err != nil {
		driver.Close()
		return nil, fmt.Errorf("open the migrator: %w", err)
	}
	m.LockTimeout = time.Minute
	return &migrator{m, captured}, nil
}

// unobstructed says who holds a lock on golang-migrate's version table, which
// it truncates before and after each migration: behind a pg_dump, work that was
// done could not be written down.
func (r *Record) unobstructed(ctx context.Context) error {
	var holder string
	err := r.guard.QueryRow(ctx, `
		SELECT `+sessionWords+`
		FROM pg_catalog.pg_locks AS l
		JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid
		WHERE l.locktype = 'relation'
		  AND l.relation = pg_catalog.to_regclass('pgdoctor.migrations')
		  AND l.database = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
		  AND l.pid <> pg_catalog.pg_backend_pid()
		LIMIT 1`).Scan(&holder)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("look who uses the record: %s", say(err))
	}
	return fmt.Errorf("another session holds pgdoctor's record (%s), as a running pg_dump does: try again when it has ended", holder)
}

// step runs one migration up (n = 1) or down (n = -1). When ctx ends, or the
// watchdog says so, the statement is cancelled on the server, and step returns
// once it has ended.
func (r *Record) step(ctx context.Context, entry Entry, n int) error {
	entries, err := r.Entries(ctx)
	if err != nil {
		return err
	}
	m, err := r.open(entries, entry.Waits)
	if err != nil {
		return err
	}
	defer m.Close() //nolint:errcheck // the connection may be gone, which the step has said
	pid := int32(m.conn.PgConn().PID())
	err = r.exec(ctx, `
		UPDATE pgdoctor.journal SET backend_pid = $2,
			backend_start = (SELECT a.backend_start FROM pg_catalog.pg_stat_activity AS a WHERE a.pid = $2)
		WHERE version = $1`, entry.Version, pid)
	if err != nil {
		return fmt.Errorf("write the journal: %w", err)
	}
	ended := make(chan error, 1)
	go func() { ended <- m.Steps(n) }()
	dog := &watchdog{guard: r.guard, pid: pid, maxWait: r.maxWait, log: r.log}
	seen := &observer{pid: pid, waits: entry.Waits, counter: rowCounter(entry, entries)}
	defer func() { r.behind = dog.behind }()
	look := time.NewTicker(glance)
	defer look.Stop()
	for looks := 1; ; looks++ {
		select {
		case err = <-ended:
			return err
		case <-ctx.Done():
			r.log("cancelling the current step")
			return errors.Join(r.cancel(ctx, pid, ended), ctx.Err())
		case now := <-look.C:
			if y := dog.look(ctx, now); y != nil {
				if r.cancel(ctx, pid, ended) == nil {
					return nil // it ended by itself meanwhile
				}
				return y
			}
			if r.watch != nil && looks%4 == 0 {
				r.watch(r.observe(ctx, seen, now))
			}
		}
	}
}

// cancel cancels the statement of our own backend until it has ended.
func (r *Record) cancel(ctx context.Context, pid int32, ended <-chan error) error {
	for {
		r.exec(ctx, "SELECT pg_catalog.pg_cancel_backend($1)", pid) //nolint:errcheck // it may have ended by itself
		select {
		case err := <-ended:
			return err
		case <-time.After(time.Second):
		}
	}
}

// force sets golang-migrate's version and clears its dirty mark; 0 is no version.
func (r *Record) force(ctx context.Context, version int64) error {
	entries, err := r.Entries(ctx)
	if err != nil {
		return err
	}
	m, err := r.open(entries, false)
	if err != nil {
		return err
	}
	defer m.Close() //nolint:errcheck // nothing is open any more
	if version == 0 {
		return m.Force(database.NilVersion)
	}
	return m.Force(int(version))
}
