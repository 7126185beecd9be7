package web

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"net/url"
	"strings"
	"time"

	humanize "github.com/dustin/go-humanize"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

//go:embed templates
var templateFiles embed.FS

// pages has a template for each page, in the layout of all.
type pages map[string]*template.Template

func newPages(s *server) pages {
	layout := template.Must(report.Parts().Funcs(template.FuncMap{
		"link": link,
		"when": when,
		"ago":  func(t time.Time) string { return ago(s.now().Sub(t)) },
		"took": func(ms int64) string { return report.Duration(time.Duration(ms) * time.Millisecond) },
		"many": report.Count,
	}).ParseFS(templateFiles, "templates/layout.html", "templates/shared.html"))
	p := pages{}
	for _, name := range []string{"error", "finding", "findings", "login", "overview", "target", "trends"} {
		p[name] = template.Must(template.Must(layout.Clone()).ParseFS(templateFiles, "templates/"+name+".html"))
	}
	return p
}

// view is what the layout needs, and the page's own data.
type view struct {
	Title, Here, Version string
	Now                  time.Time
	Open                 bool // the menu means something: who asks may see the pages
	Data                 any
}

// draw writes a page whole, or an error.
func (s *server) draw(w http.ResponseWriter, r *http.Request, status int, page, title string, data any) {
	var text bytes.Buffer
	err := s.pages[page].ExecuteTemplate(&text, "layout", view{
		Title: title, Here: r.URL.Path, Version: s.Version, Now: s.now(), Open: page != "login", Data: data,
	})
	if err != nil {
		panic(err) // a template that does not fit its data is a mistake of ours
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(text.Bytes()) //nolint:errcheck // whoever asked may be gone
}

// forPrograms says whether a request wants no page.
func forPrograms(r *http.Request) bool {
	return strings.HasPrefix(r.URL.Path, "/api/") || r.URL.Path == "/metrics"
}

// refuse says why there is no answer, in the form of the answer.
func (s *server) refuse(w http.ResponseWriter, r *http.Request, status int, text string) {
	switch {
	case strings.HasPrefix(r.URL.Path, "/api/"):
		writeJSON(w, status, map[string]string{"error": text})
	case forPrograms(r):
		http.Error(w, report.Safe(text), status)
	default:
		s.draw(w, r, status, "error", http.StatusText(status), text)
	}
}

// link is a path with a query of names and values in turn.
func link(path string, pairs ...string) string {
	values := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		values.Set(pairs[i], pairs[i+1])
	}
	return path + "?" + values.Encode()
}

func when(t time.Time) string { return t.UTC().Format("2006-01-02 15:04 UTC") }

// ago is an age in the one unit that tells enough.
func ago(age time.Duration) string {
	switch {
	case age < 0:
		return "in the future"
	case age < time.Minute:
		return "just now"
	case age < 2*time.Hour:
		return humanize.Comma(int64(age/time.Minute)) + " min ago"
	case age < 48*time.Hour:
		return humanize.Comma(int64(age/time.Hour)) + " h ago"
	}
	return humanize.Comma(int64(age/(24*time.Hour))) + " days ago"
}
