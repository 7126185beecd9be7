package integration

import (
	"context"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/jackc/pgx/v5"
)

// TestWatch watches a database on a terminal while a finding comes and goes, while
// the database takes no connections, and until Ctrl-C.
func TestWatch(t *testing.T) {
	t.Parallel()
	s := middle()
	dsn := s.Database(t)
	s.Exec(t, dsn, `CREATE TABLE parent (id bigint PRIMARY KEY)`)
	cmd := exec.CommandContext(t.Context(), portable(), "check", "no-primary-key", "--watch", "1s")
	cmd.Env = append(ownEnvironment(), "PGDOCTOR_DSN="+dsn, "HOME="+t.TempDir(), "TERM=xterm")
	cmd.Dir = t.TempDir()
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 30, Cols: 120})
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	seen := watching(terminal)

	seen.await(t, "nothing sick in 1 object")
	seen.await(t, "no change since the look before")
	s.Exec(t, dsn, `CREATE TABLE keyless (n int)`)
	seen.await(t, "new    no-primary-key:public.keyless")
	s.Exec(t, dsn, `DROP TABLE keyless`)
	seen.await(t, "gone   no-primary-key:public.keyless  was warning")

	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		t.Fatal(err)
	}
	name := pgx.Identifier{config.Database}.Sanitize()
	s.Exec(t, s.DSN("postgres"), `ALTER DATABASE `+name+` ALLOW_CONNECTIONS false`)
	s.Exec(t, s.DSN("postgres"), `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '`+config.Database+`'`)
	seen.await(t, "the database is not reached, trying again every 1s")
	seen.await(t, "as it was:")
	s.Exec(t, s.DSN("postgres"), `ALTER DATABASE `+name+` ALLOW_CONNECTIONS true`)
	seen.await(t, "no change since the look before")
	if n := sessions(t, s.DSN("postgres"), config.Database); n < 1 || n > 2 {
		t.Errorf("%d sessions after several looks, want one or two", n)
	}

	if _, err := terminal.Write([]byte{3}); err != nil { // Ctrl-C
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("Ctrl-C: %v; the last that was seen:\n%s", err, seen.rest())
	}
	if text := seen.rest(); strings.Contains(text, "interrupted") || strings.Contains(text, "pgdoctor:") {
		t.Errorf("Ctrl-C is no mistake, but: %s", text)
	}
}

func sessions(t *testing.T, dsn, database string) (n int) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background()) //nolint:errcheck // only read
	if err := conn.QueryRow(t.Context(), `SELECT count(*) FROM pg_stat_activity WHERE datname = $1`, database).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// screen is what a terminal was sent and a test has not looked at yet.
type screen struct {
	mu     sync.Mutex
	text   string
	change chan struct{}
}

var escapes = regexp.MustCompile("\x1b\\[[0-9;]*[A-Za-z]")

func watching(terminal *os.File) *screen {
	s := &screen{change: make(chan struct{}, 1)}
	go func() {
		buffer := make([]byte, 64<<10)
		for {
			n, err := terminal.Read(buffer)
			s.mu.Lock()
			s.text += string(buffer[:n])
			s.mu.Unlock()
			select {
			case s.change <- struct{}{}:
			default:
			}
			if err != nil { // the program has ended: EIO on Linux, io.EOF elsewhere
				return
			}
		}
	}()
	return s
}

// await waits until a text is drawn, and takes what was drawn up to it.
func (s *screen) await(t *testing.T, want string) {
	t.Helper()
	deadline := time.After(20 * time.Second)
	for {
		s.mu.Lock()
		plain := escapes.ReplaceAllString(s.text, "")
		if _, after, ok := strings.Cut(plain, want); ok {
			s.text = after
			s.mu.Unlock()
			return
		}
		s.mu.Unlock()
		select {
		case <-s.change:
		case <-deadline:
			t.Fatalf("%q was not drawn; since the last that was:\n%s", want, plain)
		}
	}
}

// rest is what was drawn since.
func (s *screen) rest() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return escapes.ReplaceAllString(s.text, "")
}
