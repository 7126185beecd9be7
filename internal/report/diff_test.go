package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/checks"
)

// words are findings as "key severity", with what the severity was before.
func words(list []DiffFinding) string {
	var all []string
	for _, f := range list {
		word := f.Key + " " + f.severities()
		if f.Unsure {
			word += " unsure"
		}
		all = append(all, word)
	}
	return strings.Join(all, ", ")
}

func TestDiff(t *testing.T) {
	for _, c := range []struct {
		name                            string
		before, after                   Document
		new, worse, better, gone, quiet string
		unexamined                      []Absent
		gaps                            []UnexaminedGone
		unchanged                       int
	}{
		{name: "the same", before: ran("a findings 1 2"), after: ran("a findings 1 2"), unchanged: 2},
		{name: "new and gone", before: ran("a findings 1 2"), after: ran("a findings 2 ^3"), new: "a:3 critical", gone: "a:1 warning", unchanged: 1},
		{name: "worse", before: ran("a findings 1"), after: ran("a findings ^1"), worse: "a:1 warning -> critical"},
		{name: "better", before: ran("a findings ^1"), after: ran("a findings 1"), better: "a:1 critical -> warning"},
		{name: "skipped now", before: ran("a findings 1"), after: ran("a skipped"),
			unexamined: []Absent{{"a:1", "skipped: no time"}}, gaps: []UnexaminedGone{{"a", "skipped: no time"}}},
		{name: "failed now", before: ran("a ok", "b ok"), after: ran("a failed", "b ok"), gaps: []UnexaminedGone{{"a", "failed: no time"}}},
		{name: "did not run", before: ran("a findings 1"), after: ran("b ok"),
			unexamined: []Absent{{"a:1", "the check did not run"}}, gaps: []UnexaminedGone{{"a", "the check did not run"}}},
		{name: "not in full", before: ran("a findings 1 2"), after: ran("a findings 2 ?3"), unchanged: 1,
			unexamined: []Absent{{"a:1", "findings: 1 not examined"}}, gaps: []UnexaminedGone{{"a", "findings: 1 not examined"}}},
		{name: "failed both times", before: ran("a failed"), after: ran("a failed")},
		{name: "not examined before", before: ran("a skipped"), after: ran("a findings 1"), new: "a:1 warning unsure"},
		{name: "ignored now", before: ran("a findings 1"), after: ran("a ok !1"), quiet: "a:1 warning"},
		{name: "ignored before", before: ran("a ok !1"), after: ran("a findings 1"), new: "a:1 warning unsure"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := NewDiff(c.before, c.after, Tool{"pgdoctor", "1"})
			got := []string{words(d.New), words(d.Worse), words(d.Better), words(d.Gone), words(d.Ignored)}
			if diff := cmp.Diff([]string{c.new, c.worse, c.better, c.gone, c.quiet}, got); diff != "" {
				t.Error("new, worse, better, gone, ignored:", diff)
			}
			if diff := cmp.Diff(append([]Absent{}, c.unexamined...), d.Unexamined); diff != "" {
				t.Error("unexamined:", diff)
			}
			if diff := cmp.Diff(append([]UnexaminedGone{}, c.gaps...), d.Gaps); diff != "" {
				t.Error("gaps:", diff)
			}
			if d.Unchanged != c.unchanged {
				t.Errorf("%d unchanged, want %d", d.Unchanged, c.unchanged)
			}
			if got := d.Fails(checks.Warning); got != (c.new != "") {
				t.Errorf("fails is %v: only what is new counts", got)
			}
		})
	}
	milder := NewDiff(ran("a ok"), ran("a findings 1"), Tool{})
	if milder.Fails(checks.Critical) {
		t.Error("a new warning is not critical")
	}
}

func TestDiffTable(t *testing.T) {
	before := New(ordinary(), "1.2.3", indexFix)
	var out bytes.Buffer
	if err := DiffTable(&out, NewDiff(before, hostileDocument(), Tool{}), Style{Width: 100}); err != nil {
		t.Fatal(err)
	}
	for _, r := range out.String() {
		if r != '\n' && invisible(r) {
			t.Fatalf("character %U reaches the terminal", r)
		}
	}
	golden(t, "diff.txt", out.Bytes())
}
