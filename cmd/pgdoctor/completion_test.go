package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/config"
	"github.com/pgdoctor/pgdoctor/internal/procedures"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// cursors are command lines up to the cursor, the word under it last, and what
// is offered there: all of want, none of not. Nothing is wanted where the shell
// offers files.
var cursors = []struct {
	name      string
	words     []string
	want, not []string
}{
	{"commands", []string{""}, []string{"check", "explain", "completion"}, []string{"__complete", "--dsn"}},
	{"the start of a command", []string{"che"}, []string{"check", "checks"}, []string{"explain"}},
	{"the program's own flags", []string{"--v"}, []string{"--version"}, []string{"check"}},
	{"checks", []string{"check", "fk-w"}, []string{"fk-without-index"}, []string{"orphan-rows"}},
	{"a second check", []string{"check", "fk-without-index", "orph"}, []string{"orphan-rows"}, nil},
	{"checks after --", []string{"check", "--", "orph"}, []string{"orphan-rows"}, nil},
	{"checks and procedures", []string{"explain", ""}, []string{"fk-without-index", "read-only"}, nil},
	{"what can be fixed", []string{"fix", ""}, []string{"fk-without-index"}, []string{"connection-saturation"}},
	{"only", []string{"check", "--only", "lock"}, []string{"lock-wait"}, []string{"orphan-rows"}},
	{"only, further on in a list", []string{"check", "--only", "orphan-rows,lock"}, []string{"orphan-rows,lock-wait"}, nil},
	{"skip", []string{"fix", "--skip", "orph"}, []string{"orphan-rows"}, nil},
	{"formats of a report", []string{"check", "--format", ""}, []string{"table", "sarif", "markdown"}, nil},
	{"formats of a plan", []string{"fix", "--format", ""}, []string{"table", "json"}, []string{"sarif"}},
	{"presets", []string{"check", "--preset", "tri"}, []string{"triage"}, []string{"ci"}},
	{"severities", []string{"check", "--fail-on", ""}, []string{"info", "warning", "critical", "none"}, nil},
	{"no severity is milder than none", []string{"check", "--min-severity", ""}, []string{"info"}, []string{"none"}},
	{"risks", []string{"fix", "--max-risk", ""}, []string{"online", "data"}, nil},
	{"flags", []string{"check", "--fo"}, []string{"--format"}, []string{"--dsn"}},
	{"flags where there are no arguments", []string{"history", ""}, []string{"--dsn"}, nil},
	{"procedures", []string{"procedure", "re"}, []string{"read-only"}, []string{"evidence"}},
	{"words of a procedure", []string{"procedure", "read-only", ""}, []string{"on", "off"}, nil},
	{"flags of a procedure", []string{"procedure", "read-only", "on", "--f"}, []string{"--for"}, []string{"--dsn"}},
	{"shells", []string{"completion", ""}, []string{"bash", "zsh", "fish"}, nil},
	{"help is not run", []string{"check", "--help", "fk-w"}, []string{"fk-without-index"}, []string{"NAME:"}},
	{"a file", []string{"check", "--output", "re"}, nil, []string{"report"}},
	{"an unknown command", []string{"nosuch", ""}, []string{"check"}, nil},
}

// gluings are lines whose value hangs at the flag; shells cut them differently.
var gluings = []struct {
	words []string
	want  string
}{
	{[]string{"check", "--format=js"}, "--format=json"},
	{[]string{"check", "--format", "=", "js"}, "json"},
	{[]string{"check", "--only=orphan-rows,lock-w"}, "--only=orphan-rows,lock-wait"},
	{[]string{"check", "--only", "=", "orphan-rows,lock-w"}, "orphan-rows,lock-wait"},
	{[]string{"check", "--threshold", "table-bloat.min-p"}, "table-bloat.min-percent="},
}

func offered(words []string) []string {
	var list []string
	app := newApp(strings.NewReader(""), io.Discard, io.Discard)
	app.Setup()
	for _, c := range complete(app, words) {
		list = append(list, c.Word)
	}
	return list
}

func compareOffers(t *testing.T, got, want, not []string) {
	t.Helper()
	for _, word := range want {
		if !slices.Contains(got, word) {
			t.Errorf("%q is not offered, but %q", word, got)
		}
	}
	for _, word := range not {
		if slices.Contains(got, word) {
			t.Errorf("%q is offered", word)
		}
	}
	if want == nil && len(got) > 0 {
		t.Errorf("offered %q in the place of files", got)
	}
}

func TestComplete(t *testing.T) {
	for _, c := range cursors {
		t.Run(c.name, func(t *testing.T) { compareOffers(t, offered(c.words), c.want, c.not) })
	}
	for _, c := range gluings {
		if got := offered(c.words); !slices.Equal(got, []string{c.want}) {
			t.Errorf("%q: offered %q, want %q", c.words, got, c.want)
		}
	}
	if got := offered([]string{"check", "--format", "="}); !slices.Equal(got, report.Formats()) {
		t.Errorf("--format=: offered %q", got)
	}
	for _, procedure := range procedures.All {
		if got := offered([]string{"explain", procedure.Name}); !slices.Contains(got, procedure.Name) {
			t.Errorf("procedure %s is not offered", procedure.Name)
		}
	}
	for _, command := range []string{"check", "explain"} {
		for _, check := range checks.All() {
			if id := check.Describe().ID; !slices.Contains(offered([]string{command, id}), id) {
				t.Errorf("%s: %s is not offered", command, id)
			}
		}
	}
}

// The checks of the configuration file are completed as pgdoctor's own are.
func TestCompleteCustom(t *testing.T) {
	pack := filepath.Join(examplesDir, "verihome", config.Name)
	const id, fixed = "custom-unexplained-payment", "custom-account-locked-out"
	for _, words := range [][]string{
		{"check", "--config", pack, "custom-"},
		{"check", "--config=" + pack, "custom-"},
		{"check", "--config", "=", pack, "custom-"}, // as bash cuts it
		{"explain", "--config", pack, "custom-"},
		{"check", "--config", pack, "--only", "custom-"},
	} {
		compareOffers(t, offered(words), []string{id, fixed}, []string{"orphan-rows"})
	}
	compareOffers(t, offered([]string{"fix", "--config", pack, ""}), []string{fixed, "orphan-rows"}, []string{id})
	compareOffers(t, offered([]string{"check", "--config", pack, "--threshold", "custom-"}), []string{id + ".grace-days="}, nil)

	t.Chdir(filepath.Join(examplesDir, "verihome"))
	compareOffers(t, offered([]string{"check", "custom-u"}), []string{id}, nil)
	compareOffers(t, offered([]string{"check", "--config", noConfig, "custom-u"}), nil, nil)
	t.Chdir(t.TempDir())
	if err := os.WriteFile(config.Name, []byte("custom: ["), 0o644); err != nil {
		t.Fatal(err)
	}
	compareOffers(t, offered([]string{"check", "orph"}), []string{"orphan-rows"}, nil) // a broken file is no hindrance
}

// drivers ask the script $1 for the words after it, as its shell would. bash and
// fish are those of a real completion; zsh completes in a terminal only, so that
// its builtins for drawing are replaced by ones that print.
var drivers = map[string]string{
	"bash": `source "$1"; shift
		COMP_WORDS=(pgdoctor "$@"); COMP_CWORD=$#
		[[ $(complete -p pgdoctor) == *_pgdoctor* ]] || exit 9
		_pgdoctor; printf '%s\n' "${COMPREPLY[@]}"`,
	"zsh": `compdef() { :; }; _files() { :; }
		_describe() { print -rl -- "${(@)${(@P)2}%%:*}"; }
		source "$1"; shift
		words=(pgdoctor "$@"); CURRENT=$#words; _pgdoctor`,
	"fish": `source $argv[1]
		complete -C (string join -- ' ' pgdoctor $argv[2..]) | string replace -r '\t.*' ''; true`,
}

func TestCompletionInShells(t *testing.T) {
	for _, shell := range shells {
		t.Run(shell, func(t *testing.T) {
			program, err := exec.LookPath(shell)
			if err != nil {
				t.Skipf("%s is not installed: its script is not tried", shell)
			}
			script := filepath.Join(t.TempDir(), "script")
			text, err := scripts.ReadFile("completion/" + shell)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(script, text, 0o644); err != nil {
				t.Fatal(err)
			}
			ask := func(t *testing.T, words []string) []string {
				args := []string{"-c", drivers[shell]}
				if shell != "fish" { // the others take the first for $0
					args = append(args, shell)
				}
				cmd := exec.CommandContext(t.Context(), program, append(append(args, script), words...)...)
				cmd.Env = append(os.Environ(), "HOME="+t.TempDir(), "XDG_CONFIG_HOME="+t.TempDir())
				cmd.Dir = t.TempDir() // no files to offer
				out, err := cmd.CombinedOutput()
				if err != nil {
					t.Fatalf("%s: %s", err, out)
				}
				return strings.Fields(string(out))
			}
			for _, c := range cursors {
				t.Run(c.name, func(t *testing.T) { compareOffers(t, ask(t, c.words), c.want, c.not) })
			}
			marker := filepath.Join(t.TempDir(), "ran")
			ask(t, []string{"check", "$(touch", marker + ")", ""})
			if _, err := os.Stat(marker); err == nil {
				t.Error("what was typed was run")
			}
		})
	}
}
