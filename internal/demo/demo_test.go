package demo

import (
	"context"
	"errors"
	"net"
	"os"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/internal/throwaway"
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

// gone checks that nothing answers at the server's address. What else may be left of it is tested where it is made.
func gone(t *testing.T, server *throwaway.Server) {
	t.Helper()
	conn, err := pgx.Connect(context.Background(), server.DSN(Database))
	if err == nil {
		_ = conn.Close(context.Background())
	}
	var refused net.Error
	if !errors.As(err, &refused) {
		t.Errorf("got error %v, want that nobody listens", err)
	}
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
