package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"time"
)

//go:embed fleet.html
var fleetText string

// fleetTemplate has the style and the report of a single page.
var fleetTemplate = template.Must(template.Must(pageTemplate.Clone()).New("fleet").Parse(fleetText))

// fleetRow is one target on the page of a fleet.
type fleetRow struct {
	Name, Error string
	Anchor      string
	Page        *Page // nil where it could not be examined
}

// FleetHTML draws a fleet as one page: what could not be examined, all targets, and
// the report of each.
func FleetHTML(w io.Writer, fleet Fleet, style Style) error {
	page := struct {
		Fleet                  Fleet
		Conclusion, When, Took string
		Rows                   []fleetRow
	}{
		Fleet: fleet, Conclusion: fleet.conclusion(style.MinSeverity),
		When: fleet.StartedAt.UTC().Format("2006-01-02 15:04:05 UTC"), Took: Duration(time.Duration(fleet.DurationMS) * time.Millisecond),
	}
	for i, target := range fleet.Targets {
		row := fleetRow{Name: target.Name, Error: target.Error, Anchor: fmt.Sprintf("target-%d", i+1)}
		if target.Report != nil {
			one := NewPage(*target.Report, style.MinSeverity)
			row.Page = &one
		}
		page.Rows = append(page.Rows, row)
	}
	if err := fleetTemplate.Execute(w, page); err != nil {
		return fmt.Errorf("write HTML: %w", err)
	}
	return nil
}
