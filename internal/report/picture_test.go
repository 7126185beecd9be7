package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/checks"
)

func TestNewPicture(t *testing.T) {
	for _, c := range []struct {
		name  string
		chart checks.Chart
		want  picture
	}{
		{"the longest bar is the measure", checks.Chart{Unit: "rows", Bars: []checks.Bar{{Name: "a", Value: 3000}, {Name: "b", Value: 1000}}},
			picture{Reason: "nothing to draw", Bars: []pictureBar{{Name: "a", Text: "3,000 rows", Width: "100.00"}, {Name: "b", Text: "1,000 rows", Width: "33.33"}}}},
		{"the most there can be is the measure", checks.Chart{Unit: "sessions", Most: 40, Bars: []checks.Bar{{Name: "idle", Value: 10}}},
			picture{Note: "of 40 sessions", Reason: "nothing to draw", Bars: []pictureBar{{Name: "idle", Text: "10 sessions", Width: "25.00"}}}},
		{"beyond the most", checks.Chart{Unit: "sessions", Most: 10, Bars: []checks.Bar{{Name: "idle", Value: 20}}},
			picture{Note: "of 10 sessions", Reason: "nothing to draw", Bars: []pictureBar{{Name: "idle", Text: "20 sessions", Width: "100.00"}}}},
		{"a part", checks.Chart{Unit: "bytes", Part: "empty", Bars: []checks.Bar{{Name: "a", Value: 4096, Part: 1024}}},
			picture{Reason: "nothing to draw", Bars: []pictureBar{{Name: "a", Text: "4.0 KiB, 25 % empty", Width: "100.00", Part: "25.00"}}}},
		{"a part beyond the whole", checks.Chart{Unit: "bytes", Part: "empty", Bars: []checks.Bar{{Name: "a", Value: 1024, Part: 4096}}},
			picture{Reason: "nothing to draw", Bars: []pictureBar{{Name: "a", Text: "1.0 KiB, 100 % empty", Width: "100.00", Part: "100.00"}}}},
		{"of a changed file", checks.Chart{Unit: "bytes", Bars: []checks.Bar{{Name: "a", Value: -1}, {Name: "b", Value: 1e300}, {Name: "c"}}},
			picture{Reason: "nothing to draw", Bars: []pictureBar{{Name: "a", Text: "?", Width: "0"}, {Name: "b", Text: "?", Width: "100.00"}, {Name: "c", Text: "0 B", Width: "0"}}}},
		{"nothing but zeros", checks.Chart{Unit: "ms", Bars: []checks.Bar{{Name: "a"}}},
			picture{Reason: "nothing to draw", Bars: []pictureBar{{Name: "a", Text: "0.00 ms", Width: "0"}}}},
		{"milliseconds", checks.Chart{Unit: "ms", Bars: []checks.Bar{{Name: "a", Value: 1669.08}, {Name: "b", Value: 0.355}}},
			picture{Reason: "nothing to draw", Bars: []pictureBar{{Name: "a", Text: "1.7 s", Width: "100.00"}, {Name: "b", Text: "0.35 ms", Width: "0.02"}}}},
		{"skipped", checks.Chart{Unit: "ms", Reason: "needs more"}, picture{Reason: "needs more"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, newPicture(c.chart)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
