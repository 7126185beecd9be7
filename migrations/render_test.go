package migrations

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/wasilibs/go-pgquery/parser"

	"github.com/pgdoctor/pgdoctor/fixes"
)

// statements counts the statements of a text as PostgreSQL would.
func statements(t *testing.T, text string) int {
	t.Helper()
	tree, err := parser.ParseToJSON(text)
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	var parsed struct{ Stmts []json.RawMessage }
	if err := json.Unmarshal([]byte(tree), &parsed); err != nil {
		t.Fatal(err)
	}
	return len(parsed.Stmts)
}

// TestHeaderIsComment: names of users' objects are in the header, and none may
// end the comment.
func TestHeaderIsComment(t *testing.T) {
	for name, breaker := range map[string]string{
		"line feed": "\n", "carriage return": "\r", "both": "\r\n", "vertical tab": "\v", "form feed": "\f",
		"next line": "\u0085", "line separator": "\u2028", "paragraph separator": "\u2029", "NUL": "\x00", "escape": "\x1b[2K\n",
		"end of another comment": "*/\n", "dollars": "$pgdoctor$\n", "quote": "'\"\n",
	} {
		t.Run(name, func(t *testing.T) {
			evil := breaker + "DROP TABLE users;" + breaker + "DROP TABLE orders; --"
			step := fixes.Step{
				Version: 1, Kind: "create-index" + evil, Slug: "x", Cures: "check:" + evil, Risk: fixes.Data,
				Locks: []fixes.Lock{{Mode: "ShareLock", Relation: evil}}, Note: "ends " + evil, Waits: true,
				Up: "SELECT 1;", Down: "SELECT 2;", Alone: true, DownAlone: true,
			}
			file := Render(step, ToFiles, "v1"+evil)
			for _, text := range []string{file.Up, file.Down} {
				if n := statements(t, text); n != 1 {
					t.Errorf("%d statements in\n%s", n, text)
				}
				lines := strings.Split(strings.TrimSpace(text), "\n")
				if len(lines) != 6 {
					t.Errorf("%d lines in\n%s", len(lines), text)
				}
				for _, line := range lines[:len(lines)-1] {
					if !strings.HasPrefix(line, "-- ") || strings.ContainsAny(line, "\r\v\f\x00\x1b\u0085\u2028\u2029") {
						t.Errorf("a line of the header is %q", line)
					}
				}
			}
		})
	}
}

func TestRender(t *testing.T) {
	const limit, upMark, downMark = "SET LOCAL lock_timeout = '500ms';\n",
		"UPDATE pgdoctor.journal SET up_committed = true WHERE version = 7;\n",
		"UPDATE pgdoctor.journal SET down_committed = true WHERE version = 7;\n"
	const comment = "-- cannot be brought back\n\n-- ever"
	for name, test := range map[string]struct {
		step     fixes.Step
		to       Destination
		up, down string // without the header
		n, m     int    // statements of both
	}{
		"transactional": {
			fixes.Step{Up: "\nSELECT 1;\n\n", Down: "SELECT 2;"}, ToRecord,
			limit + "SELECT 1;\n" + upMark, limit + "SELECT 2;\n" + downMark, 3, 3,
		},
		"transactional, to files": {
			fixes.Step{Up: "SELECT 1;", Down: "SELECT 2;"}, ToFiles,
			limit + "SELECT 1;\n", limit + "SELECT 2;\n", 2, 2,
		},
		"alone": {
			fixes.Step{Up: "SELECT 1;", Down: "SELECT 2;", Alone: true, DownAlone: true}, ToRecord,
			"SELECT 1;\n", "SELECT 2;\n", 1, 1,
		},
		"alone, to files": {
			fixes.Step{Up: "SELECT 1;", Down: "SELECT 2;", Alone: true, DownAlone: true}, ToFiles,
			"SELECT 1;\n", "SELECT 2;\n", 1, 1,
		},
		"only up alone": {
			fixes.Step{Up: "SELECT 1;", Down: "SELECT 2;", Alone: true}, ToRecord,
			"SELECT 1;\n", limit + "SELECT 2;\n" + downMark, 1, 3,
		},
		"nothing to undo": {
			fixes.Step{Up: "SELECT 1;", Down: comment}, ToRecord,
			limit + "SELECT 1;\n" + upMark, comment + "\n", 3, 0,
		},
	} {
		t.Run(name, func(t *testing.T) {
			test.step.Version, test.step.Slug, test.step.Risk = 7, "a_slug", fixes.Online
			file := Render(test.step, test.to, "v1")
			if file.Name != "7_a_slug" {
				t.Errorf("its name is %s", file.Name)
			}
			head := header(test.step, "v1")
			if got := strings.TrimPrefix(file.Up, head); got != test.up || statements(t, file.Up) != test.n {
				t.Errorf("up: got\n%s\nwant\n%s", got, test.up)
			}
			if got := strings.TrimPrefix(file.Down, head); got != test.down || statements(t, file.Down) != test.m {
				t.Errorf("down: got\n%s\nwant\n%s", got, test.down)
			}
		})
	}
}

func TestHeader(t *testing.T) {
	step := fixes.Step{
		Kind: "create-index", Cures: "fk-without-index:public.orders", Risk: fixes.Online, Reversible: true, Waits: true,
		Locks: []fixes.Lock{{Mode: "ShareLock", Relation: "public.a"}, {Mode: "RowShareLock", Relation: "public.b"}}, Note: "a note",
	}
	const want = `-- pgdoctor v1: create-index for fk-without-index:public.orders
-- risk: online; reversible: true
-- lock: ShareLock on public.a
-- lock: RowShareLock on public.b
-- runs alone, without lock_timeout and statement_timeout, never through a pooler in transaction mode
-- a note
`
	if got := header(step, "v1"); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestIsComment(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "-- a": true, "-- a\n\n-- b\n": true, "\n-- a": true,
		"SELECT 1;": false, "-- a\nSELECT 1;": false, "-- a\n  SELECT 1;": false, "/* a */ SELECT 1": false,
	} {
		if got := isComment(text); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

func TestNextVersion(t *testing.T) {
	noon := time.Date(2026, 3, 4, 12, 0, 59, 999999999, time.UTC)
	for name, test := range map[string]struct {
		now     time.Time
		highest int64
		want    int64
	}{
		"the time":            {noon, 0, 20260304120059},
		"in UTC":              {noon.In(time.FixedZone("", -9*3600)), 0, 20260304120059},
		"above an older one":  {noon, 20260304120058, 20260304120059},
		"above its own":       {noon, 20260304120059, 20260304120060},
		"above the future":    {noon, 20991231235959, 20991231235960},
		"above another style": {noon, 90000000000000000, 90000000000000001},
		"small numbers":       {noon, 12, 20260304120059},
	} {
		t.Run(name, func(t *testing.T) {
			if got := NextVersion(test.now, test.highest); got != test.want {
				t.Errorf("got %d, want %d", got, test.want)
			}
		})
	}
}

func TestNextVersionRises(t *testing.T) {
	last := int64(0)
	now := time.Date(2026, 12, 31, 23, 59, 50, 0, time.UTC)
	for range 100 {
		now = now.Add(700 * time.Millisecond) // several in one second, over the year's end
		next := NextVersion(now, last)
		if next <= last {
			t.Fatalf("%d follows %d", next, last)
		}
		last = next + 4 // a plan of five steps
	}
}

func TestHighestIn(t *testing.T) {
	for name, test := range map[string]struct {
		files []string
		want  int64
	}{
		"none":             {nil, 0},
		"its own":          {[]string{"20260101120000_a.up.sql", "20260101120000_a.down.sql", "20251231000000_b.up.sql"}, 20260101120000},
		"counted":          {[]string{"000009_a.up.sql", "000010_b.up.sql"}, 10},
		"not alphabetical": {[]string{"9_a.up.sql", "10_b.up.sql"}, 10},
		"others":           {[]string{"README.md", "x1_a.up.sql", "_5_.sql", ".gitkeep", "-7_a.up.sql", "99999999999999999999_a.up.sql", "3_a.up.sql"}, 3},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			for _, file := range test.files {
				if err := os.WriteFile(filepath.Join(folder, file), nil, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if got := HighestIn(folder); got != test.want {
				t.Errorf("got %d, want %d", got, test.want)
			}
		})
	}
	if got := HighestIn(filepath.Join(t.TempDir(), "nowhere")); got != 0 {
		t.Errorf("no folder: got %d", got)
	}
}

func TestWrite(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "db", "migrations")
	steps := []fixes.Step{
		{Version: 20260101120000, Slug: "a", Up: "SELECT 1;", Down: "SELECT 2;", Risk: fixes.Online},
		{Version: 20260101120001, Slug: "b", Up: "SELECT 3;", Down: "-- nothing", Alone: true, Risk: fixes.Data},
	}
	written, err := Write(folder, steps, "v1")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"20260101120000_a.up.sql", "20260101120000_a.down.sql", "20260101120001_b.up.sql", "20260101120001_b.down.sql"}
	golangMigrate := regexp.MustCompile(`^([0-9]+)_(.*)\.(down|up)\.(.*)$`) // source.Regex
	for i, path := range written {
		if written[i] = filepath.Base(path); !golangMigrate.MatchString(written[i]) {
			t.Errorf("golang-migrate does not see %s", path)
		}
	}
	if !slices.Equal(written, want) {
		t.Errorf("got %v, want %v", written, want)
	}
	for i, step := range steps {
		file := Render(step, ToFiles, "v1")
		for j, text := range []string{file.Up, file.Down} {
			got, err := os.ReadFile(filepath.Join(folder, want[2*i+j]))
			if err != nil || string(got) != text || strings.Contains(text, "pgdoctor.journal") {
				t.Errorf("%s: %v\n%s", want[2*i+j], err, got)
			}
		}
	}
	if got := HighestIn(folder); got != 20260101120001 {
		t.Errorf("the highest is %d", got)
	}
}

func TestWriteOverwritesNothing(t *testing.T) {
	for _, taken := range []string{"1_a.up.sql", "1_a.down.sql"} {
		t.Run(taken, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, taken)
			if err := os.WriteFile(path, []byte("mine"), 0o644); err != nil {
				t.Fatal(err)
			}
			_, err := Write(folder, []fixes.Step{{Version: 1, Slug: "a", Up: "SELECT 1;", Down: "SELECT 2;"}}, "v1")
			if !errors.Is(err, fs.ErrExist) {
				t.Errorf("got %v", err)
			}
			if text, _ := os.ReadFile(path); string(text) != "mine" {
				t.Errorf("it holds %q now", text)
			}
		})
	}
	if _, err := Write(string([]byte{'/', 0}), nil, "v1"); err == nil {
		t.Error("a folder that cannot be made was made")
	}
}

// TestLimits: what only changes catalogs under a strong lock may not take long;
// what builds, reads or moves rows may, and what does nothing needs no limit.
func TestLimits(t *testing.T) {
	for name, test := range map[string]struct {
		step     fixes.Step
		up, down bool
	}{
		"catalogs":   {fixes.Step{Risk: fixes.Locking, Up: "SELECT 1;", Down: "SELECT 2;"}, true, true},
		"for undo":   {fixes.Step{Risk: fixes.Locking, Up: "-- nothing yet", Down: "SELECT 2;"}, false, true},
		"alone":      {fixes.Step{Risk: fixes.Locking, Up: "SELECT 1;", Down: "SELECT 2;", Alone: true, DownAlone: true}, false, false},
		"reads rows": {fixes.Step{Risk: fixes.Locking, Up: "SELECT 1;", Down: "SELECT 2;", Untried: "it reads"}, false, false},
		"data":       {fixes.Step{Risk: fixes.Data, Up: "SELECT 1;", Down: "SELECT 2;"}, false, false},
		"online":     {fixes.Step{Risk: fixes.Online, Up: "SELECT 1;", Down: "SELECT 2;"}, false, false},
	} {
		file := Render(test.step, ToRecord, "v1")
		if up, down := strings.Contains(file.Up, briefly), strings.Contains(file.Down, briefly); up != test.up || down != test.down {
			t.Errorf("%s: up %t, down %t", name, up, down)
		}
		for _, text := range []string{file.Up, file.Down} {
			if strings.Contains(text, briefly) && !strings.Contains(text, localTimeout+briefly) {
				t.Errorf("%s: no lock_timeout before it in\n%s", name, text)
			}
		}
	}
	if e := (Entry{Version: 7, Up: Render(fixes.Step{Version: 7, Risk: fixes.Locking, Up: "-- nothing", Down: "SELECT 1;"}, ToRecord, "v1").Up}); !e.keepsOnly() {
		t.Error("an up that is a comment does something")
	}
}
