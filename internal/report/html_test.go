package report

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	htmlparser "golang.org/x/net/html"

	"github.com/pgdoctor/pgdoctor/checks"
)

func TestHTMLGolden(t *testing.T) {
	golden(t, "hostile.html", draw(t, "html", compared(), Style{}))
}

func parsed(t *testing.T, text []byte) *htmlparser.Node {
	t.Helper()
	page, err := htmlparser.Parse(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// All that names can do is to be read: the page has the elements and attributes
// of its template and no others, and nothing of it leads anywhere.
func TestHTMLIsSafe(t *testing.T) {
	doc := compared()
	doc.Target.Database = `</title><script>alert(1)</script>{{.}}`
	doc.Target.Note = `<img src=x onerror=alert(1)>`
	doc.Overview[0].Title, doc.Overview[1].Unit, doc.Overview[0].Part = `"><script>`, `"><script>`, `"><script>`
	doc.Checks[0].ID = `"><svg onload=alert(1)>`
	page := parsed(t, draw(t, "html", doc, Style{}))
	known := strings.Fields("html head meta title style body header h1 p ul li b main section h2 h3 code span details summary pre footer div figure figcaption svg rect")
	attributes := map[string]bool{}
	for node := range page.Descendants() {
		if node.Type == htmlparser.CommentNode {
			t.Errorf("a comment: %q", node.Data)
		}
		if node.Type != htmlparser.ElementNode {
			continue
		}
		if !slices.Contains(known, node.Data) {
			t.Errorf("element <%s> came out of a name", node.Data)
		}
		for _, attribute := range node.Attr {
			attributes[attribute.Key] = true
		}
	}
	if got := slices.Sorted(maps.Keys(attributes)); !slices.Equal(got, strings.Fields("aria-label charset class content height http-equiv lang name preserveAspectRatio role viewBox width")) {
		t.Errorf("attributes %q", got)
	}
	for _, r := range content(page) {
		if r != '\n' && invisible(r) {
			t.Errorf("character %U is on the page", r)
		}
	}
}

func TestHTMLHoldsEverything(t *testing.T) {
	doc := compared()
	texts := map[string]int{}
	var order []string
	for node := range parsed(t, draw(t, "html", doc, Style{})).Descendants() {
		if node.Type != htmlparser.ElementNode {
			continue
		}
		switch node.Data {
		case "code", "p", "pre":
			texts[content(node)]++
		case "h2":
			order = append(order, content(node))
		}
	}
	for _, check := range doc.Checks {
		for _, finding := range check.Findings {
			want := []string{Safe(finding.Object), Safe(finding.Message)}
			if finding.Fix != nil {
				want = append(want, fixCommand(finding))
				if text := copyable(finding); text != "" {
					want = append(want, text)
				}
			}
			for _, text := range want {
				if texts[text] == 0 {
					t.Errorf("%s is not on the page", text)
				}
			}
		}
		for _, ignored := range check.Ignored {
			if texts[Safe(ignored.Key)] == 0 || texts[Safe(ignored.Message)] == 0 || texts[Safe(ignored.From+": "+ignored.Why())] == 0 {
				t.Errorf("that %q is ignored is not on the page", ignored.Key)
			}
		}
		for _, unknown := range check.Unknown {
			if texts[Safe(unknown.Object)] == 0 || texts[Safe(unknown.Reason)] == 0 {
				t.Errorf("that %q was not examined is not on the page", unknown.Object)
			}
		}
	}
	for _, chart := range doc.Overview {
		for _, bar := range chart.Bars {
			if texts[Safe(bar.Name)] == 0 {
				t.Errorf("the bar of %q is not on the page", bar.Name)
			}
		}
		if chart.Reason != "" && texts[chart.Reason] == 0 {
			t.Errorf("why there is no chart %s is not on the page", chart.ID)
		}
	}
	if want := []string{"critical (1)", "warning (5)", "info (9)", "overview", "not examined (4)", "ignored (3)",
		"expired, and ignores nothing any more (1)", "matches nothing, and may be stale (1)",
		"gone, of " + doc.Baseline.File + " (1)", "not examined, of " + doc.Baseline.File + " (1)", "clean (1)"}; !slices.Equal(order, want) {
		t.Errorf("sections %q, want %q", order, want)
	}
	if text := string(draw(t, "html", doc, Style{MinSeverity: checks.Critical})); strings.Contains(text, "orders_user_id_fkey") || !strings.Contains(text, "14 milder than critical hidden") {
		t.Error("milder findings are drawn, or it is not said that they are hidden")
	}
}

// What is copied is what is seen, or it is not offered.
func TestCopyable(t *testing.T) {
	for _, c := range []struct{ key, sql, copied, command string }{
		{"a:public.t", "DROP INDEX \"a\";\nANALYZE;\n", "DROP INDEX \"a\";\nANALYZE;\n", "pgdoctor fix 'a:public.t'"},
		{"a:public.\u202et", "DROP INDEX \"\u202et\";", "", "pgdoctor fix --only 'a'"},
		{"a:public.\x1b[2J", "DROP INDEX \"\x1b[2J\";", "", "pgdoctor fix --only 'a'"},
		{"a:public.\xff", "DROP INDEX \"\xff\";", "", "pgdoctor fix --only 'a'"},
		{"a:two\nlines", "DROP INDEX \"two\nlines\";", "DROP INDEX \"two\nlines\";", "pgdoctor fix --only 'a'"},
		{"a:it's; rm -rf $HOME `id`", "", "", `pgdoctor fix 'a:it'\''s; rm -rf $HOME ` + "`id`'"},
	} {
		finding := Finding{Key: c.key, Fix: &Fix{SQL: c.sql}}
		if got := copyable(finding); got != c.copied {
			t.Errorf("%q: SQL %q, want %q", c.key, got, c.copied)
		}
		if got := fixCommand(finding); got != c.command {
			t.Errorf("%q: command %s, want %s", c.key, got, c.command)
		}
	}
}
