package integration

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

var (
	readme = filepath.Join("..", "README.md")
	// transcript is the block between the markers: before, text, after.
	transcript = regexp.MustCompile("(?s)^(.*<!-- transcript [^\n]*-->\n```console\n)(.*?)(```\n<!-- end of transcript -->.*)$")
)

// TestReadme types the commands of README.md's transcript, one after the other,
// on the database of testdata/readme.sql, and compares what comes back.
func TestReadme(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	parts := transcript.FindStringSubmatch(string(page))
	if parts == nil {
		t.Fatal("README.md has no transcript between its markers")
	}
	if *update {
		text := typed(t, all[len(all)-1], parts[2])
		if t.Failed() {
			return
		}
		if err := os.WriteFile(readme, []byte(parts[1]+text+parts[3]), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	onEach(t, func(t *testing.T, s *servers.Server) {
		if diff := cmp.Diff(parts[2], typed(t, s, parts[2])); diff != "" {
			t.Errorf("README.md shows something else (-README +pgdoctor; go test ./integration -run TestReadme -update rewrites it):\n%s", diff)
		}
	})
}

// typed types the lines of a transcript that begin with a prompt, and returns
// it as a terminal would show it: both streams, in the order of writing.
func typed(t *testing.T, s *servers.Server, old string) string {
	t.Helper()
	script, err := os.ReadFile(filepath.Join("testdata", "readme.sql"))
	if err != nil {
		t.Fatal(err)
	}
	dsn := s.Database(t)
	s.Exec(t, dsn, string(script))
	var screen strings.Builder
	for line := range strings.Lines(old) {
		command, isCommand := strings.CutPrefix(strings.TrimSpace(line), "$ ")
		if !isCommand {
			continue
		}
		if screen.Len() > 0 {
			screen.WriteString("\n")
		}
		screen.WriteString(line)
		command, shown := strings.CutSuffix(command, "; echo $?")
		output, code := typeOne(t, dsn, command)
		screen.WriteString(output)
		switch {
		case shown:
			fmt.Fprintln(&screen, code)
		case code > 1:
			t.Errorf("%s: exit code %d", command, code)
		}
	}
	return steady(t, screen.String(), dsn)
}

func typeOne(t *testing.T, dsn, command string) (output string, code int) {
	t.Helper()
	words := strings.Fields(command)
	if len(words) == 0 || words[0] != "pgdoctor" {
		t.Fatalf("README.md types %q: only pgdoctor is known here, without quotes", command)
	}
	program := portable() // may be built first, which is not the command's time
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, words[1:]...)
	cmd.Env = append(ownEnvironment(), "PGDOCTOR_DSN="+dsn, "COLUMNS=132", "HOME="+t.TempDir())
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return string(out), cmd.ProcessState.ExitCode()
}

var (
	releases  = regexp.MustCompile(`PostgreSQL \d+(\.\d+|devel|(beta|rc)\d+)`)
	elapsed   = regexp.MustCompile(`; \d[\d.,]* (ms|s)\b`)
	buildTime = regexp.MustCompile(`and \S[\w. ]* to build\b`) // on a busy machine it takes longer
	versions  = regexp.MustCompile(`\b20\d{12}\b`)
	instants  = regexp.MustCompile(`\b20\d\d-\d\d-\d\d \d\d:\d\d:\d\d\b`)
)

// steady replaces all that differs from run to run, and nothing else: where the
// server is, its release, the name of its database, the time that a run took,
// the moments at which migrations ran, and their versions, which are moments too.
func steady(t *testing.T, screen, dsn string) string {
	t.Helper()
	u, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	screen = strings.NewReplacer(u.Host, "db:5432", strings.TrimPrefix(u.Path, "/"), "shop").Replace(screen)
	screen = releases.ReplaceAllString(screen, "PostgreSQL 18.0")
	screen = elapsed.ReplaceAllString(screen, "; 42 ms")
	screen = buildTime.ReplaceAllString(screen, "and less than a second to build")
	screen = instants.ReplaceAllString(screen, "2026-02-03 09:30:00")
	seen := map[string]string{}
	return versions.ReplaceAllStringFunc(screen, func(version string) string {
		if seen[version] == "" {
			seen[version] = fmt.Sprint(20260203093000 + len(seen))
		}
		return seen[version]
	})
}
