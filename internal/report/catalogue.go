package report

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/pgdoctor/pgdoctor/checks"
)

// Entry is one check in the catalogue.
type Entry struct {
	Check   checks.Check
	Doc     checks.Doc // of Check
	Queries []string   // its SQL files, oldest server first
	Fix     string     // the kind of its fix, "" without one
}

// CatalogueTable lists the checks for people at a terminal.
func CatalogueTable(w io.Writer, list []Entry) error {
	rows := [][]string{{"ID", "CATEGORY", "SEVERITY", "FIX", "TITLE", "NEEDS"}}
	fixable, optional := 0, 0
	for _, entry := range byCategory(list) {
		if entry.Fix != "" {
			fixable++
		}
		words := Needs(entry.Doc)
		if entry.Doc.OptIn {
			optional++
			words = append([]string{"to be asked for"}, words...)
		}
		needs := strings.Join(words, ", ")
		rows = append(rows, []string{
			entry.Doc.ID, string(entry.Doc.Category), string(entry.Doc.Severity), entry.Fix, entry.Doc.Title, needs,
		})
	}
	drawn, err := align(rows)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	for _, line := range drawn {
		fmt.Fprintln(&out, strings.TrimPrefix(line, indent))
	}
	fmt.Fprintf(&out, "\n%s, %d with a fix", Count(len(list), "check"), fixable)
	if optional > 0 {
		fmt.Fprintf(&out, ", %d that run only when named or with --preset all", optional)
	}
	fmt.Fprintln(&out, "; pgdoctor explain ID says more")
	_, err = w.Write(out.Bytes())
	return err
}

// CatalogueJSON writes the catalogue for scripts.
func CatalogueJSON(w io.Writer, list []Entry, tool Tool) error {
	type threshold struct {
		Name    string  `json:"name"`
		Default float64 `json:"default"`
		Unit    string  `json:"unit"`
		Why     string  `json:"why"`
		Whole   bool    `json:"whole,omitempty"`
	}
	type check struct {
		ID         string          `json:"id"`
		Title      string          `json:"title"`
		Why        string          `json:"why"`
		Category   checks.Category `json:"category"`
		Severity   checks.Severity `json:"severity"`
		Runtime    bool            `json:"runtime"`
		Presets    []checks.Preset `json:"presets"`
		Since      int             `json:"since,omitempty"`
		Needs      []string        `json:"needs"`
		Thresholds []threshold     `json:"thresholds"`
		Aliases    []string        `json:"aliases"`
		Fix        string          `json:"fix,omitempty"`
		File       string          `json:"file,omitempty"` // of a custom check
	}
	document := struct {
		Format int     `json:"format"`
		Tool   Tool    `json:"tool"`
		Checks []check `json:"checks"`
	}{Format, tool, []check{}}
	for _, entry := range list {
		doc := entry.Doc
		c := check{
			ID: doc.ID, Title: doc.Title, Why: doc.Why, Category: doc.Category, Severity: doc.Severity,
			Runtime: doc.Runtime, Since: doc.Since, Fix: entry.Fix, Presets: presetsOf(entry),
			// Empty lists, never null: scripts loop over them.
			Needs: append([]string{}, Needs(doc)...), Thresholds: []threshold{}, Aliases: append([]string{}, doc.Aliases...),
		}
		if doc.Custom != nil {
			c.File = doc.Custom.File
		}
		for _, t := range doc.Thresholds {
			c.Thresholds = append(c.Thresholds, threshold(t))
		}
		document.Checks = append(document.Checks, c)
	}
	return WriteJSON(w, document)
}

// pageGuide is what a reader of the catalogue page wants to know before its tables.
const pageGuide = `- **Severity** is the usual one; a finding may be milder or worse. critical: data is lost, the service stands still or data
  becomes wrong, now or within days. warning: it costs users something, or will become critical. info: worth knowing.
- **Needs** is what must be there: a version of PostgreSQL (this one or a later), an extension, the rights of a role, a
  setting. Else the check is skipped and says why. "statistics of 7 days": where the counters are younger, a check that
  finds nothing is reported as skipped, not as healthy.
- **Fix** is the kind of the fix, for checks that have one. ` + "`pgdoctor fix --dry-run ID`" + ` shows what it would do.
- **\*** marks the opinionated ones: they run only when named or with ` + "`--preset all`" + `.
- What is said of a check tells what is wrong, how to confirm that by hand, the cure, and the prevention. The thresholds
  are yours to change: ` + "`--threshold ID.NAME=NUMBER`, or [.pgdoctor.yaml](../docs/configuration.md)." + `

| word | what is meant |
|---|---|
| ACCESS EXCLUSIVE, SHARE UPDATE EXCLUSIVE | locks of a table. For the first all readers and writers wait, and it waits for all of them; the second lets them go on, and stops only VACUUM, index builds and other changes of the table |
| dead rows | what UPDATE and DELETE leave behind. VACUUM makes their place free for new rows; autovacuum runs VACUUM and ANALYZE by itself |
| freezing, wraparound | transaction IDs are used again after four billion. VACUUM marks old rows as frozen before that, or else the server refuses to write |
| HOT | an update that stays within its page and so leaves the indexes alone |
| replication slot | what makes the server keep the WAL that a consumer (standby, subscription, connector) has not read yet |
| snapshot | what a statement or a transaction may see. Rows that died after it was taken have to stay until it is gone |
| statistics | two things: what ANALYZE learns about values from a sample of rows (planner statistics), and the counters of the pg\_stat views since their last reset or a crash (these are what may be young, or cover a week) |
| TOAST | where large values are kept, compressed, apart from their row |
| WAL | the write-ahead log. Each change is written there first; crash recovery, standbys and archives read it |
`

// CatalogueMarkdown writes checks/README.md. Links lead from that folder.
func CatalogueMarkdown(w io.Writer, list []Entry) error {
	var out bytes.Buffer
	ordered := byCategory(list)
	out.WriteString("<!-- Generated by pgdoctor checks --markdown; edit the checks' own files instead. -->\n\n")
	fmt.Fprintf(&out, "# The checks\n\n%s. `pgdoctor check ID` runs one, `pgdoctor explain ID` shows this page's part of it, and its SQL.\n\n%s",
		Count(len(list), "check"), pageGuide)
	fmt.Fprintf(&out, "\nBy category: %s.\n", strings.Join(categoryLinks(ordered), ", "))
	for i, entry := range ordered {
		doc := entry.Doc
		if i == 0 || doc.Category != ordered[i-1].Doc.Category {
			fmt.Fprintf(&out, "\n### %s\n\n| check | finds | severity | needs | fix |\n|---|---|---|---|---|\n", doc.Category)
		}
		star := ""
		if doc.OptIn {
			star = " \\*"
		}
		fmt.Fprintf(&out, "| [%s](#%s)%s | %s | %s | %s | %s |\n", doc.ID, doc.ID, star, cell(doc.Title), doc.Severity,
			cell(strings.Join(Needs(doc), ", ")), entry.Fix)
	}
	for _, entry := range ordered {
		markdownEntry(&out, entry)
	}
	_, err := w.Write(out.Bytes())
	return err
}

// categoryLinks leads to the table of each category, with the number of its checks.
func categoryLinks(ordered []Entry) []string {
	counts := map[checks.Category]int{}
	for _, entry := range ordered {
		counts[entry.Doc.Category]++
	}
	var links []string
	for _, category := range checks.Categories {
		if n := counts[category]; n > 0 {
			links = append(links, fmt.Sprintf("[%s](#%s) %d", category, category, n))
		}
	}
	return links
}

// byCategory sorts the catalogue as it is read.
func byCategory(list []Entry) []Entry {
	ordered := slices.Clone(list)
	slices.SortStableFunc(ordered, func(a, b Entry) int {
		return cmp.Or(
			cmp.Compare(slices.Index(checks.Categories, a.Doc.Category), slices.Index(checks.Categories, b.Doc.Category)),
			strings.Compare(a.Doc.ID, b.Doc.ID))
	})
	return ordered
}

// presetsOf names the presets that a check belongs to.
func presetsOf(entry Entry) []checks.Preset {
	if entry.Check == nil { // one of a test
		return []checks.Preset{}
	}
	return slices.DeleteFunc(slices.Clone(checks.Presets), func(p checks.Preset) bool { return !p.Holds(entry.Check) })
}

func markdownEntry(out *bytes.Buffer, entry Entry) {
	doc := entry.Doc
	fmt.Fprintf(out, "\n## %s\n\n**%s** (%s, %s; examines %s)\n", doc.ID, prose(doc.Title), doc.Category, doc.Severity, prose(doc.Examines))
	for paragraph := range strings.SplitSeq(doc.Why, "\n\n") {
		fmt.Fprintf(out, "\n%s\n", labelled(prose(strings.TrimSpace(paragraph))))
	}
	if len(doc.Thresholds) > 0 {
		out.WriteString("\n| threshold | default | |\n|---|---|---|\n")
		for _, t := range doc.Thresholds {
			fmt.Fprintf(out, "| `%s.%s` | %s %s | %s |\n", doc.ID, t.Name, Number(t.Default), cell(t.Unit), cell(t.Why))
		}
	}
	var facts []string
	if doc.OptIn {
		facts = append(facts, "Runs only when named or with `--preset all`.")
	}
	if needs := Needs(doc); len(needs) > 0 {
		facts = append(facts, "Needs "+prose(strings.Join(needs, ", "))+".")
	}
	if entry.Fix != "" {
		facts = append(facts, "Fix: "+entry.Fix+".")
	}
	if len(doc.Aliases) > 0 {
		facts = append(facts, "Earlier name: "+strings.Join(doc.Aliases, ", ")+".")
	}
	var links []string
	for _, file := range entry.Queries {
		links = append(links, fmt.Sprintf("[%s](../queries/%s)", file, file))
	}
	if len(links) > 0 {
		facts = append(facts, "SQL: "+strings.Join(links, ", ")+".")
	}
	if len(facts) > 0 {
		fmt.Fprintf(out, "\n%s\n", strings.Join(facts, " "))
	}
}

// labels are the words before a colon that say what a paragraph is for.
var labels = []string{"Confirm", "Diagnosis", "Cure", "Prevention", "What it does not do"}

// Label is the word of a paragraph, with its colon, that says what it is for, ""
// where it has none.
func Label(paragraph string) string {
	for _, label := range labels {
		if strings.HasPrefix(paragraph, label+": ") {
			return label + ":"
		}
	}
	return ""
}

// labelled makes the label of a paragraph stand out.
func labelled(paragraph string) string {
	if label := Label(paragraph); label != "" {
		return "**" + label + "**" + paragraph[len(label):]
	}
	return paragraph
}

// prose keeps our own words from being read as Markdown: SQL in them has
// stars, underscores and angle brackets.
func prose(text string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "<", "&lt;", "[", `\[`).Replace(text)
}

// cell is prose within a table.
func cell(text string) string {
	return strings.ReplaceAll(prose(strings.Join(strings.Fields(text), " ")), "|", `\|`)
}

// Needs says in words what must be there for a check to run.
func Needs(doc checks.Doc) []string {
	var words []string
	if doc.Since > 0 {
		words = append(words, fmt.Sprintf("PostgreSQL %d", doc.Since))
	}
	for _, need := range doc.Needs {
		if need.Extension != "" {
			words = append(words, strings.TrimSpace(need.Extension+" "+need.Version))
		}
		if need.Role != "" {
			words = append(words, need.Role)
		}
		if need.Setting != "" {
			words = append(words, need.Setting+" on")
		}
		if need.Primary {
			words = append(words, "the primary")
		}
		if need.Statistics > 0 {
			hours := need.Statistics.Hours()
			if hours >= 48 {
				words = append(words, fmt.Sprintf("statistics of %s days", Number(hours/24)))
			} else {
				words = append(words, fmt.Sprintf("statistics of %s h", Number(hours)))
			}
		}
	}
	return words
}

// Number writes a threshold: 10000, 0.5.
func Number(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
