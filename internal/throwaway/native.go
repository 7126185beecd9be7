package throwaway

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

const (
	// A fast shutdown takes tenths of a second; whoever needs this long is stuck.
	fastShutdown      = 8 * time.Second
	immediateShutdown = 4 * time.Second
)

// native is a server that runs from programs of this machine, in a folder of its own.
type native struct {
	options  Options
	programs binaries
	owner    owner
	folder   string
	port     int
	process  *os.Process
	done     chan struct{}
}

func startNative(ctx context.Context, o Options, found binaries, password string, progress io.Writer) (engine, *guard, error) {
	n := &native{options: o, programs: found, done: make(chan struct{})}
	var err error
	if n.owner, err = serverOwner(); err != nil {
		return nil, nil, err
	}
	if n.folder, err = n.owner.makeFolder(o.prefix()); err != nil {
		return nil, nil, err
	}
	guard, err := startGuard(n.guardScript())
	if err != nil {
		return nil, nil, errors.Join(err, removeFolder(n.folder))
	}
	fmt.Fprintf(progress, "starting PostgreSQL %s from %s\n", found.version, found.folder)
	err = n.initialize(ctx, password)
	if err == nil {
		err = n.launch()
	}
	if err != nil {
		err = errors.Join(err, removeFolder(n.folder))
		guard.dismiss()
		return nil, nil, err
	}
	return n, guard, nil
}

// initialize makes the data directory.
func (n *native) initialize(ctx context.Context, password string) error {
	secret := filepath.Join(n.folder, "password")
	if err := os.WriteFile(secret, []byte(password), 0o600); err != nil {
		return fmt.Errorf("writing the password: %w", err)
	}
	if err := n.owner.own(secret); err != nil {
		return fmt.Errorf("writing the password: %w", err)
	}
	args := []string{
		"--pgdata", n.data(), "--username", superuser, "--pwfile", secret, "--auth", "scram-sha-256",
		"--encoding", "UTF8", "--locale", "C", "--no-sync",
	}
	if n.programs.major >= 18 {
		// Off was the default before: the majors are to be alike.
		args = append(args, "--no-data-checksums")
	}
	cmd := exec.CommandContext(ctx, n.programs.program("initdb"), args...)
	// initdb has children of its own, and those hold its output open.
	cmd.Cancel = func() error { return killGroup(cmd.Process) }
	cmd.WaitDelay = 2 * time.Second
	n.detach(cmd)
	out, err := cmd.CombinedOutput()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return fmt.Errorf("running initdb: %w: %s", err, bytes.TrimSpace(out))
	}
	if err := os.Remove(secret); err != nil {
		return fmt.Errorf("removing the password file: %w", err)
	}
	return n.configure()
}

// configure appends to the configuration file: settings on the command line would win over ALTER SYSTEM, and some
// cures use that.
func (n *native) configure() error {
	port, err := freePort()
	if err != nil {
		return err
	}
	n.port = port
	file, err := os.OpenFile(filepath.Join(n.data(), "postgresql.conf"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("configuring the server: %w", err)
	}
	_, err = fmt.Fprintf(file, "\nlisten_addresses = '127.0.0.1'\nport = %d\nunix_socket_directories = ''\n", port)
	for _, setting := range n.options.Settings {
		if err == nil {
			_, err = fmt.Fprintf(file, "%s = '%s'\n", setting.Name, strings.ReplaceAll(setting.Value, "'", "''"))
		}
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return fmt.Errorf("configuring the server: %w", err)
	}
	return nil
}

func (n *native) launch() error {
	log, err := os.OpenFile(n.log(), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("opening the server's log: %w", err)
	}
	defer log.Close()
	if err := n.owner.own(n.log()); err != nil {
		return fmt.Errorf("opening the server's log: %w", err)
	}
	cmd := exec.Command(n.programs.program("postgres"), "-D", n.data())
	cmd.Stdout, cmd.Stderr = log, log
	n.detach(cmd)
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("running postgres: %w", err)
	}
	n.process = cmd.Process
	go func() {
		_ = cmd.Wait()
		close(n.done)
	}()
	return nil
}

// detach gives a command the server's owner and folder, out of reach of the terminal's Ctrl-C, and none of the
// PG variables that are meant for somebody's other server.
func (n *native) detach(cmd *exec.Cmd) {
	for _, pair := range os.Environ() {
		if !strings.HasPrefix(pair, "PG") && !strings.HasPrefix(pair, "LC_") {
			cmd.Env = append(cmd.Env, pair)
		}
	}
	cmd.Env = append(cmd.Env, "LC_ALL=C")
	cmd.Dir = n.folder
	cmd.SysProcAttr = n.owner.attributes()
}

func (n *native) data() string            { return filepath.Join(n.folder, "data") }
func (n *native) log() string             { return filepath.Join(n.folder, "server.log") }
func (n *native) address() (string, int)  { return "127.0.0.1", n.port }
func (n *native) exited() <-chan struct{} { return n.done }

func (n *native) lastWords() string {
	text, err := os.ReadFile(n.log())
	if err != nil {
		return ""
	}
	return lastLines(string(text), 3)
}

func (n *native) remove() error {
	for _, try := range []struct {
		signal string
		wait   time.Duration
	}{{"INT", fastShutdown}, {"QUIT", immediateShutdown}, {"KILL", immediateShutdown}} {
		select {
		case <-n.done:
			return removeFolder(n.folder)
		default:
		}
		if err := n.signal(try.signal); err != nil && !errors.Is(err, os.ErrProcessDone) {
			return fmt.Errorf("sending %s to process %d: %w", try.signal, n.process.Pid, err)
		}
		select {
		case <-n.done:
		case <-time.After(try.wait):
		}
	}
	return removeFolder(n.folder)
}

// removeFolder tries for a while: what a killed initdb left behind may still be writing.
func removeFolder(folder string) error {
	var err error
	for range 40 {
		if err = os.RemoveAll(folder); err == nil {
			return nil
		}
		time.Sleep(50 * time.Millisecond)
	}
	return fmt.Errorf("removing %s: %w", folder, err)
}

// freePort asks the system for one. Somebody else may take it before the server does, which then says so and ends.
func freePort() (int, error) {
	listener, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		return 0, fmt.Errorf("looking for a free port: %w", err)
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port, nil
}

func lastLines(text string, n int) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	if len(lines) > n {
		lines = lines[len(lines)-n:]
	}
	return strings.Join(lines, " | ")
}
