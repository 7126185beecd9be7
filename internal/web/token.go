package web

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

const (
	loginPath  = "/login"
	cookieName = "pgdoctor"
	// loggedIn is how long a login lasts.
	loggedIn = 12 * time.Hour
)

// session signs the cookie that stands for the token: the token itself is kept
// by no browser. Another token, and all are logged out.
type session struct{ token, key [sha256.Size]byte }

func newSession(token string) session {
	return session{sha256.Sum256([]byte(token)), sha256.Sum256([]byte("cookie of pgdoctor serve\x00" + token))}
}

// right compares in constant time, whatever the lengths.
func (s session) right(token string) bool {
	given := sha256.Sum256([]byte(token))
	return subtle.ConstantTimeCompare(given[:], s.token[:]) == 1
}

func (s session) sign(end string) string {
	mac := hmac.New(sha256.New, s.key[:])
	mac.Write([]byte(end))
	return hex.EncodeToString(mac.Sum(nil))
}

// cookie is a login that ends at a moment.
func (s session) cookie(end time.Time) string {
	text := strconv.FormatInt(end.Unix(), 10)
	return text + "." + s.sign(text)
}

func (s session) valid(cookie string, now time.Time) bool {
	end, signature, _ := strings.Cut(cookie, ".")
	if !hmac.Equal([]byte(signature), []byte(s.sign(end))) {
		return false
	}
	seconds, err := strconv.ParseInt(end, 10, 64)
	return err == nil && now.Unix() < seconds
}

// admit says whether a request has the token, or a login's cookie.
func (s *server) admit(r *http.Request) attempt {
	if cookie, err := r.Cookie(cookieName); err == nil && s.session.valid(cookie.Value, s.now()) {
		return accepted
	}
	token, ok := bearer(r)
	if !ok {
		return refused
	}
	return s.wrong.try(s.client(r), s.now(), func() bool { return s.session.right(token) })
}

func bearer(r *http.Request) (string, bool) {
	scheme, token, ok := strings.Cut(r.Header.Get("Authorization"), " ")
	return strings.TrimSpace(token), ok && strings.EqualFold(scheme, "Bearer")
}

// behindToken lets through who has the token. Browsers are led to the login page.
func (s *server) behindToken(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.Token == "" {
			next.ServeHTTP(w, r)
			return
		}
		switch s.admit(r) {
		case accepted:
			next.ServeHTTP(w, r)
			return
		case tooOften:
			w.Header().Set("Retry-After", strconv.Itoa(int(wrongFor.Seconds())))
			s.refuse(w, r, http.StatusTooManyRequests, "too many wrong tokens from your address: wait a minute")
			return
		}
		if _, tried := bearer(r); tried || forPrograms(r) {
			w.Header().Set("WWW-Authenticate", `Bearer realm="pgdoctor"`)
			s.refuse(w, r, http.StatusUnauthorized, "a token is needed, and the right one: send the header Authorization: Bearer TOKEN")
			return
		}
		http.Redirect(w, r, loginPath+"?"+url.Values{"next": {r.URL.RequestURI()}}.Encode(), http.StatusSeeOther)
	})
}

// login is the page with the form, and takes the token from it.
func (s *server) login(w http.ResponseWriter, r *http.Request) {
	next := ownPath(r.FormValue("next"))
	if s.Token == "" {
		http.Redirect(w, r, next, http.StatusSeeOther)
		return
	}
	if r.Method != http.MethodPost {
		s.draw(w, r, http.StatusOK, "login", "Log in", loginPage{Next: next})
		return
	}
	token := strings.TrimSpace(r.PostFormValue("token"))
	switch s.wrong.try(s.client(r), s.now(), func() bool { return s.session.right(token) }) {
	case refused:
		s.draw(w, r, http.StatusForbidden, "login", "Log in", loginPage{Next: next, Trouble: "That is not the token."})
		return
	case tooOften:
		w.Header().Set("Retry-After", strconv.Itoa(int(wrongFor.Seconds())))
		s.draw(w, r, http.StatusTooManyRequests, "login", "Log in", loginPage{Next: next, Trouble: "Too many wrong tokens from your address: wait a minute."})
		return
	}
	http.SetCookie(w, &http.Cookie{
		Name: cookieName, Value: s.session.cookie(s.now().Add(loggedIn)), Path: "/",
		HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: s.encrypted(r),
	})
	http.Redirect(w, r, next, http.StatusSeeOther)
}

type loginPage struct{ Next, Trouble string }

// ownPath is a path of these pages, "/" for anything that leads elsewhere.
func ownPath(next string) string {
	parsed, err := url.Parse(next)
	if err != nil || parsed.Host != "" || parsed.Scheme != "" || !strings.HasPrefix(next, "/") ||
		strings.HasPrefix(next, "//") || strings.ContainsAny(next, "\\\r\n\t") {
		return "/"
	}
	return next
}

// encrypted says whether the browser's connection is.
func (s *server) encrypted(r *http.Request) bool {
	return s.TLS || s.Proxied && strings.EqualFold(r.Header.Get("X-Forwarded-Proto"), "https")
}

// client is who asks, as far as wrong tokens are counted: an address, or a network
// of IPv6, of which everybody has a whole one.
func (s *server) client(r *http.Request) string {
	host := r.RemoteAddr
	if forwarded := r.Header.Values("X-Forwarded-For"); s.Proxied && len(forwarded) > 0 {
		last := forwarded[len(forwarded)-1]
		host = strings.TrimSpace(last[strings.LastIndexByte(last, ',')+1:]) // what the proxy itself added
	}
	if pair, err := netip.ParseAddrPort(host); err == nil {
		host = pair.Addr().String()
	}
	address, err := netip.ParseAddr(host)
	if err != nil {
		return host
	}
	if address = address.Unmap(); address.Is6() {
		if network, err := address.WithZone("").Prefix(64); err == nil {
			return network.String()
		}
	}
	return address.String()
}

const (
	wrongMost    = 10          // wrong tokens from one address
	wrongFor     = time.Minute // within which
	wrongClients = 10_000      // addresses that are remembered
)

// attempt is how a token was taken.
type attempt int

const (
	accepted attempt = iota
	refused
	tooOften // not even compared
)

// wrongTokens counts wrong tokens by client.
type wrongTokens struct {
	mu    sync.Mutex
	since time.Time
	count map[string]int
}

func (t *wrongTokens) try(client string, now time.Time, right func() bool) attempt {
	t.mu.Lock()
	defer t.mu.Unlock()
	if now.Sub(t.since) >= wrongFor || len(t.count) >= wrongClients {
		t.since, t.count = now, map[string]int{}
	}
	if t.count[client] >= wrongMost {
		return tooOften
	}
	if right() {
		return accepted
	}
	t.count[client]++
	return refused
}
