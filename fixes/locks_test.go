package fixes

import (
	"slices"
	"strings"
	"testing"
)

func TestCovers(t *testing.T) {
	for _, test := range []struct {
		ours, theirs string
		want         bool
	}{
		{"AccessExclusiveLock", "AccessShareLock", true},
		{"AccessExclusiveLock", "AccessExclusiveLock", true},
		{"ShareRowExclusiveLock", "ShareLock", true},
		{"ShareRowExclusiveLock", "ShareUpdateExclusiveLock", true},
		{"ShareLock", "RowExclusiveLock", false}, // who waits for a writer may not wait for a reader: other SHARE locks
		{"ShareUpdateExclusiveLock", "ShareLock", false},
		{"ShareUpdateExclusiveLock", "RowExclusiveLock", true},
		{"RowExclusiveLock", "ShareUpdateExclusiveLock", false},
		{"AccessShareLock", "RowShareLock", false},
		{"AccessExclusiveLock", "NoSuchLock", false},
		{"NoSuchLock", "AccessShareLock", false},
	} {
		if got := (Lock{Mode: test.ours}).Covers(test.theirs); got != test.want {
			t.Errorf("%s covers %s: got %t", test.ours, test.theirs, got)
		}
	}
}

func TestStrongest(t *testing.T) {
	got := Strongest([]Lock{
		{"ShareLock", "a"}, {"AccessShareLock", "a"}, {"ShareUpdateExclusiveLock", "a"}, {"AccessExclusiveLock", "b"}, {"ShareLock", "b"},
	})
	want := []Lock{{"ShareLock", "a"}, {"ShareUpdateExclusiveLock", "a"}, {"AccessExclusiveLock", "b"}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestRehearsable(t *testing.T) {
	for name, test := range map[string]struct {
		step      Step
		statement string
		why       string // a part of it
	}{
		"catalogs only":       {Step{Up: "ALTER TABLE t"}, "ALTER TABLE t", ""},
		"nothing to run":      {Step{Up: "-- later"}, "", ""},
		"concurrent":          {Step{Up: "CREATE INDEX CONCURRENTLY", Alone: true, Waits: true}, "", "CONCURRENTLY"},
		"only its undo waits": {Step{Up: "-- later", Waits: true, DownAlone: true}, "", ""},
		"one batch":           {Step{Up: "DO commit", Alone: true, Trial: "DO exit"}, "DO exit", ""},
		"alone":               {Step{Up: "VACUUM", Alone: true}, "", "outside a transaction"},
		"its own reason":      {Step{Up: "VALIDATE", Untried: "it reads"}, "", "it reads"},
	} {
		t.Run(name, func(t *testing.T) {
			statement, why := test.step.Rehearsable()
			if statement != test.statement || !strings.Contains(why, test.why) || (why == "") != (test.why == "") {
				t.Errorf("got %q, %q", statement, why)
			}
		})
	}
}
