// Package throwaway runs a PostgreSQL server that leaves nothing behind: from the programs of this machine, or in a
// container.
package throwaway

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"strconv"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
)

// How long a server may take to accept connections; a container's first start includes its initdb.
const startTimeout = 60 * time.Second

const superuser = "postgres"

// Options say what server is wanted.
type Options struct {
	Name      string    // what it is for, in the names of its folder or container
	Major     int       // 0 for any
	Library   string    // a loadable library that its programs must have, "" for none
	Settings  []Setting // for postgresql.conf; listening is seen to
	Databases []string  // empty ones to create
	Image     string    // of a container, where the programs are not to be had; "" for no container
	HowToGet  string    // tells a person what to install where there is neither
}

// Setting is one of postgresql.conf.
type Setting struct{ Name, Value string }

func (o Options) prefix() string { return "pgdoctor-" + o.Name + "-" }

func (o Options) hint(err error) error {
	if o.HowToGet == "" {
		return err
	}
	return fmt.Errorf("%w; %s", err, o.HowToGet)
}

// engine is what runs the server: programs of this machine, or a container.
type engine interface {
	// address is where the server listens.
	address() (host string, port int)
	// exited is closed when the server has gone by itself.
	exited() <-chan struct{}
	// lastWords says what the server logged last.
	lastWords() string
	// remove stops the server and leaves nothing of it.
	remove() error
	// removeCommand is a shell command that does the same later.
	removeCommand() string
}

// Server is a running throw-away server.
type Server struct {
	name     string
	engine   engine
	password string
	guard    *guard
	unwatch  func() bool
	once     sync.Once
	stopErr  error
}

// Start starts a server: from programs on this machine, or, where there are none, in a container. When ctx ends, or
// this process dies, the server is stopped and removed as by Stop.
func Start(ctx context.Context, o Options, progress io.Writer) (*Server, error) {
	password, err := randomName(16)
	if err != nil {
		return nil, err
	}
	s := &Server{name: o.Name, password: password}
	found, err := findBinaries(ctx, o.Major, o.Library)
	switch {
	case ctx.Err() != nil: // then the programs do not answer either
		err = ctx.Err()
	case err == nil:
		s.engine, s.guard, err = startNative(ctx, o, found, password, progress)
	default:
		s.engine, s.guard, err = startContainer(ctx, o, err, password, progress)
	}
	if err != nil {
		return nil, fmt.Errorf("starting a %s server: %w", o.Name, err)
	}
	// From here on a cancelled ctx stops the server wherever the caller is.
	s.unwatch = context.AfterFunc(ctx, func() { _ = s.Stop() })
	if err := s.prepare(ctx, o.Databases); err != nil {
		if ctx.Err() != nil {
			err = ctx.Err()
		} else if words := s.engine.lastWords(); words != "" {
			err = fmt.Errorf("%w; its log ends with: %s", err, words)
		}
		return nil, errors.Join(fmt.Errorf("starting a %s server: %w", o.Name, err), s.Stop())
	}
	return s, nil
}

// DSN is the address of a database of the server, for its superuser, with the password in it.
func (s *Server) DSN(database string) string {
	host, port := s.engine.address()
	return (&url.URL{
		Scheme:   "postgres",
		User:     url.UserPassword(superuser, s.password),
		Host:     net.JoinHostPort(host, strconv.Itoa(port)),
		Path:     "/" + database,
		RawQuery: "sslmode=disable",
	}).String()
}

// Stop stops the server and removes all of it. A second call does nothing, and so does one after Keep.
func (s *Server) Stop() error {
	s.once.Do(func() {
		s.unwatch()
		if err := s.engine.remove(); err != nil {
			s.stopErr = fmt.Errorf("stopping the %s server: %w", s.name, err)
		}
		s.guard.dismiss()
	})
	return s.stopErr
}

// Keep leaves the server running when this process ends; StopHint then says how to be rid of it.
func (s *Server) Keep() {
	s.once.Do(func() {
		s.unwatch()
		s.guard.dismiss()
	})
}

// StopHint is a shell command line that stops and removes the server.
func (s *Server) StopHint() string { return s.engine.removeCommand() }

// prepare waits until the server answers and creates the databases.
func (s *Server) prepare(ctx context.Context, databases []string) error {
	conn, err := s.connect(ctx)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	for _, name := range databases {
		// template0: a template that somebody is just looking at cannot be copied.
		if _, err := conn.Exec(ctx, "CREATE DATABASE "+pgx.Identifier{name}.Sanitize()+" TEMPLATE template0"); err != nil {
			return fmt.Errorf("creating database %s: %w", name, err)
		}
	}
	return nil
}

func (s *Server) connect(ctx context.Context) (*pgx.Conn, error) {
	config, err := pgx.ParseConfig(s.DSN("postgres"))
	if err != nil {
		return nil, fmt.Errorf("reading the server's address: %w", err)
	}
	config.ConnectTimeout = 5 * time.Second
	deadline := time.After(startTimeout)
	for {
		conn, err := pgx.ConnectConfig(ctx, config)
		if err == nil {
			return conn, nil
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-s.engine.exited():
			return nil, errors.New("the server ended at once")
		case <-deadline:
			return nil, fmt.Errorf("no answer within %s: %w", startTimeout, err)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// randomName returns n random bytes in letters and digits.
func randomName(n int) (string, error) {
	b := make([]byte, n)
	if _, err := rand.Read(b); err != nil {
		return "", fmt.Errorf("making a random name: %w", err)
	}
	return hex.EncodeToString(b), nil
}
