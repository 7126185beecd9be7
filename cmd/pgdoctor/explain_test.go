package main

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/procedures"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

const (
	bold  = "\x1b[1m"
	reset = "\x1b[0m"
)

// On a terminal a page says the same, and its SQL is the same, with headings in bold that keep within the width.
func TestPagesOnTerminal(t *testing.T) {
	server := postgres.Server{VersionNum: postgres.NewestMajor * 10000}
	narrow := report.Style{Width: 60}
	pages := map[string]func(report.Style) (string, error){}
	for _, check := range checks.All() {
		doc := check.Describe()
		pages[doc.ID] = func(style report.Style) (string, error) { return explanation(doc, server, "--pg", style) }
	}
	for _, doc := range procedures.All {
		pages[doc.Name] = func(style report.Style) (string, error) { return procedurePage(doc, style), nil }
	}
	shown := 0
	for name, page := range pages {
		without, err := page(narrow)
		if err != nil {
			t.Fatal(err)
		}
		narrow.Color = true
		with, err := page(narrow)
		narrow.Color = false
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(without, "\x1b") || !strings.HasPrefix(with, bold+name+":") {
			t.Errorf("%s: bold is not where it is wanted, and nowhere else", name)
		}
		for line := range strings.Lines(with) {
			heading, ok := strings.CutPrefix(line, bold)
			heading = strings.TrimSpace(strings.Replace(heading, reset, "", 1))
			if ok && strings.Contains(heading, " ") && utf8.RuneCountInString(heading) > narrow.Width {
				t.Errorf("%s: a heading is too wide: %q", name, line)
			}
		}
		said := strings.NewReplacer(bold, "", reset, "").Replace(with)
		if strings.Join(strings.Fields(said), " ") != strings.Join(strings.Fields(without), " ") {
			t.Errorf("%s: says something else on a terminal:\n%s", name, said)
		}
		_, sql, ok := strings.Cut(without, fmt.Sprintf("\nSQL for PostgreSQL %d (--pg):\n", postgres.NewestMajor))
		if ok {
			shown++
		}
		if !strings.HasSuffix(with, sql) {
			t.Errorf("%s: the SQL is another one", name)
		}
	}
	if shown < len(pages)*9/10 {
		t.Errorf("%d of %d pages show SQL", shown, len(pages))
	}
}
