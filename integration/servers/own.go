package servers

import (
	"context"
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

// lent holds one server per major that tests take turns with.
var lent struct {
	sync.Mutex
	byMajor map[int]*lentServer
}

type lentServer struct {
	turn   sync.Mutex
	server *Server
}

// Own gives the test a server of the same major on which it is alone, and its
// standby if it wants one. Where the settings can change without a restart it is
// one server that tests take turns with, and that is cleaned after each; else
// one made for the test.
func (s *Server) Own(t testing.TB, setup Setup) (own, standby *Server) {
	t.Helper()
	if setup.HBA == "" && setup.Initdb == "" && !setup.Standby && s.canReload(t, setup.Settings) {
		own = s.borrow(t)
		own.set(t, setup.Settings)
		return own, nil
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

func (s *Server) canReload(t testing.TB, settings string) bool {
	t.Helper()
	var names []string
	for _, assignment := range assignments(settings) {
		names = append(names, assignment[0])
	}
	restart := true
	err := s.asSuperuser(func(ctx context.Context, conn *pgx.Conn) error {
		return conn.QueryRow(ctx, `SELECT EXISTS (SELECT FROM pg_catalog.pg_settings
			WHERE name = ANY ($1) AND context IN ('postmaster', 'internal'))`, names).Scan(&restart)
	})
	if err != nil {
		t.Fatalf("read which settings need a restart: %v", err)
	}
	return !restart
}

// borrow waits for the major's shared server and gives it back when the test ends.
func (s *Server) borrow(t testing.TB) *Server {
	t.Helper()
	lent.Lock()
	if lent.byMajor == nil {
		lent.byMajor = map[int]*lentServer{}
	}
	one := lent.byMajor[s.Major]
	if one == nil {
		one = &lentServer{}
		lent.byMajor[s.Major] = one
	}
	lent.Unlock()

	one.turn.Lock()
	t.Cleanup(one.turn.Unlock)
	if one.server == nil {
		ctx, cancel := context.WithTimeout(context.Background(), startup)
		defer cancel()
		e, err := openEngine(ctx)
		if err != nil {
			t.Fatalf("this test needs a server of its own: %v", err)
		}
		if one.server, err = e.server(ctx, s.Major, spec{tmpfs: memory}); err != nil {
			t.Fatal(err)
		}
	}
	server := one.server
	roles := server.names(t, "SELECT rolname FROM pg_catalog.pg_roles")
	t.Cleanup(func() { server.reset(t, roles) })
	return server
}

// set changes settings and waits until new sessions see them.
func (s *Server) set(t testing.TB, settings string) {
	t.Helper()
	err := s.asSuperuser(func(ctx context.Context, conn *pgx.Conn) error {
		for _, assignment := range assignments(settings) {
			value := "'" + strings.ReplaceAll(assignment[1], "'", "''") + "'"
			if _, err := conn.Exec(ctx, "ALTER SYSTEM SET "+quote(assignment[0])+" = "+value); err != nil {
				return err
			}
		}
		return s.reload(ctx, conn)
	})
	if err != nil {
		t.Fatalf("change settings: %v", err)
	}
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

// reset takes back what a test did to the server as a whole. Its databases are
// gone by then.
func (s *Server) reset(t testing.TB, roles []string) {
	var undo []string
	undo = append(undo, "ALTER SYSTEM RESET ALL")
	undo = append(undo, s.names(t, `SELECT pg_catalog.format('SELECT pg_catalog.pg_drop_replication_slot(%L)', slot_name)
		FROM pg_catalog.pg_replication_slots`)...)
	undo = append(undo, s.names(t, `SELECT CASE
			WHEN setrole = 0 THEN pg_catalog.format('ALTER DATABASE %I RESET ALL', d.datname)
			WHEN setdatabase = 0 THEN pg_catalog.format('ALTER ROLE %I RESET ALL', r.rolname)
			ELSE pg_catalog.format('ALTER ROLE %I IN DATABASE %I RESET ALL', r.rolname, d.datname) END
		FROM pg_catalog.pg_db_role_setting
		LEFT JOIN pg_catalog.pg_database AS d ON d.oid = setdatabase
		LEFT JOIN pg_catalog.pg_roles AS r ON r.oid = setrole
		WHERE setdatabase <> 0 OR setrole <> 0`)...)
	for _, role := range s.names(t, "SELECT rolname FROM pg_catalog.pg_roles ORDER BY oid DESC") {
		if !slices.Contains(roles, role) {
			undo = append(undo, "DROP OWNED BY "+quote(role)+" CASCADE", "DROP ROLE "+quote(role))
		}
	}
	err := s.asSuperuser(func(ctx context.Context, conn *pgx.Conn) error {
		for _, statement := range undo {
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
	for _, one := range lent.byMajor {
		if one.server != nil {
			one.server.container.remove()
		}
	}
	lent.byMajor = nil
}
