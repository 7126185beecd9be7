package main

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

func TestChanges(t *testing.T) {
	finding := func(key string, severity, was checks.Severity) report.DiffFinding {
		return report.DiffFinding{Key: key, Severity: severity, Was: was, Message: "m"}
	}
	unsure := finding("f:x", checks.Info, "")
	unsure.Unsure = true
	for _, c := range []struct {
		name string
		diff report.Diff
		want string
	}{
		{"none", report.Diff{Unchanged: 3}, "no change since the look before\n"},
		{"all kinds", report.Diff{
			New:        []report.DiffFinding{finding("a:x", checks.Critical, ""), unsure},
			Worse:      []report.DiffFinding{finding("b:x", checks.Critical, checks.Warning)},
			Better:     []report.DiffFinding{finding("c:x", checks.Info, checks.Warning)},
			Gone:       []report.DiffFinding{finding("d:x", checks.Warning, "")},
			Unexamined: []report.Absent{{Key: "e:x", Reason: "timed out"}},
		}, `since the look before:
  new    a:x  critical: m
  new?   f:x  info: m
  worse  b:x  critical, was warning: m
  better c:x  info, was warning: m
  gone   d:x  was warning
  gone?  e:x  timed out
`},
		{"hostile", report.Diff{Gone: []report.DiffFinding{finding("a:\x1b[2J", checks.Info, "")}}, "since the look before:\n  gone   a:\\x1b[2J  was info\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, changes(c.diff, false)); diff != "" {
				t.Error(diff)
			}
		})
	}
	if got := changes(report.Diff{Gone: []report.DiffFinding{finding("a", checks.Info, "")}}, true); !strings.Contains(got, "\x1b[1mgone  \x1b[0m a") {
		t.Errorf("in colour: %q", got)
	}
}

func TestFit(t *testing.T) {
	for _, c := range []struct {
		name          string
		text          string
		width, height int
		want          string
	}{
		{"all of it", "1\n2\n3\n", 10, 4, "1\n2\n3\n"},
		{"too high", "1\n2\n3\n4\n", 10, 4, "1\n2\n… and 2 more lines\n"},
		{"a long line takes two", "12345678901\n2\n3\n", 10, 4, "12345678901\n… and 2 more lines\n"},
		{"colours take no room", "\x1b[1m1234567890\x1b[0m\n2\n3\n", 10, 4, "\x1b[1m1234567890\x1b[0m\n2\n3\n"},
		{"letters, not bytes", "ääääääääää\n2\n3\n", 10, 4, "ääääääääää\n2\n3\n"},
		{"no terminal's size", "1\n2\n3\n4\n", 0, 0, "1\n2\n3\n4\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := fit(c.text, c.width, c.height); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestLost(t *testing.T) {
	got := lost(errors.New("postgres://a:hunter2@b/c does not answer\x1b[2J"), 5*time.Second, nil)
	for _, want := range []string{"not reached, trying again every 5s", `a:xxx@b/c does not answer\x1b[2J`} {
		if !strings.Contains(got, want) {
			t.Errorf("%q lacks %q", got, want)
		}
	}
	if strings.Contains(got, "hunter2") || strings.Contains(got, "as it was") {
		t.Errorf("%q", got)
	}
}
