package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	htmlparser "golang.org/x/net/html"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// noon is when the tests take place.
var noon = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)

// hostileNames are as bad as PostgreSQL allows them.
var hostileNames = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, "\x1b[2J\x1b[31mred", "two\nlines\tand a tab",
	`say "hi", it's \ {{.}} ${x}`, strings.Repeat("n", 63), "\u202egpj.exe\u2066", "javascript:alert(1)", "a&b=c#d?e%41;f", "注文", " ends ",
}

func finding(check string, severity checks.Severity, object string) report.Finding {
	evidence, err := json.Marshal(map[string]any{"name": object, "rows": 12, "bytes": 2048, "statements": []string{object, strings.Repeat("x", 80)}})
	if err != nil {
		panic(err)
	}
	return report.Finding{
		Key: check + ":" + object, Severity: severity, Object: object, Message: "message of " + object, Evidence: evidence,
		Fix: &report.Fix{Kind: "create-index", Risk: "online", Reversible: true, SQL: `CREATE INDEX ON t ("` + object + `");`},
	}
}

// document is a run of a database: findings of fk-without-index, and a check each
// that is clean, skipped, failed and partly unknown.
func document(database string, at time.Time, findings ...report.Finding) report.Document {
	status := checks.Findings
	if len(findings) == 0 {
		status = checks.OK
	}
	doc := report.Document{
		Format: report.Format, Tool: report.Tool{Name: "pgdoctor", Version: "1.2.3"}, StartedAt: at, DurationMS: 812,
		Target: report.Target{Host: "db", Port: 5432, Database: database, User: "app", ServerVersion: "15.18", ServerVersionNum: 150018},
		Checks: []report.Check{
			{ID: "fk-without-index", Category: checks.Indexes, Severity: checks.Warning, Status: status, Examined: 12, Findings: findings},
			{ID: "index-unused", Category: checks.Indexes, Severity: checks.Info, Status: checks.Skipped, Reason: "statistics are only 3 min old", Findings: []report.Finding{}},
			{ID: "table-bloat", Category: checks.Tables, Severity: checks.Warning, Status: checks.Failed, Reason: "ran longer than 30s", Findings: []report.Finding{}},
			{ID: "xid-wraparound", Category: checks.Vacuum, Severity: checks.Critical, Status: checks.OK, Examined: 1203, Findings: []report.Finding{}},
		},
		Overview: []checks.Chart{{ID: "tables", Title: "largest tables", Unit: "bytes", Bars: []checks.Bar{{Name: hostileNames[0], Value: 4096}}}},
	}
	var text strings.Builder
	if err := report.WriteJSON(&text, doc); err != nil {
		panic(err)
	}
	read, err := report.Read(strings.NewReader(text.String())) // counts it
	if err != nil {
		panic(err)
	}
	return read
}

// hospital has a target with every hostile name, one that is clean, one that is not
// reached any more, one that never was, and one whose run is old.
func hospital() *Memory {
	m := &Memory{}
	var sick []report.Finding
	for i, name := range hostileNames {
		sick = append(sick, finding("fk-without-index", []checks.Severity{checks.Critical, checks.Warning, checks.Info}[i%3], "public."+name))
	}
	gone := finding("fk-without-index", checks.Warning, "public.gone")
	m.Add("sick", document("sick", noon.Add(-50*time.Hour), append(sick[:3:3], gone)...))
	m.Add("sick", document("sick", noon.Add(-26*time.Hour), sick[:5]...))
	m.Add("sick", document("sick", noon.Add(-2*time.Hour), sick...))
	m.Add(hostileNames[0], document("clean", noon.Add(-time.Minute)))
	m.Add("lost", document("lost", noon.Add(-25*time.Hour), finding("fk-without-index", checks.Warning, "public.lost")))
	m.Fail("lost", noon.Add(-time.Hour), "connection refused <b>\x1b[2J")
	m.Fail("never", noon.Add(-time.Hour), "no such host")
	m.Add("old", document("old", noon.AddDate(0, 0, -20)))
	return m
}

const token = "correct horse battery staple"

// site is the pages over a history, at noon.
func site(t *testing.T, history History, change func(*Options)) http.Handler {
	t.Helper()
	options := Options{
		History: history, Stale: 36 * time.Hour, Version: "1.2.3", Words: func(err error) string { return report.Safe(err.Error()) },
		Broken: func(path string, value any, stack []byte) { t.Errorf("%s panicked: %v\n%s", path, value, stack) },
	}
	if change != nil {
		change(&options)
	}
	s := newServer(options)
	s.now = func() time.Time { return noon }
	return s.handler()
}

// ask makes a request as a browser on this machine does.
func ask(handler http.Handler, method, path string, change func(*http.Request)) *http.Response {
	r := httptest.NewRequest(method, "http://127.0.0.1:8080"+path, nil)
	if change != nil {
		change(r)
	}
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	return w.Result()
}

func text(t *testing.T, response *http.Response) string {
	t.Helper()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// get wants a page with a status.
func get(t *testing.T, handler http.Handler, path string, status int) string {
	t.Helper()
	response := ask(handler, "GET", path, nil)
	body := text(t, response)
	if response.StatusCode != status {
		t.Errorf("%s: status %d, want %d: %s", path, response.StatusCode, status, body)
	}
	return body
}

func parsed(t *testing.T, page string) *htmlparser.Node {
	t.Helper()
	root, err := htmlparser.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// content is the text of a node, white space made one.
func content(node *htmlparser.Node) string {
	var out strings.Builder
	for inner := range node.Descendants() {
		if inner.Type == htmlparser.TextNode {
			out.WriteString(inner.Data)
		}
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

func attribute(node *htmlparser.Node, name string) string {
	for _, one := range node.Attr {
		if one.Key == name {
			return one.Val
		}
	}
	return ""
}

func query(pairs ...string) string {
	values := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		values.Set(pairs[i], pairs[i+1])
	}
	return "?" + values.Encode()
}

// broken is a history that cannot be read.
type broken struct{ err error }

func (b broken) Latest(context.Context) ([]report.Run, error) { return nil, b.err }
func (b broken) Runs(context.Context, string, time.Time) ([]report.Run, error) {
	return nil, b.err
}
func (b broken) Document(context.Context, int64) (report.Document, error) {
	return report.Document{}, b.err
}
func (b broken) Seen(context.Context, string, string) ([]report.Run, error) { return nil, b.err }

var errUnreachable = errors.New("connection to db:5432 refused")

func many(n int) []report.Finding {
	var list []report.Finding
	for i := range n {
		list = append(list, finding("fk-without-index", checks.Warning, fmt.Sprintf("public.t%04d", i)))
	}
	return list
}
