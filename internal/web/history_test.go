package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// write saves a report, as check --output does.
func write(t *testing.T, folder, name string, doc report.Document) string {
	t.Helper()
	var text bytes.Buffer
	if err := report.WriteJSON(&text, doc); err != nil {
		t.Fatal(err)
	}
	return writeText(t, folder, name, text.String())
}

func writeText(t *testing.T, folder, name, text string) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// files is the history of paths that is looked at anew each time.
func files(t *testing.T, paths ...string) *Files {
	t.Helper()
	f, err := NewFiles(paths)
	if err != nil {
		t.Fatal(err)
	}
	f.pause = 0
	return f
}

// latestOf says which runs a history has, and what of it could not be read.
func latestOf(t *testing.T, f *Files) string {
	t.Helper()
	runs, err := f.Latest(t.Context())
	if err != nil {
		return "error: " + err.Error()
	}
	var said []string
	for _, run := range runs {
		said = append(said, fmt.Sprintf("%s %s %d", run.Target, run.StartedAt.Format(time.DateTime), run.Summary.Warning))
	}
	problems, err := f.Problems(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range problems {
		said = append(said, filepath.Base(problem.Source)+": "+problem.Reason)
	}
	return strings.Join(said, "; ")
}

func TestFilesAreLookedAtAnew(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	one := finding("fk-without-index", checks.Warning, "public.a")
	f := files(t, folder)
	step := func(what, want string) {
		t.Helper()
		if got := latestOf(t, f); got != want {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}
	step("nothing", "")
	first := write(t, folder, "1.json", document("shop", noon, one))
	step("the first", "db:5432/shop 2026-11-26 12:00:00 1")
	write(t, folder, "2.json", document("shop", noon.Add(time.Hour)))
	write(t, folder, "3.json", document("wiki", noon, one))
	step("two more", "db:5432/shop 2026-11-26 13:00:00 0; db:5432/wiki 2026-11-26 12:00:00 1")
	write(t, folder, ".pgdoctor-x.json", document("hidden", noon))
	write(t, folder, "notes.txt", document("notes", noon))
	if err := os.Mkdir(filepath.Join(folder, "below.json"), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(folder, "below.json"), "1.json", document("below", noon))
	step("what is none of ours", "db:5432/shop 2026-11-26 13:00:00 0; db:5432/wiki 2026-11-26 12:00:00 1")
	write(t, folder, "copy.json", document("shop", noon.Add(time.Hour)))
	if runs, err := f.Runs(t.Context(), "db:5432/shop", noon); err != nil || len(runs) != 2 {
		t.Errorf("a copy counts: %v, %v", runs, err)
	}
	if runs, err := f.Seen(t.Context(), "db:5432/shop", one.Key); err != nil || len(runs) != 1 {
		t.Errorf("seen %v, %v", runs, err)
	}
	write(t, folder, "3.json", document("wiki", noon.Add(2*time.Hour), one, finding("fk-without-index", checks.Warning, "public.b")))
	step("a new run in an old file", "db:5432/shop 2026-11-26 13:00:00 0; db:5432/wiki 2026-11-26 14:00:00 2")
	for _, path := range []string{first, filepath.Join(folder, "2.json"), filepath.Join(folder, "copy.json")} {
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
	step("a target is gone", "db:5432/wiki 2026-11-26 14:00:00 2")
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	step("the folder is gone", "error: "+folder+": no such file or directory")
}

// A file that cannot be read is said, and spoils nothing else.
func TestBrokenFiles(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	whole := write(t, folder, "good.json", document("shop", noon))
	text, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"half.json": string(text[:len(text)/2]), "empty.json": "", "other.json": `{"a":1}`, "format.json": `{"format":99}`,
		"severity.json": strings.Replace(string(text), `"severity": "critical"`, `"severity": "bad"`, 1), "status.json": strings.Replace(string(text), `"status": "ok"`, `"status": "fine"`, 1),
		"deep.json": strings.Repeat("[", 100_000),
	} {
		writeText(t, folder, name, content)
	}
	if err := os.Truncate(writeText(t, folder, "large.json", ""), largestFile+1); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/nowhere/at/all", filepath.Join(folder, "dangling.json")); err != nil {
		t.Fatal(err)
	}
	f := files(t, folder)
	got := latestOf(t, f)
	for _, want := range []string{
		"db:5432/shop 2026-11-26 12:00:00 0", "half.json: it ends too early, as a file that was cut", "empty.json: it is empty",
		`other.json: not a report of pgdoctor: it has no "format"`, "format.json: format 99 is not known", "large.json: it is larger than 64 MiB",
		`status.json: check "fk-without-index" has an unknown status "fine"`, "deep.json: not JSON",
		"dangling.json: no such file or directory",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not said: %s", want, got)
		}
	}
	page := get(t, site(t, f, nil), "/", 200)
	if said := content(parsed(t, page)); !strings.Contains(said, "half.json: it ends too early") || !strings.Contains(said, "db:5432/shop") {
		t.Error(said)
	}
	writeText(t, folder, "half.json", string(text))
	if got := latestOf(t, f); strings.Contains(got, "half.json") {
		t.Errorf("half.json is whole now: %s", got)
	}
}

// A fleet's file has a run for each of its targets, by the names that it gives them.
func TestFleetFiles(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for i := range 2 {
		at := noon.Add(time.Duration(i) * time.Hour)
		shop, wiki := document("shop", at.Add(time.Second), many(i)...), document("wiki", at.Add(2*time.Second), many(3)...)
		targets := []report.FleetTarget{{Name: "the shop", Report: &shop}, {Name: "lost", Error: "no such host"}, {Name: "the wiki", Report: &wiki}}
		var text bytes.Buffer
		if err := report.WriteJSON(&text, report.NewFleet("1.2.3", at, time.Minute, targets)); err != nil {
			t.Fatal(err)
		}
		writeText(t, folder, fmt.Sprintf("%d.json", i), text.String())
	}
	f := files(t, folder)
	if got, want := latestOf(t, f), "lost 2026-11-26 13:00:00 0; the shop 2026-11-26 13:00:01 1; the wiki 2026-11-26 13:00:02 3"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	runs, err := f.Runs(t.Context(), "the wiki", time.Time{})
	if err != nil || len(runs) != 2 {
		t.Fatalf("%v, %v", runs, err)
	}
	if doc, err := f.Document(t.Context(), runs[0].ID); err != nil || doc.Target.Database != "wiki" || doc.Summary.Warning != 3 {
		t.Errorf("%+v, %v", doc.Target, err)
	}
	if lost, err := f.Runs(t.Context(), "lost", time.Time{}); err != nil || len(lost) != 2 || lost[0].Error != "no such host" {
		t.Errorf("%+v, %v", lost, err)
	}
}

func TestNewFiles(t *testing.T) {
	t.Parallel()
	if _, err := NewFiles([]string{t.TempDir(), "/nowhere/at/all"}); err == nil || !strings.Contains(err.Error(), "/nowhere/at/all") {
		t.Errorf("error %v", err)
	}
}

// IDs are the same at each start, and documents those of their runs.
func TestFilesDocuments(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for i := range 30 {
		write(t, folder, fmt.Sprintf("%d.json", i), document(fmt.Sprintf("d%d", i%2), noon.Add(time.Duration(i/2)*time.Hour), many(i)...))
	}
	a, b := files(t, folder), files(t, folder)
	runs, err := a.Runs(t.Context(), "db:5432/d1", time.Time{})
	if err != nil || len(runs) != 15 {
		t.Fatalf("%d runs, %v", len(runs), err)
	}
	again, err := b.Runs(t.Context(), "db:5432/d1", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	for i, run := range runs {
		if again[i] != run {
			t.Errorf("run %+v, and %+v", run, again[i])
		}
		doc, err := a.Document(t.Context(), run.ID)
		if err != nil || doc.Target.Database != "d1" || doc.Summary.Warning != 2*i+1 {
			t.Errorf("run %d: %+v, %v", i, doc.Summary, err)
		}
	}
	if _, err := a.Document(t.Context(), 7); !errors.Is(err, report.ErrNoDocument) {
		t.Errorf("error %v", err)
	}
}

// Requests come at the same time, and files change meanwhile.
func TestFilesAtOnce(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	write(t, folder, "0.json", document("shop", noon, many(3)...))
	handler := site(t, files(t, folder), nil)
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for n := range 5 {
				write(t, folder, fmt.Sprintf("%d-%d.json", i, n), document("shop", noon.Add(-time.Duration(i*5+n)*time.Minute), many(3)...))
				for _, path := range []string{"/", "/findings", "/trends", "/metrics", "/finding" + query("target", "db:5432/shop", "key", "fk-without-index:public.t0001")} {
					if response := ask(handler, "GET", path, nil); response.StatusCode != 200 {
						t.Errorf("%s: status %d: %s", path, response.StatusCode, text(t, response))
					}
				}
			}
		})
	}
	all.Wait()
}

func TestMemoryForgets(t *testing.T) {
	t.Parallel()
	m := &Memory{}
	one := finding("fk-without-index", checks.Warning, "public.a")
	for i := range runsKept + 100 {
		m.Add("shop", document("shop", noon.Add(time.Duration(i)*time.Minute), one))
	}
	m.Fail("shop", noon.AddDate(0, 0, 1), "refused")
	ctx := context.Background()
	runs, _ := m.Runs(ctx, "shop", time.Time{})
	seen, _ := m.Seen(ctx, "shop", one.Key)
	if len(runs) != runsKept || len(seen) != runsKept-1 {
		t.Errorf("%d runs, %d of them with the finding", len(runs), len(seen))
	}
	documents := 0
	for _, run := range runs {
		_, err := m.Document(ctx, run.ID)
		if err == nil {
			documents++
		} else if !errors.Is(err, report.ErrNoDocument) {
			t.Errorf("error %v", err)
		}
	}
	if documents != documentsKept {
		t.Errorf("%d documents", documents)
	}
	if _, err := m.Document(ctx, runs[len(runs)-1].ID); err == nil || !strings.Contains(err.Error(), "could not be examined: refused") {
		t.Errorf("error %v", err)
	}
}
