package postgres

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/jmoiron/sqlx"
)

// Target names what a connection leads to. It never holds the password.
type Target struct {
	Host     string `json:"host"`
	Port     int    `json:"port"`
	Database string `json:"database"`
	User     string `json:"user"`
}

// FindDSN picks the connection string: the one given, else PGDOCTOR_DSN, else
// DATABASE_URL, else "", with which libpq's own rules (PG* variables, service
// file, .pgpass) decide everything.
func FindDSN(given string) string {
	if given != "" {
		return given
	}
	for _, variable := range []string{"PGDOCTOR_DSN", "DATABASE_URL"} {
		if value := os.Getenv(variable); value != "" {
			return value
		}
	}
	return ""
}

// ParseDSN reads a connection string in either of libpq's forms. Its error
// leaves out the string and the parser's own words: both can hold a piece of
// the password when a character in it was not percent-encoded.
func ParseDSN(dsn string) (*pgx.ConnConfig, error) {
	cfg, err := pgx.ParseConfig(dsn)
	if err != nil || !settingNames(cfg) {
		return nil, &ConnectError{
			Reason: "the connection string cannot be read",
			Hint:   "write postgres://user:password@host:5432/database with special characters of the password percent-encoded, or host=… dbname=… user=…; a service file, certificate or .pgpass that it names must exist",
		}
	}
	if cfg.ConnectTimeout == 0 {
		cfg.ConnectTimeout = 10 * time.Second
	}
	// Without it the server sends names in the database's own encoding.
	cfg.RuntimeParams["client_encoding"] = "UTF8"
	cfg.AfterConnect = readBytes
	if cfg.RuntimeParams["application_name"] == "" {
		cfg.RuntimeParams["application_name"] = "pgdoctor"
	}
	return cfg, nil
}

// settingNames says whether what the parser took for names of settings can be
// such. In a URL without postgres:// it sees one setting, named all that stands
// before the first =, and would send it, password and all, to another server.
func settingNames(cfg *pgx.ConnConfig) bool {
	for name := range cfg.RuntimeParams {
		if !settingName.MatchString(name) {
			return false
		}
	}
	return true
}

var settingName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_.$]*$`)

// readBytes takes what a database without an encoding holds as it is: turned into
// UTF-8, a name with bytes that are no characters would fail the whole query.
func readBytes(ctx context.Context, conn *pgconn.PgConn) error {
	if conn.ParameterStatus("server_encoding") != "SQL_ASCII" {
		return nil
	}
	_, err := conn.Exec(ctx, "SET client_encoding = 'SQL_ASCII'").ReadAll()
	return err
}

// TargetOf says where a configuration leads.
func TargetOf(cfg *pgx.ConnConfig) Target {
	host := cfg.Host
	// the rest of a password in which an @ was not percent-encoded
	if at := strings.LastIndex(host, "@"); at > 0 && !strings.HasPrefix(host, "/") {
		host = host[at+1:]
	}
	return Target{Host: host, Port: int(cfg.Port), Database: cfg.Database, User: cfg.User}
}

// Open connects for reading and makes sure that the server answers. At most
// maxConns connections are held. Errors are *ConnectError.
func Open(ctx context.Context, cfg *pgx.ConnConfig, maxConns int) (*sqlx.DB, error) {
	reading := cfg.Copy()
	// No named prepared statements: a pooler in transaction mode hands the
	// next statement to another server connection, which does not have them.
	reading.DefaultQueryExecMode = pgx.QueryExecModeExec
	db := sqlx.NewDb(stdlib.OpenDB(*reading), "pgx")
	db.SetMaxOpenConns(maxConns)
	if err := db.PingContext(ctx); err != nil {
		db.Close()
		return nil, diagnose(TargetOf(cfg), err)
	}
	return db, nil
}

// Connect opens one plain connection, with the same diagnosis as Open.
func Connect(ctx context.Context, cfg *pgx.ConnConfig) (*pgx.Conn, error) {
	plain := cfg.Copy()
	plain.DefaultQueryExecMode = pgx.QueryExecModeExec // as in Open
	conn, err := pgx.ConnectConfig(ctx, plain)
	if err != nil {
		return nil, diagnose(TargetOf(cfg), err)
	}
	return conn, nil
}

// Address is host:port/database, for messages.
func (t Target) Address() string {
	return fmt.Sprintf("%s:%d/%s", t.Host, t.Port, t.Database)
}
