package servers

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
)

// marker begins the name of every database and role made here; eight hex digits
// of time, eight of chance end it.
const marker = "pgdoctor_test_"

// patience bounds each script of a test.
const patience = 2 * time.Minute

// DSN is the superuser's way into a database.
func (s *Server) DSN(database string) string {
	u := s.url
	u.Path = "/" + database
	return u.String()
}

// DSNFor is another role's way into a database.
func (s *Server) DSNFor(database, user, password string) string {
	u := s.url
	u.Path = "/" + database
	u.User = url.UserPassword(user, password)
	return u.String()
}

// Database makes an empty database for this test and returns the superuser's DSN.
func (s *Server) Database(t testing.TB) string {
	t.Helper()
	return s.DatabaseWith(t, "")
}

// DatabaseWith makes an empty database with options of CREATE DATABASE, such as
// an encoding.
func (s *Server) DatabaseWith(t testing.TB, options string) string {
	t.Helper()
	name := randomName("")
	if err := s.asSuperuser(func(ctx context.Context, conn *pgx.Conn) error {
		_, err := conn.Exec(ctx, "CREATE DATABASE "+quote(name)+" TEMPLATE template0 "+options)
		return err
	}); err != nil {
		t.Fatalf("create a database: %v", err)
	}
	t.Cleanup(func() {
		if err := s.asSuperuser(func(ctx context.Context, conn *pgx.Conn) error {
			if err := s.dropDatabase(ctx, conn, name); err != nil {
				return err
			}
			return s.dropPending(ctx, conn)
		}); err != nil {
			t.Errorf("drop database %s: %v", name, err)
		}
	})
	return s.DSN(name)
}

// Role makes a login role with attributes such as "CREATEDB" or "IN ROLE
// pg_monitor", and returns its name and password. It goes when the test ends, or
// with the last test database in which it owns something.
func (s *Server) Role(t testing.TB, prefix, attributes string) (user, password string) {
	t.Helper()
	user, password = randomName(prefix+"_"), rand.Text()
	s.Exec(t, s.DSN("postgres"), "CREATE ROLE "+quote(user)+" LOGIN PASSWORD '"+password+"' "+attributes)
	t.Cleanup(func() {
		if err := s.asSuperuser(func(ctx context.Context, conn *pgx.Conn) error {
			return s.dropOrPend(ctx, conn, user)
		}); err != nil {
			t.Errorf("drop role %s: %v", user, err)
		}
	})
	return user, password
}

// Exec runs a script through the simple protocol: several statements are one
// transaction unless they say otherwise, so VACUUM and the like come alone.
func (s *Server) Exec(t testing.TB, dsn, sql string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		t.Fatalf("connect for a script: %v", err)
	}
	defer conn.Close(ctx)
	if _, err := conn.PgConn().Exec(ctx, sql).ReadAll(); err != nil {
		t.Fatalf("run a script: %v", located(err, sql))
	}
}

// CatchUp waits until a standby has replayed all that its primary has written until now.
func (s *Server) CatchUp(t testing.TB, primary *Server) {
	t.Helper()
	written := primary.names(t, "SELECT pg_catalog.pg_current_wal_lsn()::text")[0]
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		replayed := s.names(t, "SELECT pg_catalog.pg_last_wal_replay_lsn()::text WHERE pg_catalog.pg_last_wal_replay_lsn() >= '"+written+"'")
		if len(replayed) > 0 {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("the standby did not replay %s", written)
		}
	}
}

// located adds the line that the server complains about.
func located(err error, sql string) error {
	var refusal *pgconn.PgError
	if !errors.As(err, &refusal) {
		return err
	}
	text := fmt.Sprintf("%s (SQLSTATE %s)", refusal.Message, refusal.Code)
	for _, more := range []string{refusal.Detail, refusal.Hint, refusal.Where} {
		if more != "" {
			text += "\n" + more
		}
	}
	// The position counts characters, from one.
	if runes := []rune(sql); refusal.Position > 0 && int(refusal.Position) <= len(runes) {
		before := string(runes[:refusal.Position-1])
		line := strings.Count(before, "\n")
		text += fmt.Sprintf("\nline %d, column %d: %s", line+1,
			int(refusal.Position)-len([]rune(before[:strings.LastIndex(before, "\n")+1])), strings.Split(sql, "\n")[line])
	}
	return errors.New(text)
}

// asSuperuser lends a connection to database postgres. Servers that many tests
// use keep some: to connect costs more than what most tests ask for.
func (s *Server) asSuperuser(do func(context.Context, *pgx.Conn) error) error {
	// Not the test's own context: that has ended when its cleanup runs.
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if s.administrators == nil {
		conn, err := pgx.Connect(ctx, s.DSN("postgres"))
		for slotless(err) && ctx.Err() == nil { // the slot of a session that was just told to end is free a moment later
			time.Sleep(50 * time.Millisecond)
			conn, err = pgx.Connect(ctx, s.DSN("postgres"))
		}
		if err != nil {
			return err
		}
		defer conn.Close(ctx)
		return do(ctx, conn)
	}
	conn, err := s.administrators.Acquire(ctx)
	if err != nil {
		return err
	}
	defer conn.Release()
	return do(ctx, conn.Conn())
}

// slotless says whether a server refused a session for want of a slot.
func slotless(err error) bool {
	var refusal *pgconn.PgError
	return errors.As(err, &refusal) && refusal.Code == "53300" // too_many_connections
}

// keepAdministrators makes asSuperuser reuse its connections.
func (s *Server) keepAdministrators() error {
	pool, err := pgxpool.New(context.Background(), s.DSN("postgres"))
	s.administrators = pool
	return err
}

func randomName(prefix string) string {
	var chance [4]byte
	_, _ = rand.Read(chance[:]) // never fails, says its documentation
	return marker + prefix + fmt.Sprintf("%08x", time.Now().Unix()) + hex.EncodeToString(chance[:])
}

// madeAt reads the time back out of a name.
func madeAt(name string) (time.Time, bool) {
	if !strings.HasPrefix(name, marker) || len(name) < len(marker)+16 {
		return time.Time{}, false
	}
	seconds, err := strconv.ParseInt(name[len(name)-16:len(name)-8], 16, 64)
	return time.Unix(seconds, 0), err == nil
}

func quote(name string) string { return pgx.Identifier{name}.Sanitize() }
