package web

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	htmlparser "golang.org/x/net/html"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// listed are the objects on a page of findings.
func listed(t *testing.T, page string) []string {
	t.Helper()
	var objects []string
	for node := range parsed(t, page).Descendants() {
		if node.Type == htmlparser.ElementNode && node.Data == "code" && attribute(node, "class") == "object" {
			objects = append(objects, content(node))
		}
	}
	return objects
}

// ward is two databases with findings of two checks and categories.
func ward() *Memory {
	m := &Memory{}
	shop := document("shop", noon.Add(-time.Hour), finding("fk-without-index", checks.Warning, "public.b"), finding("fk-without-index", checks.Critical, "public.A"))
	shop.Checks[3].Status, shop.Checks[3].Findings = checks.Findings, []report.Finding{finding("xid-wraparound", checks.Info, "shop")}
	m.Add("shop", shop)
	m.Add("wiki", document("wiki", noon.Add(-time.Hour), finding("fk-without-index", checks.Warning, "public.c")))
	return m
}

func TestFilters(t *testing.T) {
	t.Parallel()
	handler := site(t, ward(), nil)
	for query, want := range map[string]string{
		"":                                       "public.A public.b public.c shop",
		"?target=shop":                           "public.A public.b shop",
		"?severity=warning":                      "public.b public.c",
		"?severity=critical&target=wiki":         "",
		"?category=vacuum":                       "shop",
		"?category=locks":                        "",
		"?check=xid-wraparound":                  "shop",
		"?check=never-heard-of":                  "",
		"?q=PUBLIC.a":                            "public.A",
		"?q=message+of+shop":                     "shop",
		"?q=%20public.B%20":                      "public.b",
		"?sort=object":                           "public.A public.b public.c shop",
		"?sort=check&target=shop":                "public.A public.b shop",
		"?sort=target&severity=&category=&q=":    "public.A public.b shop public.c",
		"?target=&severity=&check=&page=1&q=%20": "public.A public.b public.c shop",
	} {
		if got := strings.Join(listed(t, get(t, handler, "/findings"+query, http.StatusOK)), " "); got != want {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
	for query, status := range map[string]int{
		"?severity=bad": 400, "?severity=Critical": 400, "?category=bad": 400, "?sort=bad": 400, "?page=0": 400, "?page=-1": 400, "?page=x": 400,
		"?page=2": 404, "?target=nobody": 404, "?severty=critical": 400, "?severity=info&severity=critical": 400, "?q=" + strings.Repeat("x", 1001): 400,
		"?q=%ff": 200, "?page=99999999999999999999": 400,
	} {
		body := get(t, handler, "/findings"+query, status)
		if status == 400 && !strings.Contains(body, "This page cannot be shown") {
			t.Errorf("%s: %s", query, body)
		}
	}
}

// What was chosen stays chosen in the form.
func TestFormRemembers(t *testing.T) {
	t.Parallel()
	page := parsed(t, get(t, site(t, ward(), nil), "/findings?target=wiki&severity=warning&category=indexes&check=gone-check&q=%22%3E%3Cb%3E&sort=object", http.StatusOK))
	var chosen []string
	for node := range page.Descendants() {
		if node.Data == "option" && slices.ContainsFunc(node.Attr, func(a htmlparser.Attribute) bool { return a.Key == "selected" }) {
			chosen = append(chosen, content(node))
		}
		if node.Data == "input" {
			chosen = append(chosen, attribute(node, "value"))
		}
	}
	if want := []string{"wiki", "warning", "indexes", "gone-check", `"><b>`, "object"}; !slices.Equal(chosen, want) {
		t.Errorf("%q, want %q", chosen, want)
	}
}

func TestPaging(t *testing.T) {
	t.Parallel()
	m := &Memory{}
	m.Add("shop", document("shop", noon, many(450)...))
	handler := site(t, m, nil)
	seen, path := []string{}, "/findings?severity=warning"
	for range 5 {
		page := get(t, handler, path, http.StatusOK)
		seen = append(seen, listed(t, page)...)
		path = ""
		for node := range parsed(t, page).Descendants() {
			if attribute(node, "rel") == "next" {
				path = attribute(node, "href")
			}
		}
		if path == "" {
			break
		}
	}
	if len(seen) != 450 || len(slices.Compact(slices.Sorted(slices.Values(seen)))) != 450 {
		t.Errorf("%d findings on all pages", len(seen))
	}
	if last := get(t, handler, "/findings?page=3", http.StatusOK); len(listed(t, last)) != 50 || !strings.Contains(last, "page 3 of 3") {
		t.Error("the last page has not 50")
	}
	get(t, handler, "/findings?page=4", http.StatusNotFound)
}

// Findings of a target that is not reached any more are those of before, and it is said.
func TestFindingsOfBefore(t *testing.T) {
	t.Parallel()
	said := content(parsed(t, get(t, site(t, hospital(), nil), "/findings?target=lost", http.StatusOK)))
	for _, want := range []string{"public.lost", "lost was not reached 60 min ago", "What is shown of it is from 2026-11-25 11:00 UTC", "3 not examined"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said: %s", want, said)
		}
	}
}

func TestFacts(t *testing.T) {
	t.Parallel()
	for evidence, want := range map[string][]fact{
		`{"b":1,"a":"x"}`:                          {{Name: "b", Value: "1"}, {Name: "a", Value: "x"}},
		`{"bytes":1048576}`:                        {{Name: "bytes", Value: "1048576", Note: "1.0 MiB"}},
		`{"n":9007199254740993}`:                   {{Name: "n", Value: "9007199254740993"}},
		`{"f":48.25146874193246}`:                  {{Name: "f", Value: "48.251"}},
		`{"f":0.00041234,"g":11351.51666,"h":1.0}`: {{Name: "f", Value: "0.000412"}, {Name: "g", Value: "11351.517"}, {Name: "h", Value: "1"}},
		`{"s":"1.23456789"}`:                       {{Name: "s", Value: "1.23456789"}},
		`{"n":null,"t":true,"e":""}`:               {{Name: "n", Value: "null"}, {Name: "t", Value: "true"}, {Name: "e"}},
		"{\"q\":\"a\\nb\\u001b[2J\"}":              {{Name: "q", Value: "a\nb\\x1b[2J", Block: true}},
		"{\"\\u202ek\":[1, 2]}":                    {{Name: `\u202ek`, Value: "[1, 2]"}},
		`[1,2]`:                                    {{Value: "[1,2]"}},
		`"text"`:                                   {{Value: "text"}},
		`null`:                                     nil,
		``:                                         nil,
		`{"a":`:                                    nil,
		`{"o":{"a":"` + strings.Repeat("x", 60) + `"}}`: {{Name: "o", Value: "{\n  \"a\": \"" + strings.Repeat("x", 60) + "\"\n}", Block: true}},
	} {
		if got := facts(json.RawMessage(evidence)); !slices.Equal(got, want) {
			t.Errorf("%s: %+v, want %+v", evidence, got, want)
		}
	}
}
