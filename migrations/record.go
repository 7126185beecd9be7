package migrations

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/golang-migrate/migrate/v4"
	"github.com/golang-migrate/migrate/v4/database"
	pgxmigrate "github.com/golang-migrate/migrate/v4/database/pgx/v5"
	"github.com/golang-migrate/migrate/v4/source/iofs"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

//go:embed record/*.sql
var recordFiles embed.FS

// guardKey is the advisory lock under which pgdoctor applies and undoes: one
// at a time in a database. It is polled, never waited for: a session that waits
// holds a snapshot, for which CREATE INDEX CONCURRENTLY of the holder waits in
// turn, and the builder is the one that the deadlock check ends
// (golang-migrate issue 960).
const guardKey = 0x7067646f63746f72 // "pgdoctor"

// guardWait is how long another pgdoctor is waited for.
const guardWait = 20 * time.Second

// Record is the open record of a database, held by this process alone.
type Record struct {
	cfg   *pgx.ConnConfig
	guard *pgx.Conn // holds the advisory lock, and is never inside a transaction
	tool  string
	log   func(string)
	watch func(string) // live progress of the running step, may be nil

	maxWait time.Duration // for other sessions
	behind  string        // those for whom the last step waited, as text
}

// Open takes the guard, makes the record where there is none, and heals what
// an interrupted run left. log gets progress for people.
func Open(ctx context.Context, cfg *pgx.ConnConfig, server postgres.Server, tool string, log func(string)) (*Record, error) {
	if server.Standby {
		return nil, errors.New("this server is a standby, where nothing can be changed: connect to its primary")
	}
	r := &Record{cfg: writing(cfg, server), tool: tool, log: log, maxWait: DefaultMaxWait}
	r.cfg.OnNotice = func(_ *pgconn.PgConn, notice *pgconn.Notice) {
		if text, ours := strings.CutPrefix(notice.Message, "pgdoctor: "); ours {
			log(text)
		}
	}
	if err := r.connect(ctx); err != nil {
		return nil, err
	}
	if err := r.prepare(ctx); err != nil {
		r.Close()
		return nil, err
	}
	return r, nil
}

// Close gives the guard back.
func (r *Record) Close() { hangUp(r.guard) }

func hangUp(conn *pgx.Conn) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	conn.Close(ctx) //nolint:errcheck // the server drops its locks with the connection
}

// writing is the configuration of every connection that writes.
func writing(cfg *pgx.ConnConfig, server postgres.Server) *pgx.ConnConfig {
	cfg = cfg.Copy()
	options := "-c pgdoctor.probe=direct"
	if server.Major() >= 14 {
		// a killed pgdoctor must not leave a build running that nobody waits for
		options += " -c client_connection_check_interval=2s -c idle_session_timeout=0"
	}
	cfg.RuntimeParams["options"] = strings.TrimSpace(cfg.RuntimeParams["options"] + " " + options)
	for name, value := range map[string]string{
		// below deadlock_timeout (1 s), so that whoever waits gives up before the
		// deadlock check ends somebody else's statement
		"lock_timeout":                        "500ms",
		"statement_timeout":                   "0",
		"idle_in_transaction_session_timeout": "0",
		"row_security":                        "off",
		"default_transaction_read_only":       "off",
		"application_name":                    "pgdoctor",
	} {
		cfg.RuntimeParams[name] = value
	}
	return cfg
}

const poolerHint = "connect directly to the server for this, not through a pooler: its transaction mode would lose settings and locks (another port or host in the connection string)"

func (r *Record) connect(ctx context.Context) error {
	conn, err := direct(ctx, r.cfg)
	if err != nil {
		return err
	}
	r.guard = conn
	// what steps require names everything in full, and compares definitions, which
	// the server writes differently with a search_path
	if _, err := conn.Exec(ctx, "SET search_path = ''"); err != nil {
		r.Close()
		return fmt.Errorf("set up the connection: %w", err)
	}
	return nil
}

// direct connects to the server itself, for writing, and refuses a pooler between.
func direct(ctx context.Context, cfg *pgx.ConnConfig) (*pgx.Conn, error) {
	conn, err := pgx.ConnectConfig(ctx, cfg)
	if err != nil {
		var pgErr *pgconn.PgError
		if errors.As(err, &pgErr) && pgErr.Code == "08P01" {
			return nil, errors.New(poolerHint) // PgBouncer refuses startup parameters that it does not know
		}
		_, err = postgres.Connect(ctx, cfg)
		if err == nil {
			err = errors.New("the connection for writing broke off: try again")
		}
		return nil, err
	}
	var probe *string
	err = conn.QueryRow(ctx, "SELECT pg_catalog.current_setting('pgdoctor.probe', true)").Scan(&probe)
	switch {
	case err != nil:
		err = fmt.Errorf("probe the connection: %w", err)
	case probe == nil || *probe != "direct":
		err = errors.New(poolerHint)
	default:
		return conn, nil
	}
	hangUp(conn)
	return nil, err
}

func (r *Record) prepare(ctx context.Context) error {
	if err := takeGuard(ctx, r.guard, guardKey, r.log); err != nil {
		return err
	}
	if err := r.create(ctx); err != nil {
		if refused := (notOurs{}); errors.As(err, &refused) {
			return refused.error
		}
		if pgErr := serverError(err); pgErr != nil && pgErr.Code == "42501" {
			return fmt.Errorf("make the record in schema pgdoctor: %s (SQLSTATE 42501): GRANT CREATE ON DATABASE %s TO %s, or use the role that made the schema",
				pgErr.Message, postgres.Quote(r.cfg.Database), postgres.Quote(r.cfg.User))
		}
		return fmt.Errorf("make the record in schema pgdoctor: %s", say(err))
	}
	return r.heal(ctx)
}

// takeGuard polls for an advisory lock and names its holder when it gives up.
func takeGuard(ctx context.Context, conn *pgx.Conn, key int64, log func(string)) error {
	deadline := time.Now().Add(guardWait)
	for said := false; ; said = true {
		var taken bool
		if err := conn.QueryRow(ctx, "SELECT pg_catalog.pg_try_advisory_lock($1)", key).Scan(&taken); err != nil {
			return fmt.Errorf("take the guard: %w", err)
		}
		if taken {
			return nil
		}
		holder := holderOf(ctx, conn, key)
		if time.Now().After(deadline) {
			return fmt.Errorf("another pgdoctor is at work in this database (%s): wait until it is done", holder)
		}
		if !said {
			log("waiting for another pgdoctor in this database (" + holder + ")")
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(500 * time.Millisecond):
		}
	}
}

func holderOf(ctx context.Context, conn *pgx.Conn, key int64) string {
	var holder string
	err := conn.QueryRow(ctx, `
		SELECT pg_catalog.format('pid %s, user %s, since %s', a.pid, a.usename, a.backend_start::timestamptz(0))
		FROM pg_catalog.pg_locks AS l
		JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid
		WHERE l.locktype = 'advisory' AND l.granted
		  AND l.database = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
		  AND l.classid::bigint = $1 AND l.objid::bigint = $2
		LIMIT 1`, key>>32, key&0xffffffff).Scan(&holder)
	if err != nil {
		return "its session cannot be seen"
	}
	return holder
}

// create makes schema, version table and journal, by golang-migrate as well.
func (r *Record) create(ctx context.Context) error {
	var exists, ours bool
	err := r.guard.QueryRow(ctx, `
		SELECT pg_catalog.to_regnamespace('pgdoctor') IS NOT NULL,
			pg_catalog.to_regclass('pgdoctor.journal') IS NOT NULL
			OR NOT EXISTS (
				SELECT FROM pg_catalog.pg_class AS c
				WHERE c.relnamespace = pg_catalog.to_regnamespace('pgdoctor')
				  AND c.relname NOT IN ('record_version', 'record_version_pkey')
			)`).Scan(&exists, &ours)
	if err != nil {
		return err
	}
	if !ours {
		return errors.New("a schema of that name exists, with other relations in it")
	}
	if !exists {
		// both or neither: the server takes them as one transaction
		if _, err := r.guard.Exec(ctx, "CREATE SCHEMA pgdoctor; REVOKE ALL ON SCHEMA pgdoctor FROM PUBLIC"); err != nil {
			return err
		}
	}
	if err := r.known(ctx, exists); err != nil {
		return err
	}
	m, err := schemaMigrator(r.cfg, recordFiles, "record", pgxmigrate.Config{SchemaName: "pgdoctor", MigrationsTable: "record_version"})
	if err != nil {
		return err
	}
	defer m.Close()
	return up(m)
}

// schemaMigrator is golang-migrate over embedded files, with a pool of its own, which it closes.
func schemaMigrator(cfg *pgx.ConnConfig, embedded embed.FS, folder string, config pgxmigrate.Config) (*migrate.Migrate, error) {
	files, err := iofs.New(embedded, folder)
	if err != nil {
		return nil, err
	}
	db := stdlib.OpenDB(*cfg)
	driver, err := pgxmigrate.WithInstance(db, &config)
	if err != nil {
		db.Close()
		return nil, err
	}
	m, err := migrate.NewWithInstance(folder, files, "pgx5", driver)
	if err != nil {
		driver.Close()
		return nil, err
	}
	return m, nil
}

// up applies what is not applied yet, which may be nothing. A run that was killed
// between a migration and golang-migrate's note of it leaves a dirty version: that
// migration is done again, as the files of record and store allow.
func up(m *migrate.Migrate) error {
	version, dirty, err := m.Version()
	if err != nil && !errors.Is(err, migrate.ErrNilVersion) {
		return err
	}
	if dirty {
		before := int(version) - 1
		if before == 0 {
			before = database.NilVersion
		}
		if err := m.Force(before); err != nil {
			return err
		}
	}
	if err := m.Up(); !errors.Is(err, migrate.ErrNoChange) {
		return err
	}
	return nil
}

// Entries reads the journal as it is now. It does not end with ctx: pgx closes
// a connection whose query is cut short, and the guard would go with it.
func (r *Record) Entries(ctx context.Context) ([]Entry, error) {
	return History(context.WithoutCancel(ctx), r.guard)
}

// exec runs a statement on the guard's connection even if ctx has ended:
// what happened must be written down above all when something is cut short.
func (r *Record) exec(ctx context.Context, sql string, args ...any) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 30*time.Second)
	defer cancel()
	_, err := r.guard.Exec(ctx, sql, args...)
	return err
}

// holds reads one boolean on the guard's connection, also after ctx has ended.
func (r *Record) holds(ctx context.Context, sql string, args ...any) (bool, error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Minute)
	defer cancel()
	var answer bool
	err := r.guard.QueryRow(ctx, sql, args...).Scan(&answer)
	return answer, err
}
