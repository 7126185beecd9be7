package main

import (
	"io"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"
)

func manualOf(t *testing.T) (*cli.App, string) {
	t.Helper()
	app := newApp(strings.NewReader(""), io.Discard, io.Discard)
	return app, manual(app, "2026-01-02")
}

func TestManual(t *testing.T) {
	app, page := manualOf(t)
	macro := regexp.MustCompile(`^\.(TH|SH|SS|PP|TP|B|nf|fi|nh|ad)( |$)`)
	for line := range strings.Lines(page) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "'") || strings.HasPrefix(line, ".") && !macro.MatchString(line) {
			t.Errorf("a request that man(7) does not have, or an empty line: %q", line)
		}
		if i := strings.IndexFunc(line, func(r rune) bool { return r < ' ' || r > '~' }); i >= 0 {
			t.Errorf("not printable ASCII: %q", line)
		}
	}
	if !strings.HasPrefix(page, `.TH PGDOCTOR 1 "2026-01-02" "pgdoctor `) {
		t.Errorf("begins with %.60q", page)
	}
	every(app.VisibleCommands(), "pgdoctor", func(name string, command *cli.Command) {
		_, section, ok := strings.Cut(page, "\n.SS "+roff(name)+"\n")
		if !ok {
			t.Errorf("no section %s", name)
		}
		section, _, _ = strings.Cut(section, "\n.S")
		for _, flag := range command.VisibleFlags() {
			if name := flag.Names()[0]; name != "help" && !strings.Contains(section, "\n.TP\n.B "+roff("--"+name)) {
				t.Errorf("no flag --%s in %s", name, section)
			}
		}
	})
	if strings.Contains(page, "__complete") || !strings.Contains(page, "2 command line or configuration") {
		t.Error("a hidden command is shown, or the exit codes are not")
	}
}

// every calls do for commands and the commands below them.
func every(commands []*cli.Command, before string, do func(string, *cli.Command)) {
	for _, command := range commands {
		do(before+" "+command.Name, command)
		every(command.VisibleCommands(), before+" "+command.Name, do)
	}
}

func TestManualIsClean(t *testing.T) {
	_, page := manualOf(t)
	for _, linter := range [][]string{{"groff", "-man", "-ww", "-z"}, {"mandoc", "-T", "lint", "-W", "warning"}} {
		t.Run(linter[0], func(t *testing.T) {
			if _, err := exec.LookPath(linter[0]); err != nil {
				t.Skipf("%s is not installed: it was not asked", linter[0])
			}
			cmd := exec.CommandContext(t.Context(), linter[0], linter[1:]...)
			cmd.Stdin = strings.NewReader(page)
			if out, err := cmd.CombinedOutput(); err != nil || len(out) > 0 {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

func TestRoff(t *testing.T) {
	for _, c := range [][2]string{
		{"plain", "plain"},
		{".so /etc/passwd", `\&.so /etc/passwd`},
		{"'x", `\&'x`},
		{`a\fB`, `a\efB`},
		{"--dsn", `\-\-dsn`},
		{`say "x"`, `say \(dqx\(dq`},
		{"host=…", `host=\[u2026]`},
		{"a\n.b", "a .b"},
	} {
		if got := roff(c[0]); got != c[1] {
			t.Errorf("%q: %q, want %q", c[0], got, c[1])
		}
	}
}

func TestManDate(t *testing.T) {
	if got := manDate("86400"); got != "1970-01-02" {
		t.Errorf("the day of SOURCE_DATE_EPOCH: %q", got)
	}
}
