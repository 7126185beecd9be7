package web

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

func locked(t *testing.T, change func(*Options)) http.Handler {
	return site(t, hospital(), func(o *Options) {
		o.Token = token
		if change != nil {
			change(o)
		}
	})
}

// logIn posts the form.
func logIn(handler http.Handler, given, next string, change func(*http.Request)) *http.Response {
	return ask(handler, "POST", "/login", func(r *http.Request) {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Body = io.NopCloser(strings.NewReader(url.Values{"token": {given}, "next": {next}}.Encode()))
		if change != nil {
			change(r)
		}
	})
}

func TestTokenIsDemanded(t *testing.T) {
	t.Parallel()
	handler := locked(t, nil)
	for _, path := range []string{"/", "/findings?severity=critical", "/finding", "/targets?name=sick", "/trends", "/nothing"} {
		response := ask(handler, "GET", path, nil)
		want := "/login?" + url.Values{"next": {path}}.Encode()
		if got := response.Header.Get("Location"); response.StatusCode != http.StatusSeeOther || got != want {
			t.Errorf("%s: status %d, to %q", path, response.StatusCode, got)
		}
	}
	for _, path := range []string{"/metrics", "/api/v1/runs", "/api/v1/runs/1", "/api/v1/findings", "/api/nothing"} {
		response := ask(handler, "GET", path, nil)
		if response.StatusCode != http.StatusUnauthorized || !strings.HasPrefix(response.Header.Get("WWW-Authenticate"), "Bearer") {
			t.Errorf("%s: status %d", path, response.StatusCode)
		}
	}
	for _, path := range []string{"/healthz", "/login", "/style.css", "/favicon.svg"} {
		if strings.Contains(get(t, handler, path, http.StatusOK), "sick") {
			t.Errorf("%s tells of a target", path)
		}
	}
}

func TestBearer(t *testing.T) {
	t.Parallel()
	handler := locked(t, nil)
	for header, status := range map[string]int{
		"Bearer " + token: 200, "bearer  " + token: 200,
		"Bearer " + token + "x": 401, "Bearer " + token[1:]: 401, "Bearer": 303, "Bearer ": 401, "Basic " + token: 303, token: 303, "": 303,
	} {
		response := ask(handler, "GET", "/findings", func(r *http.Request) { r.Header.Set("Authorization", header) })
		if response.StatusCode != status {
			t.Errorf("%q: status %d, want %d", header, response.StatusCode, status)
		}
	}
}

func TestLogin(t *testing.T) {
	t.Parallel()
	handler := locked(t, nil)
	wrong := logIn(handler, "wrong", "/", nil)
	if body := text(t, wrong); wrong.StatusCode != http.StatusForbidden || len(wrong.Cookies()) > 0 || !strings.Contains(body, "not the token") {
		t.Errorf("wrong token: status %d: %s", wrong.StatusCode, body)
	}
	response := logIn(handler, " "+token+"\n", "/findings?severity=critical", nil)
	if response.StatusCode != http.StatusSeeOther || response.Header.Get("Location") != "/findings?severity=critical" || len(response.Cookies()) != 1 {
		t.Fatalf("status %d, to %q, cookies %v", response.StatusCode, response.Header.Get("Location"), response.Cookies())
	}
	cookie := response.Cookies()[0]
	if !cookie.HttpOnly || cookie.SameSite != http.SameSiteStrictMode || cookie.Secure || cookie.Path != "/" || cookie.MaxAge != 0 || strings.Contains(cookie.String(), token) {
		t.Errorf("cookie %s", cookie)
	}
	with := func(value string) func(*http.Request) {
		return func(r *http.Request) { r.AddCookie(&http.Cookie{Name: cookieName, Value: value}) }
	}
	if response := ask(handler, "GET", "/findings", with(cookie.Value)); response.StatusCode != http.StatusOK || strings.Contains(text(t, response), token) {
		t.Errorf("with the cookie: status %d, or the token is on the page", response.StatusCode)
	}
	end, _, _ := strings.Cut(cookie.Value, ".")
	later := "9" + end + strings.TrimPrefix(cookie.Value, end)
	for _, bad := range []string{"", end, end + ".", later, cookie.Value + "0", "." + cookie.Value, token} {
		if response := ask(handler, "GET", "/findings", with(bad)); response.StatusCode != http.StatusSeeOther {
			t.Errorf("cookie %q: status %d", bad, response.StatusCode)
		}
	}
	other := site(t, hospital(), func(o *Options) { o.Token = token + "2" })
	if response := ask(other, "GET", "/findings", with(cookie.Value)); response.StatusCode != http.StatusSeeOther {
		t.Errorf("another token, and the cookie is taken: status %d", response.StatusCode)
	}
	session := newSession(token)
	if !session.valid(cookie.Value, noon.Add(loggedIn-time.Second)) || session.valid(cookie.Value, noon.Add(loggedIn)) {
		t.Error("a login does not last 12 hours")
	}
}

// Where nobody demands a token there is nothing to log in to.
func TestLoginWithoutToken(t *testing.T) {
	t.Parallel()
	handler := site(t, hospital(), nil)
	for _, response := range []*http.Response{ask(handler, "GET", "/login", nil), logIn(handler, "", "/", nil)} {
		if response.StatusCode != http.StatusSeeOther || response.Header.Get("Location") != "/" || len(response.Cookies()) > 0 {
			t.Errorf("status %d, to %q", response.StatusCode, response.Header.Get("Location"))
		}
	}
}

func TestCookieIsSecure(t *testing.T) {
	t.Parallel()
	forwarded := func(r *http.Request) { r.Header.Set("X-Forwarded-Proto", "https") }
	for name, c := range map[string]struct {
		options func(*Options)
		request func(*http.Request)
		secure  bool
	}{
		"plain":              {nil, nil, false},
		"TLS":                {func(o *Options) { o.TLS = true }, nil, true},
		"a header of anyone": {nil, forwarded, false},
		"behind a proxy":     {func(o *Options) { o.Proxied = true }, forwarded, true},
		"a proxy, plain":     {func(o *Options) { o.Proxied = true }, nil, false},
	} {
		cookies := logIn(locked(t, c.options), token, "/", c.request).Cookies()
		if len(cookies) != 1 || cookies[0].Secure != c.secure {
			t.Errorf("%s: cookies %v", name, cookies)
		}
	}
}

func TestLoginLeadsNowhereElse(t *testing.T) {
	t.Parallel()
	for next, want := range map[string]string{
		"/findings?q=a%2Fb": "/findings?q=a%2Fb", "/": "/", "": "/", "//evil.example": "/", "https://evil.example/": "/", "/\\evil.example": "/",
		"\\\\evil.example": "/", "javascript:alert(1)": "/", "/\t/evil.example": "/", "/a\r\nX: y": "/", "evil": "/", "/%zz": "/",
	} {
		if got := logIn(locked(t, nil), token, next, nil).Header.Get("Location"); got != want {
			t.Errorf("next %q leads to %q", next, got)
		}
	}
}

func TestLoginFromElsewhereIsRefused(t *testing.T) {
	t.Parallel()
	response := logIn(locked(t, nil), token, "/", func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") })
	if response.StatusCode != http.StatusForbidden || len(response.Cookies()) > 0 {
		t.Errorf("status %d, cookies %v", response.StatusCode, response.Cookies())
	}
}

func TestLargeFormIsRefused(t *testing.T) {
	t.Parallel()
	response := logIn(locked(t, nil), token+strings.Repeat(" ", 1<<20), "/", nil)
	if response.StatusCode == http.StatusSeeOther || len(response.Cookies()) > 0 {
		t.Errorf("status %d", response.StatusCode)
	}
}

// After ten wrong tokens an address has to wait, even with the right one; others do not.
func TestWrongTokensAreBounded(t *testing.T) {
	t.Parallel()
	s := newServer(Options{History: hospital(), Token: token, Words: func(err error) string { return err.Error() }})
	now := noon
	s.now = func() time.Time { return now }
	handler := s.handler()
	from := func(address string) func(*http.Request) {
		return func(r *http.Request) { r.RemoteAddr = address }
	}
	for i := range 10 {
		if got := logIn(handler, "wrong", "/", from("192.0.2.1:1000")).StatusCode; got != http.StatusForbidden {
			t.Fatalf("wrong token %d: status %d", i, got)
		}
	}
	late := logIn(handler, token, "/", from("192.0.2.1:2000"))
	if late.StatusCode != http.StatusTooManyRequests || late.Header.Get("Retry-After") != "60" || len(late.Cookies()) > 0 {
		t.Errorf("status %d, Retry-After %q", late.StatusCode, late.Header.Get("Retry-After"))
	}
	header := ask(handler, "GET", "/api/v1/runs", func(r *http.Request) {
		r.RemoteAddr = "192.0.2.1:3000"
		r.Header.Set("Authorization", "Bearer "+token)
	})
	if header.StatusCode != http.StatusTooManyRequests || header.Header.Get("Retry-After") != "60" {
		t.Errorf("with the header: status %d, Retry-After %q", header.StatusCode, header.Header.Get("Retry-After"))
	}
	if got := logIn(handler, token, "/", from("192.0.2.2:1000")).StatusCode; got != http.StatusSeeOther {
		t.Errorf("another address: status %d", got)
	}
	now = now.Add(time.Minute)
	if got := logIn(handler, token, "/", from("192.0.2.1:1000")).StatusCode; got != http.StatusSeeOther {
		t.Errorf("a minute later: status %d", got)
	}
}

func TestClient(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		address, forwarded string
		proxied            bool
		want               string
	}{
		{"192.0.2.1:1000", "", false, "192.0.2.1"},
		{"192.0.2.1:1000", "198.51.100.7", false, "192.0.2.1"},
		{"192.0.2.1:1000", "203.0.113.9, 198.51.100.7", true, "198.51.100.7"},
		{"[2001:db8:1:2:3:4:5:6]:1000", "", false, "2001:db8:1:2::/64"},
		{"[::ffff:192.0.2.1]:1000", "", false, "192.0.2.1"},
		{"[fe80::1%eth0]:1000", "", false, "fe80::/64"},
		{"odd", "", false, "odd"},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = c.address
		if c.forwarded != "" {
			r.Header.Set("X-Forwarded-For", c.forwarded)
		}
		if got := (&server{Options: Options{Proxied: c.proxied}}).client(r); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

// What is remembered of wrong tokens has an end.
func TestWrongTokensForget(t *testing.T) {
	t.Parallel()
	var wrong wrongTokens
	for i := range 3 * wrongClients {
		wrong.try(time.Duration(i).String(), noon, func() bool { return false })
		if len(wrong.count) > wrongClients {
			t.Fatalf("%d addresses are remembered", len(wrong.count))
		}
	}
}
