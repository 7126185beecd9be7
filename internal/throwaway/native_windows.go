package throwaway

import (
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"syscall"
)

// owner is nobody else here: PostgreSQL gives up an administrator's rights by itself when pg_ctl starts it, and
// otherwise says that it will not run.
type owner struct{}

func serverOwner() (owner, error) { return owner{}, nil }

func (o owner) makeFolder(prefix string) (string, error) {
	folder, err := os.MkdirTemp("", prefix)
	if err != nil {
		return "", fmt.Errorf("making a folder for the server: %w", err)
	}
	return folder, nil
}

func (o owner) own(string) error { return nil }

func (o owner) attributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP}
}

func killGroup(process *os.Process) error { return process.Kill() }

// signal goes through pg_ctl, since Windows has no signals and PostgreSQL brings its own.
func (n *native) signal(name string) error {
	if name == "KILL" {
		return n.process.Kill()
	}
	return exec.Command(n.programs.program("pg_ctl"), "kill", name, strconv.Itoa(n.process.Pid)).Run()
}

func (n *native) removeCommand() string {
	return fmt.Sprintf(`"%s" stop -m fast -D "%s" & rmdir /s /q "%s"`, n.programs.program("pg_ctl"), n.data(), n.folder)
}

// There is no shell to guard with: whoever ends pgdoctor by force keeps the server.
func (n *native) guardScript() string { return "" }

func shell(string) *exec.Cmd { return nil }

func (c *container) guardScript() string { return "" }
