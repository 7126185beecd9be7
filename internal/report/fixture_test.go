package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/olekukonko/tablewriter/pkg/twwidth"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

var update = flag.Bool("update", false, "rewrite testdata")

func TestMain(m *testing.M) {
	// The width of "…" depends on the locale; goldens must not.
	twwidth.SetEastAsian(false)
	os.Exit(m.Run())
}

// hostileReason is why something is ignored: a file of rules comes with a
// repository, and may be anybody's.
const hostileReason = "an \x1b[2J archive\nCRITICAL (1) | `` <script>alert(2)</script> @octocat https://evil.example ]]></failure> {0} [x](1) $HOME \u202e \xff"

// hostile is the one run that every renderer draws: each kind of result, and
// names as bad as PostgreSQL allows them.
func hostile() checks.Report {
	doc := func(id string, severity checks.Severity) checks.Doc {
		return checks.Doc{ID: id, Title: "title", Category: checks.Tables, Severity: severity}
	}
	finding := func(id string, severity checks.Severity, object, message string) checks.Finding {
		return checks.Finding{
			Key: id + ":" + object, Check: id, Severity: severity, Object: object, Message: message,
			Evidence: map[string]any{"name": object, "rows": int64(9007199254740993), "html": "<b>&</b>"},
		}
	}
	usually := func(severity checks.Severity, f checks.Finding) checks.Finding {
		f.Usual = severity
		return f
	}
	ignored := func(f checks.Finding, from, reason, until string) checks.Ignored {
		return checks.Ignored{Finding: f, From: from, Reason: reason, Until: until}
	}
	long := strings.Repeat("n", 63)
	return checks.Report{
		Server: postgres.Server{
			Version: "15.18 (Debian 15.18-0+deb12u1)", VersionNum: 150018, Database: "verihome", Role: "app",
		},
		Target:  postgres.Target{Host: "127.0.0.1", Port: 5432, Database: "pool", User: "login"},
		Started: time.Date(2026, 11, 23, 8, 30, 0, 0, time.UTC),
		Took:    812 * time.Millisecond,
		Results: []checks.Result{
			{Doc: doc("xid-wraparound", checks.Critical), Status: checks.OK, Examined: 1203, Took: 3140 * time.Microsecond},
			{Doc: doc("index-unused", checks.Info), Status: checks.Skipped, Reason: "nothing found, but statistics are only 3 min old: too young to call it healthy", Examined: 40},
			{Doc: doc("table-bloat", checks.Warning), Status: checks.Failed, Reason: "ran longer than 30s (--timeout), or was cancelled"},
			{
				Doc: doc("orphan-rows", checks.Critical), Status: checks.Findings, Examined: 7,
				Reason: "2 of 9 links not examined: public.a.b -> public.c.id: a right is missing",
				Findings: []checks.Finding{
					finding("orphan-rows", checks.Critical, "public.listings.user_id -> public.users.id", "1,204 rows point at users that do not exist"),
				},
				Unknown: []checks.Unknown{
					{Object: "public.a.b -> public.c.id", Reason: "a right is missing: permission denied for table a (SQLSTATE 42501)", Denied: true},
					{Object: "public.\x1b]0;owned\x07.b -> public.c.id", Reason: "ran longer than 30s (--timeout), or was cancelled"},
				},
			},
			{
				Doc: doc("fk-without-index", checks.Warning), Status: checks.Findings, Examined: 12, Took: 400 * time.Microsecond,
				Ignored: []checks.Ignored{ignored(finding("fk-without-index", checks.Info, "audit.a.\x1b[31mred", "no index"), "a|b<i>`.yaml:7", hostileReason, "2027-01-31")},
				Findings: []checks.Finding{
					usually(checks.Info, finding("fk-without-index", checks.Warning, "public.orders.orders_user_id_fkey", "no index starts with (user_id): deleting from public.users reads all of public.orders")),
					finding("fk-without-index", checks.Warning, "public.\x1b[2Jwiped.\x1b[31mred", "the name clears the screen \x1b[2J and \u009b31m goes red"),
					finding("fk-without-index", checks.Warning, "public.two\nCRITICAL (1)\n  fake-check.k", "the name holds\nnew lines\tand a tab"),
					finding("fk-without-index", checks.Warning, `public."say ""hi""".it's`, `quotes " ' and a backslash \`),
					finding("fk-without-index", checks.Warning, "public."+long+"."+long, "63 bytes each"),
					finding("fk-without-index", checks.Info, "public.a|b.<script>alert(1)</script>", "a | and <script>alert('x')</script> & `code` *bold*"),
					finding("fk-without-index", checks.Info, "public.注文.利用者番号", "全角の名前でも桁が揃わなければならない: 外部キーに索引がない"),
					finding("fk-without-index", checks.Info, "public.\u202egpj.exe\u2066", "turns the direction of text \u202eback"),
					finding("fk-without-index", checks.Info, "public. lead.trail ", "spaces at either end"),
					finding("fk-without-index", checks.Info, "public.bad\xffutf8.\xc3", "what a database of encoding SQL_ASCII may hold: \xff"),
					finding("fk-without-index", checks.Info, "public.no\x01xml\x0b\ufffe]]>.</failure>", "no character of XML: \x01 \ufffe ]]> <!-- &lt; {{.}} ${x} %s"),
					finding("fk-without-index", checks.Info, "public.@octocat.``[x](https://evil.example)", "calls @octocat, see https://evil.example or www.evil.example, fixes #1, mail a@evil.example"),
					finding("fk-without-index", checks.Info, `public.\|pipes||\\|.</details>`, "a | b \\| c <img src=https://evil.example/x onerror=alert(1)> | critical=0"),
				},
			},
			{Doc: doc("pg-stat-statements-unavailable", checks.Info), Status: checks.Findings, Examined: 1, Findings: []checks.Finding{
				finding("pg-stat-statements-unavailable", checks.Info, "extension pg_stat_statements", "not installed: CREATE EXTENSION pg_stat_statements"),
			}},
			{Doc: doc("no-primary-key", checks.Warning), Status: checks.OK, Examined: 20, Ignored: []checks.Ignored{
				ignored(finding("no-primary-key", checks.Warning, "tmp.a", "no primary key"), ".pgdoctor.yaml:9", "short-lived", ""),
				ignored(finding("no-primary-key", checks.Critical, "tmp.\x1b[2J\u202eb|<script>", "no primary key\n@octocat"), ".pgdoctor.yaml:9", "short-lived", ""),
			}},
		},
	}
}

// indexFix offers a fix for one check, as package fixes would.
func indexFix(doc checks.Doc) *Fix {
	if doc.ID != "fk-without-index" {
		return nil
	}
	return &Fix{Kind: "create-index", Risk: "online", Reversible: true}
}

// withSQL adds what the fixes would run, which holds names of objects.
func withSQL(doc Document) Document {
	for _, check := range doc.Checks {
		for _, finding := range check.Findings {
			if finding.Fix != nil {
				finding.Fix.SQL = `CREATE INDEX CONCURRENTLY ON t ("` + finding.Object + "\");\nSELECT 1 < 2;"
			}
		}
	}
	return doc
}

func hostileDocument() Document {
	doc := withSQL(New(hostile(), "1.2.3", indexFix))
	doc.Overview = []checks.Chart{
		{ID: "tables", Title: "largest tables", Unit: "bytes", Part: "empty room (estimated)", Bars: []checks.Bar{
			{Name: "public.\x1b[2Jwiped.<script>alert(1)</script>", Value: 4 << 20, Part: 1 << 20},
			{Name: "public.\u202e" + strings.Repeat("n", 63) + "\xff", Value: 1 << 20},
		}},
		{ID: "connections", Title: "sessions by state", Unit: "sessions", Most: 100, Bars: []checks.Bar{{Name: "idle in transaction", Value: 7}}},
		{ID: "statements", Title: "slowest statements, on average", Unit: "ms", Reason: "needs pg_stat_statements: CREATE EXTENSION pg_stat_statements", Bars: []checks.Bar{}},
	}
	doc.Configuration = &Configuration{
		File: "<i>@octocat|`.yaml", Disabled: []string{"index-bloat", "ssl-off"}, Exclude: []string{"partman", "tmp_*", "\x1b[2J<b>"},
		Expired:   []Rule{{Check: "index-unused", Object: "public.<b>*", Reason: hostileReason, Until: "2026-10-31", From: ".pgdoctor.yaml:12"}},
		Unmatched: []Rule{{Key: "xid-wraparound:\x1b[2J@octocat|", Reason: hostileReason, From: ".pgdoctor.yaml:14"}},
	}
	return doc
}

// gone and unsure are findings of the fixture's baseline: no more, and not examined.
const (
	gone   = "fk-without-index:public.old\x1b[2J|<script>@octocat.k"
	unsure = "table-bloat:public.\x1b[2Jt|<script>"
)

// compared is the same run with a baseline.
func compared() Document {
	doc := hostileDocument()
	Baseline{Findings: []string{
		"fk-without-index:public.orders.orders_user_id_fkey", "fk-without-index:public.\x1b[2Jwiped.\x1b[31mred",
		"pg-stat-statements-unavailable:extension pg_stat_statements", "no-primary-key:tmp.a", gone, unsure,
	}}.Compare(&doc, "<b>@octocat|`.json")
	return doc
}

// golden compares with a file of testdata, or rewrites it with -update.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got, -update rewrites it):\n%s", path, diff)
	}
}

func draw(t *testing.T, format string, doc Document, style Style) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Render(&out, format, doc, style); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
