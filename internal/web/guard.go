package web

import (
	"net"
	"net/http"
	"net/netip"
	"runtime/debug"
	"slices"
	"strings"
)

// headers are those of every answer. Nothing runs, nothing is loaded from
// elsewhere, nobody frames the pages and nothing keeps them.
var headers = map[string]string{
	"Content-Security-Policy":      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
	"X-Content-Type-Options":       "nosniff",
	"X-Frame-Options":              "DENY",
	"Referrer-Policy":              "no-referrer",
	"Cache-Control":                "no-store",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Embedder-Policy": "require-corp",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Permissions-Policy":           "camera=(), geolocation=(), microphone=()",
	"X-Robots-Tag":                 "noindex, nofollow",
}

// largestForm is what a request may send: a token.
const largestForm = 8 << 10

// guarded sets the headers, and lets through what reads, and the one form.
func guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, value := range headers {
			w.Header().Set(name, value)
		}
		allowed := []string{http.MethodGet, http.MethodHead}
		if r.URL.Path == loginPath {
			allowed = append(allowed, http.MethodPost)
		}
		if !slices.Contains(allowed, r.Method) {
			w.Header().Set("Allow", strings.Join(allowed, ", "))
			http.Error(w, "pgdoctor serve only reads: "+strings.Join(allowed, ", "), http.StatusMethodNotAllowed)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, largestForm)
		next.ServeHTTP(w, r)
	})
}

// namedRight refuses names of other machines where no token is demanded: a page of
// anybody's, whose name an attacker lets point at this machine, could read all.
func (s *server) namedRight(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.Token == "" && !Loopback(r.Host) {
			http.Error(w, "without a token only localhost is answered: open http://localhost or http://127.0.0.1 with the port, or start pgdoctor serve with --token-file", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Loopback says whether a host, with or without a port, names this machine alone.
// An empty one, or a name of unknown meaning, does not.
func Loopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	if strings.EqualFold(strings.TrimSuffix(host, "."), "localhost") {
		return true
	}
	address, err := netip.ParseAddr(host)
	return err == nil && address.Unmap().IsLoopback()
}

// unbroken answers where a page panics, and shows nothing of it.
func (s *server) unbroken(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			value := recover()
			if value == nil {
				return
			}
			if value == http.ErrAbortHandler { // how net/http ends an answer
				panic(value)
			}
			s.Broken(r.URL.Path, value, debug.Stack())
			http.Error(w, "this page failed, which is a mistake in pgdoctor; its output has the details", http.StatusInternalServerError)
		}()
		next.ServeHTTP(w, r)
	})
}
