package throwaway

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// container is a server that Docker runs.
type container struct {
	name string
	host string
	port int
	gone chan struct{} // never closed: the wait for the first answer has its own end
}

func startContainer(ctx context.Context, o Options, noBinaries error, password string, progress io.Writer) (engine, *guard, error) {
	if o.Image == "" {
		return nil, nil, o.hint(noBinaries)
	}
	if _, err := exec.LookPath("docker"); err != nil {
		return nil, nil, o.hint(fmt.Errorf("%w, and no Docker either", noBinaries))
	}
	suffix, err := randomName(6)
	if err != nil {
		return nil, nil, err
	}
	c := &container{name: o.prefix() + suffix, gone: make(chan struct{})}
	guard, err := startGuard(c.guardScript())
	if err != nil {
		return nil, nil, err
	}
	fmt.Fprintf(progress, "starting a container from %s (%v)\n", o.Image, noBinaries)
	if err := c.run(ctx, o, password); err != nil {
		if ctx.Err() == nil {
			err = o.hint(err)
		}
		// A client that is interrupted may leave a container that was just being made.
		err = errors.Join(err, c.remove())
		guard.dismiss()
		return nil, nil, err
	}
	return c, guard, nil
}

func (c *container) run(ctx context.Context, o Options, password string) error {
	args := []string{
		"run", "--detach", "--rm", "--name", c.name, "--label", "pgdoctor-" + o.Name,
		// Without a value docker takes it from its own environment, where other users cannot read it.
		"--env", "POSTGRES_PASSWORD", "--publish", "127.0.0.1::5432", "--stop-signal", "SIGINT", o.Image,
	}
	for _, setting := range o.Settings {
		args = append(args, "-c", setting.Name+"="+setting.Value)
	}
	if _, err := docker(ctx, append(os.Environ(), "POSTGRES_PASSWORD="+password), args...); err != nil {
		return err
	}
	published, err := docker(ctx, nil, "port", c.name, "5432/tcp")
	if err != nil {
		return err
	}
	// One line for each address family; we asked for one.
	line, _, _ := strings.Cut(published, "\n")
	host, port, err := net.SplitHostPort(line)
	if err != nil {
		return fmt.Errorf("reading the container's port: %w", err)
	}
	c.host = host
	if c.port, err = strconv.Atoi(port); err != nil {
		return fmt.Errorf("reading the container's port: %w", err)
	}
	return nil
}

// docker runs the command line client and returns what it printed.
func docker(ctx context.Context, env []string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "docker", args...)
	cmd.Env = env
	cmd.SysProcAttr = owner{}.attributes()
	cmd.WaitDelay = 2 * time.Second
	var failure strings.Builder
	cmd.Stderr = &failure
	out, err := cmd.Output()
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	if err != nil {
		return "", fmt.Errorf("docker %s: %w: %s", args[0], err, lastLines(failure.String(), 2))
	}
	return strings.TrimSpace(string(out)), nil
}

func (c *container) address() (string, int)  { return c.host, c.port }
func (c *container) exited() <-chan struct{} { return c.gone }

func (c *container) lastWords() string {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	out, err := exec.CommandContext(ctx, "docker", "logs", "--tail", "3", c.name).CombinedOutput()
	if err != nil {
		return ""
	}
	return lastLines(string(out), 3)
}

// remove has a time of its own: it runs above all when the caller's has ended.
func (c *container) remove() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	_, err := docker(ctx, nil, "rm", "--force", "--volumes", c.name)
	if err != nil && strings.Contains(err.Error(), "No such container") {
		return nil
	}
	return err
}

func (c *container) removeCommand() string { return "docker rm --force --volumes " + c.name }
