package advisor

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// dsn leads to the scratch database.
func (s *Scratch) dsn(user, password string) *url.URL {
	parsed, err := url.Parse(s.server.DSN(scratchDatabase))
	if err != nil {
		panic(err) // it was made by package url
	}
	if user != "" {
		parsed.User = url.UserPassword(user, password)
	}
	return parsed
}

// connect opens a session in the scratch database, of the superuser if user is "".
// The settings come with the connection, because those outrank what an object of
// the snapshot could have set for the database or the role.
func (s *Scratch) connect(ctx context.Context, user string, settings map[string]string) (*pgx.Conn, error) {
	return connectTo(ctx, s.dsn(user, s.password).String(), settings)
}

func connectTo(ctx context.Context, dsn string, settings map[string]string) (*pgx.Conn, error) {
	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		return nil, err
	}
	config.RuntimeParams["client_encoding"] = "UTF8"
	config.RuntimeParams["application_name"] = "pgdoctor scratch"
	for name, value := range settings {
		config.RuntimeParams[name] = value
	}
	return pgx.ConnectConfig(ctx, config)
}

// createDatabase makes the owner and the database, with the locale of the real
// one where this machine has it: the order of texts decides how much of a
// histogram a range covers.
func (s *Scratch) createDatabase(ctx context.Context, snapshot *Snapshot) error {
	secret := make([]byte, 16)
	if _, err := rand.Read(secret); err != nil {
		return err
	}
	s.password = hex.EncodeToString(secret)
	first, err := connectTo(ctx, s.server.DSN("postgres"), nil)
	if err != nil {
		return err
	}
	defer first.Close(context.WithoutCancel(ctx)) //nolint:errcheck // nothing is open in it
	if err := sameKind(ctx, first, snapshot.Origin); err != nil {
		return err
	}
	if _, err := first.Exec(ctx, "CREATE ROLE "+scratchOwner+" LOGIN PASSWORD "+postgres.Literal(s.password)); err != nil {
		return err
	}
	create := "CREATE DATABASE " + scratchDatabase + " OWNER " + scratchOwner + " TEMPLATE template0"
	_, err = first.Exec(ctx, create+locale(snapshot.Origin))
	var refusal *pgconn.PgError
	if errors.As(err, &refusal) {
		s.miss("locale", "", snapshot.Origin.Collate, refusal)
		_, err = first.Exec(ctx, create+" ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
	}
	if err != nil {
		return err
	}
	return s.enter(ctx, first, snapshot)
}

// enter sets the planner's settings for the database and opens the sessions.
func (s *Scratch) enter(ctx context.Context, first *pgx.Conn, snapshot *Snapshot) error {
	for _, setting := range snapshot.Settings {
		// jit costs nothing in the estimates, and time in the planner
		if setting.Name == "search_path" || setting.Name == "jit" {
			continue
		}
		_, err := first.Exec(ctx, fmt.Sprintf("ALTER DATABASE %s SET %s = %s",
			scratchDatabase, postgres.Quote(setting.Name), postgres.Literal(setting.Value)))
		var refusal *pgconn.PgError
		if errors.As(err, &refusal) {
			s.miss("setting", "", setting.Name, refusal)
		} else if err != nil {
			return err
		}
	}
	var err error
	if s.admin, err = s.connect(ctx, "", map[string]string{"search_path": "pg_catalog"}); err != nil {
		return err
	}
	// before 15 it is the superuser's
	if _, err := s.admin.Exec(ctx, "ALTER SCHEMA public OWNER TO "+scratchOwner); err != nil {
		return err
	}
	s.owner, err = s.connect(ctx, scratchOwner, map[string]string{
		"search_path":           "pg_catalog", // definitions are qualified
		"check_function_bodies": "off",        // what they call comes later
		"statement_timeout":     scratchTimeout,
	})
	return err
}

// sameKind refuses a server whose planner would count otherwise.
func sameKind(ctx context.Context, conn *pgx.Conn, origin Origin) error {
	var version, block int
	err := conn.QueryRow(ctx, `
		SELECT pg_catalog.current_setting('server_version_num')::int, pg_catalog.current_setting('block_size')::int`,
	).Scan(&version, &block)
	switch {
	case err != nil:
		return err
	case version/10000 != origin.Major():
		return fmt.Errorf("the server is of major %d, the snapshot is of major %d", version/10000, origin.Major())
	case block != origin.BlockSize:
		return fmt.Errorf("the server's blocks have %d bytes, those of the snapshot's %d", block, origin.BlockSize)
	}
	return nil
}

// locale is the end of CREATE DATABASE.
func locale(o Origin) string {
	text := " ENCODING " + postgres.Literal(o.Encoding) + " LC_COLLATE " + postgres.Literal(o.Collate) + " LC_CTYPE " + postgres.Literal(o.CType)
	switch o.Provider {
	case "i":
		text += " LOCALE_PROVIDER icu ICU_LOCALE " + postgres.Literal(o.Locale)
	case "b":
		text += " LOCALE_PROVIDER builtin BUILTIN_LOCALE " + postgres.Literal(o.Locale)
	}
	return text
}

// createExtensions makes those that this machine has. Most need the superuser,
// and run scripts of this machine only.
func (s *Scratch) createExtensions(ctx context.Context, snapshot *Snapshot) error {
	for _, extension := range snapshot.Extensions {
		if extension.Name == "plpgsql" {
			continue
		}
		create := "CREATE EXTENSION IF NOT EXISTS " + postgres.Quote(extension.Name)
		for _, sql := range []string{
			"CREATE SCHEMA IF NOT EXISTS " + postgres.Quote(extension.Schema) + " AUTHORIZATION " + scratchOwner,
			create + " SCHEMA " + postgres.Quote(extension.Schema) + " CASCADE",
		} {
			_, err := s.admin.Exec(ctx, sql)
			var refusal *pgconn.PgError
			switch {
			case errors.As(err, &refusal):
				// some insist on a schema of their own: then the one above is in the way, or not theirs
				s.miss("extension", extension.Schema, extension.Name, refusal)
			case err != nil:
				return err
			}
			if err != nil {
				break
			}
		}
	}
	return nil
}

func (s *Scratch) miss(kind, schema, name string, refusal *pgconn.PgError) {
	s.missing = append(s.missing, MissingObject{Kind: kind, Schema: schema, Name: name, Reason: refusal.Message})
}
