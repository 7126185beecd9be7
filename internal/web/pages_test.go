package web

import (
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	htmlparser "golang.org/x/net/html"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// crawl follows every link from the first page on, and returns the pages by address.
func crawl(t *testing.T, handler http.Handler) map[string]string {
	t.Helper()
	pages := map[string]string{}
	waiting := []string{"/"}
	for len(waiting) > 0 && len(pages) < 500 {
		path := waiting[0]
		waiting = waiting[1:]
		if _, seen := pages[path]; seen {
			continue
		}
		pages[path] = get(t, handler, path, http.StatusOK)
		if !strings.HasPrefix(pages[path], "<!doctype html>") {
			continue
		}
		for node := range parsed(t, pages[path]).Descendants() {
			href := attribute(node, "href")
			switch {
			case node.Type != htmlparser.ElementNode || href == "" || href == "#content":
			case strings.HasPrefix(href, "/") && !strings.HasPrefix(href, "//"):
				waiting = append(waiting, href)
			default:
				t.Errorf("%s links to %q", path, href)
			}
		}
	}
	return pages
}

// Every link leads to a page that is there, whatever the names; all that names can
// do is to be read.
func TestPagesAreSafe(t *testing.T) {
	t.Parallel()
	elements, attributes := map[string]bool{}, map[string]bool{}
	pages := crawl(t, site(t, hospital(), nil))
	for path, page := range pages {
		if !strings.HasPrefix(page, "<!doctype html>") {
			continue
		}
		for node := range parsed(t, page).Descendants() {
			switch node.Type {
			case htmlparser.CommentNode:
				t.Errorf("%s: a comment: %q", path, node.Data)
			case htmlparser.TextNode:
				for _, r := range node.Data {
					if r != '\n' && r != '\u200c' && r != '\u200d' && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
						t.Errorf("%s: character %U is on the page", path, r)
					}
				}
			case htmlparser.ElementNode:
				elements[node.Data] = true
				for _, one := range node.Attr {
					attributes[one.Key] = true
				}
			}
		}
	}
	for _, never := range []string{"script", "style", "iframe", "object", "embed", "base", "video"} {
		if elements[never] {
			t.Errorf("there is an element <%s>", never)
		}
	}
	known := strings.Fields(`action alt aria-current aria-hidden aria-label aria-labelledby charset class content d datetime height href id
		lang maxlength method name open preserveaspectratio preserveAspectRatio rel role scope selected src stroke-dasharray stroke-width tabindex type
		value vector-effect viewBox width x y colspan`)
	for name := range attributes {
		if !slices.Contains(known, name) {
			t.Errorf("there is an attribute %s", name)
		}
	}
	if len(pages) < len(hostileNames)+20 {
		t.Errorf("only %d pages: %q", len(pages), slices.Sorted(maps.Keys(pages)))
	}
}

// What a page is for is on it, as text, for each hostile name.
func TestFindingPage(t *testing.T) {
	t.Parallel()
	handler := site(t, hospital(), nil)
	for _, name := range hostileNames {
		key := "fk-without-index:public." + name
		page := parsed(t, get(t, handler, "/finding"+query("target", "sick", "key", key), http.StatusOK))
		said := content(page)
		for _, want := range []string{
			report.Safe("public." + name), report.Safe("message of public." + name), "rows12", "(2.0 KiB)",
			"foreign key without an index", "pgdoctor fix", "create-index: online, can be taken back", "Proof", "2026-11-26 10:00 UTC",
		} {
			if !strings.Contains(said, strings.Join(strings.Fields(want), " ")) {
				t.Errorf("%q: %q is not said: %s", name, want, said)
			}
		}
		sql := "CREATE INDEX ON t"
		if hidden := report.Safe(strings.ReplaceAll(name, "\n", "")) != strings.ReplaceAll(name, "\n", ""); strings.Contains(said, sql) == hidden {
			t.Errorf("%q: SQL to copy is there: %v", name, !hidden)
		}
	}
}

func TestFindingHistory(t *testing.T) {
	t.Parallel()
	handler := site(t, hospital(), nil)
	page := func(key string) string {
		return content(parsed(t, get(t, handler, "/finding"+query("target", "sick", "key", "fk-without-index:public."+key), http.StatusOK)))
	}
	for key, want := range map[string]string{
		hostileNames[0]: "First seen 2026-11-24 10:00 UTC, last seen 2026-11-26 10:00 UTC: in 3 of the 3 runs since then",
		hostileNames[4]: "First seen 2026-11-25 10:00 UTC, last seen 2026-11-26 10:00 UTC: in 2 of the 2 runs since then",
		hostileNames[5]: "First seen 2026-11-26 10:00 UTC: in 1 of the 1 run since then",
		"gone":          "This finding is gone: the latest run does not have it any more. What is shown is from 2026-11-24 10:00 UTC.",
	} {
		if said := page(key); !strings.Contains(said, want) {
			t.Errorf("%q: %q is not said: %s", key, want, said)
		}
	}
	for path, status := range map[string]int{
		"/finding": 400, "/finding" + query("target", "sick"): 400, "/finding" + query("key", "a"): 400,
		"/finding" + query("target", "sick", "key", "never:was"): 404, "/finding" + query("target", "nobody", "key", "a"): 404,
		"/targets": 400, "/targets" + query("name", "nobody"): 404, "/targets?name=a;b": 400, "/targets?name=%zz": 400,
		"/targets?name=a&name=b": 400, "/?x=1": 400, "/trends?days=0": 400, "/trends?days=4000": 400, "/trends?days=x": 400,
		"/trends" + query("target", "nobody"): 404,
	} {
		get(t, handler, path, status)
	}
}

// A finding of a check that could not run this time may be there all the same.
func TestFindingIsUnsure(t *testing.T) {
	t.Parallel()
	m := &Memory{}
	one := finding("fk-without-index", checks.Warning, "public.a")
	m.Add("shop", document("shop", noon.Add(-2*time.Hour), one))
	failed := document("shop", noon.Add(-time.Hour))
	failed.Checks[0].Status, failed.Checks[0].Reason = checks.Failed, "lock timeout"
	m.Add("shop", failed)
	said := content(parsed(t, get(t, site(t, m, nil), "/finding"+query("target", "shop", "key", one.Key), http.StatusOK)))
	if !strings.Contains(said, "nobody knows whether it is gone: lock timeout") || strings.Contains(said, "is gone:  the") {
		t.Error(said)
	}
}

func TestOverview(t *testing.T) {
	t.Parallel()
	page := parsed(t, get(t, site(t, hospital(), nil), "/", http.StatusOK))
	var cards []string
	for node := range page.Descendants() {
		if node.Data == "li" && node.Parent.Data == "ul" && attribute(node.Parent, "class") == "cards" {
			cards = append(cards, content(node))
		}
	}
	for i, want := range [][]string{
		{"lost not reached", "PostgreSQL 15.18", `connection refused <b>\x1b[2J`, "1 warning", "public.lost", "tried 60 min ago; figures of 2026-11-25 11:00 UTC"},
		{"never not reached", "no such host", "tried 60 min ago"},
		{"sick critical", "4 critical", "examined 2 h ago"},
		{"<script>alert(1)</script> incomplete", "1 skipped", "1 failed", "not everything was examined"},
		{"old incompleteold run", "examined 20 days ago"},
	} {
		if i >= len(cards) {
			t.Fatalf("only %d cards: %q", len(cards), cards)
		}
		for _, words := range want {
			if !strings.Contains(cards[i], words) {
				t.Errorf("card %d does not say %q: %s", i, words, cards[i])
			}
		}
	}
	if said := content(page); !strings.Contains(said, "5targets 2not reached 1old run 4critical 5warning 3info") {
		t.Error(said)
	}
	empty := content(parsed(t, get(t, site(t, &Memory{}, nil), "/", http.StatusOK)))
	if !strings.Contains(empty, "No run is known yet") {
		t.Error(empty)
	}
}

// Clean is only what was examined whole.
func TestCondition(t *testing.T) {
	t.Parallel()
	clean := document("shop", noon)
	clean.Checks = clean.Checks[:1]
	skipped := document("shop", noon)
	skipped.Checks = skipped.Checks[:2]
	for want, doc := range map[string]report.Document{
		"clean": clean, "nothing found": skipped, "incomplete": document("shop", noon),
		"critical": document("shop", noon, finding("fk-without-index", checks.Critical, "a")),
		"warning":  document("shop", noon, finding("fk-without-index", checks.Warning, "a")),
	} {
		doc.Summary = report.Summary{Critical: doc.Summary.Critical, Warning: doc.Summary.Warning}
		for _, check := range doc.Checks {
			switch check.Status {
			case checks.OK:
				doc.Summary.Checks.OK++
			case checks.Failed:
				doc.Summary.Checks.Failed++
			}
		}
		run := newEntry("shop", doc, nil).run
		if got := newCard(state{Run: run, Good: &run, Doc: &doc}).Condition(); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestTargetPage(t *testing.T) {
	t.Parallel()
	handler := site(t, hospital(), nil)
	said := content(parsed(t, get(t, handler, "/targets"+query("name", "sick"), http.StatusOK)))
	for _, want := range []string{
		"sick criticallatest run 2 h ago", "sick on db:5432, PostgreSQL 15.18, primary, as role app", "not examined (2)", "index-unused skipped statistics are only 3 min old",
		"table-bloat failed ran longer than 30s", "largest tables", "<script>alert(1)</script>4.0 KiB", "clean (1)", "xid-wraparound", "1,203",
		"checks that found something (1)",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said: %s", want, said)
		}
	}
	never := content(parsed(t, get(t, handler, "/targets"+query("name", "never"), http.StatusOK)))
	if !strings.Contains(never, "never was not reached 60 min ago: no such hostNo run that reached it is known.") {
		t.Error(never)
	}
}

func TestTrends(t *testing.T) {
	t.Parallel()
	handler := site(t, hospital(), nil)
	page := parsed(t, get(t, handler, "/trends?days=7&target=sick", http.StatusOK))
	var paths []string
	for node := range page.Descendants() {
		if node.Data == "path" && attribute(node, "vector-effect") != "" {
			paths = append(paths, attribute(node, "class")+" "+attribute(node, "d"))
		}
	}
	// 3 runs a day apart: info 1, 1, 3; warning 2, 2, 4; critical 1, 2, 4
	want := []string{
		"stroke info M0.0 120.0H333.3L333.3 120.0H666.7L666.7 40.0H1000.0",
		"stroke warning M0.0 80.0H333.3L333.3 80.0H666.7L666.7 0.0H1000.0",
		"stroke critical M0.0 120.0H333.3L333.3 80.0H666.7L666.7 0.0H1000.0",
	}
	if !slices.Equal(paths, want) {
		t.Errorf("paths %q, want %q", paths, want)
	}
	said := content(page)
	for _, row := range []string{"2026-11-26 10:00 UTC44311812 ms", "2026-11-24 10:00 UTC12111812 ms", "findings, 0 to 4"} {
		if !strings.Contains(said, row) {
			t.Errorf("%q is not said: %s", row, said)
		}
	}
	if said := content(parsed(t, get(t, handler, "/trends?days=1&target=old", http.StatusOK))); !strings.Contains(said, "No run in the last 1 day") {
		t.Error(said)
	}
}

// A run that did not reach its target is a gap, and no count of 0.
func TestTrendHasGaps(t *testing.T) {
	t.Parallel()
	at := func(hour int, critical int, reason string) report.Run {
		return report.Run{StartedAt: noon.Add(time.Duration(hour) * time.Hour), Summary: report.Summary{Critical: critical}, Error: reason}
	}
	drawn := newTrend("shop", []report.Run{at(0, 2, ""), at(1, 0, "refused"), at(2, 1, ""), at(3, 0, "")})
	if lost := newTrend("shop", []report.Run{at(0, 2, ""), at(1, 0, "refused")}); lost.Lines[2].Last != 2 {
		t.Errorf("%d critical at last, of a target that is not reached", lost.Lines[2].Last)
	}
	if got, want := drawn.Lines[2].Path, "M0.0 0.0H250.0M500.0 80.0H750.0L750.0 160.0H1000.0"; got != want {
		t.Errorf("path %s, want %s", got, want)
	}
	if len(drawn.Lost) != 1 || drawn.Lost[0] != (lostMark{"250.0", "250.0"}) {
		t.Errorf("lost %v", drawn.Lost)
	}
	if one := newTrend("shop", []report.Run{at(0, 2, "")}); one.Lines[2].Path != "M0.0 0.0H1000.0" {
		t.Errorf("one run: %s", one.Lines[2].Path)
	}
}

func TestHistoryCannotBeRead(t *testing.T) {
	t.Parallel()
	open := site(t, broken{errUnreachable}, nil)
	for _, path := range []string{"/", "/findings", "/finding?target=a&key=b", "/targets?name=a", "/trends", "/metrics", "/api/v1/runs", "/api/v1/runs/1", "/api/v1/findings", "/healthz"} {
		if body := get(t, open, path, http.StatusServiceUnavailable); !strings.Contains(body, "the runs cannot be read: connection to db:5432 refused") {
			t.Errorf("%s: %s", path, body)
		}
	}
	locked := site(t, broken{errUnreachable}, func(o *Options) { o.Token = token })
	if body := get(t, locked, "/healthz", http.StatusServiceUnavailable); strings.Contains(body, "db:5432") {
		t.Errorf("healthz tells strangers: %s", body)
	}
	response := ask(locked, "GET", "/healthz", func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+token) })
	if body := text(t, response); !strings.Contains(body, "db:5432 refused") {
		t.Errorf("healthz does not tell: %s", body)
	}
}
