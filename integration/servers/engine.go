package servers

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/containerd/errdefs"
	"github.com/moby/moby/client"
	"github.com/testcontainers/testcontainers-go"
	"github.com/testcontainers/testcontainers-go/log"
)

// engine is the Docker engine that runs the servers.
type engine struct {
	client *testcontainers.DockerClient
	image  string
	// loopback: the ports of containers come out on 127.0.0.1 of this machine.
	loopback bool
}

var shared struct {
	sync.Mutex
	engine *engine
}

// openEngine finds the engine, and at first removes what crashed runs left there.
func openEngine(ctx context.Context) (*engine, error) {
	shared.Lock()
	defer shared.Unlock()
	if shared.engine != nil {
		return shared.engine, nil
	}
	e, err := newEngine(ctx)
	if err != nil {
		return nil, err
	}
	shared.engine = e
	return e, nil
}

func newEngine(ctx context.Context) (*engine, error) {
	log.SetDefault(log.NewNoopLogger())
	// Its reaper is one more image to pull, which not every machine can. Containers
	// carry a label instead, and a run removes what a crashed one left.
	if err := setDefault("TESTCONTAINERS_RYUK_DISABLED", "true"); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	cli, err := testcontainers.NewDockerClientWithOpts(ctx)
	if err == nil {
		_, err = cli.Ping(ctx, client.PingOptions{})
	}
	if err != nil {
		return nil, fmt.Errorf("no Docker engine for the test servers (%w):\n"+
			"start one and run `make images`, or set %s to the URL of a superuser on a server for tests", err, DSNVariable)
	}
	e := &engine{client: cli, image: os.Getenv(ImageVariable)}
	if e.image == "" {
		e.image = defaultImage
	}
	if e.loopback, err = onThisMachine(ctx, cli); err != nil {
		return nil, err
	}
	if e.loopback {
		// Else the library believes the mere presence of a file /.dockerenv, and
		// dials the engine's gateway.
		if err := setDefault("TESTCONTAINERS_HOST_OVERRIDE", "127.0.0.1"); err != nil {
			return nil, err
		}
	}
	if err := e.removeLeftovers(ctx); err != nil {
		return nil, fmt.Errorf("remove containers of crashed runs: %w", err)
	}
	return e, nil
}

func setDefault(name, value string) error {
	if _, set := os.LookupEnv(name); set {
		return nil
	}
	return os.Setenv(name, value)
}

// onThisMachine tells an engine that publishes ports on our own loopback from a
// remote one, and from that of the machine around the container we run in.
func onThisMachine(ctx context.Context, cli *testcontainers.DockerClient) (bool, error) {
	daemon, err := url.Parse(cli.DaemonHost())
	if err != nil {
		return false, fmt.Errorf("read the engine's address: %w", err)
	}
	if daemon.Scheme != "unix" && daemon.Scheme != "npipe" {
		return false, nil
	}
	if _, err := os.Stat("/.dockerenv"); err != nil {
		return true, nil
	}
	// That file does not decide it: some machines have it. The engine runs
	// here if the gateway of its bridge is an address of ours.
	bridge, err := cli.NetworkInspect(ctx, "bridge", client.NetworkInspectOptions{})
	if errdefs.IsNotFound(err) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("inspect the engine's bridge: %w", err)
	}
	own, err := net.InterfaceAddrs()
	if err != nil {
		return false, fmt.Errorf("list addresses: %w", err)
	}
	for _, config := range bridge.Network.IPAM.Config {
		gateway := config.Gateway
		if !gateway.IsValid() { // not said by every engine; then it is the first address
			gateway = config.Subnet.Masked().Addr().Next()
		}
		for _, address := range own {
			if prefix, err := netip.ParsePrefix(address.String()); err == nil && prefix.Addr() == gateway {
				return true, nil
			}
		}
	}
	return false, nil
}

// haveImages fails with the way to get them if some are missing: looked at
// beforehand, since the library would try to pull them.
func (e *engine) haveImages(ctx context.Context, majors []int) error {
	var missing []string
	for _, major := range majors {
		_, err := e.client.ImageInspect(ctx, e.imageOf(major))
		switch {
		case errdefs.IsNotFound(err):
			missing = append(missing, strconv.Itoa(major))
		case err != nil:
			return fmt.Errorf("look for image %s: %w", e.imageOf(major), err)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	list := strings.Join(missing, " ")
	return errors.New("no image " + e.image + " for PostgreSQL " + list + ":\n" +
		"run `make images MAJORS=\"" + list + "\"`, or set " + DSNVariable + " to the URL of a superuser on a server for tests")
}

// Image is the name of the image that servers of a major are started from.
func Image(major int) string {
	name := os.Getenv(ImageVariable)
	if name == "" {
		name = defaultImage
	}
	return name + ":" + strconv.Itoa(major)
}

func (e *engine) imageOf(major int) string { return e.image + ":" + strconv.Itoa(major) }
