package demo

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

//go:embed data/*.sql
var data embed.FS

const uniqueViolation = "23505"

// Load fills an empty database with VeriHome and its illnesses. dsn is that of a superuser, on a server that preloads
// pg_stat_statements; the statistics of statements that it has are thrown away.
func Load(ctx context.Context, dsn string, progress io.Writer) error {
	if err := load(ctx, dsn, progress); err != nil {
		return fmt.Errorf("loading the demo database: %w", err)
	}
	return nil
}

func load(ctx context.Context, dsn string, progress io.Writer) error {
	admin, err := connectAs(ctx, dsn, "", "pgdoctor demo")
	if err != nil {
		return err
	}
	defer admin.Close(context.WithoutCancel(ctx))
	if err := prepareDatabase(ctx, admin); err != nil {
		return err
	}
	if _, err := admin.Exec(ctx, "CREATE EXTENSION IF NOT EXISTS "+statementsLibrary); err != nil {
		return fmt.Errorf("creating the extension %s: %w", statementsLibrary, err)
	}
	fmt.Fprintln(progress, "loading VeriHome: users, properties, contracts, payments, messages")
	if err := loadTables(ctx, dsn); err != nil {
		return err
	}
	fmt.Fprintln(progress, "making it sick")
	if err := makeSick(ctx, dsn); err != nil {
		return err
	}
	since, err := calibrate(ctx, dsn)
	if err != nil {
		return err
	}
	if _, err := admin.Exec(ctx, "SELECT pg_stat_statements_reset()"); err != nil {
		return fmt.Errorf("resetting the statistics of statements: %w", err)
	}
	fmt.Fprintln(progress, "running a workload that leaves its traces")
	if err := runWorkload(ctx, dsn, since); err != nil {
		return err
	}
	return awaitStatistics(ctx, admin)
}

// LoadLegacy fills the second database, where pg_stat_statements is missing.
func LoadLegacy(ctx context.Context, dsn string) error {
	admin, err := connectAs(ctx, dsn, "", "pgdoctor demo")
	if err != nil {
		return fmt.Errorf("loading the legacy database: %w", err)
	}
	defer admin.Close(context.WithoutCancel(ctx))
	if err := prepareDatabase(ctx, admin); err != nil {
		return fmt.Errorf("loading the legacy database: %w", err)
	}
	if err := runFiles(ctx, dsn, "legacy.sql"); err != nil {
		return fmt.Errorf("loading the legacy database: %w", err)
	}
	return nil
}

// prepareDatabase gives the database to AppRole: sessions of a superuser are nobody's to end, and an application that
// runs as one would be an illness that VeriHome does not have.
func prepareDatabase(ctx context.Context, admin *pgx.Conn) error {
	quoted, err := admin.PgConn().EscapeString(admin.Config().Password)
	if err != nil {
		return fmt.Errorf("quoting the password of role %s: %w", AppRole, err)
	}
	role, database := pgx.Identifier{AppRole}.Sanitize(), pgx.Identifier{admin.Config().Database}.Sanitize()
	var exists bool
	err = admin.QueryRow(ctx, "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1)", AppRole).Scan(&exists)
	if err != nil {
		return fmt.Errorf("looking for role %s: %w", AppRole, err)
	}
	verb := "CREATE"
	if exists {
		verb = "ALTER"
	}
	for _, sql := range []string{
		verb + " ROLE " + role + " LOGIN PASSWORD '" + quoted + "'",
		"ALTER DATABASE " + database + " OWNER TO " + role,
		"GRANT CREATE ON SCHEMA public TO " + role, // the owner of a database has it from 15 on only
	} {
		if _, err := admin.Exec(ctx, sql); err != nil {
			return fmt.Errorf("preparing role %s: %w", AppRole, err)
		}
	}
	return nil
}

// loadTables fills the tables over several connections; no key binds them together until all are full.
func loadTables(ctx context.Context, dsn string) error {
	if err := runFiles(ctx, dsn, "10_schema.sql"); err != nil {
		return err
	}
	err := together(ctx,
		func(ctx context.Context) error { return runFiles(ctx, dsn, "20_users.sql", "22_messages.sql") },
		func(ctx context.Context) error { return runFiles(ctx, dsn, "21_listings.sql", "23_access.sql") },
	)
	if err != nil {
		return err
	}
	return runFiles(ctx, dsn, "40_constraints.sql")
}

// makeSick adds the illnesses that are no matter of rows.
func makeSick(ctx context.Context, dsn string) error {
	conn, err := connectAs(ctx, dsn, AppRole, "pgdoctor demo")
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	_, err = conn.Exec(ctx, "CREATE UNIQUE INDEX CONCURRENTLY "+InvalidIndex+" ON users (email)")
	var failure *pgconn.PgError
	switch {
	case err == nil:
		return errors.New("building a unique index over duplicate e-mails succeeded, though it should not")
	case !errors.As(err, &failure) || failure.Code != uniqueViolation:
		return fmt.Errorf("building a unique index over duplicate e-mails: %w", err)
	}
	for _, sql := range []string{
		// The workload must find every table as a server that has run for long has it.
		"VACUUM (ANALYZE)",
		"UPDATE notification_settings SET by_sms = NOT by_sms WHERE id % 2 = 0",
	} {
		if _, err := conn.Exec(ctx, sql, pgx.QueryExecModeSimpleProtocol); err != nil {
			return fmt.Errorf("running %s: %w", sql, err)
		}
	}
	return nil
}

// runFiles executes embedded files in order, each one as a transaction.
func runFiles(ctx context.Context, dsn string, names ...string) error {
	conn, err := connectAs(ctx, dsn, AppRole, "pgdoctor demo")
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	for _, name := range names {
		sql, err := data.ReadFile("data/" + name)
		if err != nil {
			return fmt.Errorf("reading %s: %w", name, err)
		}
		if _, err := conn.PgConn().Exec(ctx, string(sql)).ReadAll(); err != nil {
			return fmt.Errorf("running %s: %w", name, err)
		}
	}
	return nil
}

// connectAs connects to dsn's database under another role (none: dsn's own), without parallel workers: they count as
// scans of their own, and so the counters would depend on the machine.
func connectAs(ctx context.Context, dsn, role, application string) (*pgx.Conn, error) {
	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		return nil, fmt.Errorf("reading the address: %w", err)
	}
	if role != "" {
		config.User = role
	}
	config.RuntimeParams["application_name"] = application
	config.RuntimeParams["synchronous_commit"] = "off" // the rows are made up: no commit has to wait for the disk
	config.RuntimeParams["max_parallel_workers_per_gather"] = "0"
	conn, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("connecting as %s: %w", config.User, err)
	}
	return conn, nil
}

// awaitStatistics waits until the sessions of the workload are gone: only then are all their counters visible.
func awaitStatistics(ctx context.Context, admin *pgx.Conn) error {
	for range 100 {
		var left int
		err := admin.QueryRow(ctx, "SELECT count(*) FROM pg_stat_activity WHERE usename = $1 AND datname = current_database()",
			AppRole).Scan(&left)
		if err != nil {
			return fmt.Errorf("waiting for the workload to end: %w", err)
		}
		if left == 0 {
			break
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
	return nil
}

// together runs tasks at the same time; the first failure ends the others and is the one returned.
func together(ctx context.Context, tasks ...func(context.Context) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var running sync.WaitGroup
	for _, task := range tasks {
		running.Go(func() {
			if err := task(ctx); err != nil {
				cancel(err)
			}
		})
	}
	running.Wait()
	return context.Cause(ctx)
}
