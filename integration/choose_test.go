package integration

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

const differing = `
CREATE TABLE users (id integer PRIMARY KEY, email text, name text, phone text);
INSERT INTO users VALUES (1, 'a', 'Anna', '1234567'), (2, 'a', 'Anne', NULL), (3, 'b', 'Bob', NULL), (4, 'b', 'Bob', NULL),
    (5, 'c', 'Carl', NULL), (6, 'c', 'Karl', NULL), (7, 'c', 'Carla', NULL), (8, 'd', 'Dora', NULL);
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer REFERENCES users);
INSERT INTO orders VALUES (1, 1), (2, 1), (3, 6)`

// onTerminal runs pgdoctor on a terminal of its own, where somebody types.
func onTerminal(t *testing.T, typed string, args ...string) ran {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer master.Close()
	if err := unix.IoctlSetPointerInt(int(master.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	n, err := unix.IoctlGetInt(int(master.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	slave, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer slave.Close()
	if _, err := master.WriteString(typed); err != nil {
		t.Fatal(err)
	}
	command := exec.Command(binary(), args...)
	var stdout, stderr bytes.Buffer
	command.Stdin, command.Stdout, command.Stderr = slave, &stdout, &stderr
	command.Env = append(ownEnvironment(), "HOME="+t.TempDir())
	tooLong := time.AfterFunc(90*time.Second, func() { command.Process.Kill() }) //nolint:errcheck // the test fails by its exit code
	defer tooLong.Stop()
	command.Run() //nolint:errcheck // the exit code tells
	return ran{command.ProcessState.ExitCode(), stdout.String(), stderr.String()}
}

// Who chooses on the terminal gets the rows chosen, and back by undo.
func TestChoose(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		typed, strategy string
		code            int
		stays, says     string
	}{
		"choices":        {"v\n2\n2\ny\n", "latest", 0, "1 4 6 8", "keeps the rows that were chosen (2), and the latest row of every other"},
		"enter":          {"\n\ny\n", "latest", 0, "2 4 7 8", "keeps the latest row"},
		"enter, earlier": {"\n3\ny\n", "earliest", 0, "1 3 7 8", "chosen (1)"},
		"most":           {"\n\ny\n", "most-referenced", 0, "1 4 6 8", "keeps the most-referenced row"},
		"stop":           {"1\nq\n", "latest", 2, "1 2 3 4 5 6 7 8", "stopped: nothing was changed"},
		"no":             {"1\n1\nn\n", "latest", 2, "1 2 3 4 5 6 7 8", "nothing was applied"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			onEnds(t, func(t *testing.T, s *servers.Server) {
				dsn := s.Database(t)
				s.Exec(t, dsn, differing)
				before := dataCase{}.rows(t, dsn)
				got := onTerminal(t, c.typed, "fix", "duplicate-emails", "--max-risk", "data", "--apply", "--choose", "--strategy", c.strategy, "--dsn", dsn)
				got.want(t, c.code, c.says)
				if strings.Contains(got.stdout, "Anna") || strings.Contains(got.stderr, "Anna") != strings.HasPrefix(c.typed, "v") {
					t.Errorf("values are shown: %s%s", got.stdout, got.stderr)
				}
				if stays := ask(t, dsn, "SELECT string_agg(id::text, ' ' ORDER BY id) FROM users"); stays != c.stays {
					t.Errorf("%s stay, want %s", stays, c.stays)
				}
				if c.code == 0 {
					takeBack(t, dsn).want(t, 0)
				}
				wantSame(t, "undo, or nothing done", before, dataCase{}.rows(t, dsn))
			})
		})
	}
}

// A plan shows in what the rows of a group differ, without their values; who is
// no terminal is not asked.
func TestChooseShown(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, differing)
		got := pgdoctor(t, "fix", "duplicate-emails", "--max-risk", "data", "--format", "json", "--dsn", dsn)
		got.want(t, 0, `"groups"`, `"A…(4)"`)
		if strings.Contains(got.stdout, "Anna") || strings.Contains(got.stdout, "1234567") {
			t.Errorf("values are shown: %s", got.stdout)
		}
		got = pgdoctor(t, "fix", "duplicate-emails", "--max-risk", "data", "--dsn", dsn)
		got.want(t, 0, "stays (2), name 'A…(4)', phone NULL, 0 rows refer to it", "(1), name 'A…(4)', phone '1…(7)', 2 rows refer to it")
		pgdoctor(t, "fix", "duplicate-emails", "--max-risk", "data", "--choose", "--dsn", dsn).want(t, 2, "--choose needs a terminal")
	})
}
