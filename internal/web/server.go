package web

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

// Options are what the pages need to know.
type Options struct {
	History History
	// Token is demanded of everybody, but for /healthz. With "" only requests are
	// answered that name this machine as localhost or by a loopback address.
	Token   string
	TLS     bool // the browser's connection is encrypted by this program
	Proxied bool // believe X-Forwarded-Proto and X-Forwarded-For: a proxy sets them
	// Stale is the age from which a run is marked as old.
	Stale   time.Duration
	Version string
	// Words writes an error as one line without passwords.
	Words func(error) string
	// Broken is told of a panic while a path was answered.
	Broken func(path string, value any, stack []byte)
}

// server answers requests. It changes nothing but what it remembers.
type server struct {
	Options
	pages     pages
	session   session
	wrong     *wrongTokens
	documents *documents
	now       func() time.Time
}

// New makes the handler of all pages.
func New(options Options) http.Handler { return newServer(options).handler() }

func newServer(options Options) *server {
	s := &server{Options: options, session: newSession(options.Token), wrong: &wrongTokens{}, documents: &documents{}, now: time.Now}
	s.pages = newPages(s)
	return s
}

func (s *server) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/style.css", static("text/css; charset=utf-8", report.Stylesheet()+ownStyle))
	mux.HandleFunc("/favicon.svg", static("image/svg+xml", favicon))
	mux.HandleFunc("/healthz", s.health)
	mux.HandleFunc("/login", s.login)
	for path, page := range map[string]func(http.ResponseWriter, *http.Request) error{
		"/{$}":              s.overview,
		"/findings":         s.findings,
		"/finding":          s.finding,
		"/targets":          s.target,
		"/trends":           s.trends,
		"/metrics":          s.metrics,
		"/api/v1/runs":      s.apiRuns,
		"/api/v1/runs/{id}": s.apiRun,
		"/api/v1/findings":  s.apiFindings,
		"/":                 s.nothing,
	} {
		mux.Handle(path, s.behindToken(s.answered(page)))
	}
	crossOrigin := http.NewCrossOriginProtection()
	return s.unbroken(guarded(s.namedRight(crossOrigin.Handler(mux))))
}

// fault is an error that has a status of HTTP.
type fault struct {
	status int
	text   string
}

func (f *fault) Error() string { return f.text }

// asked is the fault of whoever asks.
func asked(status int, format string, args ...any) error {
	return &fault{status, fmt.Sprintf(format, args...)}
}

// answered draws the errors of a page. What is not a fault came from the history.
func (s *server) answered(page func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), patience)
		defer cancel()
		err := page(w, r.WithContext(ctx))
		var wrong *fault
		switch {
		case err == nil:
		case errors.As(err, &wrong):
			s.refuse(w, r, wrong.status, wrong.text)
		default:
			s.refuse(w, r, http.StatusServiceUnavailable, "the runs cannot be read: "+s.Words(err))
		}
	})
}

// patience is how long a history may take to answer.
const patience = 20 * time.Second

func (s *server) nothing(_ http.ResponseWriter, r *http.Request) error {
	return asked(http.StatusNotFound, "there is no page %q", r.URL.Path)
}

// static answers with a text of our own, which browsers may keep.
func static(kind, text string) http.HandlerFunc {
	started := time.Now()
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Cache-Control", "no-cache")
		http.ServeContent(w, r, "", started, bytes.NewReader([]byte(text)))
	}
}

//go:embed style.css
var ownStyle string

//go:embed favicon.svg
var favicon string

// health says whether runs can be read. It needs no token, and so it does not say why.
func (s *server) health(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), patience/4)
	defer cancel()
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, err := s.History.Latest(ctx)
	switch {
	case err == nil:
		fmt.Fprintln(w, "ok")
	case s.Token == "" || s.admit(r) == accepted:
		w.WriteHeader(http.StatusServiceUnavailable)
		fmt.Fprintln(w, "the runs cannot be read: "+s.Words(err))
	default:
		w.WriteHeader(http.StatusServiceUnavailable)
		fmt.Fprintln(w, "the runs cannot be read; with the token, this page says why")
	}
}
