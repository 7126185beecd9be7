package migrations

import (
	"context"
	"embed"
	"errors"
	"fmt"

	pgxmigrate "github.com/golang-migrate/migrate/v4/database/pgx/v5"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

//go:embed store/*.sql
var storeFiles embed.FS

// StoreVersion is the version of the history's schema pgdoctor_runs that this
// pgdoctor reads and writes: the highest of store/*.sql, which a test compares.
const StoreVersion = 1

// storeKey is the advisory lock under which the history's schema is migrated, by
// one of the shards that start at the same moment. It is polled, as guardKey is.
const storeKey = 0x706764722d72756e // "pgdr-run"

// MigrateStore makes the schema of a history, or brings it up to date. It may be
// called by many processes at once.
func MigrateStore(ctx context.Context, cfg *pgx.ConnConfig, server postgres.Server) error {
	if server.Standby {
		return errors.New("this server is a standby, where nothing can be kept: connect to its primary")
	}
	cfg = writing(cfg, server)
	conn, err := direct(ctx, cfg)
	if err != nil {
		return err
	}
	defer hangUp(conn)
	if err := takeGuard(ctx, conn, storeKey, func(string) {}); err != nil {
		return err
	}
	version, clean, err := storeState(ctx, conn)
	if err != nil || clean && version >= StoreVersion { // another was faster
		return err
	}
	if err = migrateStore(ctx, conn, cfg); err == nil {
		return nil
	}
	if pgErr := serverError(err); pgErr != nil && pgErr.Code == "42501" {
		return fmt.Errorf("make schema pgdoctor_runs: %s (SQLSTATE 42501): GRANT CREATE ON DATABASE %s TO %s, or let the role that owns the schema run pgdoctor once",
			pgErr.Message, postgres.Quote(cfg.Database), postgres.Quote(cfg.User))
	}
	return fmt.Errorf("make schema pgdoctor_runs: %s", say(err))
}

// storeState is the version of the schema, 0 for none, and whether its last
// migration was carried through.
func storeState(ctx context.Context, conn *pgx.Conn) (version int64, clean bool, err error) {
	var dirty bool
	err = conn.QueryRow(ctx, "SELECT version, dirty FROM pgdoctor_runs.schema_version").Scan(&version, &dirty)
	var pgErr *pgconn.PgError
	if errors.Is(err, pgx.ErrNoRows) || errors.As(err, &pgErr) && (pgErr.Code == "42P01" || pgErr.Code == "3F000") {
		return 0, true, nil
	}
	if err != nil {
		return 0, false, fmt.Errorf("read the version of schema pgdoctor_runs: %s", say(err))
	}
	return version, !dirty, nil
}

func migrateStore(ctx context.Context, conn *pgx.Conn, cfg *pgx.ConnConfig) error {
	var exists bool
	if err := conn.QueryRow(ctx, "SELECT pg_catalog.to_regnamespace('pgdoctor_runs') IS NOT NULL").Scan(&exists); err != nil {
		return err
	}
	if !exists { // IF NOT EXISTS would ask for the right to create even where there is nothing to create
		if _, err := conn.Exec(ctx, "CREATE SCHEMA pgdoctor_runs"); err != nil {
			return err
		}
	}
	m, err := schemaMigrator(cfg, storeFiles, "store", pgxmigrate.Config{SchemaName: "pgdoctor_runs", MigrationsTable: "schema_version"})
	if err != nil {
		return err
	}
	defer m.Close()
	return up(m)
}
