//go:build !windows

package throwaway

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// owner is the user of the operating system that the server runs as: PostgreSQL refuses to run as root.
type owner struct {
	other    bool // not the user who runs pgdoctor
	uid, gid uint32
}

func serverOwner() (owner, error) {
	if os.Geteuid() != 0 {
		return owner{}, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		found, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, err1 := strconv.ParseUint(found.Uid, 10, 32)
		gid, err2 := strconv.ParseUint(found.Gid, 10, 32)
		if err1 == nil && err2 == nil && uid != 0 {
			return owner{other: true, uid: uint32(uid), gid: uint32(gid)}, nil
		}
	}
	return owner{}, errors.New("PostgreSQL does not run as root, and there is no user postgres or nobody to run it as")
}

// makeFolder makes the server's folder where its owner can get at it.
func (o owner) makeFolder(prefix string) (string, error) {
	parent := os.TempDir()
	if o.other && !reachable(parent) {
		parent = "/tmp"
	}
	folder, err := os.MkdirTemp(parent, prefix)
	if err != nil {
		return "", fmt.Errorf("making a folder for the server: %w", err)
	}
	if err := o.own(folder); err != nil {
		return "", errors.Join(fmt.Errorf("making a folder for the server: %w", err), os.Remove(folder))
	}
	return folder, nil
}

// reachable says whether every folder on the way lets other users through.
func reachable(folder string) bool {
	for {
		info, err := os.Stat(folder)
		if err != nil || info.Mode()&0o001 == 0 {
			return false
		}
		above := filepath.Dir(folder)
		if above == folder {
			return true
		}
		folder = above
	}
}

func (o owner) own(path string) error {
	if !o.other {
		return nil
	}
	return os.Chown(path, int(o.uid), int(o.gid))
}

// attributes start a process as the owner and in a session of its own, which the signals of our terminal do not reach.
func (o owner) attributes() *syscall.SysProcAttr {
	attributes := &syscall.SysProcAttr{Setsid: true}
	if o.other {
		attributes.Credential = &syscall.Credential{Uid: o.uid, Gid: o.gid}
	}
	return attributes
}

// killGroup ends a process that attributes started, with all its children.
func killGroup(process *os.Process) error { return syscall.Kill(-process.Pid, syscall.SIGKILL) }

// signal sends a signal to the server's first process; the others follow it, also when it is killed.
func (n *native) signal(name string) error {
	switch name {
	case "INT":
		return n.process.Signal(syscall.SIGINT)
	case "QUIT":
		return n.process.Signal(syscall.SIGQUIT)
	default:
		return n.process.Kill()
	}
}

// removeCommand waits for the file that a server holds while it runs as well as for the process: a process that nobody
// has waited for answers kill -0 for ever.
func (n *native) removeCommand() string {
	folder := quoteShell(n.folder)
	return fmt.Sprintf("kill -INT %d; while kill -0 %d 2>/dev/null && [ -e %s/data/postmaster.pid ]; do sleep 0.1; done; rm -rf %s",
		n.process.Pid, n.process.Pid, folder, folder)
}

// guardScript does what remove does. It starts before the server and so learns the process from its file.
func (n *native) guardScript() string {
	return strings.NewReplacer("FOLDER", quoteShell(n.folder)).Replace(`
pid=$(head -n 1 FOLDER/data/postmaster.pid 2>/dev/null)
for signal in INT INT INT INT QUIT QUIT KILL; do
    [ -n "$pid" ] && kill -$signal "$pid" 2>/dev/null || break
    for tick in 1 2 3 4 5 6 7 8 9 10; do
        kill -0 "$pid" 2>/dev/null && [ -e FOLDER/data/postmaster.pid ] && sleep 0.2
    done
done
for tick in 1 2 3 4 5 6 7 8 9 10; do rm -rf FOLDER; sleep 0.2; done`)
}

func quoteShell(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" }

// shell is how a guard runs its script.
func shell(script string) *exec.Cmd { return exec.Command("/bin/sh", "-c", script) }

func (c *container) guardScript() string { return c.removeCommand() + " >/dev/null 2>&1" }
