//go:build !windows

package throwaway

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
)

// roleVariable makes the test binary play pgdoctor, so that it can die as a process dies.
const roleVariable = "THROWAWAY_TEST_ROLE"

func TestMain(m *testing.M) {
	role := os.Getenv(roleVariable)
	if role == "" {
		os.Exit(m.Run())
	}
	server, err := Start(context.Background(), plain, os.Stderr)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(server.DSN("one"))
	if role == "keep" {
		server.Keep()
		fmt.Println(server.StopHint())
		return
	}
	_, _ = io.Copy(io.Discard, os.Stdin) // until killed
}

// play starts the test binary in a role and returns the lines it prints.
func play(t *testing.T, role string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), roleVariable+"="+role)
	cmd.Stderr = t.Output()
	if _, err := cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	return cmd, bufio.NewScanner(out)
}

func TestKilled(t *testing.T) {
	folder := temporaryFolder(t)
	cmd, lines := play(t, "wait")
	if !lines.Scan() {
		t.Fatal("no server")
	}
	dsn := lines.Text()
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the folder to go", func() bool { left, _ := os.ReadDir(folder); return len(left) == 0 })
	refused(t, dsn)
}

func TestKeep(t *testing.T) {
	folder := temporaryFolder(t)
	cmd, lines := play(t, "keep")
	var printed []string
	for lines.Scan() {
		printed = append(printed, lines.Text())
	}
	if err := cmd.Wait(); err != nil || len(printed) != 2 {
		t.Fatalf("got error %v and lines %q", err, printed)
	}
	conn, err := pgx.Connect(t.Context(), printed[0])
	if err != nil {
		t.Fatalf("the server did not outlive its parent: %v", err)
	}
	_ = conn.Close(t.Context())
	if out, err := exec.Command("/bin/sh", "-c", printed[1]).CombinedOutput(); err != nil {
		t.Errorf("%s: %v: %s", printed[1], err, out)
	}
	empty(t, folder)
	refused(t, printed[0])
}

func refused(t *testing.T, dsn string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), dsn)
	if err == nil {
		_ = conn.Close(t.Context())
		t.Error("the server still answers")
	} else if strings.Contains(err.Error(), "password") {
		t.Errorf("the server still answers: %v", err)
	}
}
