package report

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	htmlparser "golang.org/x/net/html"

	"github.com/pgdoctor/pgdoctor/checks"
)

func TestMarkdownGolden(t *testing.T) {
	golden(t, "hostile.md", draw(t, "markdown", compared(), Style{}))
	golden(t, "ordinary.md", draw(t, "markdown", New(ordinary(), "1.2.3", indexFix), Style{MinSeverity: checks.Warning}))
}

// rendered is Markdown as a browser gets it, with the same extensions as on GitHub.
func rendered(t *testing.T, text []byte) *htmlparser.Node {
	t.Helper()
	var out bytes.Buffer
	engine := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := engine.Convert(text, &out); err != nil {
		t.Fatal(err)
	}
	page, err := htmlparser.Parse(&out)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// elements counts the elements of a page by name.
func elements(page *htmlparser.Node) map[string]int {
	count := map[string]int{}
	for node := range page.Descendants() {
		if node.Type == htmlparser.ElementNode {
			count[node.Data]++
		}
	}
	return count
}

// content is the text below a node.
func content(node *htmlparser.Node) string {
	var out strings.Builder
	for inner := range node.Descendants() {
		if inner.Type == htmlparser.TextNode {
			out.WriteString(inner.Data)
		}
	}
	return out.String()
}

// cells are the texts of a table's cells.
func cells(page *htmlparser.Node) map[string]bool {
	texts := map[string]bool{}
	for node := range page.Descendants() {
		if node.Type == htmlparser.ElementNode && node.Data == "td" {
			texts[content(node)] = true
		}
	}
	return texts
}

// Every name and message stands in a cell of its own, as it is, and nothing that
// they hold is taken for mark-up.
func TestMarkdownIsSafe(t *testing.T) {
	doc := compared()
	page := rendered(t, draw(t, "markdown", doc, Style{}))
	texts := cells(page)
	for _, check := range doc.Checks {
		for _, finding := range check.Findings {
			for _, text := range []string{finding.Object, finding.Message} {
				if !texts[Safe(text)] {
					t.Errorf("no cell holds %s", Safe(text))
				}
			}
		}
	}
	for _, want := range []string{Safe(hostileReason) + ", until 2027-01-31", Safe(hostileReason), "2 of no-primary-key", Safe(gone), Safe(unsure), "known, usually info"} {
		if !texts[want] {
			t.Errorf("no cell holds %s", want)
		}
	}
	count := elements(page)
	for _, name := range []string{"a", "script", "img", "failure", "em", "strong", "del", "input"} {
		if count[name] > 0 {
			t.Errorf("%d elements <%s> came out of names", count[name], name)
		}
	}
	// with what is to be said of them; rules; and of the baseline one that is gone and one that is not known
	findings, list, rules := 15, 4, 4
	if want := 3*findings + 4*list + 3*rules + 1 + 2; count["td"] != want {
		t.Errorf("%d cells, want %d", count["td"], want)
	}
	mention := regexp.MustCompile(`@\w|#\d|://|www\.`)
	for node := range page.Descendants() {
		if node.Type == htmlparser.TextNode && node.Parent.Data != "code" && mention.MatchString(node.Data) {
			t.Errorf("outside of code stands %q, of which GitHub makes a link", node.Data)
		}
	}
}

func TestCode(t *testing.T) {
	for _, text := range []string{
		"a", "a|b", `a\|b`, `a\\||b\`, "`", "``", "a`b``c", " a", "a ", "`|`", "<b>&amp;", `\`, "*a* _b_ [c](d) ![e](f) ~~g~~ $h$ :tada: @i #1",
	} {
		page := rendered(t, []byte("| x |\n|---|\n| "+code(text)+" |\n"))
		if texts := cells(page); len(texts) != 1 || !texts[text] {
			t.Errorf("%q becomes %q, which is read as %v", text, code(text), texts)
		}
	}
}

func TestInline(t *testing.T) {
	for text, want := range map[string]string{
		"no index starts with (user_id): deleting from public.users reads all": "no index starts with (user_id): deleting from public.users reads all",
		"12 % of 3 GiB": "12 % of 3 GiB",
		"全角の名前":         "全角の名前",
		"":              "",
		"_a_":           "`_a_`",
		"a@b":           "`a@b`",
		"http://a":      "`http://a`",
		"www.a":         "`www.a`",
		":tada:":        "`:tada:`",
		"GH-12":         "`GH-12`",
		"#12":           "`#12`",
		"a *b*":         "`a *b*`",
		"<b>":           "`<b>`",
		"a\nb":          "`a\\nb`",
		"\u202ea":       "`\\u202ea`",
		"two  spaces":   "`two  spaces`",
	} {
		if got := inline(text); got != want {
			t.Errorf("%q becomes %s, want %s", text, got, want)
		}
	}
}

// A comment must not be too long, whatever there is to say, and says what is missing.
func TestMarkdownLimit(t *testing.T) {
	wide := strings.Repeat("🦆", 60)
	var run checks.Report
	for i := range 40 {
		result := checks.Result{Doc: checks.Doc{ID: fmt.Sprintf("illness-%02d", i)}, Status: checks.Findings}
		for j := range 60 {
			object := fmt.Sprintf("public.%s_%02d", wide, j)
			result.Findings = append(result.Findings, checks.Finding{Key: result.Doc.ID + ":" + object, Severity: checks.Warning, Object: object, Message: "ill"})
			result.Unknown = append(result.Unknown, checks.Unknown{Object: object, Reason: "ran longer than 30s"})
		}
		run.Results = append(run.Results, result)
	}
	text := draw(t, "markdown", New(run, "1.2.3", nil), Style{})
	if len(text) > 65_536 || len(text) < 55_000 {
		t.Errorf("%d bytes, want nearly 65,536 and no more", len(text))
	}
	page := rendered(t, text)
	count := elements(page)
	objects := (count["td"] - 4*strings.Count(string(text), "| unknown |")) / 2
	if want := fmt.Sprintf("**%s findings are left out here**", "2,"+fmt.Sprint(400-objects)); objects > 400 || !strings.Contains(string(text), want) {
		t.Errorf("%d findings are drawn and it does not say: %s", objects, want)
	}
	if opened, closed := bytes.Count(text, []byte("<details")), bytes.Count(text, []byte("</details>")); opened != closed {
		t.Errorf("%d <details>, %d </details>", opened, closed)
	}
	if !strings.Contains(string(text), "… and 10 more: `pgdoctor check illness-00`") || !strings.Contains(string(text), "illness-01") {
		t.Error("one check takes the room of the others")
	}
	single := draw(t, "markdown", New(checks.Report{Results: run.Results[:1]}, "1.2.3", nil), Style{})
	if strings.Contains(string(single), "left out here") {
		t.Error("findings of the only check are left out though there is room")
	}
}

// Rules and baselines take no more room than what they are told of leaves.
func TestMarkdownLimitOfRules(t *testing.T) {
	doc := hostileDocument()
	long := strings.Repeat("<|", 400)
	doc.Configuration.File, doc.Configuration.Disabled = long+".yaml", []string{long}
	baseline := Baseline{}
	for i := range 300 {
		rule := Rule{Key: fmt.Sprint(i, long), Reason: long, From: fmt.Sprint(i)}
		doc.Configuration.Expired, doc.Configuration.Unmatched = append(doc.Configuration.Expired, rule), append(doc.Configuration.Unmatched, rule)
		doc.Checks[0].Ignored = append(doc.Checks[0].Ignored, Ignored{Key: rule.Key, Severity: checks.Warning, Reason: long, From: rule.From})
		baseline.Findings = append(baseline.Findings, fmt.Sprint("xid-wraparound:", i, long), fmt.Sprint("table-bloat:", i, long))
	}
	baseline.Compare(&doc, long+".json")
	doc.Summary = summarize(doc.Checks)
	text := draw(t, "markdown", doc, Style{})
	if len(text) > 65_536 {
		t.Errorf("%d bytes, want no more than 65,536", len(text))
	}
	if opened, closed := bytes.Count(text, []byte("<details")), bytes.Count(text, []byte("\n</details>\n")); opened != closed {
		t.Errorf("%d <details>, %d </details>", opened, closed)
	}
	for _, want := range []string{"<b>ignored</b> (303)", "<b>expired</b>, and ignores nothing any more (301)", "(300)", "public.listings.user_id"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("it does not say %s", want)
		}
	}
}
