package report

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"regexp"
	"strings"
	"time"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/checks"
)

const (
	// markdownLimit is how much fits into a comment on GitHub, which counts
	// characters up to 65,536; bytes are never fewer.
	markdownLimit = 65_000
	// markdownUnseen is how much of it may go to what was not examined.
	markdownUnseen = 15_000
	// markdownRules is how much may go to each list of what a configuration file or
	// a baseline says, and markdownNote to a sentence of that.
	markdownRules = 6_000
	markdownNote  = 1_000
	// markdownEach is how many findings of a check are drawn: thousands of one
	// must not leave the others out.
	markdownEach = 50
)

// Markdown draws a document for a comment on a pull request: GitHub's Markdown,
// and no longer than a comment there may be.
func Markdown(w io.Writer, doc Document, style Style) error {
	tail := markdownEnd(doc, style.MinSeverity)
	page := &page{limit: markdownLimit - len(tail)}
	said := examined(doc, style.MinSeverity)
	if note := doc.IgnoredNote(); note != "" {
		said += "; " + inline(cut(Safe(note), markdownNote))
	}
	fmt.Fprintf(&page.text, "### pgdoctor: %s\n\n%s\n", said, inline(headline(doc.Target)))
	if doc.Target.Note != "" {
		fmt.Fprintf(&page.text, "\n> %s\n", inline(doc.Target.Note))
	}
	if doc.Baseline != nil {
		fmt.Fprintf(&page.text, "\n%s\n", inline(cut(Safe(doc.Baseline.Words()), markdownNote)))
	}
	page.findings(grouped(doc, style.MinSeverity))
	page.text.WriteString(tail)
	_, err := w.Write(page.text.Bytes())
	return err
}

func were(n int, noun string) string {
	if n == 1 {
		return Count(n, noun) + " is"
	}
	return Count(n, noun) + " are"
}

// page is Markdown with an end.
type page struct {
	text  bytes.Buffer
	limit int
	full  bool // nothing is drawn any more, or what is worse would be missing and what is milder not
}

// room is kept for the ends of blocks and for the sentence on what was left out.
const room = 400

func (p *page) fits(text string) bool {
	p.full = p.full || p.text.Len()+len(text)+room > p.limit
	return !p.full
}

// findings draws groups of findings, as many as there is room for, and says how
// many are left out.
func (p *page) findings(groups []group) {
	left := 0
	for _, g := range groups {
		limit := markdownEach
		if len(groups) == 1 {
			limit = len(g.Findings)
		}
		left += len(g.Findings) - p.group(g, limit)
	}
	if left > 0 {
		fmt.Fprintf(&p.text, "\n**%s left out here**, so that the comment is not too long: `pgdoctor check --format json` has all of them.\n", were(left, "finding"))
	}
}

// group draws findings and says how many.
func (p *page) group(g group, limit int) int {
	state := ""
	if g.Severity == checks.Critical {
		state = " open"
	}
	said := Count(len(g.Findings), "finding")
	if n := g.fresh(); n > 0 {
		said += fmt.Sprintf(", %s new", humanize.Comma(int64(n)))
	}
	if fix := g.Fix(); fix != nil {
		said += ", fix: " + markup(fix.Kind)
	}
	columns, noted := "| object | what is wrong |\n|---|---|\n", g.noted()
	if noted {
		columns = "| object | what is wrong | |\n|---|---|---|\n"
	}
	head := fmt.Sprintf("\n<details%s><summary><b>%s</b> %s %s (%s)</summary>\n\n"+columns,
		state, g.Severity, markup(g.Check.ID), html.EscapeString(title(g.Check)), said)
	if !p.fits(head) {
		return 0
	}
	drawn := 0
	for _, finding := range g.Findings {
		row := fmt.Sprintf("| %s | %s |\n", code(finding.Object), inline(finding.Message))
		if noted {
			row = fmt.Sprintf("| %s | %s | %s |\n", code(finding.Object), inline(finding.Message), inline(finding.Notes()))
		}
		if drawn == limit || !p.fits(row) {
			break
		}
		if drawn == 0 {
			p.text.WriteString(head)
		}
		p.text.WriteString(row)
		drawn++
	}
	if drawn == 0 {
		return 0
	}
	if drawn < len(g.Findings) {
		fmt.Fprintf(&p.text, "\n… and %s more: %s\n", humanize.Comma(int64(len(g.Findings)-drawn)), code("pgdoctor check "+g.Check.ID))
	}
	p.text.WriteString("\n</details>\n")
	return drawn
}

// markdownEnd is what follows the findings.
func markdownEnd(doc Document, minimum checks.Severity) string {
	var out bytes.Buffer
	list, size := unexamined(doc)
	var rows []string
	for _, u := range list {
		rows = append(rows, fmt.Sprintf("| %s | %s | %s | %s |\n", code(u.Names()), code(u.Object), u.State, inline(u.Reason)))
	}
	fold(&out, "<b>not examined</b>", size, "| check | object | state | why |\n|---|---|---|---|\n", rows, markdownUnseen)
	markdownConfigured(&out, doc)
	markdownBaseline(&out, doc)
	if command := next(doc, minimum); command != "" {
		fmt.Fprintf(&out, "\nNext: %s\n", code(command))
	}
	fmt.Fprintf(&out, "\n<sub>pgdoctor %s, %s, %s</sub>\n", markup(doc.Tool.Version), doc.StartedAt.UTC().Format("2006-01-02 15:04:05 UTC"),
		Duration(time.Duration(doc.DurationMS)*time.Millisecond))
	return out.String()
}

// markdownConfigured says what a configuration file ignores and leaves out, and
// which of its rules do nothing.
func markdownConfigured(out *bytes.Buffer, doc Document) {
	const columns = "| rule | what | why |\n|---|---|---|\n"
	var rows []string
	for _, rule := range doc.ignoring() {
		rows = append(rows, fmt.Sprintf("| %s | %s | %s |\n", code(rule.From), code(rule.What), inline(rule.Why)))
	}
	fold(out, "<b>ignored</b>", doc.Summary.Ignored, columns, rows, markdownRules)
	for _, one := range doc.idle() {
		rows = nil
		for _, rule := range one.Rules {
			rows = append(rows, fmt.Sprintf("| %s | %s | %s |\n", code(rule.From), code(rule.What()), inline(rule.Why())))
		}
		fold(out, "<b>"+one.State+"</b>"+one.Rest, len(rows), columns, rows, markdownRules)
	}
	if note := doc.LeftOutNote(); note != "" {
		fmt.Fprintf(out, "\n%s\n", inline(cut(Safe(note), markdownNote)))
	}
}

// markdownBaseline says what of a baseline is not there any more.
func markdownBaseline(out *bytes.Buffer, doc Document) {
	if doc.Baseline == nil {
		return
	}
	file := markup(cut(Safe(doc.Baseline.File), markdownNote/5))
	var rows []string
	for _, key := range doc.Baseline.Gone {
		rows = append(rows, "| "+code(key)+" |\n")
	}
	fold(out, "<b>gone</b>, of "+file, len(rows), "| finding |\n|---|\n", rows, markdownRules)
	rows = nil
	for _, absent := range doc.Baseline.Unexamined {
		rows = append(rows, fmt.Sprintf("| %s | %s |\n", code(absent.Key), inline(absent.Reason)))
	}
	fold(out, "<b>not examined</b>, of "+file, len(rows), "| finding | why |\n|---|---|\n", rows, markdownRules)
}

// fold draws a table that is unfolded by who wants to see it, of no more than
// limit bytes, and says how many rows are missing.
func fold(out *bytes.Buffer, title string, size int, columns string, rows []string, limit int) {
	if len(rows) == 0 {
		return
	}
	fmt.Fprintf(out, "\n<details><summary>%s (%s)</summary>\n\n%s", title, humanize.Comma(int64(size)), columns)
	used := 0
	for i, row := range rows {
		if used += len(row); used > limit {
			fmt.Fprintf(out, "\n… and %s more: `pgdoctor check --format json` has all of them\n", humanize.Comma(int64(len(rows)-i)))
			break
		}
		out.WriteString(row)
	}
	out.WriteString("\n</details>\n")
}

// plainly is text that Markdown and GitHub leave alone: no character that either
// gives a meaning, no address, and no underscore that could begin emphasis.
var (
	plainly = regexp.MustCompile(`^[\p{L}\p{N} ,.;:%()'"/_-]*$`)
	meaning = regexp.MustCompile(`(?i):\S|www\.|\bgh-\d|(^|[^\p{L}\p{N}])_|_([^\p{L}\p{N}]|$)|^\s|\s$|  `)
)

// inline writes text of unknown origin into a line or a cell: as it is where
// nothing in it means anything, else as code, in which there is no mark-up, no
// mention and no link.
func inline(text string) string {
	text = Safe(text)
	if plainly.MatchString(text) && !meaning.MatchString(text) {
		return text
	}
	return code(text)
}

var backticks = regexp.MustCompile("`+")

// code writes text of unknown origin as code. A table ends its cells at | even
// there, unless it is escaped; and a backslash before the escape would escape
// that, so code ends between them and begins anew.
func code(text string) string {
	text = Safe(text)
	if text == "" {
		return ""
	}
	var parts []string
	for {
		i := strings.Index(text, `\|`)
		if i < 0 {
			break
		}
		parts, text = append(parts, codeSpan(text[:i+1])), text[i+1:]
	}
	return strings.Join(append(parts, codeSpan(text)), "<!-- -->")
}

func codeSpan(text string) string {
	fence := "`"
	for _, run := range backticks.FindAllString(text, -1) {
		if len(run) >= len(fence) {
			fence = run + "`"
		}
	}
	// One space at either end is taken off again.
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") || strings.HasPrefix(text, " ") || strings.HasSuffix(text, " ") {
		text = " " + text + " "
	}
	return fence + strings.ReplaceAll(text, "|", `\|`) + fence
}

// markup writes text of unknown origin as code in HTML, where no Markdown counts.
func markup(text string) string {
	return "<code>" + html.EscapeString(Safe(text)) + "</code>"
}
