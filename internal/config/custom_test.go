package config

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
)

const soundCheck = `/* pgdoctor
id: custom-late
title: late payment
why: rent is due
severity: warning
object: [schema_name, id]
message: "{id} is {days} late"
category: tables
needs: {extension: pg_trgm, major: 15}
presets: [triage]
thresholds:
  min-days: {default: -2.5, unit: days, why: weekends}
fix: {risk: data, up: "UPDATE @identifier:t@ SET x = @literal:id@", down: "UPDATE y SET x = 'COMMIT;'"}
*/

SELECT @threshold:min-days@ AS days
  -- closing words
;
`

func TestParseCheck(t *testing.T) {
	check, err := ParseCheck("late.sql", strings.ReplaceAll(soundCheck, "\n", "\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	doc := check.Describe()
	if doc.ID != "custom-late" || doc.Category != checks.Tables || doc.Since != 15 || !doc.Triage || doc.Custom.CI ||
		doc.Needs[0].Extension != "pg_trgm" || strings.Join(doc.Custom.Object, " ") != "schema_name id" || doc.Custom.Line != 16 ||
		*doc.Custom.Fix != (checks.CustomFix{Risk: "data", Up: "UPDATE @identifier:t@ SET x = @literal:id@", Down: "UPDATE y SET x = 'COMMIT;'"}) {
		t.Errorf("read as %+v, %+v", doc, doc.Custom)
	}
	if got, want := checks.CustomSQL(doc, nil), "SELECT (-2.5) AS days\n  -- closing words"; got != want {
		t.Errorf("SQL is %q, want %q", got, want)
	}
	if got, want := checks.CustomSQL(doc, checks.Thresholds{"min-days": 1e21}), "SELECT 1000000000000000000000 AS"; !strings.HasPrefix(got, want) {
		t.Errorf("SQL is %q, want %q", got, want)
	}
	for preset, want := range map[checks.Preset]bool{checks.PresetDefault: true, checks.PresetAll: true, checks.PresetCI: false, checks.PresetTriage: true} {
		if preset.Holds(check) != want {
			t.Errorf("preset %s holds it: %v", preset, !want)
		}
	}
}

func TestParseCheckMistakes(t *testing.T) {
	for name, c := range map[string]struct{ from, to, want string }{
		"no comment":          {"/* pgdoctor\n", "", `late.sql:1:1: a custom check begins with the line "/* pgdoctor"`},
		"comment left open":   {"*/", "", "late.sql:1:1: the comment is not closed"},
		"no query":            {soundCheck[strings.Index(soundCheck, "SELECT"):], ";", "late.sql:1:1: there is no query"},
		"control character":   {"rent is", "rent \x1b[2J", "late.sql:4:1: holds a control character"},
		"hidden by YAML":      {"late payment", `"late \x1b[2J"`, "late.sql:3:8: title holds a control character"},
		"hidden by Unicode":   {"rent is", "rent \u202e is", "late.sql:4:1: holds a control character"},
		"title of two lines":  {"late payment", `"late\npayment"`, "late.sql:3:8: title is one line"},
		"unknown key":         {"title:", "titel:", `late.sql:3:1: key "titel" is not known`},
		"missing key":         {"why: rent is due\n", "", "late.sql:2:1: why is missing"},
		"ID without prefix":   {"custom-late", "fk-without-index", `late.sql:2:5: id "fk-without-index" is not custom-`},
		"ID in capitals":      {"custom-late", "custom-Late", `late.sql:2:5: id "custom-Late" is not`},
		"severity":            {"warning", "bad", `late.sql:5:11: severity "bad" is not known`},
		"half a placeholder":  {"{days} late", "{days late", "late.sql:7:10: message has a brace without its other half"},
		"empty placeholder":   {"{days}", "{}", "late.sql:7:10: {} in message is no column's name"},
		"no object":           {"[schema_name, id]", "[]", "object is missing"},
		"object of two kinds": {"[schema_name, id]", "{a: b}", "late.sql:6:"},
		"preset":              {"[triage]", "[default]", `preset "default" is not known`},
		"major":               {"major: 15", "major: new", "late.sql:9:36: major is a number"},
		"threshold's name":    {"min-days:", "MinDays:", `late.sql:12:3: threshold "MinDays" is not words`},
		"threshold's why":     {", why: weekends", "", "late.sql:12:3: threshold min-days needs default, unit and why"},
		"threshold of SQL":    {"@threshold:min-days@", "@threshold:max-days@", `late.sql:16:8: threshold "max-days" is not under thresholds`},
		"fix without up":      {"up:", "note:", "late.sql:13:"},
		"fix without risk":    {"risk: data, ", "", "late.sql:13:"},
		"fix's risk":          {"risk: data", "risk: none", `late.sql:13:13: risk "none" is not known`},
		"fix's slot":          {"@literal:id@", "@text:id@", "late.sql:13:23: up of fix: @text:id@ is neither"},
		"fix's empty slot":    {"@literal:id@", "@literal:@", "up of fix: @literal:@ is neither"},
		"fix's transaction":   {"UPDATE y SET x = 'COMMIT;'", "DELETE FROM y; commit", "down of fix: commit cannot stand in it"},
		"fix's nothing":       {"UPDATE y SET x = 'COMMIT;'", "-- none", "down of fix: there is no statement in it"},
		"a second document":   {"*/", "---\na: b\n*/", "a second document"},
	} {
		t.Run(name, func(t *testing.T) {
			changed := strings.Replace(soundCheck, c.from, c.to, 1)
			if changed == soundCheck {
				t.Fatal("nothing was changed")
			}
			_, err := ParseCheck("late.sql", changed)
			var wrong *Error
			if !errors.As(err, &wrong) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %s", err, c.want)
			}
		})
	}
}

// The file may name its own checks before it lists them, and only those.
func TestCustom(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "late.sql"), []byte(soundCheck), 0o600); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, Name)
	file, err := Parse(path, []byte("checks: {custom-late: {enabled: false, thresholds: {min-days: 3}}}\nignore: [{check: custom-late, reason: r}]\ncustom: ['*.sql']"))
	if err != nil {
		t.Fatal(err)
	}
	e := Effective{File: file}
	if len(e.File.All()) != len(checks.All())+1 || len(e.Disabled()) != 1 || e.Disabled()[0] != "custom-late" {
		t.Errorf("own %v, disabled %v", file.Own, e.Disabled())
	}
	if check, err := ParseCheck("late.sql", strings.Replace(soundCheck, "[triage]", "[ci]", 1)); err != nil || !checks.PresetCI.Holds(check) || checks.PresetTriage.Holds(check) {
		t.Errorf("preset ci is not the only one of ci and triage: %v", err)
	}
	for text, want := range map[string]string{
		"custom: ['*.sql', late.sql]":                       "check custom-late is in",
		"custom: [no.sql]":                                  "there is no file",
		"custom: late.sql":                                  "custom is a list",
		"checks: {custom-late: {}}":                         `check "custom-late" is not known`,
		"custom: [late.sql]\nchecks: {custom-lat: {}}":      `check "custom-lat" is not known`,
		"custom: [late.sql]\nignore: [{key: 'custom-l:x'}]": `check "custom-l" is not known`,
		"custom: ['[']":                                     "is no pattern of files",
		"custom: [late.sql]\nchecks: {custom-late: {objects: [{object: x, thresholds: {min-days: 1}}]}}": "is one for all objects",
	} {
		if _, err := Parse(path, []byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %s", text, err, want)
		}
	}
}

// What docs/custom-checks.md shows is a check.
func TestCustomDocs(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "custom-checks.md"))
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```sql\n(.*?)```").FindAllSubmatch(page, -1)
	if len(blocks) != 1 {
		t.Fatalf("%d blocks of SQL, want 1", len(blocks))
	}
	if _, err := ParseCheck("docs", string(blocks[0][1])); err != nil {
		t.Error(err)
	}
	for _, key := range []string{"id", "title", "why", "severity", "object", "message", "category", "thresholds", "needs", "presets", "fix"} {
		if !strings.Contains(string(page), "| `"+key+"` |") {
			t.Errorf("key %s is not explained", key)
		}
	}
}
