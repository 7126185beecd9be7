package servers

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	dockercontainer "github.com/moby/moby/api/types/container"
	"github.com/moby/moby/api/types/mount"
	"github.com/moby/moby/api/types/network"
	"github.com/moby/moby/client"
	"github.com/testcontainers/testcontainers-go"
	"github.com/testcontainers/testcontainers-go/exec"
)

// The image's own defaults: with others a server starts a little slower.
const (
	superuser = "postgres"
	password  = "postgres"
)

// dataVolume is where the image keeps its data directory.
const dataVolume = "/pgdata"

// startup bounds the wait for a server that starts.
const startup = 90 * time.Second

// spec says what one container is to be. The zero value is a server on a disk.
type spec struct {
	args    []string // of the entrypoint
	env     map[string]string
	port    int    // inside, default 5432
	keep    bool   // publish the same port again after a restart
	tmpfs   string // mount options of the data directory, which a stop then loses
	network string // besides the usual one
	alias   string // in that network
}

type container struct {
	engine *engine
	docker testcontainers.Container
	spec   spec
}

// server runs a container and waits until it lets the superuser in.
func (e *engine) server(ctx context.Context, major int, s spec) (*Server, error) {
	ctx, cancel := context.WithTimeout(ctx, startup)
	defer cancel()
	c, err := e.run(ctx, major, s)
	if err != nil {
		return nil, fmt.Errorf("start PostgreSQL %d: %w", major, err)
	}
	server := &Server{Major: major, container: c}
	if err := server.settle(ctx); err != nil {
		c.remove()
		return nil, fmt.Errorf("start PostgreSQL %d: %w", major, err)
	}
	return server, nil
}

func (e *engine) run(ctx context.Context, major int, s spec) (*container, error) {
	if s.port == 0 {
		s.port = 5432
	}
	marks, err := labels()
	if err != nil {
		return nil, err
	}
	request := testcontainers.ContainerRequest{
		Image:        e.imageOf(major),
		Cmd:          s.args,
		Env:          maps.Clone(s.env),
		Labels:       marks,
		ExposedPorts: []string{s.exposed()},
	}
	if s.network != "" {
		request.Networks = []string{s.network}
		request.NetworkAliases = map[string][]string{s.network: {s.alias}}
	}
	// A port that was free a moment ago can be taken by now.
	for attempt := 1; ; attempt++ {
		binding, err := e.binding(s.keep)
		if err != nil {
			return nil, err
		}
		request.HostConfigModifier = func(host *dockercontainer.HostConfig) {
			host.PortBindings = network.PortMap{network.MustParsePort(s.exposed()): {binding}}
			host.ShmSize = 256 << 20 // parallel queries share memory there
			if s.tmpfs != "" {
				host.Tmpfs = map[string]string{dataVolume: s.tmpfs}
			} else {
				host.Mounts = []mount.Mount{{Type: mount.TypeVolume, Target: dataVolume}}
			}
		}
		docker, err := testcontainers.GenericContainer(ctx, testcontainers.GenericContainerRequest{
			ContainerRequest: request, Started: true,
		})
		c := &container{engine: e, docker: docker, spec: s}
		if err == nil {
			return c, nil
		}
		if docker != nil {
			c.remove()
		}
		if !portTaken(err) || attempt == 3 {
			return nil, err
		}
	}
}

func (s spec) exposed() string { return strconv.Itoa(s.port) + "/tcp" }

// binding publishes a port on the loopback only, wherever that reaches us. The
// engine would choose another port at each restart, so keep names a free one.
func (e *engine) binding(keep bool) (network.PortBinding, error) {
	if !e.loopback {
		return network.PortBinding{HostPort: "0"}, nil
	}
	binding := network.PortBinding{HostIP: netip.MustParseAddr("127.0.0.1"), HostPort: "0"}
	if keep {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return binding, fmt.Errorf("find a free port: %w", err)
		}
		defer listener.Close()
		binding.HostPort = strconv.Itoa(listener.Addr().(*net.TCPAddr).Port)
	}
	return binding, nil
}

func portTaken(err error) bool {
	return strings.Contains(err.Error(), "already allocated") || strings.Contains(err.Error(), "already in use")
}

// settle learns where the server can be reached and waits until it answers.
func (s *Server) settle(ctx context.Context) error {
	endpoint, err := s.container.docker.PortEndpoint(ctx, s.container.spec.exposed(), "")
	if err != nil {
		return fmt.Errorf("find its port: %w", err)
	}
	s.url = url.URL{
		Scheme: "postgres", Host: endpoint, User: url.UserPassword(superuser, password),
		RawQuery: "sslmode=disable",
	}
	return s.wait(ctx)
}

// goDirect leaves out the engine's proxy where the container's own address answers too, as on
// Linux: every byte goes through it, which takes a fifteenth of the time of a run of all tests.
// A restart may change the address, so it is for servers that no test stops.
func (s *Server) goDirect(ctx context.Context) {
	address, err := s.container.docker.ContainerIP(ctx)
	if err != nil || address == "" || !s.container.engine.loopback {
		return
	}
	direct := Server{url: s.url}
	direct.url.Host = net.JoinHostPort(address, strconv.Itoa(s.container.spec.port))
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	if direct.ping(ctx) == nil {
		s.url = direct.url
	}
}

func (s *Server) wait(ctx context.Context) error {
	for {
		err := s.ping(ctx)
		if err == nil {
			return nil
		}
		// Anything else is a server on its way: refused, reset, starting up.
		var refusal *pgconn.PgError
		if errors.As(err, &refusal) && strings.HasPrefix(refusal.Code, "28") {
			return fmt.Errorf("log in: %w", err)
		}
		if state, stateErr := s.container.docker.State(ctx); stateErr == nil && !state.Running {
			return fmt.Errorf("it ended with code %d:\n%s", state.ExitCode, s.container.lastWords())
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("wait for it: %w; its log:\n%s", err, s.container.lastWords())
		case <-time.After(30 * time.Millisecond):
		}
	}
}

func (s *Server) ping(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, s.DSN("postgres"))
	if err != nil {
		return err
	}
	return conn.Close(ctx)
}

// Run runs a program in the server's container, such as pgbench, as its
// superuser, and returns what it wrote.
func (s *Server) Run(t testing.TB, program string, args ...string) string {
	t.Helper()
	if s.container == nil {
		t.Skipf("a program of the server's needs its container, and %s names this one", DSNVariable)
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	code, output, err := s.container.docker.Exec(ctx, append([]string{program}, args...), exec.Multiplexed())
	if err != nil {
		t.Fatalf("run %s: %v", program, err)
	}
	text, _ := io.ReadAll(output) // what could be read is worth showing
	if code != 0 {
		t.Fatalf("run %s: exit code %d: %s", program, code, text)
	}
	return string(text)
}

// lastWords is the end of the container's log.
func (c *container) lastWords() string {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	logs, err := c.docker.Logs(ctx)
	if err != nil {
		return err.Error()
	}
	defer logs.Close()
	text, _ := io.ReadAll(logs) // what could be read is worth showing
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	return strings.Join(lines[max(0, len(lines)-15):], "\n")
}

// remove ends the container at once; nothing in it is worth a shutdown.
// What fails here the next run removes.
func (c *container) remove() {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	_, _ = c.engine.client.ContainerRemove(ctx, c.docker.GetContainerID(),
		client.ContainerRemoveOptions{RemoveVolumes: true, Force: true})
}
