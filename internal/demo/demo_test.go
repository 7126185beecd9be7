package demo

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

// TestDemo starts one server, looks at all of it, and stops it.
func TestDemo(t *testing.T) {
	server, err := Start(t.Context(), t.Output())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Stop() })
	dsn := server.DSN(Database)
	started := time.Now()
	if err := Load(t.Context(), dsn, t.Output()); err != nil {
		t.Fatal(err)
	}
	t.Logf("loaded in %s", time.Since(started))
	conn := open(t, dsn)

	t.Run("rows", func(t *testing.T) { compare(t, conn, rowCounts) })
	t.Run("duplicates", func(t *testing.T) { compare(t, conn, duplicateCounts) })
	t.Run("orphans", func(t *testing.T) { compare(t, conn, orphanCounts) })
	t.Run("application", func(t *testing.T) { compare(t, conn, applicationCounts) })
	t.Run("catalog", func(t *testing.T) { compare(t, conn, catalogCounts) })
	t.Run("statistics", func(t *testing.T) { compare(t, conn, statisticsCounts) })
	t.Run("sessions", func(t *testing.T) { testSessions(t, conn, dsn) })
	t.Run("legacy", func(t *testing.T) {
		if err := LoadLegacy(t.Context(), server.DSN(LegacyDatabase)); err != nil {
			t.Fatal(err)
		}
		compare(t, open(t, server.DSN(LegacyDatabase)), legacyCounts)
	})
	t.Run("stop", func(t *testing.T) {
		if err := server.Stop(); err != nil {
			t.Fatal(err)
		}
		if err := server.Stop(); err != nil {
			t.Errorf("stopping twice: %v", err)
		}
		gone(t, server)
	})
}

func testSessions(t *testing.T, conn *pgx.Conn, dsn string) {
	closeAll, err := Sessions(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, conn, sessionCounts)
	closeAll()
	compare(t, conn, []count{{"attempts after rollback", LoginAttempts, `SELECT count(*) FROM login_attempts`}})
}

// TestCancelled ends the context at moments from the first process to the middle of the load.
func TestCancelled(t *testing.T) {
	// A folder of our own shows that nothing is left in it.
	for _, after := range []time.Duration{0, 50 * time.Millisecond, 300 * time.Millisecond, 700 * time.Millisecond, 3 * time.Second} {
		t.Run(after.String(), func(t *testing.T) {
			folder := temporaryFolder(t)
			ctx, cancel := context.WithTimeout(t.Context(), after)
			defer cancel()
			server, err := Start(ctx, t.Output())
			if err == nil {
				err = Load(ctx, server.DSN(Database), t.Output())
				_ = server.Stop()
				gone(t, server)
			}
			if !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("got error %v, want one that is context.DeadlineExceeded", err)
			}
			empty(t, folder)
		})
	}
}

// TestCancelledAlone leaves it to the context to stop the server.
func TestCancelledAlone(t *testing.T) {
	folder := temporaryFolder(t)
	ctx, cancel := context.WithCancel(t.Context())
	server, err := Start(ctx, t.Output())
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	eventually(t, "the folder to go", func() bool { left, _ := os.ReadDir(folder); return len(left) == 0 })
	_ = server.Stop()
	gone(t, server)
}

func TestNoBinaries(t *testing.T) {
	_, _, err := startContainer(withoutPrograms(t), errNoBinaries, "secret", t.Output())
	if err == nil || !strings.Contains(err.Error(), "install PostgreSQL 13 or newer") {
		t.Errorf("got error %v, want one that says what to install", err)
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

func withoutPrograms(t *testing.T) context.Context {
	t.Setenv("PATH", t.TempDir())
	return t.Context()
}

// temporaryFolder makes the folder that Start puts its own into.
func temporaryFolder(t *testing.T) string {
	t.Helper()
	// Not t.TempDir: the folders above it are closed to the server's user.
	folder, err := os.MkdirTemp("/tmp", "demo-test-")
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

func open(t *testing.T, dsn string) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	return conn
}
