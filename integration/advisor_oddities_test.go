package integration

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/advisor"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// scratchOf starts a scratch server with what is in a database.
func scratchOf(t *testing.T, s *servers.Server, snapshot *advisor.Snapshot, o advisor.ScratchOptions) *advisor.Scratch {
	t.Helper()
	o.Image, o.Progress = servers.Image(s.Major), t.Output()
	scratch, err := advisor.NewScratch(t.Context(), snapshot, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := scratch.Close(); err != nil {
			t.Error(err)
		}
	})
	return scratch
}

// TestScratchOddities loads a schema of everything, and wants all of it, also from
// a redacted snapshot.
func TestScratchOddities(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		script, err := os.ReadFile(filepath.Join("testdata", "advisor", "oddities.sql"))
		if err != nil {
			t.Fatal(err)
		}
		s.Exec(t, dsn, string(script))
		if s.Major >= 18 {
			s.Exec(t, dsn, `ALTER TABLE "we""ird".old ADD doubled int GENERATED ALWAYS AS (y * 2) VIRTUAL`)
		}
		s.Exec(t, dsn, `VACUUM ANALYZE "we""ird"."ta""ble", "we""ird".parent, "we""ird".pointing, "we""ird".old, "we""ird".old_2020, "we""ird".old_2021`)
		snapshot := capture(t, dsn)
		scratch := scratchOf(t, s, snapshot, advisor.ScratchOptions{SearchPath: []string{"public", "ext"}})
		for _, missing := range scratch.Missing() {
			if missing.Kind != "locale" {
				t.Errorf("missing: %+v", missing)
			}
		}
		sameStatistics(t, dsn, scratch.DSN())
		if got := ask(t, scratch.DSN(), "SELECT current_setting('search_path')"); got != `"public", "ext"` {
			t.Errorf("search_path is %s for those who come by DSN", got)
		}
		conn := connect(t, dsn)
		if _, err := conn.Exec(t.Context(), "SET search_path TO public, ext; SET max_parallel_workers_per_gather TO 0"); err != nil {
			t.Fatal(err)
		}
		for _, statement := range oddStatements(s.Major) {
			plan, err := scratch.Plan(t.Context(), statement, nil)
			if err != nil {
				t.Errorf("%s: %v", statement, err)
				continue
			}
			if want := realCost(t, conn, statement); math.Abs(plan.Cost/want-1) > 0.05 {
				t.Errorf("%s: cost %.2f, on the real server %.2f", statement, plan.Cost, want)
			}
		}
		snapshot.Redact()
		redacted := scratchOf(t, s, snapshot, advisor.ScratchOptions{})
		if _, err := redacted.Plan(t.Context(), `SELECT * FROM "we""ird"."ta""ble" WHERE feeling = 'bad'`, nil); err != nil {
			t.Error(err)
		}
		for _, missing := range redacted.Missing() {
			if missing.Kind != "locale" {
				t.Errorf("missing from a redacted snapshot: %+v", missing)
			}
		}
	})
}

func oddStatements(major int) []string {
	table := `"we""ird"."ta""ble"`
	list := []string{
		"SELECT * FROM " + table + ` WHERE "i""d" = 7`,
		"SELECT * FROM " + table + " WHERE feeling = 'it''s fine'",
		"SELECT * FROM " + table + " WHERE feeling > 'soso'",
		"SELECT * FROM " + table + " WHERE price > 120",
		"SELECT * FROM " + table + " WHERE mail = 'MAIL7@x.org'",
		"SELECT * FROM " + table + ` WHERE code = 'c"{,7'`,
		"SELECT * FROM " + table + " WHERE 'worse' = ANY (feelings)",
		"SELECT * FROM " + table + " WHERE words @@ to_tsquery('pg_catalog.german', 'wort')",
		"SELECT * FROM " + table + " WHERE address < '10.0.0.50'",
		"SELECT * FROM " + table + " WHERE raw < '\\x0020'",
		"SELECT * FROM " + table + ` WHERE doc @> '{"k": 3}'`,
		"SELECT * FROM " + table + " WHERE spent BETWEEN interval '3 hours' AND interval '7 hours'",
		"SELECT * FROM " + table + ` WHERE home = ROW('a "street", \ of 3', 3)::"we""ird".place`,
		"SELECT * FROM " + table + " WHERE lower(body) = 'x' AND feeling <> 'worse'",
		"SELECT * FROM " + table + ` WHERE to_tsvector('"we""ird".mine', body) @@ to_tsquery('"we""ird".mine', 'wort')`,
		`SELECT * FROM "we""ird".parent WHERE region = 'n' AND n < 100`,
		`SELECT * FROM "we""ird".parent JOIN "we""ird".pointing USING (region, n)`,
		`SELECT * FROM "we""ird".old WHERE y = 2021`,
		`SELECT * FROM "we""ird".a_view`,
		`SELECT * FROM "we""ird".rows_of() WHERE price > 5`,
		"SELECT t.*, count(*) FROM " + table + ` AS t JOIN "we""ird".pointing AS p ON p.n = t."i""d" GROUP BY t."i""d"`,
		`SELECT nextval('"we""ird".counter')`,
		`INSERT INTO "we""ird".parent VALUES ('n', 1) ON CONFLICT (region, n) DO NOTHING`,
		"SELECT * FROM empty_table",
	}
	if major >= 18 {
		list = append(list, `SELECT * FROM "we""ird".old WHERE doubled = 4042`)
	}
	return list
}

// sameStatistics compares pg_stats there and here, but for what the snapshot
// leaves out.
func sameStatistics(t *testing.T, there, here string) {
	t.Helper()
	query := `SELECT coalesce(string_agg(format('%s', row_to_json(s)), E'\n' ORDER BY s.tablename, s.attname, s.inherited), '')
FROM (
    SELECT tablename, attname, inherited, null_frac, avg_width, n_distinct, most_common_vals::text, most_common_freqs, histogram_bounds::text,
        correlation, most_common_elems::text, most_common_elem_freqs, elem_count_histogram
    FROM pg_stats
    WHERE schemaname = 'we"ird'
) AS s`
	want, got := strings.Split(ask(t, there, query), "\n"), strings.Split(ask(t, here, query), "\n")
	if len(want) < 20 {
		t.Errorf("%d rows of pg_stats are too few to compare", len(want))
	}
	for i := range want {
		if i >= len(got) || want[i] != got[i] {
			t.Errorf("statistics differ from row %d on:\n%s\n%s", i, want[i], got[min(i, len(got)-1)])
			return
		}
	}
}

// TestScratchIsSafe loads a snapshot that was made to do harm, and plans statements
// that were: nothing but an error may come of it.
func TestScratchIsSafe(t *testing.T) {
	t.Parallel()
	s := middle()
	dsn := s.Database(t)
	s.Exec(t, dsn, `
CREATE FUNCTION evil(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN EXECUTE 'COPY (SELECT 1) TO PROGRAM ''touch /tmp/pgdoctor_harm'''; RETURN $1; END $$;
CREATE FUNCTION climb(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN EXECUTE 'RESET SESSION AUTHORIZATION'; EXECUTE 'ALTER ROLE pgdoctor_scratch SUPERUSER'; RETURN $1; END $$;
CREATE FUNCTION slow(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM pg_sleep(600); RETURN $1; END $$;
CREATE TABLE victim (id int PRIMARY KEY, t text);
INSERT INTO victim SELECT n, n::text FROM generate_series(1, 1000) AS n;
ANALYZE victim`)
	snapshot := capture(t, dsn)
	snapshot.Objects = append(snapshot.Objects,
		advisor.CapturedObject{Kind: "view", Schema: "public", Name: "two", SQL: "CREATE VIEW two AS SELECT 1; CREATE TABLE public.second()"},
		advisor.CapturedObject{Kind: "view", Schema: "public", Name: "program", SQL: "COPY (SELECT 1) TO PROGRAM 'touch /tmp/pgdoctor_harm'"},
		advisor.CapturedObject{Kind: "view", Schema: "public", Name: "rights", SQL: "ALTER ROLE pgdoctor_scratch SUPERUSER"},
		advisor.CapturedObject{Kind: "function", Schema: "public", Name: "c", SQL: "CREATE FUNCTION c() RETURNS int LANGUAGE c AS 'libc.so.6', 'abort'"},
		advisor.CapturedObject{Kind: "type", Schema: "public", Name: "path", SQL: "ALTER DATABASE scratch SET search_path = public"},
	)
	scratch := scratchOf(t, s, snapshot, advisor.ScratchOptions{Settings: map[string]string{"statement_timeout": "2s"}})
	refused := map[string]bool{}
	for _, missing := range scratch.Missing() {
		refused[missing.Name] = true
	}
	for _, name := range []string{"two", "program", "rights", "c"} {
		if !refused[name] {
			t.Errorf("%s was not refused", name)
		}
	}
	for _, statement := range []string{
		"SELECT evil('x')", "SELECT * FROM victim WHERE t = evil('x')", "SELECT climb('x')",
		"SELECT 1; COPY (SELECT 1) TO PROGRAM 'touch /tmp/pgdoctor_harm'", "SELECT pg_read_file('/etc/passwd'", "DROP TABLE victim",
		"ANALYZE victim", "SELECT * FROM public.second",
	} {
		if _, err := scratch.Plan(t.Context(), statement, nil); err == nil {
			t.Errorf("%s was planned", statement)
		}
	}
	started := time.Now()
	if _, err := scratch.Plan(t.Context(), "SELECT slow('x')", nil); postgres.SQLState(err) != "57014" || time.Since(started) > 20*time.Second {
		t.Errorf("a function that takes long: %v after %s", err, time.Since(started))
	}
	if _, err := scratch.Plan(t.Context(), "SELECT * FROM victim", []advisor.Index{
		{Schema: "public", Table: "victim", Method: "btree", Keys: []advisor.Key{{Expression: "evil(t)"}}},
	}); err != nil {
		t.Errorf("an index on a stranger's function: %v", err)
	}
	if got := ask(t, scratch.DSN(), "SELECT rolsuper FROM pg_roles WHERE rolname = 'pgdoctor_scratch'"); got != "false" {
		t.Error("the owner became a superuser")
	}
	// the server runs in a container, or on this machine
	if _, err := os.Stat("/tmp/pgdoctor_harm"); err == nil {
		t.Error("a program was run")
	}
	if got := ask(t, scratch.DSN(), "to_regclass('public.second')"); got != "NULL" {
		t.Error("the second statement was run")
	}
}

// TestScratchErrors: what is missing is said, and what is wrong with an index too.
func TestScratchErrors(t *testing.T) {
	t.Parallel()
	s := middle()
	dsn := s.Database(t)
	s.Exec(t, dsn, `CREATE EXTENSION hstore; CREATE TABLE things (id int PRIMARY KEY, attributes hstore, p point); CREATE TABLE others (id int PRIMARY KEY)`)
	snapshot := capture(t, dsn)
	for i := range snapshot.Extensions {
		if snapshot.Extensions[i].Name == "hstore" {
			snapshot.Extensions[i].Name = "not_here"
		}
	}
	scratch := scratchOf(t, s, snapshot, advisor.ScratchOptions{})
	_, err := scratch.Plan(t.Context(), "SELECT * FROM things", nil)
	if err == nil || !strings.Contains(err.Error(), `relation "things" does not exist`) || !strings.Contains(err.Error(), "hstore") {
		t.Errorf("a table that could not be made: %v", err)
	}
	for state, index := range map[string]advisor.Index{
		"42P01": {Schema: "public", Table: "nothing", Method: "btree", Keys: []advisor.Key{keyOn("id")}},
		"42703": {Schema: "public", Table: "others", Method: "btree", Keys: []advisor.Key{keyOn("no")}},
		"42704": {Schema: "public", Table: "others", Method: "magic", Keys: []advisor.Key{keyOn("id")}},
	} {
		if plan, err := scratch.Plan(t.Context(), "SELECT * FROM others", []advisor.Index{index}); postgres.SQLState(err) != state {
			t.Errorf("%s: plan %v and error %v", state, plan, err)
		}
	}
	if _, err := scratch.Plan(t.Context(), "SELECT * FROM others", []advisor.Index{{Schema: "public", Table: "others", Method: "hash", Keys: []advisor.Key{keyOn("id")}}}); err != nil {
		t.Errorf("after errors: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := advisor.NewScratch(ctx, snapshot, advisor.ScratchOptions{Image: servers.Image(s.Major)}); err == nil || ctx.Err() == nil {
		t.Errorf("a cancelled start: %v", err)
	}
	snapshot.Origin.VersionNum = 990000
	if _, err := advisor.NewScratch(t.Context(), snapshot, advisor.ScratchOptions{}); err == nil || !strings.Contains(err.Error(), "PostgreSQL 99") {
		t.Errorf("a major that nobody has: %v", err)
	}
}
