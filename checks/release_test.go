package checks

import (
	"testing"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

func TestVersionEndOfLife(t *testing.T) {
	for name, test := range map[string]struct {
		major    int
		now      string
		severity Severity
		sick     bool
	}{
		"long before":       {18, "2026-11-25", "", false},
		"months before":     {15, "2027-06-01", Info, true},
		"on its last day":   {15, "2027-11-11", Info, true},
		"the day after":     {15, "2027-11-12", "", true},
		"years after":       {13, "2030-01-01", "", true},
		"one not yet known": {19, "2040-01-01", "", false},
	} {
		t.Run(name, func(t *testing.T) {
			now, err := time.Parse(time.DateOnly, test.now)
			if err != nil {
				t.Fatal(err)
			}
			verdict, sick := VersionEndOfLife.Judge(&ServerVersion{Major: test.major}, postgres.Server{Now: now}, nil)
			if sick != test.sick || sick && verdict.Severity != test.severity {
				t.Errorf("got %q, %v", verdict.Severity, sick)
			}
		})
	}
}

func TestVersionOutdatedMinor(t *testing.T) {
	newest := releases[17].newest
	for minor, want := range map[int]bool{newest - 1: true, newest: false, newest + 1: false} {
		if _, sick := VersionOutdatedMinor.Judge(&ServerVersion{Major: 17, Minor: minor}, postgres.Server{}, nil); sick != want {
			t.Errorf("17.%d: got %v", minor, sick)
		}
	}
}

// Every major that is supported has its dates.
func TestReleases(t *testing.T) {
	for major := postgres.OldestMajor; major <= postgres.NewestMajor; major++ {
		if releases[major].endOf().Before(time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)) {
			t.Errorf("no end of %d", major)
		}
	}
}
