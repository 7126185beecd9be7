package integration

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/integration/servers"
)

// foreign has names outside ASCII, written as escapes, since each encoding has
// bytes of its own for them.
const foreign = `
CREATE TABLE "stra%[1]sse" (id bigint PRIMARY KEY, "gr%[1]sn" text);
CREATE TABLE "h%[1]suser" (id bigint PRIMARY KEY, "stra%[1]sse_id" bigint REFERENCES "stra%[1]sse", email text);
INSERT INTO "h%[1]suser" VALUES (1, NULL, 'a@example.org'), (2, NULL, 'a@example.org');
CREATE INDEX "%[1]s1" ON "h%[1]suser" (email);
CREATE INDEX "%[1]s2" ON "h%[1]suser" (email);
COMMENT ON INDEX "%[1]s2" IS 'gr%[1]sn';
`

// In databases of other encodings every check runs, names come out whole, and a
// fix of such a name works and is undone.
func TestEncodings(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		for encoding, letter := range map[string]string{"LATIN1": "\xe4", "SQL_ASCII": "\xc3\xa4", "UTF8": "\xc3\xa4", "EUC_JP": "\xa4\xa2"} {
			t.Run(encoding, func(t *testing.T) {
				dsn := s.DatabaseWith(t, fmt.Sprintf("ENCODING '%s' LOCALE 'C'", encoding))
				s.Exec(t, dsn+"&client_encoding="+encoding, fmt.Sprintf(foreign, letter))
				want := "index-duplicate:public.ä2"
				if encoding == "EUC_JP" {
					want = "index-duplicate:public.あ2"
				}
				duplicate := byID(t, runAll(t, dsn), "index-duplicate")
				if len(duplicate.Findings) != 1 || duplicate.Findings[0].Key != want {
					t.Fatalf("found %v, want %s", duplicate.Findings, want)
				}
				before := ask(t, dsn, indexNames)
				pgdoctor(t, "fix", "--apply", "--yes", "--dsn", dsn, want).want(t, 0, "")
				if got := ask(t, dsn, indexNames); strings.Contains(got, "2") || got == before {
					t.Errorf("after the fix there are %s, before %s", got, before)
				}
				pgdoctor(t, "undo", "--all", "--yes", "--dsn", dsn).want(t, 0, "")
				if got := ask(t, dsn, indexNames); got != before {
					t.Errorf("after undo there are %s, before %s", got, before)
				}
			})
		}
	})
}

const indexNames = `SELECT string_agg(relname || coalesce(' ' || obj_description(oid, 'pg_class'), ''), ', ' ORDER BY relname)
	FROM pg_class WHERE relkind = 'i' AND relname ~ '^[^h]{1,4}$' AND relnamespace = 'public'::regnamespace`

// Bytes that are no characters, which only SQL_ASCII lets in, cost no check its
// answer, but that about the rows behind such a name.
func TestBytesThatAreNoCharacters(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.DatabaseWith(t, "ENCODING 'SQL_ASCII' LOCALE 'C'")
		// pg_stat_statements cannot be read from any other database once it holds such a text
		s.Exec(t, dsn, "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET pg_stat_statements.track = none', current_database()); END $$")
		s.Exec(t, dsn, fmt.Sprintf(foreign, "\xff\xfe"))
		db, server := open(t, dsn)
		for _, result := range checks.Run(t.Context(), db, server, checks.All(), checks.Options{}) {
			if result.Status == checks.Failed && result.Doc.ID != "orphan-rows" {
				t.Errorf("%s failed: %s", result.Doc.ID, result.Reason)
			}
		}
		// a column of such a name cannot be asked for its rows: its name does not survive JSON
		if got := pgdoctor(t, "check", "--format", "json", "--dsn", dsn); got.code > 1 && !strings.HasSuffix(got.stderr, "pgdoctor: 1 check failed: orphan-rows\n") {
			t.Errorf("exit code %d: %s", got.code, got.stderr)
		}
	})
}
