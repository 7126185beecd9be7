package servers

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/moby/moby/api/types/network"
	"github.com/moby/moby/client"
)

// primaryAlias is the name under which companions find their server: its
// address changes when it restarts.
const primaryAlias = "primary"

// Standby starts a streaming replica of the server, made by pg_basebackup.
func (s *Server) Standby(t testing.TB) *Server {
	t.Helper()
	companion := s.companion(t)
	// A standby refuses to start with smaller limits than its primary's.
	companion.args = slices.Clone(s.container.spec.args)
	return startFor(t, s.Major, companion)
}

// PgBouncer starts a pooler in transaction mode before the server. Every role
// of the server can log in. Make databases on the server, not through the pooler.
func (s *Server) PgBouncer(t testing.TB) *Server {
	t.Helper()
	companion := s.companion(t)
	companion.args = []string{"pgbouncer"}
	companion.port = 6432
	return startFor(t, s.Major, companion)
}

// companion puts the server into a network of its own for this test, and says
// how a second container joins.
func (s *Server) companion(t testing.TB) spec {
	t.Helper()
	if s.container == nil {
		t.Skipf("a companion needs a server in a container, and %s names this one", DSNVariable)
	}
	ctx, cancel := context.WithTimeout(context.Background(), startup)
	defer cancel()
	companion, leave, err := s.join(ctx)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := leave(); err != nil {
			t.Logf("leave a network: %v", err)
		}
	})
	return companion
}

// join puts the server into a network of its own, and says how a second
// container joins. leave removes the network, which no other container may be
// in by then.
func (s *Server) join(ctx context.Context) (companion spec, leave func() error, err error) {
	marks, err := labels()
	if err != nil {
		return spec{}, nil, err
	}
	cli, id := s.container.engine.client, s.container.docker.GetContainerID()
	name := randomName("")
	if _, err := cli.NetworkCreate(ctx, name, client.NetworkCreateOptions{Driver: "bridge", Labels: marks}); err != nil {
		return spec{}, nil, fmt.Errorf("create a network: %w", err)
	}
	leave = func() error {
		ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
		defer cancel()
		_, err := cli.NetworkDisconnect(ctx, name, client.NetworkDisconnectOptions{Container: id, Force: true})
		_, removeErr := cli.NetworkRemove(ctx, name, client.NetworkRemoveOptions{})
		return errors.Join(unlessGone(err), removeErr)
	}
	_, err = cli.NetworkConnect(ctx, name, client.NetworkConnectOptions{
		Container: id, EndpointConfig: &network.EndpointSettings{Aliases: []string{primaryAlias}},
	})
	if err != nil {
		return spec{}, nil, errors.Join(fmt.Errorf("join a network: %w", err), leave())
	}
	return spec{network: name, alias: "companion", keep: true, env: map[string]string{
		"PRIMARY_HOST": primaryAlias, "PRIMARY_PORT": strconv.Itoa(s.container.spec.port),
	}}, leave, nil
}
