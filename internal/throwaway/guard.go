package throwaway

import (
	"fmt"
	"io"
	"os/exec"
)

// guard is a small process that removes the server when this one dies without having done so, also by kill -9. It reads
// from a pipe that only this process holds open: a word means that all is well, its end that we are gone.
// A death signal of the kernel would be tied to the thread that asked for it, and would not remove the files.
type guard struct {
	cmd  *exec.Cmd
	pipe io.WriteCloser
}

// startGuard starts one as the user we are: the server's own may not remove its folder from the one above.
func startGuard(script string) (*guard, error) {
	if script == "" {
		return &guard{}, nil
	}
	cmd := shell("read -r word && exit 0\n" + script)
	cmd.Dir = "/"
	cmd.SysProcAttr = owner{}.attributes()
	pipe, err := cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("starting a guard: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting a guard: %w", err)
	}
	return &guard{cmd: cmd, pipe: pipe}, nil
}

// dismiss ends the guard without letting it act.
func (g *guard) dismiss() {
	if g.cmd == nil {
		return
	}
	// A guard that somebody has killed is as good as one that is dismissed.
	_, _ = io.WriteString(g.pipe, "dismissed\n")
	_ = g.pipe.Close()
	_ = g.cmd.Wait()
}
