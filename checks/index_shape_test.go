package checks

import (
	"strings"
	"testing"
)

// What the statistics do not show is not healthy.
func TestWithStatistics(t *testing.T) {
	share := 0.5
	large, small := IndexShape{Schema: "s", Index: "large", Table: "t", Rows: 1_000_000}, IndexShape{Schema: "s", Index: "small", Table: "t"}
	for name, test := range map[string]struct {
		row     CommonIndex
		unknown string // "" is: examined
	}{
		"known":          {CommonIndex{IndexShape: large, Common: &share}, ""},
		"never analysed": {CommonIndex{IndexShape: large, Readable: true}, "ANALYZE s.t"},
		"hidden":         {CommonIndex{IndexShape: large}, "SELECT from s.t"},
		"small":          {CommonIndex{IndexShape: small}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			p := &Prober{runner: &runner{}}
			kept := withStatistics(p, []CommonIndex{test.row}, commonMinRows)
			if examined := len(kept) == 1; examined != (test.unknown == "") || examined == (len(p.unknown) == 1) {
				t.Fatalf("kept %v, unknown %v", kept, p.unknown)
			}
			if test.unknown != "" && !strings.Contains(p.unknown[0].Reason, test.unknown) {
				t.Errorf("got %q", p.unknown[0].Reason)
			}
		})
	}
}

func TestAlwaysTrue(t *testing.T) {
	for predicate, want := range map[string]bool{
		"(a IS NOT NULL)": true,
		"((a IS NOT NULL) AND (\"b c\" IS NOT NULL))": true,
		"((a IS NOT NULL) AND (d IS NOT NULL))":       false,
		"((a IS NOT NULL) OR (d IS NOT NULL))":        false,
		"(NOT (a IS NOT NULL))":                       false,
		"(a IS NULL)":                                 false,
		"(a > 5)":                                     false,
	} {
		if got := alwaysTrue(predicate, []string{"a", `"b c"`}); got != want {
			t.Errorf("%s: got %v", predicate, got)
		}
	}
}
