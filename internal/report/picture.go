package report

import (
	"fmt"
	"math"
	"strconv"
	"time"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/checks"
)

// picture is a chart with bars as long as they are to be drawn.
type picture struct {
	Title, Note, Reason string
	Bars                []pictureBar
}

// pictureBar is one bar; its lengths are percent of the longest there can be.
type pictureBar struct {
	Name, Text  string
	Width, Part string
}

func newPicture(chart checks.Chart) picture {
	p := picture{Title: chart.Title, Reason: chart.Reason}
	if p.Reason == "" {
		p.Reason = "nothing to draw"
	}
	longest := chart.Most
	for _, bar := range chart.Bars {
		longest = max(longest, bar.Value)
	}
	if chart.Most > 0 {
		p.Note = "of " + amount(chart.Most, chart.Unit)
	}
	for _, bar := range chart.Bars {
		drawn := pictureBar{Name: bar.Name, Text: amount(bar.Value, chart.Unit), Width: percent(bar.Value, longest)}
		if chart.Part != "" && bar.Part > 0 {
			drawn.Part = percent(min(bar.Part, bar.Value), longest)
			drawn.Text += fmt.Sprintf(", %.0f %% %s", math.Min(100, 100*bar.Part/bar.Value), Safe(chart.Part))
		}
		p.Bars = append(p.Bars, drawn)
	}
	return p
}

// percent writes a share for SVG; what is no number is nothing.
func percent(value, whole float64) string {
	share := 100 * value / whole
	if !(share > 0 && share <= 100) {
		return "0"
	}
	return strconv.FormatFloat(share, 'f', 2, 64)
}

// amount writes a value for people.
func amount(value float64, unit string) string {
	switch {
	case !(value >= 0 && value < math.MaxInt64):
		return "?"
	case unit == "bytes":
		return humanize.IBytes(uint64(value))
	case unit == "ms" && value < 1:
		return fmt.Sprintf("%.2f ms", value)
	case unit == "ms":
		return Duration(time.Duration(value * float64(time.Millisecond)))
	}
	return humanize.Comma(int64(value)) + " " + Safe(unit)
}
