package config

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

func environment(name string) (string, bool) {
	value, ok := map[string]string{"PW": "hunter2", "EMPTY": "", "WHOLE": "host=db dbname=x"}[name]
	return value, ok
}

func TestTargets(t *testing.T) {
	list, err := ParseTargets("etc/f.yaml", []byte(`
targets:
  - name: shop
    dsn: postgres://u:${PW}@db/shop
    config: shop.yaml
  - name: "Größe 2: 'x'"
    dsn: ${WHOLE}
    all-databases: true
    config: /etc/x.yaml
`), environment)
	if err != nil {
		t.Fatal(err)
	}
	if got := list[0]; got.DSN.V != "postgres://u:hunter2@db/shop" || got.Config.V != "etc/shop.yaml" || got.AllDatabases.V || got.Name.From != "etc/f.yaml:3" {
		t.Errorf("first: %+v", got)
	}
	if got := list[1]; got.Name.V != "Größe 2: 'x'" || got.DSN.V != "host=db dbname=x" || !got.AllDatabases.V || got.Config.V != "/etc/x.yaml" {
		t.Errorf("second: %+v", got)
	}
}

// Each mistake is said with file, line and column, and never with a password.
func TestTargetsMistakes(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", "f.yaml:1:1: there are no targets in it"},
		{"no targets", "targets: []\n", "f.yaml:1:1: there are no targets in it"},
		{"broken", "targets:\n  - name: [a\n", "f.yaml:2:11: "},
		{"not a list", "targets:\n  name: a\n", "f.yaml:2:7: targets is a list"},
		{"unknown key", "target:\n  - name: a\n", `f.yaml:1:1: key "target" is not known`},
		{"unknown key of a target", "targets:\n  - name: a\n    dns: hunter2\n", `f.yaml:3:5: key "dns" is not known`},
		{"no name", "targets:\n  - dsn: hunter2\n", "f.yaml:2:5: a target needs a name"},
		{"no dsn", "targets:\n  - name: a\n", `f.yaml:2:5: target "a" needs a dsn`},
		{"a number as name", "targets:\n  - name: 1\n    dsn: a\n", "f.yaml:2:11: name is a text"},
		{"a list as dsn", "targets:\n  - name: a\n    dsn: [hunter2]\n", "f.yaml:3:10: dsn is a text"},
		{"a word for yes", "targets:\n  - name: a\n    dsn: a\n    all-databases: maybe\n", "f.yaml:4:20: all-databases is true or false"},
		{"twice", "targets:\n  - name: a\n    dsn: a\n  - name: a\n    dsn: b\n", `f.yaml:4:5: a second target called "a": the first is at f.yaml:2`},
		{"not set", "targets:\n  - name: a\n    dsn: hunter2${NOT_SET}\n", `f.yaml:3:10: the environment variable "NOT_SET" is not set`},
		{"empty variable", "targets:\n  - name: a\n    dsn: ${EMPTY}\n", "f.yaml:3:10: dsn is empty"},
		{"a secret as name", "targets:\n  - name: postgres://u:hunter2@db/x\n    dsn: a\n", "f.yaml:2:11: a name is not a connection string"},
		{"two lines", "targets:\n  - name: \"a\\nb\"\n    dsn: a\n", "f.yaml:2:11: a name is one line"},
		{"long", "targets:\n  - name: " + strings.Repeat("x", 201) + "\n    dsn: a\n", "f.yaml:2:11: a name has at most 200 bytes"},
		{"deep", "targets: " + strings.Repeat("[", 1000), "f.yaml:1:1: nested more than 64 levels"},
		{"two documents", "targets: []\n---\ntargets: []\n", "f.yaml:3:8: a second document"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ParseTargets("f.yaml", []byte(c.text), environment)
			var wrong *Error
			if !errors.As(err, &wrong) || !strings.HasPrefix(err.Error(), c.want) || strings.Contains(err.Error(), "hunter2") {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
	if _, err := LoadTargets("does/not/exist.yaml", environment); err == nil || !strings.Contains(err.Error(), "no such file") {
		t.Errorf("no file: %v", err)
	}
}

// What the schema allows is what ParseTargets reads, and the other way round. The
// example of the documentation is such a file.
func TestTargetsSchemaAgrees(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "fleet.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, example, _ := strings.Cut(string(page), "```yaml\n")
	example, _, _ = strings.Cut(example, "```")
	schema := compiledOf(t, TargetsSchema())
	for text, fine := range map[string]bool{
		strings.ReplaceAll(example, "${BILLING_DSN}", "${WHOLE}"): true,
		"targets: [{name: a, dsn: b}]":                            true,
		"targets: []":                                             false,
		"{}":                                                      false,
		"targets: [{name: a}]":                                    false,
		"targets: [{dsn: a}]":                                     false,
		"targets: [{name: '', dsn: a}]":                           false,
		"targets: [{name: 1, dsn: a}]":                            false,
		"targets: [{name: a, dsn: a, port: 1}]":                   false,
		"targets: [{name: a, dsn: a, all-databases: 'yes'}]":      false,
		"targets: [{name: " + strings.Repeat("x", longestName+1) + ", dsn: b}]": false,
		"targets: [{name: a, dsn: b}]\nmore: 1":                                 false,
	} {
		_, err := ParseTargets("f.yaml", []byte(text), environment)
		if (err == nil) != fine {
			t.Errorf("%s: read with %v", text, err)
		}
		var value any
		if err := yaml.Unmarshal([]byte(text), &value); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); (err == nil) != fine {
			t.Errorf("%s: valid with %v", text, err)
		}
	}
}
