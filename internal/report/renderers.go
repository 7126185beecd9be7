package report

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/pgdoctor/pgdoctor/checks"
)

// Style is how a report is drawn; what it says does not depend on it.
type Style struct {
	Width       int             // columns, 0 is 100
	Color       bool            // the severities in colour
	MinSeverity checks.Severity // milder findings are counted, not drawn; "" draws all
}

// renderers has every output format: it is the dispatch and the list for --help.
var renderers = map[string]func(io.Writer, Document, Style) error{
	"html":       HTML,
	"json":       JSON,
	"junit":      JUnit,
	"markdown":   Markdown,
	"nagios":     Nagios,
	"prometheus": Prometheus,
	"sarif":      SARIF,
	"table":      Table,
}

// fleetRenderers has the same formats for a fleet.
var fleetRenderers = map[string]func(io.Writer, Fleet, Style) error{
	"html":       FleetHTML,
	"json":       func(w io.Writer, fleet Fleet, _ Style) error { return WriteJSON(w, fleet) },
	"junit":      FleetJUnit,
	"markdown":   FleetMarkdown,
	"nagios":     FleetNagios,
	"prometheus": FleetPrometheus,
	"sarif":      FleetSARIF,
	"table":      FleetTable,
}

// Formats lists the names of the output formats.
func Formats() []string { return slices.Sorted(maps.Keys(renderers)) }

// Render draws a document in the named format.
func Render(w io.Writer, format string, doc Document, style Style) error {
	render, ok := renderers[format]
	if !ok {
		return fmt.Errorf("draw report: format %q does not exist", format)
	}
	return render(w, doc, style)
}

// RenderFleet draws the report of a fleet in the named format.
func RenderFleet(w io.Writer, format string, fleet Fleet, style Style) error {
	render, ok := fleetRenderers[format]
	if !ok {
		return fmt.Errorf("draw report: format %q does not exist", format)
	}
	return render(w, fleet, style)
}
