package servers

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

var all []*Server

func TestMain(m *testing.M) {
	flag.Parse()
	if testing.Short() {
		os.Exit(m.Run())
	}
	var stop func()
	var err error
	if all, stop, err = Start(context.Background(), nil); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	stop()
	os.Exit(code)
}

func onEach(t *testing.T, test func(*testing.T, *Server)) {
	if testing.Short() {
		t.Skip("needs servers")
	}
	for _, s := range all {
		t.Run(fmt.Sprintf("pg%d", s.Major), func(t *testing.T) { test(t, s) })
	}
}

// ask returns the single text of a query, and fails the test without one.
func ask(t *testing.T, dsn, query string) string {
	t.Helper()
	answer, err := tryAsk(dsn, query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return answer
}

func tryAsk(dsn, query string) (answer string, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		return "", err
	}
	// The pooler hands each statement to another session.
	config.DefaultQueryExecMode = pgx.QueryExecModeSimpleProtocol
	conn, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return "", err
	}
	defer conn.Close(ctx)
	err = conn.QueryRow(ctx, query).Scan(&answer)
	return answer, err
}

// eventually asks until the answer is the wanted one, within reason.
func eventually(t *testing.T, dsn, query, want string) {
	t.Helper()
	var got string
	var err error
	for range 100 {
		if got, err = tryAsk(dsn, query); err == nil && got == want {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("%s: got %q (%v), want %q", query, got, err, want)
}

func TestServersAreWhatTheyClaim(t *testing.T) {
	onEach(t, func(t *testing.T, s *Server) {
		dsn := s.Database(t)
		if got := ask(t, dsn, "SELECT current_setting('server_version_num')::int / 10000 || ''"); got != fmt.Sprint(s.Major) {
			t.Errorf("major %s, want %d", got, s.Major)
		}
		s.Exec(t, dsn, "CREATE EXTENSION hypopg; CREATE EXTENSION pg_stat_statements; CREATE EXTENSION amcheck")
		if s.container == nil {
			return // the rest is for the image to promise
		}
		for name, want := range map[string]string{
			"server_encoding": "UTF8", "autovacuum": "on", "autovacuum_naptime": "1h", "fsync": "on",
			"max_connections": "200", "max_prepared_transactions": "10", "wal_level": "replica",
		} {
			if got := ask(t, dsn, "SHOW "+name); got != want {
				t.Errorf("%s is %s, want %s", name, got, want)
			}
		}
		if got := ask(t, dsn, "SELECT datcollate FROM pg_database WHERE datname = current_database()"); got != "en_US.UTF-8" {
			t.Errorf("locale %s, want en_US.UTF-8", got)
		}
	})
}

func TestDatabasesAndRolesGoWithTheirTest(t *testing.T) {
	onEach(t, func(t *testing.T, s *Server) {
		var role string
		t.Run("leaves much behind", func(t *testing.T) {
			dsn := s.Database(t)
			var password string
			role, password = s.Role(t, "reader", "IN ROLE pg_monitor")
			s.Exec(t, dsn, "CREATE SCHEMA hers AUTHORIZATION "+role+"; CREATE TABLE hers.t (id int)")
			if s.container != nil { // others may not allow prepared transactions
				s.Exec(t, dsn, "BEGIN; INSERT INTO hers.t VALUES (1); PREPARE TRANSACTION 'it''s "+role+"'")
			}
			name := ask(t, dsn, "SELECT current_database()")
			if got := ask(t, s.DSNFor(name, role, password), "SELECT current_user"); got != role {
				t.Errorf("logged in as %s, want %s", got, role)
			}
		})
		if got := ask(t, s.DSN("postgres"), "SELECT count(*) || '' FROM pg_roles WHERE rolname = '"+role+"'"); got != "0" {
			t.Errorf("role %s is still there", role)
		}
	})
}

func TestScriptErrorNamesItsLine(t *testing.T) {
	onEach(t, func(t *testing.T, s *Server) {
		dsn := s.Database(t)
		script := "SELECT 'ö';\nSELECT 1;\n  SELECT nothing;\n"
		ctx := context.Background()
		conn, err := pgx.Connect(ctx, dsn)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close(ctx)
		_, err = conn.PgConn().Exec(ctx, script).ReadAll()
		if got := located(err, script).Error(); !strings.Contains(got, "line 3, column 10:   SELECT nothing;") {
			t.Errorf("no line in %q", got)
		}
	})
}
