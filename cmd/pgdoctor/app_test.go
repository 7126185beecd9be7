package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/urfave/cli/v2"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

var update = flag.Bool("update", false, "rewrite golden files, and checks/README.md")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"pgdoctor": main})
}

// Transcripts of the command line that need no server.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			// Whatever the developer's own environment names must not be reached.
			for _, pair := range os.Environ() {
				name, _, _ := strings.Cut(pair, "=")
				if strings.HasPrefix(name, "PG") {
					env.Setenv(name, "")
				}
			}
			env.Setenv("DATABASE_URL", "")
			env.Setenv("LC_ALL", "C")
			return nil
		},
	})
}

func TestCatalogueIsUpToDate(t *testing.T) {
	path := filepath.Join("..", "..", "checks", "README.md")
	var page bytes.Buffer
	if err := writeCatalogue(&page); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(path, page.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(have), page.String()); diff != "" {
		t.Errorf("checks/README.md is not what pgdoctor checks --markdown writes (go test ./cmd/pgdoctor -update):\n%s", diff)
	}
}

func TestFormatsAreDocumented(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "formats.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range report.Formats() {
		if !strings.Contains(string(page), "\n## "+format+"\n") || !strings.Contains(string(page), "\n| `"+format+"` |") {
			t.Errorf("docs/formats.md lacks %s", format)
		}
	}
}

func TestExitCode(t *testing.T) {
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	for _, c := range []struct {
		name string
		ctx  context.Context
		err  error
		code int
		line string
	}{
		{"clean", t.Context(), nil, 0, ""},
		{"findings", t.Context(), &uncleanError{}, 1, ""},
		{"not cured", t.Context(), &uncleanError{"2 findings are not cured"}, 1, "2 findings are not cured"},
		{"usage", t.Context(), usage("flag %s", "x"), 2, "flag x"},
		{"wrapped usage", t.Context(), fmt.Errorf("read: %w", usage("bad")), 2, "read: bad"},
		{"an ordinary error", t.Context(), errors.New("broke"), 3, "broke"},
		{"interrupted", cancelled, errors.New("broke"), 3, "interrupted: broke"},
		{"an error with an exit code of its own", t.Context(), cli.Exit("gone", 77), 3, "gone"},
	} {
		t.Run(c.name, func(t *testing.T) {
			action := typed(func(*cli.Context) error { return c.err })
			err := action(cli.NewContext(cli.NewApp(), nil, &cli.Context{Context: c.ctx}))
			if got := exitCode(err); got != c.code {
				t.Errorf("exit code %d, want %d", got, c.code)
			}
			if got := errorLine(err); got != c.line {
				t.Errorf("line %q, want %q", got, c.line)
			}
		})
	}
	if got := exitCode(errors.New("from the parser")); got != 2 {
		t.Errorf("an untyped error is the command line's fault: exit code %d, want 2", got)
	}
}

func TestVerdict(t *testing.T) {
	result := func(status checks.Status, of ...checks.Severity) checks.Result {
		result := checks.Result{Doc: checks.Doc{ID: string(status)}, Status: status}
		for _, severity := range of {
			result.Findings = append(result.Findings, checks.Finding{Severity: severity})
		}
		return result
	}
	for _, c := range []struct {
		name    string
		results []checks.Result
		failOn  checks.Severity
		want    int
	}{
		{"clean", []checks.Result{result(checks.OK)}, checks.Warning, 0},
		{"skipped only", []checks.Result{result(checks.Skipped)}, checks.Warning, 0},
		{"milder", []checks.Result{result(checks.Findings, checks.Info)}, checks.Warning, 0},
		{"as bad", []checks.Result{result(checks.Findings, checks.Warning)}, checks.Warning, 1},
		{"worse", []checks.Result{result(checks.Findings, checks.Critical)}, checks.Warning, 1},
		{"info counts", []checks.Result{result(checks.Findings, checks.Info)}, checks.Info, 1},
		{"never", []checks.Result{result(checks.Findings, checks.Critical)}, config.FailOnNone, 0},
		{"failed outweighs", []checks.Result{result(checks.Failed), result(checks.Findings, checks.Critical)}, config.FailOnNone, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := report.New(checks.Report{Results: c.results}, "", nil)
			action := typed(func(*cli.Context) error { return verdict(doc, c.failOn) })
			err := action(cli.NewContext(cli.NewApp(), nil, &cli.Context{Context: t.Context()}))
			if got := exitCode(err); got != c.want {
				t.Errorf("exit code %d, want %d", got, c.want)
			}
		})
	}
}

func TestNagiosAsked(t *testing.T) {
	for args, want := range map[string]bool{
		"pgdoctor check --format nagios":               true,
		"pgdoctor check --dsn x --format=nagios":       true,
		"pgdoctor report -format nagios --from x":      true,
		"pgdoctor check --nosuch --format nagios":      true,
		"pgdoctor check --format json --format nagios": true,
		"pgdoctor check --format nagios --format json": false,
		"pgdoctor check --format":                      false,
		"pgdoctor check nagios":                        false,
		"pgdoctor fix --format nagios":                 false,
		"pgdoctor":                                     false,
	} {
		if got := nagiosAsked(strings.Fields(args)); got != want {
			t.Errorf("%s: %v", args, got)
		}
	}
}

func TestRedact(t *testing.T) {
	for text, want := range map[string]string{
		"open postgres://app:s3cret@db:5432/x failed": "open postgres://app:xxx@db:5432/x failed",
		"open postgres://app:p@ss:w/rd@db/x":          "open postgres://app:xxx@db/x",
		"host=db password=s3cret user=app":            "host=db password=xxx user=app",
		"host=db password = 's3 cret' user=app":       "host=db password = xxx user=app",
		"?sslmode=on&password=s3cret&a=b":             "?sslmode=on&password=xxx&a=b",
		"wrong password for user \"app\"":             "wrong password for user \"app\"",
		"write postgres://user:password@host/db":      "write postgres://user:password@host/db",
		"https://host/path":                           "https://host/path",
	} {
		if got := redact(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

func TestReorder(t *testing.T) {
	app := &cli.App{Commands: []*cli.Command{{Name: "fix", Aliases: []string{"cure"}, Flags: []cli.Flag{
		&cli.BoolFlag{Name: "apply", Aliases: []string{"a"}},
		&cli.StringFlag{Name: "format", Aliases: []string{"f"}},
		&cli.StringSliceFlag{Name: "only"},
		&cli.DurationFlag{Name: "timeout"},
	}}}}
	for _, c := range []struct{ name, args, want string }{
		{"nothing", "pgdoctor", "pgdoctor"},
		{"the program's flag", "pgdoctor --version", "pgdoctor --version"},
		{"unknown command", "pgdoctor nosuch a --format b", "pgdoctor nosuch a --format b"},
		{"in order already", "pgdoctor fix --apply key", "pgdoctor fix --apply -- key"},
		{"switch after key", "pgdoctor fix key --apply", "pgdoctor fix --apply -- key"},
		{"value after key", "pgdoctor fix key --format json key2", "pgdoctor fix --format json -- key key2"},
		{"value with =", "pgdoctor fix key --format=json key2", "pgdoctor fix --format=json -- key key2"},
		{"one hyphen", "pgdoctor fix key -format json -a", "pgdoctor fix -format json -a -- key"},
		{"short alias", "pgdoctor cure key -f json", "pgdoctor cure -f json -- key"},
		{"a value like a flag", "pgdoctor fix key --timeout -5s", "pgdoctor fix --timeout -5s -- key"},
		{"repeated", "pgdoctor fix --only a k --only b,c", "pgdoctor fix --only a --only b,c -- k"},
		{"unknown flag", "pgdoctor fix key --nosuch x", "pgdoctor fix --nosuch -- key x"},
		{"no value left", "pgdoctor fix key --format", "pgdoctor fix --format -- key"},
		{"after --", "pgdoctor fix --apply -- --format k", "pgdoctor fix --apply -- --format k"},
		{"key, then --", "pgdoctor fix k -- -x --", "pgdoctor fix -- k -x --"},
		{"a lone hyphen", "pgdoctor fix - --apply", "pgdoctor fix --apply -- -"},
		{"help of a command", "pgdoctor fix key --help", "pgdoctor fix --help"},
	} {
		t.Run(c.name, func(t *testing.T) {
			args := strings.Fields(c.args)
			got := reorder(app, args)
			if strings.Join(got, " ") != c.want {
				t.Errorf("%q becomes %q, want %q", c.args, strings.Join(got, " "), c.want)
			}
			if !slices.Equal(args, strings.Fields(c.args)) {
				t.Error("the given arguments were changed")
			}
		})
	}
}

func TestSuggestion(t *testing.T) {
	known := []string{"index-unused", "fk-without-index", "table-bloat", "index-bloat"}
	for word, want := range map[string]string{
		"index-unsed":      ", did you mean index-unused?",
		"unused-index":     ", did you mean index-unused?",
		"FK-without-index": ", did you mean fk-without-index?",
		"xyzzy":            "",
		"":                 "",
	} {
		if got := suggestion(word, known); got != want {
			t.Errorf("%q suggests %q, want %q", word, got, want)
		}
	}
}

func TestReplaceFile(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "report.json")
	link := filepath.Join(folder, "latest")
	if err := os.WriteFile(name, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("report.json", link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if err := replaceFile(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(name)
	if err != nil || string(text) != "new" {
		t.Errorf("the file behind the link holds %q, %v", text, err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is gone")
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, want the old file's 0600", info.Mode())
	}
	if err := replaceFile(os.DevNull, []byte("x")); err != nil {
		t.Errorf("writing to a device: %v", err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Error("the device was replaced")
	}
	if left, _ := os.ReadDir(folder); len(left) != 2 {
		t.Errorf("%d entries in the folder, want 2: a temporary file stayed", len(left))
	}
}

// What cannot be written leaves what was there, no temporary file, and an error
// that names the file and the cause alone.
func TestWriteFails(t *testing.T) {
	folder := t.TempDir()
	taken := filepath.Join(folder, "taken") // became a folder after the flags were read
	if err := os.MkdirAll(filepath.Join(taken, "inside"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, file, want string }{
		{"a folder by now", taken, "is a directory"},
		{"the folder is gone", filepath.Join(folder, "gone", "report"), "no such file or directory"},
		{"too long a name", filepath.Join(folder, strings.Repeat("n", 256)), "file name too long"},
		{"disk full", "/dev/full", "no space left on device"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := (&output{File: c.file}).Write(func(w io.Writer) error { return report.WriteJSON(w, "text") })
			if want := "write " + c.file + ": " + c.want; err == nil || err.Error() != want {
				t.Errorf("error %v, want %s", err, want)
			}
		})
	}
	if left, _ := os.ReadDir(folder); len(left) != 1 {
		t.Errorf("%d entries in the folder, want 1: a temporary file stayed", len(left))
	}
}

// The longest name that a folder takes must do, and a new file is for whom the umask says.
func TestReplaceFileMakes(t *testing.T) {
	name := filepath.Join(t.TempDir(), strings.Repeat("n", 255))
	if err := replaceFile(name, []byte("new")); err != nil {
		t.Fatal(err)
	}
	probe := filepath.Join(t.TempDir(), "probe")
	if err := os.WriteFile(probe, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	have, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.Stat(probe)
	if err != nil {
		t.Fatal(err)
	}
	if have.Mode() != want.Mode() {
		t.Errorf("mode %v, want %v as of any new file", have.Mode(), want.Mode())
	}
}

// A half-drawn report must not replace a good one.
func TestOutputIsWholeOrNothing(t *testing.T) {
	name := filepath.Join(t.TempDir(), "report.txt")
	if err := os.WriteFile(name, []byte("good"), 0o644); err != nil {
		t.Fatal(err)
	}
	var stdout bytes.Buffer
	for _, out := range []*output{{File: name}, {stdout: &stdout}} {
		err := out.Write(func(w io.Writer) error {
			fmt.Fprint(w, "half")
			return errors.New("no more")
		})
		if err == nil {
			t.Error("the error got lost")
		}
	}
	if text, _ := os.ReadFile(name); string(text) != "good" || stdout.Len() > 0 {
		t.Errorf("half a report was written: file %q, stdout %q", text, stdout.String())
	}
}
