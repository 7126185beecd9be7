// Package servers gives the integration tests real PostgreSQL servers: those
// that PGDOCTOR_TEST_DSN names, or else one container per major.
package servers

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// The environment that chooses the servers.
const (
	// DSNVariable holds space-separated URLs, each of a superuser, one per major.
	DSNVariable = "PGDOCTOR_TEST_DSN"
	// ImageVariable holds the name of the images, without the major as tag.
	ImageVariable = "PGDOCTOR_TEST_IMAGE"
	// MajorsVariable holds the space-separated majors to start.
	MajorsVariable = "PGDOCTOR_TEST_MAJORS"
)

// memory is a data directory that is fast, and that a stop loses.
const memory = "rw,size=2g,mode=1777"

const (
	defaultImage  = "pgdoctor-postgres"
	defaultMajors = "13 15 17 18"
)

// sharedSettings are those of servers that all tests use: they have more statements
// than the image makes room for, and the least used ones would be forgotten while
// a test waits for them.
const sharedSettings = "pg_stat_statements.max = 50000"

// Server is one PostgreSQL server, or a pooler in front of one.
type Server struct {
	Major int

	url       url.URL    // of a superuser, without a database
	container *container // nil for a server from PGDOCTOR_TEST_DSN

	administrators *pgxpool.Pool // nil for a server that a test may stop

	mu      sync.Mutex
	pending []string // roles to drop once their databases are gone
}

// Start returns one server per major, oldest first, and what stops them. Without
// majors it takes those of PGDOCTOR_TEST_MAJORS. PGDOCTOR_TEST_DSN wins over
// both: then the servers are those it names. It is meant for TestMain.
func Start(ctx context.Context, majors []int) ([]*Server, func(), error) {
	if dsns := strings.Fields(os.Getenv(DSNVariable)); len(dsns) > 0 {
		all, err := fromDSNs(ctx, dsns)
		return all, removeLent, err
	}
	if len(majors) == 0 {
		var err error
		if majors, err = Majors(); err != nil {
			return nil, nil, err
		}
	}
	e, err := openEngine(ctx)
	if err != nil {
		return nil, nil, err
	}
	if err := e.haveImages(ctx, majors); err != nil {
		return nil, nil, err
	}
	all, err := startAll(ctx, e, majors)
	stop := func() {
		stopAll(all)
		removeLent()
	}
	if err != nil {
		stop()
		return nil, nil, err
	}
	return all, stop, nil
}

// Majors is the list in PGDOCTOR_TEST_MAJORS, or its default.
func Majors() ([]int, error) {
	list := os.Getenv(MajorsVariable)
	if list == "" {
		list = defaultMajors
	}
	var majors []int
	for field := range strings.FieldsSeq(list) {
		major, err := strconv.Atoi(field)
		if err != nil {
			return nil, fmt.Errorf("%s: %q is not a PostgreSQL major", MajorsVariable, field)
		}
		majors = append(majors, major)
	}
	slices.Sort(majors)
	return slices.Compact(majors), nil
}

func startAll(ctx context.Context, e *engine, majors []int) ([]*Server, error) {
	started := make([]*Server, len(majors))
	errs := make([]error, len(majors))
	var wg sync.WaitGroup
	for i, major := range majors {
		wg.Go(func() {
			started[i], errs[i] = e.server(ctx, major, spec{tmpfs: memory, env: map[string]string{"POSTGRES_SETTINGS": sharedSettings}})
		})
	}
	wg.Wait()
	running := slices.DeleteFunc(started, func(s *Server) bool { return s == nil })
	slices.SortFunc(running, func(a, b *Server) int { return a.Major - b.Major })
	for _, s := range running {
		s.goDirect(ctx)
		errs = append(errs, s.keepAdministrators())
	}
	return running, errors.Join(errs...)
}

func stopAll(all []*Server) {
	var wg sync.WaitGroup
	for _, s := range all {
		wg.Go(s.container.remove)
	}
	wg.Wait()
}

func fromDSNs(ctx context.Context, dsns []string) ([]*Server, error) {
	var all []*Server
	for _, dsn := range dsns {
		s, err := fromDSN(ctx, dsn)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b *Server) int { return a.Major - b.Major })
	return all, nil
}

func fromDSN(ctx context.Context, dsn string) (*Server, error) {
	u, err := url.Parse(dsn)
	if err != nil || (u.Scheme != "postgres" && u.Scheme != "postgresql") {
		// The DSN itself stays out of the message, since it holds a password.
		return nil, fmt.Errorf("%s wants URLs, postgres://user:password@host:port/postgres, separated by spaces", DSNVariable)
	}
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return nil, fmt.Errorf("%s: connect to %s: %w", DSNVariable, u.Redacted(), err)
	}
	defer conn.Close(ctx)
	var version int
	var superuser bool
	err = conn.QueryRow(ctx, `SELECT current_setting('server_version_num')::int, rolsuper
		FROM pg_catalog.pg_roles WHERE rolname = current_user`).Scan(&version, &superuser)
	if err != nil {
		return nil, fmt.Errorf("%s: ask %s for its version: %w", DSNVariable, u.Redacted(), err)
	}
	if !superuser {
		return nil, fmt.Errorf("%s: %s is not a superuser", DSNVariable, u.Redacted())
	}
	s := &Server{Major: version / 10000, url: *u}
	if err := s.keepAdministrators(); err != nil {
		return nil, fmt.Errorf("%s: connect to %s: %w", DSNVariable, u.Redacted(), err)
	}
	if err := s.dropLeftovers(ctx, conn); err != nil {
		return nil, fmt.Errorf("%s: clean %s: %w", DSNVariable, u.Redacted(), err)
	}
	return s, nil
}
