package integration

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestImage builds the container image of examples/container from scratch, runs it
// against a server, and looks for what must not be in it.
func TestImage(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("docker"); err != nil || runtime.GOOS != "linux" {
		t.Skip("no docker command, or one whose containers do not share this machine's network: the image is not built")
	}
	folder := t.TempDir()
	copyFile(t, portable(), filepath.Join(folder, "pgdoctor"), 0o755)
	copyFile(t, filepath.Join("..", "examples", "container", "Dockerfile"), filepath.Join(folder, "Dockerfile"), 0o644)
	// any text will do: that it is there is what counts
	copyFile(t, filepath.Join("..", "LICENSE"), filepath.Join(folder, "ca-certificates.crt"), 0o644)
	image := "pgdoctor-test-image:" + strings.ToLower(filepath.Base(filepath.Dir(folder)))
	docker(t, true, "build", "-q", "-t", image, folder)
	t.Cleanup(func() {
		if out, err := exec.Command("docker", "rmi", image).CombinedOutput(); err != nil {
			t.Errorf("docker rmi: %s: %s", err, out)
		}
	})
	s := middle()
	dsn := s.Database(t)
	out := docker(t, true, "run", "--rm", "--network", "host", "--read-only", "--cap-drop", "ALL", "-e", "PGDOCTOR_DSN="+dsn,
		image, "check", "fk-without-index")
	if !strings.Contains(out, "nothing sick in 0 objects examined by 1 check") {
		t.Errorf("the check said:\n%s", out)
	}
	if user := docker(t, true, "image", "inspect", "-f", "{{.Config.User}}", image); strings.TrimSpace(user) != "65532:65532" {
		t.Errorf("runs as %q", user)
	}
	if out := docker(t, false, "run", "--rm", "--entrypoint", "/bin/sh", image, "-c", "true"); !strings.Contains(out, "/bin/sh") {
		t.Errorf("looking for a shell: %s", out)
	}
}

// docker runs a command of Docker, which is to succeed or to fail.
func docker(t *testing.T, succeeds bool, args ...string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "docker", args...).CombinedOutput()
	if (err == nil) != succeeds {
		t.Fatalf("docker %s: %v\n%s", args[0], err, out)
	}
	return string(out)
}

func copyFile(t *testing.T, from, to string, mode os.FileMode) {
	t.Helper()
	text, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, text, mode); err != nil {
		t.Fatal(err)
	}
}
