package integration

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// ran is how one call of pgdoctor ended.
type ran struct {
	code           int
	stdout, stderr string
}

// pgdoctor runs the program to its end, away from the developer's own settings.
func pgdoctor(t *testing.T, args ...string) ran {
	t.Helper()
	return begin(t, args...).wait(t)
}

// running is a call of pgdoctor that has not ended.
type running struct {
	command        *exec.Cmd
	stdout, stderr text
}

// text is a buffer that may be read while it is written.
type text struct {
	mu     sync.Mutex
	buffer bytes.Buffer
}

func (t *text) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.buffer.Write(p)
}

func (t *text) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.buffer.String()
}

func begin(t *testing.T, args ...string) *running {
	t.Helper()
	r := &running{command: exec.Command(binary(), args...)}
	r.command.Stdout, r.command.Stderr = &r.stdout, &r.stderr
	r.command.Env = append(ownEnvironment(), "HOME="+t.TempDir()) // no .pgpass, no service file
	if err := r.command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if r.command.ProcessState == nil {
			r.command.Process.Kill() //nolint:errcheck // it may just have ended
			r.command.Wait()         //nolint:errcheck // killed
		}
	})
	return r
}

// ownEnvironment is the environment without what names a server.
func ownEnvironment() []string {
	var kept []string
	for _, pair := range os.Environ() {
		if !strings.HasPrefix(pair, "PG") && !strings.HasPrefix(pair, "DATABASE_URL=") {
			kept = append(kept, pair)
		}
	}
	return kept
}

// wait waits for the end, which must come within reason.
func (r *running) wait(t *testing.T) ran {
	t.Helper()
	tooLong := time.AfterFunc(3*time.Minute, func() { r.command.Process.Kill() }) //nolint:errcheck // the test fails by its exit code
	defer tooLong.Stop()
	err := r.command.Wait()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return ran{r.command.ProcessState.ExitCode(), r.stdout.String(), r.stderr.String()}
}

// says waits until the program has written words to standard error.
func (r *running) says(t *testing.T, words string) {
	t.Helper()
	for range 2400 { // two minutes, on a machine that is busy with other tests
		if strings.Contains(r.stderr.String(), words) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("pgdoctor never said %q, but: %s", words, r.stderr.String())
}

// want fails the test unless the program ended with a code and wrote the words.
func (r ran) want(t *testing.T, code int, words ...string) {
	t.Helper()
	if r.code != code {
		t.Errorf("exit code %d, want %d", r.code, code)
	}
	for _, word := range words {
		if !strings.Contains(r.stdout+r.stderr, word) {
			t.Errorf("%q is not said", word)
		}
	}
	if t.Failed() {
		t.Logf("stdout: %s\nstderr: %s", r.stdout, r.stderr)
	}
}

// connect opens a superuser's connection that ends with the test.
func connect(t *testing.T, dsn string) *pgx.Conn {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close(context.Background()) }) //nolint:errcheck // the server may be gone on purpose
	return conn
}

// ask returns the one value of a query as text.
func ask(t *testing.T, dsn, query string) string {
	t.Helper()
	answer, err := tryAsk(dsn, query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return answer
}

func tryAsk(dsn, query string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return "", err
	}
	defer conn.Close(ctx)
	return answer(ctx, conn, query)
}

// answer is the one value of a query as text.
func answer(ctx context.Context, conn *pgx.Conn, query string) (string, error) {
	var value *string
	err := conn.QueryRow(ctx, "SELECT ("+query+")::text").Scan(&value)
	if value == nil {
		return "NULL", err
	}
	return *value, err
}

// until asks until the answer is the wanted one, within a minute and a half. It keeps its
// connection: a new one for each question takes more of the machine than the question does.
func until(dsn, query, want string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 90*time.Second)
	defer cancel()
	var conn *pgx.Conn
	defer func() {
		if conn != nil {
			conn.Close(context.Background()) //nolint:errcheck // the server may be gone on purpose
		}
	}()
	var got string
	var err error
	for ctx.Err() == nil {
		err = nil
		if conn == nil || conn.IsClosed() {
			conn, err = pgx.Connect(ctx, dsn)
		}
		if err == nil {
			got, err = answer(ctx, conn, query)
		}
		if err == nil && got == want {
			return nil
		}
		time.Sleep(50 * time.Millisecond)
	}
	return errors.Join(errors.New(query+": got "+got+", want "+want), err)
}

// holding begins a transaction, runs a statement in it and leaves it open until
// the returned function is called, or the test ends.
func holding(t *testing.T, dsn, statement string) (release func()) {
	t.Helper()
	conn := connect(t, dsn)
	if _, err := conn.Exec(t.Context(), "BEGIN"); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.Exec(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
	return func() {
		t.Helper()
		if _, err := conn.Exec(context.Background(), "ROLLBACK"); err != nil {
			t.Errorf("release %s: %v", statement, err)
		}
	}
}

// ends are the oldest and the newest server, for what is too dear to try on all.
func ends() []*servers.Server {
	if len(all) == 1 {
		return all
	}
	return []*servers.Server{all[0], all[len(all)-1]}
}

// endsSince are those of the ends that are of a major or later.
func endsSince(major int) []*servers.Server {
	return slices.DeleteFunc(slices.Clone(ends()), func(s *servers.Server) bool { return s.Major < major })
}

// inTurn is one of the servers for the nth of many cases that cost a lot each, so
// that together they see all majors; all of them where the whole is asked for.
func inTurn(n int, list []*servers.Server) []*servers.Server {
	if os.Getenv(FaultsVariable) == "all" || len(list) == 0 { // a check of 18 where only 15 is tested
		return list
	}
	return []*servers.Server{list[n%len(list)]}
}

// onEnds runs a test on the oldest and the newest server.
func onEnds(t *testing.T, test func(t *testing.T, s *servers.Server)) {
	t.Helper()
	for _, s := range ends() {
		t.Run(fmt.Sprintf("pg%d", s.Major), func(t *testing.T) {
			t.Parallel()
			test(t, s)
		})
	}
}

// middle is the server for what does not depend on the major: 15 if it is there.
func middle() *servers.Server {
	for _, s := range all {
		if s.Major == 15 {
			return s
		}
	}
	return all[len(all)/2]
}
