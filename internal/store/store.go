// Package store keeps what pgdoctor found, run by run, in a PostgreSQL database
// of the team's, and reads it back.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/migrations"
)

// conns is how many connections a store holds at most: shards multiply them.
const conns = 4

// patience bounds a query of the store, in which nothing takes long.
const patience = 30 * time.Second

// Store is an open history. It may be used by several goroutines.
type Store struct{ db *sqlx.DB }

// Open connects to a history to write to, and makes or updates its schema
// pgdoctor_runs where that is needed. Many processes may do so at once. The dsn is
// in either of libpq's forms, and is in no error.
func Open(ctx context.Context, dsn string) (*Store, error) {
	cfg, err := postgres.ParseDSN(dsn)
	if err != nil {
		return nil, err
	}
	s, err := connect(ctx, cfg)
	if err != nil {
		return nil, err
	}
	server, err := postgres.Probe(ctx, s.db, patience)
	if err != nil {
		s.Close()
		return nil, err
	}
	version, err := s.version(ctx)
	if err == nil && version < migrations.StoreVersion {
		err = migrations.MigrateStore(ctx, cfg, server)
	}
	if err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// OpenReading connects to a history to read from, and changes nothing: where there
// is none, it says so. USAGE on schema pgdoctor_runs and SELECT on its tables are
// all that it needs.
func OpenReading(ctx context.Context, dsn string) (*Store, error) {
	cfg, err := postgres.ParseDSN(dsn)
	if err != nil {
		return nil, err
	}
	s, err := connect(ctx, cfg)
	if err != nil {
		return nil, err
	}
	version, err := s.version(ctx)
	switch {
	case err != nil:
	case version == 0:
		err = errors.New("there is no history in this database: pgdoctor check --store makes it")
	case version < migrations.StoreVersion:
		err = fmt.Errorf("the history in schema pgdoctor_runs was made by an older pgdoctor (its version is %d, this one reads %d): the next check --store brings it up to date", version, migrations.StoreVersion)
	}
	if err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

func connect(ctx context.Context, cfg *pgx.ConnConfig) (*Store, error) {
	db, err := postgres.Open(ctx, cfg, conns)
	if err != nil {
		return nil, err
	}
	s := &Store{db: db}
	var encoding string
	if err := db.GetContext(ctx, &encoding, "SELECT pg_catalog.current_setting('server_encoding')"); err != nil {
		s.Close()
		return nil, words("read the encoding of the history's database", err)
	}
	if encoding != "UTF8" {
		s.Close()
		return nil, fmt.Errorf("the history's database has the encoding %s, in which not every name can be kept: use one with UTF8", encoding)
	}
	return s, nil
}

// Close gives the connections back.
func (s *Store) Close() { s.db.Close() }

// version is the version of the schema: 0 where there is none, or where its last
// migration was not carried through.
func (s *Store) version(ctx context.Context) (int64, error) {
	var version int64
	err := s.db.GetContext(ctx, &version, "SELECT version FROM pgdoctor_runs.schema_version WHERE NOT dirty")
	switch pgErr := refusal(err); {
	case errors.Is(err, sql.ErrNoRows), pgErr != nil && (pgErr.Code == "42P01" || pgErr.Code == "3F000"):
		return 0, nil
	case err != nil:
		return 0, words("read the version of the history", err)
	case version > migrations.StoreVersion:
		return 0, fmt.Errorf("the history in schema pgdoctor_runs was made by a newer pgdoctor (its version is %d, this one knows %d): use that one", version, migrations.StoreVersion)
	}
	return version, nil
}

// refusal is what the server said, nil where it was no server that said it.
func refusal(err error) *pgconn.PgError {
	var pgErr *pgconn.PgError
	errors.As(err, &pgErr)
	return pgErr
}

// words says what was being done, without the driver's own text, which may repeat
// the connection string.
func words(what string, err error) error {
	pgErr := refusal(err)
	var unreachable *pgconn.ConnectError
	switch {
	case pgErr != nil && pgErr.Code == "42501":
		return fmt.Errorf("%s: %s (SQLSTATE 42501): docs/fleet.md has the rights that a role needs", what, pgErr.Message)
	case pgErr != nil:
		return fmt.Errorf("%s: %s (SQLSTATE %s)", what, pgErr.Message, pgErr.Code)
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("%s: %w", what, err)
	case errors.As(err, &unreachable):
		return fmt.Errorf("%s: the history's database is not reached any more", what)
	}
	return fmt.Errorf("%s: the connection to the history's database broke off", what)
}
