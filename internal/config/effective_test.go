package config

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/checks"
)

const sample = `preset: ci
fail-on: critical
schemas:
  exclude: [tmp_*]
checks:
  table-bloat:
    severity: info
    thresholds: {min-percent: 30}
    objects:
      - object: public.*
        severity: warning
        thresholds: {min-percent: 60}
      - object: public.events
        thresholds: {min-megabytes: 7}
      - object: public.orders
        severity: critical
  type-money: {enabled: true}
  fk-without-index: {enabled: false}
ignore:
  - key: no-primary-key:public.import_*
    reason: short-lived
  - object: audit.*
    reason: old
    until: 2026-03-31
  - check: index-unused
    object: public.a
    reason: yearly
`

var today = time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)

func parsed(t *testing.T, text string) File {
	t.Helper()
	file, err := Parse("f.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestRuns(t *testing.T) {
	file := parsed(t, sample)
	for _, c := range []struct {
		name  string
		file  File
		flags Flags
		check string
		want  bool
	}{
		{"preset default", File{}, Flags{}, "lock-wait", true},
		{"opinionated", File{}, Flags{}, "type-money", false},
		{"preset of the file", file, Flags{}, "lock-wait", false},
		{"enabled by the file", file, Flags{}, "type-money", true},
		{"disabled by the file", file, Flags{}, "fk-without-index", false},
		{"preset of a flag over the file's", file, Flags{Preset: checks.PresetTriage}, "lock-wait", true},
		{"preset of a flag is just that", file, Flags{Preset: checks.PresetDefault}, "type-money", false},
		{"disabled under a preset of a flag", file, Flags{Preset: checks.PresetAll}, "fk-without-index", false},
		{"named, though disabled", file, Flags{Only: []string{"fk-without-index"}}, "fk-without-index", true},
		{"not named, though enabled", file, Flags{Only: []string{"fk-without-index"}}, "type-money", false},
		{"skipped, though enabled", file, Flags{Skip: []string{"type-money"}}, "type-money", false},
	} {
		check, ok := checks.Find(c.check)
		if !ok {
			t.Fatal(c.check)
		}
		if got := (Effective{c.file, c.flags}).Runs(check); got != c.want {
			t.Errorf("%s: %s runs is %v", c.name, c.check, got)
		}
	}
	if diff := cmp.Diff([]string{"fk-without-index"}, Effective{File: file}.Disabled()); diff != "" {
		t.Error("disabled:", diff)
	}
	if got := (Effective{file, Flags{Only: []string{"no-primary-key"}}}).Disabled(); got != nil {
		t.Errorf("of what was asked for nothing is disabled, but %q", got)
	}
}

func TestFailOn(t *testing.T) {
	file := parsed(t, sample)
	for _, c := range []struct {
		e    Effective
		want checks.Severity
	}{
		{Effective{}, checks.Warning},
		{Effective{File: file}, checks.Critical},
		{Effective{File: file, Flags: Flags{FailOn: "info"}}, checks.Info},
	} {
		if got := c.e.FailOn(); got != c.want {
			t.Errorf("fail-on %q, want %q", got, c.want)
		}
	}
}

// thresholdsOf is what a run would judge an object by.
func thresholdsOf(options checks.Options, id, object string) checks.Thresholds {
	thresholds := options.Thresholds[id]
	for _, rule := range options.Objects[id] {
		if rule.Matches(object) {
			thresholds = rule.Thresholds
		}
	}
	return thresholds
}

func TestThresholds(t *testing.T) {
	file := parsed(t, sample)
	flags := Flags{Thresholds: map[string]checks.Thresholds{"table-bloat": {"min-percent": 5}}}
	for _, c := range []struct {
		name, object string
		flags        Flags
		want         checks.Thresholds
	}{
		{"of the check", "audit.log", Flags{}, checks.Thresholds{"min-percent": 30}},
		{"of some objects", "public.users", Flags{}, checks.Thresholds{"min-percent": 60}},
		{"the last rule counts, over the check's", "public.events", Flags{}, checks.Thresholds{"min-percent": 30, "min-megabytes": 7}},
		{"a rule without thresholds changes none", "public.orders", Flags{}, checks.Thresholds{"min-percent": 60}},
		{"a flag wins", "audit.log", flags, checks.Thresholds{"min-percent": 5}},
		{"a flag wins for all objects", "public.events", flags, checks.Thresholds{"min-percent": 5, "min-megabytes": 7}},
	} {
		var options checks.Options
		Effective{file, c.flags}.Apply(&options, today)
		if diff := cmp.Diff(c.want, thresholdsOf(options, "table-bloat", c.object)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestReview(t *testing.T) {
	file := parsed(t, sample)
	for _, c := range []struct {
		check, object string
		severity      checks.Severity
		ignored       string // reason
	}{
		{"table-bloat", "audit2.log", checks.Info, ""},
		{"table-bloat", "public.users", checks.Warning, ""},
		{"table-bloat", "public.orders", checks.Critical, ""},
		{"table-bloat", "public.events", checks.Warning, ""}, // its own rule says nothing of severity
		{"no-primary-key", "public.import_1", checks.Critical, "short-lived"},
		{"no-primary-key", "public.imports", checks.Critical, ""},
		{"no-primary-key", "audit.log", checks.Critical, ""}, // expired yesterday
		{"index-unused", "public.a", checks.Critical, "yearly"},
		{"index-unused", "public.ab", checks.Critical, ""},
		{"index-redundant", "public.a", checks.Critical, ""},
	} {
		finding := checks.Finding{Key: c.check + ":" + c.object, Check: c.check, Object: c.object, Severity: checks.Critical}
		ignored := file.reviewer(today)(&finding)
		if finding.Severity != c.severity {
			t.Errorf("%s: severity %s, want %s", finding.Key, finding.Severity, c.severity)
		}
		switch {
		case (ignored == nil) != (c.ignored == ""):
			t.Errorf("%s: ignored %v", finding.Key, ignored)
		case ignored != nil && (ignored.Reason != c.ignored || ignored.Finding.Key != finding.Key):
			t.Errorf("%s: ignored %+v", finding.Key, *ignored)
		}
	}
	before := today.Add(-time.Second)
	if ignored := file.reviewer(before)(&checks.Finding{Check: "no-primary-key", Object: "audit.log"}); ignored == nil || ignored.From != "f.yaml:22" || ignored.Until != "2026-03-31" {
		t.Errorf("on its last day the rule gives %+v", ignored)
	}
	if expired := (Effective{File: file}).Expired(today); len(expired) != 1 || expired[0].From != "f.yaml:22" {
		t.Errorf("expired: %+v", expired)
	}
}

func TestSettings(t *testing.T) {
	list := Effective{parsed(t, sample), Flags{
		FailOn: "info", Skip: []string{"lock-wait"}, Thresholds: map[string]checks.Thresholds{"table-bloat": {"min-percent": 5}},
	}}.Settings(today)
	for _, want := range []Setting{
		{"preset", "ci", "f.yaml:1"},
		{"fail-on", "info", "--fail-on"},
		{"skip", "lock-wait", "--skip"},
		{"schemas.exclude[0]", "tmp_*", "f.yaml:4"},
		{"checks.lock-wait.enabled", "false", "--skip"},
		{"checks.fk-without-index.enabled", "false", "f.yaml:18"},
		{"checks.no-primary-key.enabled", "true", "f.yaml:1"}, // by the preset that stands there
		{"checks.table-bloat.severity", "info", "f.yaml:7"},
		{"checks.table-bloat.thresholds.min-percent", "5", "--threshold"},
		{"checks.table-bloat.thresholds.min-megabytes", "100", "default"},
		{"checks.table-bloat.objects[0].object", "public.*", "f.yaml:10"},
		{"checks.table-bloat.objects[0].thresholds.min-percent", "5", "--threshold"},
		{"checks.table-bloat.objects[1].thresholds.min-megabytes", "7", "f.yaml:14"},
		{"ignore[0]", "key no-primary-key:public.import_*: short-lived", "f.yaml:20"},
		{"ignore[1]", "object audit.*, until 2026-03-31: old (expired)", "f.yaml:22"},
	} {
		i := slices.IndexFunc(list, func(s Setting) bool { return s.Name == want.Name })
		if i < 0 {
			t.Errorf("no setting %s", want.Name)
		} else if list[i] != want {
			t.Errorf("setting %+v, want %+v", list[i], want)
		}
	}
}
