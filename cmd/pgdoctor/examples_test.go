package main

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

var examplesDir, docsDir = filepath.Join("..", "..", "examples"), filepath.Join("..", "..", "docs")

// workflow is as much of a GitHub workflow as the examples use. A key that is not
// in it, which a slip of the keyboard may be, fails the test.
type workflow struct {
	Name string `yaml:"name"`
	On   struct {
		Schedule []struct {
			Cron string `yaml:"cron"`
		} `yaml:"schedule"`
		WorkflowDispatch *struct{} `yaml:"workflow_dispatch"`
		PullRequest      *struct {
			Paths []string `yaml:"paths"`
		} `yaml:"pull_request"`
	} `yaml:"on"`
	Permissions map[string]string `yaml:"permissions"`
	Concurrency struct {
		Group string `yaml:"group"`
	} `yaml:"concurrency"`
	Jobs map[string]struct {
		RunsOn         string            `yaml:"runs-on"`
		TimeoutMinutes int               `yaml:"timeout-minutes"`
		Env            map[string]string `yaml:"env"`
		Services       map[string]struct {
			Image   string            `yaml:"image"`
			Env     map[string]string `yaml:"env"`
			Ports   []string          `yaml:"ports"`
			Options string            `yaml:"options"`
		} `yaml:"services"`
		Steps []struct {
			Name string            `yaml:"name"`
			Uses string            `yaml:"uses"`
			If   string            `yaml:"if"`
			Run  string            `yaml:"run"`
			Env  map[string]string `yaml:"env"`
			With map[string]string `yaml:"with"`
		} `yaml:"steps"`
	} `yaml:"jobs"`
}

// gitlabJob is as much of a job of GitLab CI as the example uses.
type gitlabJob struct {
	Image   string `yaml:"image"`
	Extends string `yaml:"extends"`
	Rules   []struct {
		If      string   `yaml:"if"`
		Changes []string `yaml:"changes"`
	} `yaml:"rules"`
	Services []struct {
		Name  string `yaml:"name"`
		Alias string `yaml:"alias"`
	} `yaml:"services"`
	Variables    map[string]string `yaml:"variables"`
	BeforeScript []string          `yaml:"before_script"`
	Script       []string          `yaml:"script"`
	AfterScript  []string          `yaml:"after_script"`
	Artifacts    struct {
		When     string            `yaml:"when"`
		ExpireIn string            `yaml:"expire_in"`
		Paths    []string          `yaml:"paths"`
		Reports  map[string]string `yaml:"reports"`
	} `yaml:"artifacts"`
}

func readStrictly(t *testing.T, path string, into any) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.NewDecoder(bytes.NewReader(text), yaml.Strict()).Decode(into); err != nil {
		t.Fatalf("%s: %s", path, err)
	}
}

var (
	byMajor = regexp.MustCompile(`^[\w-]+(/[\w-]+)+@v\d+$`)
	secret  = regexp.MustCompile(`^\$\{\{ (secrets|github)\.[\w.]+ \}\}$`)
	keyword = regexp.MustCompile(`(?i)password|dsn|token|secret`)
	inURL   = regexp.MustCompile(`://[^/\s:@]*:[^\s@]*@`)
)

// tried are the examples, and the tests that run or validate them.
var tried = map[string]string{
	"container/Dockerfile":          "TestImage",
	"github-actions/*.yml":          "TestGitHubExamples",
	"gitlab-ci/.gitlab-ci.yml":      "TestGitLabExample",
	"kubernetes/cronjob.yaml":       "TestKubernetesCronJob",
	"kubernetes/fleet.yaml":         "TestKubernetesFleet",
	"kubernetes/indexed-job.yaml":   "TestKubernetesIndexedJob",
	"kubernetes/networkpolicy.yaml": "TestKubernetesNetworkPolicy",
	"kubernetes/role.sql":           "TestFleetRole",
	"pgdoctor.yaml":                 "TestExample",
	"prometheus/alerts.yml":         "TestAlertRules",
	"verihome/.pgdoctor.yaml":       "TestCLI",
	"verihome/checks/*.sql":         "TestCLI",
	"verihome/tests/*.sql":          "TestCLI",
}

// No example lies there that no test looks at.
func TestEveryExampleIsTried(t *testing.T) {
	pack, err := os.ReadFile(filepath.Join("..", "..", "integration", "testdata", "cli", "verihome.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	var tests []byte
	for _, folder := range []string{".", filepath.Join("..", "..", "integration"), filepath.Join("..", "..", "internal", "config")} {
		files, err := filepath.Glob(filepath.Join(folder, "*_test.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			tests = append(tests, text...)
		}
	}
	for pattern, test := range tried {
		if !bytes.Contains(tests, []byte("\nfunc "+test+"(t *testing.T)")) {
			t.Errorf("%s: there is no %s", pattern, test)
		}
	}
	err = filepath.WalkDir(examplesDir, func(path string, file fs.DirEntry, err error) error {
		if err != nil || file.IsDir() {
			return err
		}
		name, err := filepath.Rel(examplesDir, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		known := false
		for pattern := range tried {
			matches, err := filepath.Match(pattern, name)
			if err != nil {
				return err
			}
			known = known || matches
		}
		if !known {
			t.Errorf("no test is known to run or validate examples/%s", name)
		}
		if own, ok := strings.CutPrefix(name, "verihome/"); ok && filepath.Ext(own) == ".sql" && !bytes.Contains(pack, []byte("$VERIHOME/"+own)) {
			t.Errorf("verihome.txtar does not try %s", own)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// The manual shows a file of the pack as it is.
func TestManualShowsTheExample(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(docsDir, "custom-checks.md"))
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(filepath.Join(examplesDir, "verihome", "checks", "unexplained-payment.sql"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(page, []byte("```sql\n"+string(file)+"```\n")) {
		t.Error("docs/custom-checks.md shows another unexplained-payment.sql than examples/verihome has")
	}
}

func TestGitHubExamples(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(examplesDir, "github-actions", "*.yml"))
	if err != nil || len(files) < 2 {
		t.Fatalf("examples: %q, %v", files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			var w workflow
			readStrictly(t, file, &w)
			if len(w.Permissions) == 0 {
				t.Error("the token keeps all its rights")
			}
			var lines []string
			for name, job := range w.Jobs {
				environments := []map[string]string{job.Env}
				for _, step := range job.Steps {
					if (step.Uses == "") == (step.Run == "") {
						t.Errorf("%s: a step either uses or runs: %+v", name, step)
					}
					if step.Uses != "" && !byMajor.MatchString(step.Uses) {
						t.Errorf("%s: %s is not pinned to a major version", name, step.Uses)
					}
					environments = append(environments, step.Env)
					lines = append(lines, step.Run)
				}
				for _, env := range environments {
					noSecrets(t, env)
				}
			}
			noExpressions(t, lines)
			understood(t, commandsIn(strings.Join(lines, "\n")), 1)
		})
	}
}

// noSecrets wants what looks like a secret to come from the CI's own.
func noSecrets(t *testing.T, env map[string]string) {
	t.Helper()
	for name, value := range env {
		if inURL.MatchString(value) || keyword.MatchString(name) && !secret.MatchString(value) && !strings.HasPrefix(value, "postgres://postgres@") && !strings.HasPrefix(value, "$") {
			t.Errorf("%s: %s does not come from a secret", name, value)
		}
	}
}

// noExpressions keeps ${{ }} out of scripts, where a title of a pull request, say,
// would be run.
func noExpressions(t *testing.T, lines []string) {
	t.Helper()
	for _, line := range lines {
		if strings.Contains(line, "${{") {
			t.Errorf("an expression in a script: %s", line)
		}
	}
}

func TestGitLabExample(t *testing.T) {
	var jobs map[string]gitlabJob
	readStrictly(t, filepath.Join(examplesDir, "gitlab-ci", ".gitlab-ci.yml"), &jobs)
	for _, name := range []string{"pgdoctor-nightly", "pgdoctor-schema"} {
		t.Run(name, func(t *testing.T) {
			job := jobs[name]
			if len(job.Script) == 0 || len(job.Rules) == 0 {
				t.Fatalf("no such job: %+v", job)
			}
			base, ok := jobs[job.Extends]
			if !ok || base.Artifacts.Reports["junit"] != "pgdoctor.xml" || base.Artifacts.When != "always" {
				t.Errorf("there is no report of tests: %+v", base.Artifacts)
			}
			noSecrets(t, job.Variables)
			lines := slices.Concat(base.BeforeScript, job.Script, base.AfterScript)
			understood(t, commandsIn(strings.Join(lines, "\n")), 3)
		})
	}
}

// commandsIn finds the command lines of pgdoctor in a shell's text, up to what is
// the shell's own, as words.
func commandsIn(script string) [][]string {
	var found [][]string
	script = strings.ReplaceAll(script, "\\\n", " ")
	for line := range strings.Lines(script) {
		words := strings.Fields(strings.TrimPrefix(strings.TrimSpace(line), "$ "))
		if len(words) == 0 || words[0] != "pgdoctor" {
			continue
		}
		end := slices.IndexFunc(words, func(word string) bool {
			return slices.Contains([]string{">", ">>", "|", "||", "&&", ";", "#"}, word)
		})
		if end < 0 {
			end = len(words)
		}
		for i := range words[:end] {
			words[i] = strings.Trim(words[i], `"'`)
		}
		found = append(found, words[:end])
	}
	return found
}

// understood runs command lines as they stand, where a report, a baseline and a
// configuration are at hand and nothing listens: what needs a database fails to
// reach it, and all else succeeds.
func understood(t *testing.T, lines [][]string, atLeast int) {
	t.Helper()
	if len(lines) < atLeast {
		t.Errorf("only %d command lines found: %q", len(lines), lines)
	}
	workingDirectory(t)
	for _, line := range lines {
		want := exitJob
		if app := newApp(nil, io.Discard, io.Discard); len(line) > 1 && app.Command(line[1]) != nil && !hasFlag(app.Command(line[1]).Flags, "dsn") {
			want = exitClean
		}
		if got, err := try(t, line); got != want {
			t.Errorf("%q: exit code %d (%v), want %d", line, got, err, want)
		}
	}
}

func try(t *testing.T, line []string) (int, error) {
	app := newApp(strings.NewReader(""), io.Discard, io.Discard)
	err := app.RunContext(t.Context(), reorder(app, line))
	return exitCode(err), err
}

func workingDirectory(t *testing.T) {
	t.Helper()
	configuration, err := os.ReadFile(filepath.Join(examplesDir, "pgdoctor.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	doc := report.New(checks.Report{}, "test", fixInfo)
	var saved, known bytes.Buffer
	if err := report.WriteJSON(&saved, doc); err != nil {
		t.Fatal(err)
	}
	if err := report.WriteJSON(&known, report.NewBaseline(doc)); err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	t.Setenv("PGDOCTOR_DSN", "postgres://127.0.0.1:1/x")
	for name, text := range map[string][]byte{
		"report.json": saved.Bytes(), "pgdoctor-baseline.json": known.Bytes(), ".pgdoctor.yaml": configuration,
	} {
		if err := os.WriteFile(name, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestCommandsOfTheManual(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(docsDir, "ci.md"))
	if err != nil {
		t.Fatal(err)
	}
	understood(t, commandsIn(string(page)), 5)
}

// What the tests above lean on must be able to say no.
func TestStaleCommandsAreSeen(t *testing.T) {
	lines := commandsIn("pgdoctor check --nosuch > x\n  cd x\n$ pgdoctor chekc | cat\npgdoctor report \\\n  --from gone.json --format html\n")
	if len(lines) != 3 {
		t.Fatalf("found %q", lines)
	}
	workingDirectory(t)
	for _, line := range lines {
		if got, err := try(t, line); got != exitUsage {
			t.Errorf("%q: exit code %d (%v), want %d", line, got, err, exitUsage)
		}
	}
	if err := yaml.NewDecoder(strings.NewReader("jobs: {a: {runs_on: x}}"), yaml.Strict()).Decode(&workflow{}); err == nil {
		t.Error("a misspelt key is not seen")
	}
}
