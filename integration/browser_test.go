package integration

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// ScreenshotsVariable names a folder for pictures of the pages, to be looked at.
const ScreenshotsVariable = "PGDOCTOR_TEST_SCREENSHOTS"

// chromium is the program's path. Without one the tests fail: what a browser does
// with the pages nothing else shows.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome-stable", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Fatal("there is no Chromium: on Debian, apt-get install --no-install-recommends chromium fonts-dejavu-core")
	return ""
}

// browser is one tab, and all that went wrong in it.
type browser struct {
	t   *testing.T
	ctx context.Context

	mu    sync.Mutex
	wrong []string
}

func openBrowser(t *testing.T) *browser {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium(t)), chromedp.NoSandbox) // root has no other way
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, closeTab := chromedp.NewContext(allocator)
	t.Cleanup(closeTab)
	b := &browser{t: t, ctx: ctx}
	if err := chromedp.Listen(ctx, b.hear); err != nil { // starts it
		t.Fatal(err)
	}
	return b
}

// hear collects what a page must not cause: a word in the console, a refusal by the
// content security policy, a request that fails.
func (b *browser) hear(event any) {
	var said string
	switch event := event.(type) {
	case *runtime.EventConsoleAPICalled:
		said = fmt.Sprintf("console: %v", event.Args)
	case *runtime.EventExceptionThrown:
		said = "exception: " + event.ExceptionDetails.Text
	case *log.EventEntryAdded:
		said = fmt.Sprintf("log: %s: %s (%s)", event.Entry.Level, event.Entry.Text, event.Entry.URL)
	case *network.EventLoadingFailed:
		said = "request failed: " + event.ErrorText
	case *network.EventResponseReceived:
		if event.Response.Status >= http.StatusBadRequest {
			said = fmt.Sprintf("status %d: %s", event.Response.Status, event.Response.URL)
		}
	}
	if said != "" {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.wrong = append(b.wrong, said)
	}
}

// troubles are what went wrong since they were last asked for.
func (b *browser) troubles() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	list := b.wrong
	b.wrong = nil
	return list
}

// browserPatience is how long a browser may take, on a machine that is busy with other tests.
const browserPatience = time.Minute

func (b *browser) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, browserPatience)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// lead does what leads to another page, and waits for that.
func (b *browser) lead(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, browserPatience)
	defer cancel()
	if _, err := chromedp.RunResponse(ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// order has the browser do what no page can.
func order[P, R any](b *browser, command cdp.Command[P, R], params P) {
	b.t.Helper()
	if _, err := chromedp.Call(b.ctx, command, params); err != nil {
		b.t.Fatal(err)
	}
}

// inPage is the value of an expression in the page.
func inPage[T any](b *browser, expression string) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, browserPatience)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return value
}

// said is the text that somebody sees.
func (b *browser) said() string {
	b.t.Helper()
	return inPage[string](b, "document.body.innerText")
}

// objects are those of the findings that are listed.
func (b *browser) objects() []string {
	b.t.Helper()
	list := inPage[[]string](b, "Array.from(document.querySelectorAll('.list code.object'), e => e.textContent)")
	slices.Sort(list)
	return list
}

// quiet fails the test if anything went wrong.
func (b *browser) quiet(what string) {
	b.t.Helper()
	for _, trouble := range b.troubles() {
		b.t.Errorf("%s: %s", what, trouble)
	}
}

// Names that would like to be more than text; a table takes 63 bytes.
var browserNames = []string{
	`<script>pwned=1</script>`, `<img src=x onerror="pwned=1">`, `"><svg/onload=pwned=1>`, "\u202egpj.exe", `it's {{.}} & "so"`, strings.Repeat("w", 63), "two\nlines",
}

// ailing serves the runs of a database whose tables have such names.
func ailing(t *testing.T, args ...string) *serving {
	t.Helper()
	s := middle()
	dsn, runs := s.Database(t), t.TempDir()
	for _, name := range browserNames {
		s.Exec(t, dsn, "CREATE TABLE "+pgx.Identifier{name}.Sanitize()+" (a int)")
	}
	saved(t, dsn, filepath.Join(runs, "1.json"))
	s.Exec(t, dsn, "CREATE TABLE later (a int); CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (id int PRIMARY KEY, parent int REFERENCES parent)")
	saved(t, dsn, filepath.Join(runs, "2.json"))
	if err := os.WriteFile(filepath.Join(runs, "3.json"), []byte(`{"format": 1, "checks": [`), 0o600); err != nil {
		t.Fatal(err)
	}
	return serve(t, append([]string{"--from", runs}, args...)...)
}

func TestBrowser(t *testing.T) {
	t.Parallel()
	site := ailing(t)
	b := openBrowser(t)
	t.Run("pages", func(t *testing.T) { b.looks(t, site) })
	t.Run("names stay text", func(t *testing.T) { b.namesStayText(t, site) })
	t.Run("filters", func(t *testing.T) { b.filters(t, site) })
	t.Run("filters without JavaScript", func(t *testing.T) {
		order(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		defer order(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{})
		b.filters(t, site)
	})
	t.Run("the policy holds", func(t *testing.T) { b.policyHolds(t, site) })
}

// looks opens each page on a phone and a desk, light and dark: nothing goes wrong, and
// nothing is wider than the screen.
func (b *browser) looks(t *testing.T, site *serving) {
	b.t = t
	b.do(chromedp.Navigate(site.address + "/findings"))
	finding := inPage[string](b, "document.querySelector('.list a').href")
	b.do(chromedp.Navigate(site.address + "/"))
	target := inPage[string](b, "document.querySelector('.cards a').href")
	for name, address := range map[string]string{
		"overview": site.address + "/", "findings": site.address + "/findings", "finding": finding, "target": target, "trends": site.address + "/trends",
	} {
		for _, width := range []int64{390, 1280} {
			for _, scheme := range []string{"light", "dark"} {
				order(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
				b.do(chromedp.EmulateViewport(width, 900), chromedp.Navigate(address))
				what := fmt.Sprintf("%s-%d-%s", name, width, scheme)
				b.quiet(what)
				if got := inPage[int64](b, "document.documentElement.scrollWidth"); got > width {
					t.Errorf("%s is %d pixels wide", what, got)
				}
				if got := inPage[int](b, "document.querySelectorAll('h1').length"); got != 1 {
					t.Errorf("%s has %d main headings", what, got)
				}
				if paper := inPage[string](b, "getComputedStyle(document.body).backgroundColor"); (paper == "rgb(255, 255, 255)") != (scheme == "light") {
					t.Errorf("%s: the paper is %s", what, paper)
				}
				b.keep(what)
			}
		}
	}
	order(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{})
}

// keep saves a picture where somebody wants to look at it.
func (b *browser) keep(name string) {
	b.t.Helper()
	folder := os.Getenv(ScreenshotsVariable)
	if folder == "" {
		return
	}
	picture, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, name+".png"), picture, 0o644)
	}
	if err != nil {
		b.t.Error(err)
	}
}

// namesStayText: each hostile table is found, read as it is named, and nothing more.
func (b *browser) namesStayText(t *testing.T, site *serving) {
	b.t = t
	b.do(chromedp.Navigate(site.address + "/findings?check=no-primary-key"))
	links := inPage[[]string](b, "Array.from(document.querySelectorAll('.list a'), e => e.href)")
	if len(links) != len(browserNames)+1 {
		t.Fatalf("%d findings: %s", len(links), b.said())
	}
	text := b.said()
	for _, name := range browserNames {
		if want := report.Safe(postgres.Name("public", name)); !strings.Contains(text, want) {
			t.Errorf("%q is not read on the page as %s: %s", name, want, text)
		}
	}
	for _, address := range append(links, site.address+"/findings", site.address+"/") {
		b.do(chromedp.Navigate(address))
		b.quiet(address)
		if inPage[bool](b, "typeof pwned !== 'undefined' || document.scripts.length > 0 || document.querySelectorAll('img').length !== 1 || document.querySelectorAll('main [onerror], main [onload]').length > 0") {
			t.Errorf("%s: a name is more than text", address)
		}
	}
	b.do(chromedp.Navigate(links[0]))
	if text := b.said(); !strings.Contains(text, "in 2 of the 2 runs since then") {
		t.Errorf("no history: %s", text)
	}
}

// filters chooses in the form and presses the button.
func (b *browser) filters(t *testing.T, site *serving) {
	b.t = t
	b.do(chromedp.EmulateViewport(1280, 900), chromedp.Navigate(site.address+"/findings"))
	all := b.objects()
	b.do(chromedp.SetValue("select[name=check]", "fk-without-index"))
	b.lead(chromedp.Click(".filters button"))
	if got := b.objects(); !slices.Equal(got, []string{"public.child.child_parent_fkey"}) || len(all) <= len(got) {
		t.Errorf("%q of %q", got, all)
	}
	if chosen := inPage[string](b, "document.querySelector('select[name=check]').value"); chosen != "fk-without-index" {
		t.Errorf("the form forgot %q", chosen)
	}
	b.lead(chromedp.Click(".filters a"))
	if got := b.objects(); !slices.Equal(got, all) {
		t.Errorf("reset shows %q", got)
	}
	b.do(chromedp.SendKeys("input[name=q]", "LATER"))
	b.lead(chromedp.Click(".filters button"))
	if got := b.objects(); len(got) == 0 || !slices.Contains(got, "public.later") || len(got) >= len(all) {
		t.Errorf("%q", got)
	}
	b.lead(chromedp.Click(".list a"))
	if text := b.said(); !strings.Contains(text, "Why it matters") {
		t.Errorf("no finding: %s", text)
	}
	b.quiet("filters")
}

// policyHolds shows that what the other tests find absent would be seen.
func (b *browser) policyHolds(t *testing.T, site *serving) {
	b.t = t
	b.do(chromedp.Navigate(site.address + "/"))
	b.quiet("overview")
	for _, change := range []string{
		"document.body.setAttribute('style', 'color: red')",
		"document.body.appendChild(document.createElement('script')).textContent = 'pwned = 1'",
		"document.body.appendChild(document.createElement('img')).src = 'http://127.0.0.2:1/x'",
	} {
		inPage[any](b, change+"; null")
		until := time.Now().Add(browserPatience)
		var troubles []string
		for len(troubles) == 0 && time.Now().Before(until) {
			time.Sleep(20 * time.Millisecond)
			troubles = b.troubles()
		}
		if len(troubles) == 0 {
			t.Errorf("%s goes through", change)
		}
	}
	if inPage[bool](b, "typeof pwned !== 'undefined'") {
		t.Error("a script ran")
	}
}

// With a token, a browser is led to the form, and from there to where it wanted to go.
func TestBrowserLogin(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(file, []byte("0123456789abcdef"), 0o600); err != nil {
		t.Fatal(err)
	}
	site := ailing(t, "--token-file", file)
	b := openBrowser(t)
	b.do(chromedp.EmulateViewport(390, 900), chromedp.Navigate(site.address+"/findings?check=no-primary-key"))
	if text := b.said(); strings.Contains(text, "public.") || !strings.Contains(text, "Token") {
		t.Errorf("not the login page: %s", text)
	}
	b.quiet("login")
	b.keep("login-390-light")
	b.do(chromedp.SendKeys("#token", "wrong"))
	b.lead(chromedp.Click(".login button"))
	if text := b.said(); !strings.Contains(text, "That is not the token") {
		t.Errorf("a wrong token: %s", text)
	}
	b.troubles() // the browser says that the status is 403
	b.do(chromedp.SendKeys("#token", "0123456789abcdef"))
	b.lead(chromedp.Click(".login button"))
	if at := inPage[string](b, "location.href"); at != site.address+"/findings?check=no-primary-key" || len(b.objects()) != len(browserNames)+1 {
		t.Errorf("at %s: %s", at, b.said())
	}
	if cookies := inPage[string](b, "document.cookie"); cookies != "" {
		t.Errorf("a script could read %s", cookies)
	}
	b.quiet("logged in")
	site.ends(t, syscall.SIGTERM)
}
