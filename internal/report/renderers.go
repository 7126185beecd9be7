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
