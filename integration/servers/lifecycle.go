package servers

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/moby/moby/client"
)

// Option changes what StartOne starts.
type Option func(*spec)

// WithSetting starts the server with -c name=value. It wins over ALTER SYSTEM.
func WithSetting(name, value string) Option {
	return func(s *spec) { s.args = append(s.args, "-c", name+"="+value) }
}

// WithDisk gives the server a disk of that many megabytes, to be filled. An
// empty server takes about 45 of them. A stop loses the data.
func WithDisk(megabytes int) Option {
	return func(s *spec) { s.tmpfs = fmt.Sprintf("rw,size=%dm,mode=1777", megabytes) }
}

// StartOne starts a server for this test alone, which may do to it what it
// likes. It keeps its data and its port through Stop, Kill, Start and Restart.
func StartOne(t testing.TB, major int, options ...Option) *Server {
	t.Helper()
	s := spec{keep: true}
	for _, option := range options {
		option(&s)
	}
	return startFor(t, major, s)
}

func startFor(t testing.TB, major int, s spec) *Server {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), startup)
	defer cancel()
	e, err := openEngine(ctx)
	if err == nil {
		err = e.haveImages(ctx, []int{major})
	}
	if err != nil {
		// Who brings servers by DSN need not have an engine; everyone else must.
		if os.Getenv(DSNVariable) != "" {
			t.Skipf("this test needs a container of its own: %v", err)
		}
		t.Fatal(err)
	}
	server, err := e.server(ctx, major, s)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.container.remove)
	return server
}

// Stop ends the server as an administrator would: sessions are told.
func (s *Server) Stop(t testing.TB) {
	s.control(t, "stop", false, func(ctx context.Context, cli *client.Client, id string) error {
		_, err := cli.ContainerStop(ctx, id, client.ContainerStopOptions{})
		return err
	})
}

// Kill ends the server like a power cut.
func (s *Server) Kill(t testing.TB) {
	s.control(t, "kill", false, func(ctx context.Context, cli *client.Client, id string) error {
		_, err := cli.ContainerKill(ctx, id, client.ContainerKillOptions{Signal: "KILL"})
		return err
	})
}

// Start starts the server again after Stop or Kill, and waits for it.
func (s *Server) Start(t testing.TB) {
	s.control(t, "start", true, func(ctx context.Context, cli *client.Client, id string) error {
		_, err := cli.ContainerStart(ctx, id, client.ContainerStartOptions{})
		return err
	})
}

// Restart stops and starts the server, and waits for it.
func (s *Server) Restart(t testing.TB) {
	s.control(t, "restart", true, func(ctx context.Context, cli *client.Client, id string) error {
		_, err := cli.ContainerRestart(ctx, id, client.ContainerRestartOptions{})
		return err
	})
}

// Pause freezes the server: connections stay open and nobody answers.
func (s *Server) Pause(t testing.TB) {
	s.control(t, "pause", false, func(ctx context.Context, cli *client.Client, id string) error {
		_, err := cli.ContainerPause(ctx, id, client.ContainerPauseOptions{})
		for tries := 1; err != nil && strings.Contains(err.Error(), "unable to freeze") && tries < 10; tries++ {
			// runc gives up on processes that the kernel cannot stop at once, as on a busy machine
			time.Sleep(500 * time.Millisecond)
			_, err = cli.ContainerPause(ctx, id, client.ContainerPauseOptions{})
		}
		return err
	})
}

// Unpause lets a frozen server go on.
func (s *Server) Unpause(t testing.TB) {
	s.control(t, "unpause", true, func(ctx context.Context, cli *client.Client, id string) error {
		_, err := cli.ContainerUnpause(ctx, id, client.ContainerUnpauseOptions{})
		return err
	})
}

func (s *Server) control(t testing.TB, verb string, wait bool, do func(context.Context, *client.Client, string) error) {
	t.Helper()
	if s.container == nil {
		t.Fatalf("%s: only a server from StartOne can be stopped and started", verb)
	}
	ctx, cancel := context.WithTimeout(context.Background(), startup)
	defer cancel()
	err := do(ctx, s.container.engine.client.Client, s.container.docker.GetContainerID())
	if err == nil && wait {
		err = s.settle(ctx)
	}
	if err != nil {
		t.Fatalf("%s PostgreSQL %d: %v", verb, s.Major, err)
	}
}
