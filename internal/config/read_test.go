package config

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/pgdoctor/pgdoctor/checks"
)

func TestMistakes(t *testing.T) {
	for _, c := range []struct{ name, text, want, near string }{
		{"unknown key", "preset: ci\nfail_on: info\n", `f.yaml:2:1: key "fail_on" is not known`, "fail-on"},
		{"wrong word", "fail-on: critica\n", `f.yaml:1:10: fail-on "critica" is not known`, "critical"},
		{"wrong preset", "preset: cii\n", `f.yaml:1:9: preset "cii" is not known`, "ci"},
		{"number for a word", "preset: 3\n", "f.yaml:1:9: preset is one of default, all, ci, triage", ""},
		{"unknown check", "checks:\n  table-blot: {}\n", `f.yaml:2:3: check "table-blot" is not known`, "table-bloat"},
		{"unknown key of a check", "checks:\n  table-bloat:\n    threshold: {}\n", `f.yaml:3:5: key "threshold" is not known`, "thresholds"},
		{"unknown threshold", "checks: {table-bloat: {thresholds: {percent: 3}}}\n", `f.yaml:1:37: threshold of table-bloat "percent" is not known`, "min-percent"},
		{"no thresholds", "checks: {ssl-off: {thresholds: {percent: 3}}}\n", "f.yaml:1:33: check ssl-off has no thresholds", ""},
		{"word for a number", "checks: {table-bloat: {thresholds: {min-percent: lots}}}\n", "f.yaml:1:50: min-percent is a number", ""},
		{"quoted number", "checks: {table-bloat: {thresholds: {min-percent: '3'}}}\n", "f.yaml:1:50: min-percent is a number", ""},
		{"not a number", "checks: {table-bloat: {thresholds: {min-percent: .nan}}}\n", "f.yaml:1:50: min-percent is a number", ""},
		{"endless number", "checks: {table-bloat: {thresholds: {min-percent: 1e999}}}\n", "f.yaml:1:50: min-percent is a number", ""},
		{"word for yes", "checks: {table-bloat: {enabled: maybe}}\n", "f.yaml:1:33: enabled is true or false", ""},
		{"one for all objects", "checks: {missing-index: {objects: [{object: a, thresholds: {min-calls: 2}}]}}\n", "f.yaml:1:61: threshold min-calls of missing-index is one for all objects", ""},
		{"rule without object", "checks:\n  table-bloat:\n    objects:\n      - severity: info\n", "f.yaml:4:9: a rule of objects needs object", ""},
		{"no reason", "ignore:\n  - check: table-bloat\n", "f.yaml:2:5: a rule of ignore needs a reason", ""},
		{"empty reason", "ignore:\n  - check: table-bloat\n    reason: ' '\n", "f.yaml:3:13: reason is empty", ""},
		{"ignores nothing", "ignore:\n  - reason: why\n", "f.yaml:2:5: a rule of ignore says what", ""},
		{"twice", "ignore:\n  - key: table-bloat:a\n    object: a\n    reason: why\n", "f.yaml:2:5: a rule of ignore has key, or check and object", ""},
		{"key of no check", "ignore:\n  - key: table-blot:a\n    reason: why\n", `f.yaml:2:10: key "table-blot:a": check "table-blot" is not known`, "table-bloat"},
		{"key without object", "ignore:\n  - key: table-bloat\n    reason: why\n", `f.yaml:2:10: key "table-bloat" is not CHECK:OBJECT`, ""},
		{"another calendar", "ignore:\n  - check: table-bloat\n    reason: why\n    until: 31.12.2026\n", `f.yaml:4:12: until "31.12.2026" is not a day`, ""},
		{"no such day", "ignore:\n  - check: table-bloat\n    reason: why\n    until: 2026-02-30\n", `f.yaml:4:12: until "2026-02-30" is not a day`, ""},
		{"pattern without quotes", "ignore:\n  - object: *x\n    reason: why\n", "f.yaml:2:13: object is a text; this is an alias: put quotes", ""},
		{"list for a mapping", "checks: [table-bloat]\n", "f.yaml:1:9: checks has keys and values", ""},
		{"mapping for a list", "ignore: {check: table-bloat}\n", "f.yaml:1:9: ignore is a list", ""},
		{"text", "hello\n", "f.yaml:1:1: the file has keys and values", ""},
		{"the same key twice", "preset: ci\npreset: all\n", `f.yaml:2:1: mapping key "preset" already defined`, ""},
		{"broken", "schemas: [a\n", "f.yaml:1:10: ", ""},
		{"two documents", "preset: ci\n---\npreset: all\n", "f.yaml:3:7: a second document", ""},
		{"merge key", "<<: {preset: ci}\n", `f.yaml:1:1: "<<" cannot be a key here`, ""},
		{"tag", "preset: !!str ci\n", "f.yaml:1:9: preset is one of default, all, ci, triage; anchors and tags are not read", ""},
		{"deep", "preset: " + strings.Repeat("[", 200000), "f.yaml:1:1: nested more than 64 levels deep", ""},
		{"deep, with dashes", "ignore:\n" + strings.Repeat("- ", 100000), "f.yaml:2:1: nested more than 64 levels deep", ""},
		{"large", strings.Repeat("# nothing\n", 100000), "f.yaml:1:1: larger than 256 KiB", ""},
		{"connection string", "dsn: postgres://a:b@c/d\n", `f.yaml:1:1: key "dsn" is not known`, "preset"},
		{"environment", "preset: $PRESET\n", `f.yaml:1:9: preset "$PRESET" is not known`, "default"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse("f.yaml", []byte(c.text))
			var wrong *Error
			if !errors.As(err, &wrong) {
				t.Fatalf("error %v, want an *Error", err)
			}
			if !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("error %q, want %q…", err, c.want)
			}
			if c.near == "" && wrong.Known != nil || c.near != "" && !slices.Contains(wrong.Known, c.near) {
				t.Errorf("known words %q, want %q among them", wrong.Known, c.near)
			}
		})
	}
}

func TestNothing(t *testing.T) {
	for _, text := range []string{"", "# nothing\n", "checks:\nignore:\nschemas:\n", "---\n"} {
		file, err := Parse("f.yaml", []byte(text))
		if err != nil {
			t.Errorf("%q: %v", text, err)
		}
		if got := (Effective{File: file}).Preset(); got != checks.PresetDefault {
			t.Errorf("%q: preset %q", text, got)
		}
	}
}

var example = filepath.Join("..", "..", "examples", "pgdoctor.yaml")

func TestExample(t *testing.T) {
	file, err := Load(example)
	if err != nil {
		t.Fatal(err)
	}
	bloat := file.Checks["table-bloat"]
	if got := bloat.Thresholds["min-percent"]; got.V != 30 || !strings.Contains(lineOf(t, got.From), "min-percent: 30") {
		t.Errorf("threshold %v", got)
	}
	if got := bloat.Objects[0].Thresholds["min-megabytes"].V; got != 5000 {
		t.Errorf("threshold of objects %v, want 5000", got)
	}
	if len(file.Ignore) != 3 || file.Ignore[0].Until.V != "2027-02-28" || !strings.Contains(lineOf(t, file.Ignore[1].From), "- check: no-primary-key") {
		t.Errorf("ignore %+v", file.Ignore)
	}
	if file.Ignore[0].Expired(time.Date(2027, 2, 28, 23, 59, 0, 0, time.UTC)) || !file.Ignore[0].Expired(time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC)) {
		t.Error("a rule holds to the end of its last day and no longer")
	}
}

// lineOf is the line of the example that a value says it is from.
func lineOf(t *testing.T, from string) string {
	t.Helper()
	text, err := os.ReadFile(example)
	if err != nil {
		t.Fatal(err)
	}
	number, ok := strings.CutPrefix(from, example+":")
	line, err := strconv.Atoi(number)
	if !ok || err != nil {
		t.Fatalf("a value is from %q", from)
	}
	return strings.Split(string(text), "\n")[line-1]
}

// compiled is the schema as an editor reads it.
func compiled(t *testing.T) *jsonschema.Schema { return compiledOf(t, JSONSchema()) }

func compiledOf(t *testing.T, described any) *jsonschema.Schema {
	t.Helper()
	text, err := json.Marshal(described)
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("pgdoctor.schema.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("pgdoctor.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// What the schema allows is what Parse reads, and the other way round.
func TestSchemaAgrees(t *testing.T) {
	schema := compiled(t)
	text, err := os.ReadFile(example)
	if err != nil {
		t.Fatal(err)
	}
	const own = "custom: [../../examples/verihome/checks/*.sql]\n"
	const rule = "\n    reason: why\n"
	for _, c := range []struct {
		text string
		fine bool
	}{
		{string(text), true},
		{"fail-on: none\npreset: triage\n", true},
		{"fail-on: fatal\n", false},
		{"preset: everything\n", false},
		{"targets: []\n", false},
		{"schemas: {include: [a], exclude: []}\n", true},
		{"schemas: {only: [a]}\n", false},
		{"schemas: {include: a}\n", false},
		{"schemas: {include: ['']}\n", false},
		{"checks: {table-blot: {}}\n", false},
		{"checks: {table-bloat: {thresholds: {min-percent: 3.5}}}\n", true},
		{"checks: {table-bloat: {thresholds: {min-percent: three}}}\n", false},
		{"checks: {table-bloat: {thresholds: {percent: 3}}}\n", false},
		{"checks: {table-bloat: {severity: warning, enabled: true}}\n", true},
		{"checks: {table-bloat: {severity: none}}\n", false},
		{"checks: {table-bloat: {objects: [{object: a}]}}\n", true},
		{"checks: {table-bloat: {objects: [{severity: info}]}}\n", false},
		{"checks: {missing-index: {thresholds: {min-calls: 2}}}\n", true},
		{"checks: {missing-index: {objects: [{object: a, thresholds: {min-calls: 2}}]}}\n", false},
		{"ignore:\n  - key: table-bloat:a" + rule, true},
		{"ignore:\n  - key: '*:public.*'" + rule, true},
		{"ignore:\n  - check: table-bloat\n    object: a" + rule, true},
		{"ignore:\n  - check: table-blot" + rule, false},
		{"ignore:\n  - key: table-bloat:a\n    check: table-bloat" + rule, false},
		{"ignore:\n  - reason: why\n", false},
		{"ignore:\n  - check: table-bloat\n", false},
		{"ignore:\n  - check: table-bloat\n    until: 2026-12-31" + rule, true},
		{"ignore:\n  - check: table-bloat\n    until: tomorrow" + rule, false},
		{"ignore:\n  - check: table-bloat\n    since: 2026-12-31" + rule, false},
		{own, true},
		{own + "checks: {custom-unexplained-payment: {severity: info, thresholds: {grace-days: 40}}}\n", true},
		{own + "checks: {custom-unexplained-payment: {thresholds: {grace-days: many}}}\n", false},
		{own + "checks: {custom-unexplained-payment: {severity: none}}\n", false},
		{own + "ignore:\n  - check: custom-unexplained-payment" + rule, true},
		{"custom: a.sql\n", false},
		{"custom: ['']\n", false},
	} {
		_, err := Parse("f.yaml", []byte(c.text))
		if (err == nil) != c.fine {
			t.Errorf("%s\nParse says %v", c.text, err)
		}
		plain, err := yaml.YAMLToJSON([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(string(plain)))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); (err == nil) != c.fine {
			t.Errorf("%s\nthe schema says %v", c.text, err)
		}
	}
}
