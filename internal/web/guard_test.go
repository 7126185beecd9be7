package web

import (
	"net/http"
	"strings"
	"testing"
)

func TestHeaders(t *testing.T) {
	t.Parallel()
	handler := site(t, hospital(), nil)
	for path, status := range map[string]int{
		"/": 200, "/findings": 200, "/trends": 200, "/metrics": 200, "/healthz": 200, "/api/v1/runs": 200, "/style.css": 200, "/favicon.svg": 200,
		"/nothing": 404, "/findings?severity=bad": 400, "/api/v1/runs/x": 400, "/api/v1/runs/1": 404,
	} {
		response := ask(handler, "GET", path, nil)
		if response.StatusCode != status {
			t.Errorf("%s: status %d, want %d", path, response.StatusCode, status)
		}
		for name, want := range map[string]string{
			"Content-Security-Policy":      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
			"X-Content-Type-Options":       "nosniff",
			"Referrer-Policy":              "no-referrer",
			"Cross-Origin-Opener-Policy":   "same-origin",
			"Cross-Origin-Resource-Policy": "same-origin",
			"Cross-Origin-Embedder-Policy": "require-corp",
			"X-Frame-Options":              "DENY",
		} {
			if got := response.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q", path, name, got)
			}
		}
		cached := response.Header.Get("Cache-Control")
		if kept := strings.HasSuffix(path, ".css") || strings.HasSuffix(path, ".svg"); (cached == "no-store") == kept {
			t.Errorf("%s: Cache-Control %q", path, cached)
		}
		if response.Header.Get("Content-Type") == "" || len(response.Cookies()) > 0 {
			t.Errorf("%s: type %q, cookies %v", path, response.Header.Get("Content-Type"), response.Cookies())
		}
	}
}

func TestOnlyReads(t *testing.T) {
	t.Parallel()
	handler := site(t, hospital(), nil)
	for _, path := range []string{"/", "/findings", "/finding", "/metrics", "/api/v1/runs", "/healthz", "/style.css", "/nothing"} {
		for _, method := range []string{"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "GET, HEAD"} {
			response := ask(handler, "GET", path, func(r *http.Request) { r.Method = method })
			if response.StatusCode != http.StatusMethodNotAllowed || response.Header.Get("Allow") != "GET, HEAD" {
				t.Errorf("%s %s: status %d, Allow %q", method, path, response.StatusCode, response.Header.Get("Allow"))
			}
		}
	}
	if response := ask(handler, "PUT", "/login", nil); response.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("PUT /login: status %d", response.StatusCode)
	}
	if response := ask(handler, "HEAD", "/findings", nil); response.StatusCode != http.StatusOK {
		t.Errorf("HEAD: status %d", response.StatusCode)
	}
}

// A page of anybody's whose name leads to this machine must not read anything.
func TestHost(t *testing.T) {
	t.Parallel()
	open, locked := site(t, hospital(), nil), site(t, hospital(), func(o *Options) { o.Token = token })
	for host, good := range map[string]bool{
		"localhost": true, "localhost:8080": true, "LOCALHOST:1": true, "localhost.": true, "127.0.0.1": true, "127.0.0.1:8080": true,
		"127.8.9.1:80": true, "[::1]": true, "[::1]:8080": true, "[::ffff:127.0.0.1]:80": true,
		"": false, "evil.example": false, "evil.example:8080": false, "localhost.evil.example": false, "127.0.0.1.evil.example": false,
		"10.0.0.1:8080": false, "0.0.0.0:8080": false, "[::]:8080": false, "127.1": false, "2130706433": false, "localhost:8080:80": false,
	} {
		for _, path := range []string{"/", "/healthz", "/metrics", "/style.css", "/login"} {
			response := ask(open, "GET", path, func(r *http.Request) { r.Host = host })
			if refused := response.StatusCode == http.StatusMisdirectedRequest; refused == good {
				t.Errorf("%s of host %q: status %d", path, host, response.StatusCode)
			}
		}
		if response := ask(locked, "GET", "/healthz", func(r *http.Request) { r.Host = host }); response.StatusCode != http.StatusOK {
			t.Errorf("with a token, host %q is refused: %d", host, response.StatusCode)
		}
	}
}

func TestPanicShowsNothing(t *testing.T) {
	t.Parallel()
	told := 0
	handler := site(t, nil, func(o *Options) { // no history: a nil pointer
		o.Broken = func(path string, value any, stack []byte) {
			told++
			if path != "/findings" || value == nil || len(stack) == 0 {
				t.Errorf("told %q, %v", path, value)
			}
		}
	})
	for range 2 { // and the next request is answered
		body := get(t, handler, "/findings", http.StatusInternalServerError)
		for _, inside := range []string{"nil pointer", "goroutine", ".go:"} {
			if strings.Contains(body, inside) {
				t.Errorf("%q is shown: %s", inside, body)
			}
		}
	}
	if told != 2 {
		t.Errorf("told %d times", told)
	}
	get(t, handler, "/style.css", http.StatusOK)
}
