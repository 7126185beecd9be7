package throwaway

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// plain is a server that the tests can have on any machine that has one.
var plain = Options{Name: "test", Databases: []string{"one", "two"}, Image: "postgres:17"}

func TestStart(t *testing.T) {
	folder := temporaryFolder(t)
	o := plain
	o.Settings = []Setting{{"cluster_name", "it's"}}
	server, err := Start(t.Context(), o, t.Output())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Stop() })
	for _, database := range o.Databases {
		conn, err := pgx.Connect(t.Context(), server.DSN(database))
		if err != nil {
			t.Fatal(err)
		}
		var name string
		if err := conn.QueryRow(t.Context(), "SHOW cluster_name").Scan(&name); err != nil || name != "it's" {
			t.Errorf("got cluster_name %q and error %v", name, err)
		}
		_ = conn.Close(t.Context())
	}
	if err := server.Stop(); err != nil {
		t.Fatal(err)
	}
	if err := server.Stop(); err != nil {
		t.Errorf("stopping twice: %v", err)
	}
	gone(t, server)
	empty(t, folder)
}

// TestWrongSetting wants the server's own words in the error, and nothing left.
func TestWrongSetting(t *testing.T) {
	folder := temporaryFolder(t)
	o := plain
	o.Settings = []Setting{{"work_mem", "much"}}
	server, err := Start(t.Context(), o, t.Output())
	if err == nil {
		_ = server.Stop()
	}
	if err == nil || !strings.Contains(err.Error(), "starting a test server") || !strings.Contains(err.Error(), "work_mem") {
		t.Errorf("got error %v, want one that names the server and the setting", err)
	}
	empty(t, folder)
}

// TestCancelledAlone leaves it to the context to stop the server.
func TestCancelledAlone(t *testing.T) {
	folder := temporaryFolder(t)
	ctx, cancel := context.WithCancel(t.Context())
	server, err := Start(ctx, plain, t.Output())
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	eventually(t, "the folder to go", func() bool { left, _ := os.ReadDir(folder); return len(left) == 0 })
	_ = server.Stop()
	gone(t, server)
}

func TestNoBinaries(t *testing.T) {
	ctx := withoutPrograms(t)
	for name, test := range map[string]struct {
		image, want string
	}{
		"no image":  {"", "no PostgreSQL server programs found; install it"},
		"no docker": {"postgres:17", "no PostgreSQL server programs found, and no Docker either; install it"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := startContainer(ctx, Options{Image: test.image, HowToGet: "install it"}, errNoBinaries, "secret", t.Output())
			if err == nil || err.Error() != test.want {
				t.Errorf("got error %v, want %s", err, test.want)
			}
		})
	}
}

func TestPackageFoldersNewestFirst(t *testing.T) {
	root := t.TempDir()
	for _, version := range []string{"9.6.24", "12.1", "13.22", "18beta1", "17.6"} {
		folder := filepath.Join(root, version, "bin")
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		script := "#!/bin/sh\necho 'postgres (PostgreSQL) " + strings.Replace(version, "18beta1", "18.0", 1) + " (Some 1.0)'\n"
		for _, name := range []string{"postgres", "initdb"} {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(script), 0o700); err != nil {
				t.Fatal(err)
			}
		}
	}
	var majors []int
	for _, b := range inPackageFolders(t.Context(), []string{filepath.Join(root, "*", "bin"), "["}) {
		majors = append(majors, b.major)
	}
	if len(majors) != 3 || majors[0] != 18 || majors[1] != 17 || majors[2] != 13 {
		t.Errorf("got majors %v, want 18, 17, 13", majors)
	}
}

func TestOtherMajor(t *testing.T) {
	_, err := findBinaries(t.Context(), 99, "")
	if !errors.Is(err, errNoBinaries) || !strings.Contains(err.Error(), "of major 99") {
		t.Errorf("got error %v, want that there are none of major 99", err)
	}
	if _, err := findBinaries(t.Context(), 0, "no_such_library"); !errors.Is(err, errNoBinaries) {
		t.Errorf("got error %v, want that there are none with the library", err)
	}
}

func withoutPrograms(t *testing.T) context.Context {
	t.Setenv("PATH", t.TempDir())
	return t.Context()
}

// temporaryFolder makes the folder that Start puts its own into.
func temporaryFolder(t *testing.T) string {
	t.Helper()
	// Not t.TempDir: the folders above it are closed to the server's user.
	folder, err := os.MkdirTemp("/tmp", "throwaway-test-")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	t.Setenv("TMPDIR", folder)
	return folder
}

func empty(t *testing.T, folder string) {
	t.Helper()
	left, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range left {
		t.Errorf("%s is left", entry.Name())
	}
}

// gone checks that neither the port nor the folder nor the process is there.
func gone(t *testing.T, server *Server) {
	t.Helper()
	host, port := server.engine.address()
	if conn, err := net.DialTCP("tcp", nil, &net.TCPAddr{IP: net.ParseIP(host), Port: port}); err == nil {
		conn.Close()
		t.Errorf("port %d still answers", port)
	}
	n, ok := server.engine.(*native)
	if !ok {
		return
	}
	if _, err := os.Stat(n.folder); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("folder %s: got error %v, want that it does not exist", n.folder, err)
	}
	select {
	case <-n.done:
	default:
		t.Errorf("process %d still runs", n.process.Pid)
	}
}

func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for range 600 {
		if holds() {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Errorf("waited in vain for %s", what)
}
