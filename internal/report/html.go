package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"time"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/checks"
)

//go:embed page.html
var pageText string

//go:embed parts.html
var partsText string

//go:embed page.css
var stylesheet string

var pageTemplate = template.Must(Parts().New("page").Parse(pageText))

// Parts are the templates and functions of the HTML report that other pages
// share: tiles, unexamined (of a Page), why (of paragraphs), fix (of a Finding),
// pictures, ignored, idle, compared (of a Page's or Document's field).
func Parts() *template.Template {
	return template.Must(template.New("parts").Funcs(template.FuncMap{
		"safe":       Safe,
		"title":      title,
		"why":        why,
		"sql":        copyable,
		"command":    fixCommand,
		"comma":      func(n int) string { return humanize.Comma(int64(n)) },
		"stylesheet": func() template.CSS { return template.CSS(stylesheet) }, // our own file
	}).Parse(partsText))
}

// Stylesheet is how the parts look, as CSS.
func Stylesheet() string { return stylesheet }

// severityGroups is all that is to be read of one severity.
type severityGroups struct {
	Severity checks.Severity
	Size     int
	Groups   []group
}

// Page is what the HTML report shows of a document. Its fields are for templates.
type Page struct {
	Doc                              Document
	Conclusion, Headline, When, Took string
	Severities                       []severityGroups
	Gaps                             []unseen
	Unseen                           int
	Clean                            []Check
	Pictures                         []picture
	Ignored                          []Ignored
	Idle                             []idle
}

// NewPage sorts what a document says. Milder findings than minimum are left out.
func NewPage(doc Document, minimum checks.Severity) Page {
	page := Page{
		Doc: doc, Conclusion: conclusion(doc, minimum), Headline: headline(doc.Target),
		When: doc.StartedAt.UTC().Format("2006-01-02 15:04:05 UTC"), Took: Duration(time.Duration(doc.DurationMS) * time.Millisecond),
	}
	for _, g := range grouped(doc, minimum) {
		if n := len(page.Severities); n == 0 || page.Severities[n-1].Severity != g.Severity {
			page.Severities = append(page.Severities, severityGroups{Severity: g.Severity})
		}
		last := &page.Severities[len(page.Severities)-1]
		last.Groups = append(last.Groups, g)
		last.Size += len(g.Findings)
	}
	page.Gaps, page.Unseen = unexamined(doc)
	page.Idle = doc.idle()
	for _, check := range doc.Checks {
		if check.clean() {
			page.Clean = append(page.Clean, check)
		}
		page.Ignored = append(page.Ignored, check.Ignored...)
	}
	slices.SortStableFunc(page.Ignored, func(a, b Ignored) int { return b.Severity.Rank() - a.Severity.Rank() })
	for _, chart := range doc.Overview {
		page.Pictures = append(page.Pictures, newPicture(chart))
	}
	return page
}

// HTML draws a document as one page that needs nothing else: no script, no
// font, no picture from anywhere. html/template escapes what it is given.
func HTML(w io.Writer, doc Document, style Style) error {
	if err := pageTemplate.Execute(w, NewPage(doc, style.MinSeverity)); err != nil {
		return fmt.Errorf("write HTML: %w", err)
	}
	return nil
}

// why is what the catalogue says about a check, in paragraphs.
func why(check Check) []string {
	text := described(check).Why
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n\n")
}

// copyable is the SQL of a finding's fix. Where a name holds what cannot be
// seen, copying what is seen would change another object, so there is none.
func copyable(finding Finding) string {
	if text := finding.Fix.SQL; seen(text) {
		return text
	}
	return ""
}

// fixCommand is what shows the plan for a finding, ready for a POSIX shell.
func fixCommand(finding Finding) string {
	if id, _, _ := strings.Cut(finding.Key, ":"); !seen(finding.Key) || strings.Contains(finding.Key, "\n") {
		return "pgdoctor fix --only " + quote(Safe(id))
	}
	return "pgdoctor fix " + quote(finding.Key)
}

// seen says whether a text shows all that it holds.
func seen(text string) bool {
	return Safe(strings.ReplaceAll(text, "\n", " ")) == strings.ReplaceAll(text, "\n", " ")
}

func quote(word string) string { return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'" }
