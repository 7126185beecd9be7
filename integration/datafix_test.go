package integration

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"
)

// dataCase is one file of testdata/datafix: a database that somebody has made
// hard to cure. Its directives are comments at the start of a line:
//
//	-- since 15                the first major that has the syntax
//	-- assert: SELECT ...      one boolean, true once it is cured
//	-- refused: words          nothing may change, and these words say why
//	-- says: words             these words say why a part of it is not cured
//	-- fails: words            a step fails with these words and moves nothing
//	-- strategy: CHECK=WAY     how it is to be cured, where there is a choice
//	-- aside: public.audit     what triggers write there an undo does not take back
type dataCase struct {
	script  string
	since   int
	asserts []string
	refused []string
	fails   []string
	says    []string
	aside   []string
	flags   []string
}

var caseDirective = regexp.MustCompile(`(?m)^-- (since|assert|refused|fails|says|strategy|aside):? (.+)$`)

func readDataCase(t *testing.T, path string) dataCase {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c := dataCase{script: string(text)}
	for _, match := range caseDirective.FindAllStringSubmatch(c.script, -1) {
		switch word := strings.TrimSpace(match[2]); match[1] {
		case "since":
			c.since, _ = strconv.Atoi(word)
		case "assert":
			c.asserts = append(c.asserts, word)
		case "refused":
			c.refused = append(c.refused, word)
		case "says":
			c.says = append(c.says, word)
		case "fails":
			c.fails = append(c.fails, word)
		case "strategy":
			c.flags = append(c.flags, "--strategy", word)
		case "aside":
			c.aside = append(c.aside, "row "+word+" ")
		}
	}
	return c
}

// TestDataFixes cures, undoes and cures again what moves rows: no row is lost,
// none becomes an orphan, all that goes or changes is kept, all comes back.
func TestDataFixes(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob("testdata/datafix/*.sql")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for n, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".sql"), func(t *testing.T) {
			t.Parallel()
			c := readDataCase(t, path)
			for _, s := range inTurn(n, endsSince(c.since)) {
				t.Run(fmt.Sprintf("pg%d", s.Major), func(t *testing.T) {
					t.Parallel()
					dsn := s.Database(t)
					play(t, dsn, c.script)
					c.prove(t, dsn)
				})
			}
		})
	}
}

var movesRows = []string{"duplicate-emails", "orphan-rows", "constraint-not-validated"}

func cure(t *testing.T, dsn string, flags ...string) ran {
	t.Helper()
	return pgdoctor(t, slices.Concat([]string{"fix", "--apply", "--yes", "--max-risk", "data", "--dsn", dsn}, flags, movesRows)...)
}

func takeBack(t *testing.T, dsn string) ran {
	t.Helper()
	return pgdoctor(t, "undo", "--all", "--yes", "--dsn", dsn)
}

func (c dataCase) prove(t *testing.T, dsn string) {
	before := c.rows(t, dsn)
	orphans := strayRows(t, dsn)
	for _, round := range []string{"first", "again"} {
		got := cure(t, dsn, c.flags...)
		for _, words := range slices.Concat(c.refused, c.fails, c.says) {
			if !strings.Contains(got.stdout+got.stderr, words) {
				t.Errorf("%s: not said: %q", round, words)
			}
		}
		switch {
		case len(c.fails) > 0:
			if got.code != 3 {
				t.Errorf("%s: exit code %d, want 3\n%s%s", round, got.code, got.stdout, got.stderr)
			}
			wantSame(t, round+" failure changed something", before, c.rows(t, dsn))
		case len(c.refused) > 0:
			wantSame(t, round+" refusal changed something", before, c.rows(t, dsn))
		default:
			if got.code != 0 {
				t.Fatalf("%s: exit code %d\n%s%s", round, got.code, got.stdout, got.stderr)
			}
			c.wantWell(t, dsn, round, before, orphans)
		}
		if undone := takeBack(t, dsn); undone.code != 0 {
			t.Fatalf("%s undo: exit code %d\n%s%s", round, undone.code, undone.stdout, undone.stderr)
		}
		wantSame(t, round+" undo did not bring everything back", before, c.rows(t, dsn))
		if t.Failed() {
			t.Logf("fix said:\n%s%s", got.stdout, got.stderr)
			return
		}
	}
}

// wantWell: the rows that went or changed are all in quarantine, nothing refers
// to nothing that did not before, and what the case asserts holds.
func (c dataCase) wantWell(t *testing.T, dsn, round string, before []string, orphans map[string]string) {
	t.Helper()
	kept := keptRows(t, dsn)
	after := map[string]int{}
	for _, line := range c.rows(t, dsn) {
		after[line]++
	}
	for _, line := range before {
		if after[line]--; after[line] < 0 && strings.HasPrefix(line, "row ") && !kept[line] {
			t.Errorf("%s: lost: %s", round, line)
		}
	}
	for reference, count := range strayRows(t, dsn) {
		if orphans[reference] != count {
			t.Errorf("%s: new orphans: %s: %q before, %q after", round, reference, orphans[reference], count)
		}
	}
	for _, query := range c.asserts {
		if got := ask(t, dsn, strings.TrimSuffix(query, ";")); got != "true" {
			t.Errorf("%s: %s is %s", round, query, got)
		}
	}
}

// rows is a picture without what is set aside.
func (c dataCase) rows(t *testing.T, dsn string) []string {
	t.Helper()
	return slices.DeleteFunc(picture(t, dsn, false), func(line string) bool {
		return strings.HasPrefix(line, "sequence ") || slices.ContainsFunc(c.aside, func(prefix string) bool { return strings.HasPrefix(line, prefix) })
	})
}

func wantSame(t *testing.T, what string, before, after []string) {
	t.Helper()
	if slices.Equal(before, after) {
		return // cmp.Diff takes its time over tens of thousands of rows
	}
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("%s (-before +after):\n%s", what, diff)
	}
}

// strayRows is what orphan-rows finds, by reference.
func strayRows(t *testing.T, dsn string) map[string]string {
	t.Helper()
	got := pgdoctor(t, "check", "orphan-rows", "--format", "json", "--dsn", dsn)
	found := map[string]string{}
	for _, finding := range checkOf(t, checked(t, got), "orphan-rows").Findings {
		found[finding.Key] = finding.Message
	}
	return found
}

// keptTables pairs each users' table with each table of the quarantine that has
// all of its columns, and asks for the rows there as rows of the former.
const keptTables = `
SELECT format('SELECT %L || r::text FROM (SELECT %s FROM pgdoctor.%I AS q) AS r', 'row ' || format('%I.%I', n.nspname, c.relname) || ' ', col.list, q.relname)
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
    SELECT string_agg(format('q.%I', a.attname), ', ' ORDER BY a.attnum) AS list, array_agg(a.attname) AS names
    FROM pg_attribute AS a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
) AS col
JOIN pg_class AS q ON q.relnamespace = 'pgdoctor'::regnamespace AND q.relname ~ '^q\d' AND q.relkind = 'r'
 AND col.names <@ (SELECT array_agg(a.attname) FROM pg_attribute AS a WHERE a.attrelid = q.oid AND a.attnum > 0)
WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'pgdoctor')`

func keptRows(t *testing.T, dsn string) map[string]bool {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	kept := map[string]bool{}
	for _, query := range column(t, conn, keptTables) {
		for _, line := range column(t, conn, query) {
			kept[line] = true
		}
	}
	return kept
}
