package integration

import (
	"crypto/tls"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

// serving is pgdoctor serve, and where it answers.
type serving struct {
	*running
	address string // http://127.0.0.1:PORT
}

// serve starts pgdoctor serve on a port of its own.
func serve(t *testing.T, args ...string) *serving {
	t.Helper()
	s := &serving{running: begin(t, append([]string{"serve", "--listen", "127.0.0.1:0"}, args...)...)}
	for range 600 { // half a minute, on a machine that is busy with other tests
		line, _, whole := strings.Cut(s.stdout.String(), "\n")
		if address, said := strings.CutPrefix(line, "pgdoctor serve: "); said && whole {
			s.address = address
			return s
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("serve does not say where it answers: %q, %q", s.stdout.String(), s.stderr.String())
	return nil
}

// answer is the status and the text of a page.
func (s *serving) answer(t *testing.T, path string) (int, string) {
	t.Helper()
	response, err := http.Get(s.address + path)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

// until waits for a page to have a status and hold words.
func (s *serving) until(t *testing.T, path string, status int, words string) {
	t.Helper()
	var got int
	var body string
	for range 600 { // a minute
		if got, body = s.answer(t, path); got == status && strings.Contains(body, words) {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("%s has status %d, and never %d with %q: %s\nstderr: %s", path, got, status, words, body, s.stderr.String())
}

// ends asks for the end, which must be one in good order.
func (s *serving) ends(t *testing.T, signal syscall.Signal) {
	t.Helper()
	if err := s.command.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	s.wait(t).want(t, 0)
}

// saved writes the report of a database into a file.
func saved(t *testing.T, dsn, path string) {
	t.Helper()
	if got := pgdoctor(t, "check", "--config", "none", "--preset", "ci", "--dsn", dsn, "--format", "json", "--output", path); got.code > 1 {
		t.Fatalf("check: %+v", got)
	}
}

func TestServeFiles(t *testing.T) {
	t.Parallel()
	s := middle()
	dsn, runs := s.Database(t), t.TempDir()
	s.Exec(t, dsn, `CREATE TABLE "no key" (a int)`)
	site := serve(t, "--from", runs)
	site.until(t, "/", http.StatusOK, "No run is known yet")
	saved(t, dsn, filepath.Join(runs, "1.json"))
	site.until(t, "/findings?check=no-primary-key", http.StatusOK, "public.no key")
	site.until(t, "/metrics", http.StatusOK, "pgdoctor_target_up")
	site.until(t, "/healthz", http.StatusOK, "ok")

	taken := strings.TrimPrefix(site.address, "http://")
	pgdoctor(t, "serve", "--from", runs, "--listen", taken).want(t, 3,
		"pgdoctor: cannot listen on "+taken+": another program has the port; stop it, or choose another with --listen (port 0 is any free one)\n")
	pgdoctor(t, "serve", "--from", runs, "--listen", "0.0.0.0:0").want(t, 2, "needs a token")
	pgdoctor(t, "serve", "--store", s.DSN("postgres")).want(t, 3, "pgdoctor: --store: ")

	if err := os.RemoveAll(runs); err != nil {
		t.Fatal(err)
	}
	site.until(t, "/healthz", http.StatusServiceUnavailable, "no such file or directory")
	site.until(t, "/", http.StatusServiceUnavailable, "the runs cannot be read")
	site.ends(t, syscall.SIGTERM)
}

// Without files serve examines the database itself, and says when it is not reached.
func TestServeExamines(t *testing.T) {
	t.Parallel()
	s := middle()
	dsn := s.Database(t)
	s.Exec(t, dsn, `CREATE TABLE "no key" (a int)`)
	before := picture(t, dsn, true)
	site := serve(t, "--dsn", dsn, "--config", "none")
	site.until(t, "/findings?check=no-primary-key", http.StatusOK, "public.no key")
	_, runs := site.answer(t, "/api/v1/runs")
	var read struct {
		Runs []struct {
			ID      int64
			Summary report.Summary
		}
	}
	if err := json.Unmarshal([]byte(runs), &read); err != nil || len(read.Runs) != 1 || read.Runs[0].Summary.Checks.OK < 20 {
		t.Errorf("runs %s: %v", runs, err)
	}
	for _, path := range []string{"/", "/trends", "/targets"} { // whatever is looked at
		site.answer(t, path)
	}
	site.ends(t, syscall.SIGINT)
	if after := picture(t, dsn, true); strings.Join(before, "\n") != strings.Join(after, "\n") {
		t.Error("serve changed the database")
	}

	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	nobody := listener.Addr().String()
	listener.Close()
	lost := serve(t, "--dsn", "postgres://app:hidden-word@"+nobody+"/shop?connect_timeout=2", "--config", "none")
	lost.until(t, "/", http.StatusOK, "not reached")
	lost.until(t, "/metrics", http.StatusOK, `pgdoctor_target_up{target="`+nobody+`/shop"} 0`)
	if _, body := lost.answer(t, "/"); strings.Contains(body+lost.stderr.String(), "hidden-word") {
		t.Error("the password is shown")
	}
	lost.ends(t, syscall.SIGTERM)
}

// The history of check --store is shown as it grows, and is only read.
func TestServeStore(t *testing.T) {
	t.Parallel()
	s := middle()
	dsn, history := s.Database(t), s.Database(t)
	s.Exec(t, dsn, `CREATE TABLE "no key" (a int)`)
	keep := func(on string) {
		t.Helper()
		pgdoctor(t, "check", "no-primary-key", "--config", "none", "--dsn", on, "--store", history)
	}
	keep(dsn)
	user, password := s.Role(t, "reader", "")
	s.Exec(t, history, `GRANT USAGE ON SCHEMA pgdoctor_runs TO "`+user+`"; GRANT SELECT ON ALL TABLES IN SCHEMA pgdoctor_runs TO "`+user+`"`)
	database := history[strings.LastIndexByte(history, '/')+1:]
	site := serve(t, "--store", s.DSNFor(strings.SplitN(database, "?", 2)[0], user, password))
	_, page := site.answer(t, "/findings")
	if !strings.Contains(page, "public.no key") || !strings.Contains(page, "1 finding") {
		t.Errorf("findings: %s", page)
	}
	s.Exec(t, dsn, `ALTER TABLE "no key" ADD PRIMARY KEY (a); CREATE TABLE later (a int)`)
	keep(dsn)
	site.until(t, "/findings", http.StatusOK, "public.later")
	target := url.QueryEscape(strings.TrimPrefix(regexp.MustCompile(`@[^?]*`).FindString(dsn), "@"))
	site.until(t, "/finding?target="+target+"&key=no-primary-key:public.no+key", http.StatusOK, "This finding is gone")
	keep(s.DSNFor("nowhere_at_all", "postgres", "postgres"))
	site.until(t, "/", http.StatusOK, "not reached")
	site.until(t, "/api/v1/runs", http.StatusOK, "nowhere_at_all")
	site.until(t, "/api/v1/runs/99999999", http.StatusNotFound, "no report")
	s.Exec(t, history, "DROP SCHEMA pgdoctor_runs CASCADE")
	site.until(t, "/healthz", http.StatusServiceUnavailable, "the runs cannot be read")
	if _, body := site.answer(t, "/"); strings.Contains(body, password) {
		t.Error("the password is shown")
	}
	site.ends(t, syscall.SIGTERM)
	pgdoctor(t, "serve", "--store", history).want(t, 3, "there is no history in this database: pgdoctor check --store makes it")
}

// With a token and a certificate, nothing is open and nothing is written of the token.
func TestServeTokenAndTLS(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	secret := "0123456789abcdef-token"
	file := filepath.Join(folder, "token")
	if err := os.WriteFile(file, []byte(secret+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	certificate := selfSigned(t, folder)
	runs := t.TempDir()
	site := serve(t, "--from", runs, "--token-file", file, "--tls-cert", certificate+".crt", "--tls-key", certificate+".key")
	if !strings.HasPrefix(site.address, "https://") {
		t.Errorf("answers at %s", site.address)
	}
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	for header, status := range map[string]int{"": 401, "Bearer wrong": 401, "Bearer " + secret: 200} {
		request, err := http.NewRequestWithContext(t.Context(), "GET", site.address+"/api/v1/runs", nil)
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Authorization", header)
		response, err := client.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode != status {
			t.Errorf("%q: status %d", header, response.StatusCode)
		}
	}
	client.CloseIdleConnections()
	site.ends(t, syscall.SIGTERM)
	if strings.Contains(site.stdout.String()+site.stderr.String(), secret) {
		t.Error("the token is written")
	}
}
