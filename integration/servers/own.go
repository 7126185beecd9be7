package servers

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// Setup says what a test wants of a server that it may change as a whole. The
// zero value is a server like the others.
type Setup struct {
	Settings string // lines of postgresql.conf, "name = value" each
	HBA      string // lines to add to pg_hba.conf
	Initdb   string // arguments of initdb
	Standby  bool   // and a streaming replica of it
}

// lent holds the servers that tests take turns with.
var lent struct {
	sync.Mutex
	byKind map[kind]*lentServer
}

// kind is what cannot be changed about a server while it runs.
type kind struct {
	major   int
	standby bool
	setting string // that needs a restart, "" for none
}

// lendable are the settings that need a restart and that several tests want.
var lendable = []string{"", "archive_mode = on", "wal_level = logical"}

type lentServer struct {
	turn            sync.Mutex
	server, standby *Server
	conninfo        string       // of the standby to its primary
	leave           func() error // the network of the two
}

// Own gives the test a server of the same major on which it is alone, and its
// standby if it wants one. Where the settings can change without a restart, or
// other tests want the same, it is one that tests take turns with, and that is
// cleaned after each; else one made for the test.
func (s *Server) Own(t testing.TB, setup Setup) (own, standby *Server) {
	t.Helper()
	restart, reload := s.byContext(t, setup.Settings)
	if setup.HBA == "" && setup.Initdb == "" && slices.Contains(lendable, restart) {
		own, standby = borrow(t, kind{s.Major, setup.Standby, restart})
		for _, server := range []*Server{own, standby} {
			if server != nil {
				server.set(t, reload)
			}
		}
		return own, standby
	}
	own = startFor(t, s.Major, spec{keep: setup.Standby, tmpfs: memory, env: map[string]string{
		"POSTGRES_SETTINGS": setup.Settings, "POSTGRES_HBA": setup.HBA, "POSTGRES_INITDB_ARGS": strings.TrimSpace(setup.Initdb),
	}})
	if setup.Standby {
		standby = own.Standby(t)
	}
	return own, standby
}

// assignments reads lines of postgresql.conf.
func assignments(settings string) [][2]string {
	var list [][2]string
	for line := range strings.Lines(settings) {
		name, value, found := strings.Cut(line, "=")
		if name = strings.TrimSpace(name); found && !strings.HasPrefix(name, "#") {
			list = append(list, [2]string{name, strings.Trim(strings.TrimSpace(value), "'")})
		}
	}
	return list
}

// byContext parts settings that need a restart, as lines, from the others.
func (s *Server) byContext(t testing.TB, settings string) (restart string, reload [][2]string) {
	t.Helper()
	needRestart := s.names(t, "SELECT name FROM pg_catalog.pg_settings WHERE context IN ('postmaster', 'internal')")
	var lines []string
	for _, assignment := range assignments(settings) {
		if slices.Contains(needRestart, assignment[0]) {
			lines = append(lines, assignment[0]+" = "+assignment[1])
		} else {
			reload = append(reload, assignment)
		}
	}
	return strings.Join(lines, "\n"), reload
}

// borrow waits for the server that tests share and gives it back when the test ends.
func borrow(t testing.TB, k kind) (own, standby *Server) {
	t.Helper()
	lent.Lock()
	if lent.byKind == nil {
		lent.byKind = map[kind]*lentServer{}
	}
	one := lent.byKind[k]
	if one == nil {
		one = &lentServer{}
		lent.byKind[k] = one
	}
	lent.Unlock()

	one.turn.Lock()
	t.Cleanup(one.turn.Unlock)
	if one.server == nil {
		if err := one.start(k); err != nil {
			t.Fatalf("this test needs a server of its own: %v", err)
		}
	}
	roles := one.server.names(t, "SELECT rolname FROM pg_catalog.pg_roles")
	t.Cleanup(func() { one.reset(t, roles) })
	return one.server, one.standby
}

func (l *lentServer) start(k kind) error {
	ctx, cancel := context.WithTimeout(context.Background(), 2*startup)
	defer cancel()
	e, err := openEngine(ctx)
	if err != nil {
		return err
	}
	server, err := e.server(ctx, k.major, spec{keep: k.standby, tmpfs: memory, env: map[string]string{
		// a standby that a test cut off is to come back at once
		"POSTGRES_SETTINGS": k.setting + "\nwal_retrieve_retry_interval = 100ms",
	}})
	if err != nil || !k.standby {
		l.server = server
		return err
	}
	companion, leave, err := server.join(ctx)
	if err != nil {
		server.container.remove()
		return err
	}
	standby, err := e.server(ctx, k.major, companion)
	if err == nil {
		err = standby.asSuperuser(func(ctx context.Context, conn *pgx.Conn) error {
			return conn.QueryRow(ctx, "SHOW primary_conninfo").Scan(&l.conninfo)
		})
	}
	if err != nil {
		server.container.remove()
		return errors.Join(err, leave())
	}
	l.server, l.standby, l.leave = server, standby, leave
	return nil
}

// set changes settings and waits until new sessions see them.
func (s *Server) set(t testing.TB, settings [][2]string) {
	t.Helper()
	err := s.asSuperuser(func(ctx context.Context, conn *pgx.Conn) error {
		for _, assignment := range settings {
			if _, err := conn.Exec(ctx, alterSystem(assignment[0], assignment[1])); err != nil {
				return err
			}
		}
		return s.reload(ctx, conn)
	})
	if err != nil {
		t.Fatalf("change settings: %v", err)
	}
}

func alterSystem(name, value string) string {
	return "ALTER SYSTEM SET " + quote(name) + " = '" + strings.ReplaceAll(value, "'", "''") + "'"
}

// reload returns when sessions that begin from now on have read the files again.
func (s *Server) reload(ctx context.Context, conn *pgx.Conn) error {
	var before time.Time
	if err := conn.QueryRow(ctx, "SELECT pg_catalog.pg_conf_load_time() FROM pg_catalog.pg_reload_conf()").Scan(&before); err != nil {
		return err
	}
	for {
		var loaded time.Time
		fresh, err := pgx.Connect(ctx, s.DSN("postgres"))
		if err == nil {
			err = fresh.QueryRow(ctx, "SELECT pg_catalog.pg_conf_load_time()").Scan(&loaded)
			fresh.Close(ctx)
		}
		if err != nil || loaded.After(before) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(10 * time.Millisecond):
		}
	}
}

func (s *Server) names(t testing.TB, query string) []string {
	t.Helper()
	var list []string
	err := s.asSuperuser(func(ctx context.Context, conn *pgx.Conn) error {
		rows, err := conn.Query(ctx, query)
		if err != nil {
			return err
		}
		list, err = pgx.CollectRows(rows, pgx.RowTo[string])
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// reset takes back what a test did to the server as a whole, and to its standby.
// The test's databases are gone by then, but those that its script made.
func (l *lentServer) reset(t testing.TB, roles []string) {
	if l.standby != nil {
		l.standby.undo(t, []string{
			"SELECT pg_catalog.pg_wal_replay_resume()",
			"ALTER SYSTEM RESET ALL", alterSystem("primary_conninfo", l.conninfo),
		})
	}
	s := l.server
	undo := []string{"ALTER SYSTEM RESET ALL", `SELECT pg_catalog.pg_terminate_backend(pid)
		FROM pg_catalog.pg_stat_replication WHERE state IN ('startup', 'backup')`, endConsumers("true")}
	undo = append(undo, s.names(t, `SELECT pg_catalog.format('SELECT pg_catalog.pg_drop_replication_slot(%L)', slot_name)
		FROM pg_catalog.pg_replication_slots WHERE NOT temporary`)...)
	undo = append(undo, s.names(t, `SELECT pg_catalog.format('DROP DATABASE %I', datname)
		FROM pg_catalog.pg_database WHERE datname NOT IN ('postgres', 'template0', 'template1')`)...)
	undo = append(undo, s.names(t, `SELECT CASE
			WHEN setrole = 0 AND setdatabase = 0 THEN 'ALTER ROLE ALL RESET ALL'
			WHEN setrole = 0 THEN pg_catalog.format('ALTER DATABASE %I RESET ALL', d.datname)
			WHEN setdatabase = 0 THEN pg_catalog.format('ALTER ROLE %I RESET ALL', r.rolname)
			ELSE pg_catalog.format('ALTER ROLE %I IN DATABASE %I RESET ALL', r.rolname, d.datname) END
		FROM pg_catalog.pg_db_role_setting
		LEFT JOIN pg_catalog.pg_database AS d ON d.oid = setdatabase
		LEFT JOIN pg_catalog.pg_roles AS r ON r.oid = setrole`)...)
	for _, role := range s.names(t, "SELECT rolname FROM pg_catalog.pg_roles ORDER BY oid DESC") {
		if !slices.Contains(roles, role) {
			undo = append(undo, "DROP OWNED BY "+quote(role)+" CASCADE", "DROP ROLE "+quote(role))
		}
	}
	s.undo(t, undo)
}

// undo runs the statements and reads the settings again.
func (s *Server) undo(t testing.TB, statements []string) {
	err := s.asSuperuser(func(ctx context.Context, conn *pgx.Conn) error {
		for _, statement := range statements {
			if _, err := conn.Exec(ctx, statement); err != nil {
				return fmt.Errorf("%s: %w", statement, err)
			}
		}
		return s.reload(ctx, conn)
	})
	if err != nil {
		t.Errorf("clean the server that tests share: %v", err)
	}
}

// removeLent ends the servers that tests took turns with.
func removeLent() {
	lent.Lock()
	defer lent.Unlock()
	for _, one := range lent.byKind {
		if one.standby != nil {
			one.standby.container.remove()
		}
		if one.leave != nil {
			_ = one.leave() // what is left the next run removes
		}
		if one.server != nil {
			one.server.container.remove()
		}
	}
	lent.byKind = nil
}
