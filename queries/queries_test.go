package queries

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/wasilibs/go-pgquery/parser"
)

// installed is where the extensions that queries name are, in a schema that
// nobody would choose.
var installed = map[string]string{"pg_stat_statements": `ext "1"`}

// ids are the names of all queries that run by themselves.
func ids(t *testing.T) []string {
	t.Helper()
	var list []string
	seen := map[string]bool{}
	for _, file := range all() {
		match := variantName.FindStringSubmatch(file)
		if match == nil {
			t.Fatalf("%s is named like no query", file)
		}
		if !seen[match[1]] && !included(file) {
			list = append(list, match[1])
		}
		seen[match[1]] = true
	}
	if len(list) < 10 {
		t.Fatalf("only %d queries", len(list))
	}
	return list
}

// included says that another file takes a file in.
func included(file string) bool {
	for _, other := range all() {
		for _, match := range include.FindAllStringSubmatch(content(other), -1) {
			if match[2] == file {
				return true
			}
		}
	}
	return false
}

func content(file string) string {
	text, err := files.ReadFile(file)
	if err != nil {
		panic(err) // all() listed it
	}
	return string(text)
}

func TestVariantName(t *testing.T) {
	for file, want := range map[string][2]string{
		"slow_statement.sql":      {"slow_statement", ""},
		"slow_statement.pg14.sql": {"slow_statement", "14"},
		"x.pg100.sql":             {"x", "100"},
		"slow-statement.sql":      {},
		"Slow.sql":                {},
		"slow.14.sql":             {},
		"slow.pg.sql":             {},
		"slow.sql.bak":            {},
	} {
		t.Run(file, func(t *testing.T) {
			var got [2]string
			if match := variantName.FindStringSubmatch(file); match != nil {
				got = [2]string(match[1:])
			}
			if got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestVariants(t *testing.T) {
	for _, id := range ids(t) {
		t.Run(id, func(t *testing.T) {
			variants := Variants(id)
			if hyphened := Variants(strings.ReplaceAll(id, "_", "-")); len(hyphened) != len(variants) {
				t.Errorf("%d variants by its name, %d by the check's ID", len(variants), len(hyphened))
			}
			for i, variant := range variants {
				if i > 0 && variant.Since <= variants[i-1].Since {
					t.Errorf("%v are not in order", variants)
				}
			}
		})
	}
	if got := Variants("no-such-check"); len(got) != 0 {
		t.Errorf("of nothing: got %v", got)
	}
}

func TestFindUnsupported(t *testing.T) {
	if text, err := Find("no-such-check", 15, installed); !errors.Is(err, ErrUnsupported) {
		t.Errorf("got %q, %v", text, err)
	}
}

// TestFindVariant builds the package over other queries, since the embedded
// ones have no variants of which one could be wrong.
func TestFindVariant(t *testing.T) {
	source, err := os.ReadFile("queries.go")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":                  "module elsewhere\n\ngo 1.26\n",
		"queries/queries.go":      string(source),
		"queries/both.sql":        "-- both\nSELECT 'always';\n",
		"queries/both.pg9.sql":    "SELECT '9'",
		"queries/both.pg14.sql":   "SELECT '14'",
		"queries/both.pg17.sql":   "SELECT '17'\n;\n",
		"queries/both_2.pg13.sql": "SELECT 'another query'",
		"queries/late_one.pg16.sql": "SELECT (\n    -- include: part.sql\n)\n-- include: part.sql of something\n" +
			"FROM @extschema:b_2@.x, @extschema:a@.y;",
		"queries/part.sql":   "-- part\nSELECT (\n  -- include: inner.sql\n)\n",
		"queries/inner.sql":  "-- inner\nSELECT 1\n",
		"queries/circle.sql": "-- include: circle.sql",
		"queries/broken.sql": "-- include: nowhere.sql\nSELECT 1",
		"main.go": `package main

import (
	"errors"
	"fmt"

	"elsewhere/queries"
)

func main() {
	fmt.Println(queries.Variants("both"))
	for _, ask := range []struct {
		id string
		major int
	}{{"both", 8}, {"both", 13}, {"both", 14}, {"both", 16}, {"both", 17}, {"both", 19}, {"late-one", 15}, {"late-one", 16}, {"broken", 15}, {"circle", 15}} {
		text, err := queries.Find(ask.id, ask.major, map[string]string{"a": "A\"1", "b_2": "public"})
		fmt.Printf("%s %d: %q %t %t\n", ask.id, ask.major, text, err != nil, errors.Is(err, queries.ErrUnsupported))
	}
	_, err := queries.Find("late_one", 18, map[string]string{"a": "x"})
	fmt.Println(err)
}
`,
	} {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	run := exec.CommandContext(t.Context(), "go", "run", ".")
	run.Dir = folder
	run.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod", "GOPROXY=off")
	got, err := run.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, got)
	}
	const want = `[{both.sql 0} {both.pg9.sql 9} {both.pg14.sql 14} {both.pg17.sql 17}]
both 8: "-- both\nSELECT 'always'" false false
both 13: "SELECT '9'" false false
both 14: "SELECT '14'" false false
both 16: "SELECT '14'" false false
both 17: "SELECT '17'\n" false false
both 19: "SELECT '17'\n" false false
late-one 15: "" true true
late-one 16: "SELECT (\n    -- part\n    SELECT (\n      -- inner\n      SELECT 1\n    )\n)\n-- include: part.sql of something\nFROM \"public\".x, \"A\"\"1\".y" false false
broken 15: "-- include: nowhere.sql\nSELECT 1" true false
circle 15: "-- include: circle.sql" true false
query late_one.pg16.sql: extension b_2 is not installed
`
	if string(got) != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestFindFillsIn(t *testing.T) {
	for _, id := range ids(t) {
		t.Run(id, func(t *testing.T) {
			for _, variant := range Variants(id) {
				text, err := Find(id, max(13, variant.Since), installed)
				if err != nil {
					t.Fatal(err)
				}
				for _, open := range []string{"-- include:", "@extschema"} {
					if strings.Contains(text, open) {
						t.Errorf("%s: %s is left open", variant.File, open)
					}
				}
				if _, err := parser.ParseToJSON(text + "\n/* pgdoctor */"); err != nil {
					t.Errorf("%s: %v", variant.File, err)
				}
			}
		})
	}
}

func TestFindExtensionSchema(t *testing.T) {
	text, err := Find("slow-statement", 15, installed)
	if err != nil || !strings.Contains(text, `FROM "ext ""1""".pg_stat_statements AS s`) {
		t.Errorf("the schema is not filled in: %v\n%s", err, text)
	}
	for _, id := range []string{"slow-statement", "statement-time-hog", "statement-texts"} {
		if _, err := Find(id, 15, map[string]string{"hypopg": "public"}); err == nil || !strings.Contains(err.Error(), "extension pg_stat_statements is not installed") {
			t.Errorf("%s without its extension: %v", id, err)
		}
	}
}

var (
	unqualified = regexp.MustCompile(`(?i)\b(from|join)\s+(lateral\s+)?(only\s+)?\(?\s*"?pg_(\w+)\b[^.]`)
	regclass    = regexp.MustCompile(`'pg_\w+'::`)
	limit       = regexp.MustCompile(`(?im)^.*\blimit\s+(\w+).*$`)
	comment     = regexp.MustCompile(`(?m)--.*$`)
	oneRow      = regexp.MustCompile(`^-- (One row|This database)\b`)
	ordered     = regexp.MustCompile(`(?m)^ORDER BY `)
)

func TestFiles(t *testing.T) {
	for _, file := range all() {
		t.Run(file, func(t *testing.T) {
			text := content(file)
			header, body := split(text)
			if n := strings.Count(header, "\n"); n < 1 || n > 3 {
				t.Errorf("its header has %d lines, not one to three", n)
			}
			if !strings.HasSuffix(text, "\n") || strings.HasSuffix(text, "\n\n") {
				t.Error("it does not end in one line break")
			}
			code := comment.ReplaceAllString(body, "")
			if strings.Contains(code, ";") {
				t.Error("a semicolon, behind which nothing of pgdoctor can follow")
			}
			if found := unqualified.FindString(strings.ReplaceAll(code, "pg_catalog.", "\x00")); found != "" {
				t.Errorf("%s: a catalog without pg_catalog", found)
			}
			// the schema itself cannot be qualified
			if found := regclass.FindString(strings.ReplaceAll(code, "'pg_catalog'::", "")); found != "" {
				t.Errorf("%s: a catalog without pg_catalog", found)
			}
			if !included(file) && !oneRow.MatchString(header) && !ordered.MatchString(code) {
				t.Error("no ORDER BY, and neither one row nor an include")
			}
			for _, match := range limit.FindAllStringSubmatch(body, -1) {
				line, number := match[0], match[1]
				if !strings.Contains(line, "--") && !strings.Contains(strings.ReplaceAll(header, ",", ""), number+" ") {
					t.Errorf("%s: no word on why there is a limit", strings.TrimSpace(line))
				}
			}
			if strings.Contains(text, "/* pgdoctor */") && file != "statements.sql" {
				t.Error("the mark is the runner's to set")
			}
		})
	}
}

// split cuts the header, the comment lines at the start, off.
func split(text string) (header, body string) {
	for rest := text; strings.HasPrefix(rest, "--"); {
		line, after, _ := strings.Cut(rest, "\n")
		header += line + "\n"
		rest = after
	}
	return header, strings.TrimPrefix(text, header)
}

// TestRules shows that the rules of TestFiles can be broken.
func TestRules(t *testing.T) {
	for code, want := range map[string]bool{
		"FROM pg_class AS c":                      true,
		"from pg_stat_activity\n":                 true,
		"JOIN LATERAL pg_partition_tree(x)":       true,
		"JOIN (\n    pg_locks AS l":               true,
		"FROM \x00pg_class AS c":                  false,
		"FROM \"ext\".pg_stat_statements AS s":    false,
		"FROM pg_temp.x AS c":                     false,
		"SELECT * FROM users WHERE from_pg_dump ": false,
	} {
		if got := unqualified.MatchString(code); got != want {
			t.Errorf("%q: got %v", code, got)
		}
	}
}
