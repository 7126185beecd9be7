package integration

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// checked reads what check --format json wrote.
func checked(t *testing.T, got ran) report.Document {
	t.Helper()
	doc, err := report.Read(strings.NewReader(got.stdout))
	if err != nil {
		t.Fatalf("%v in %q, standard error %q", err, got.stdout, got.stderr)
	}
	return doc
}

func checkOf(t *testing.T, doc report.Document, id string) report.Check {
	t.Helper()
	for _, check := range doc.Checks {
		if check.ID == id {
			return check
		}
	}
	t.Fatalf("no check %s in the report", id)
	return report.Check{}
}

// A table that somebody holds costs the answers about it, and no others.
func TestFaultLockedTable(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, mixedTables)
		s.Exec(t, dsn, "ANALYZE") // of a known size, small tables are counted by one statement
		defer holding(t, dsn, "LOCK TABLE orders IN ACCESS EXCLUSIVE MODE")()
		for _, c := range []struct{ timeout, reason string }{
			{"30s", "another session held a lock for longer than 500ms"},
			{"450ms", "ran longer than 450ms (--timeout), or was cancelled"},
		} {
			var got ran
			var doc report.Document
			var orphans report.Check
			for range 5 { // the shorter one has to end before the lock does, and on a busy machine ends the questions about the catalog too
				got = pgdoctor(t, "check", "orphan-rows", "fk-without-index", "--timeout", c.timeout, "--format", "json", "--dsn", dsn)
				doc = checked(t, got)
				if orphans = checkOf(t, doc, "orphan-rows"); orphans.Examined > 0 && checkOf(t, doc, "fk-without-index").Examined > 0 {
					break
				}
			}
			got.want(t, 3, "pgdoctor: 1 check failed: orphan-rows\n")
			want := []report.Unknown{{Object: "public.orders.user_id -> public.users.id", Reason: c.reason}}
			unknown := slices.DeleteFunc(slices.Clone(orphans.Unknown), func(u report.Unknown) bool {
				return u.Object == "references that only statements show" // takes longer than the shorter timeout on a busy machine
			})
			if diff := cmp.Diff(want, unknown); diff != "" {
				t.Errorf("not examined with --timeout %s: %s", c.timeout, diff)
			}
			if orphans.Status != checks.Failed || orphans.Examined != 3 {
				t.Errorf("orphan-rows is %s, %d examined; want failed, 3 examined", orphans.Status, orphans.Examined)
			}
			if fk := checkOf(t, doc, "fk-without-index"); fk.Status != checks.Findings {
				t.Errorf("fk-without-index is %s: %s", fk.Status, fk.Reason)
			}
		}
		// what is not known may not be acted on
		pgdoctor(t, "fix", "orphan-rows", "--max-risk", "data", "--dsn", dsn).want(t, 0, "orphan-rows failed, so the plan is without it")
		pgdoctor(t, "fix", "duplicate-emails", "--max-risk", "data", "--dsn", dsn).want(t, 3, "no rows may be moved")
	})
}

// A role that may do little gets what it may see, and no failure.
func TestFaultPoorRole(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, mixedTables)
		user, password := s.Role(t, "poor", "")
		poor := s.DSNFor(ask(t, dsn, "SELECT current_database()"), user, password)
		got := pgdoctor(t, "check", "--format", "json", "--dsn", poor)
		got.want(t, 1) // what the catalogs alone tell is found
		doc := checked(t, got)
		if doc.Summary.Checks.Failed != 0 || doc.Summary.Checks.Skipped == 0 {
			t.Errorf("%+v: want none failed, some skipped", doc.Summary.Checks)
		}
		// skipped is to be seen by people as well, with the right that is missing
		pgdoctor(t, "check", "--dsn", poor).want(t, 1, `GRANT pg_monitor TO "`+user+`"`)
		// it may not create the record; nothing of a plan is tried then
		before := picture(t, dsn, true)
		pgdoctor(t, "fix", "--apply", "--yes", "--dsn", poor, "fk-without-index").want(t, 3, "GRANT CREATE ON DATABASE")
		if diff := cmp.Diff(before, picture(t, dsn, true)); diff != "" {
			t.Errorf("a refused apply changed something: %s", diff)
		}
	})
}

// A standby can be examined and not changed.
func TestFaultStandby(t *testing.T) {
	t.Parallel()
	s := ends()[len(ends())-1]
	dsn := s.Database(t)
	s.Exec(t, dsn, mixedTables)
	standby := s.Standby(t)
	if err := until(standby.DSN("postgres"), "SELECT pg_last_wal_replay_lsn() >= '"+ask(t, dsn, "SELECT pg_current_wal_lsn()")+"'", "true"); err != nil {
		t.Fatal(err)
	}
	there := standby.DSN(ask(t, dsn, "SELECT current_database()"))
	got := pgdoctor(t, "check", "--format", "json", "--dsn", there)
	got.want(t, 1)
	if doc := checked(t, got); !doc.Target.Standby || doc.Summary.Checks.Failed != 0 {
		t.Errorf("standby %v, %d checks failed", doc.Target.Standby, doc.Summary.Checks.Failed)
	}
	for _, args := range [][]string{{"fix"}, {"fix", "--apply", "--yes"}, {"fix", "--out", t.TempDir()}} {
		got := pgdoctor(t, append(args, "--dsn", there)...)
		got.want(t, 3)
		oneLine(t, got, "standby, where nothing can be changed: connect to its primary")
	}
	pgdoctor(t, "history", "--dsn", there).want(t, 0, "nothing was ever applied")
	// the record follows from the primary, but is not undone here
	pgdoctor(t, "fix", "--apply", "--yes", "fk-without-index", "--dsn", dsn).want(t, 0)
	if err := until(there, "SELECT count(*) > 0 FROM pgdoctor.journal WHERE cured", "true"); err != nil {
		t.Fatal(err)
	}
	pgdoctor(t, "history", "--dsn", there).want(t, 0, "fk-without-index")
	oneLine(t, pgdoctor(t, "undo", "--all", "--yes", "--dsn", there), "standby, where nothing can be changed: connect to its primary")
}

// Through a pooler in transaction mode reading works; writing is refused before
// anything happened.
func TestFaultPooler(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, mixedTables)
		pooled := s.PgBouncer(t).DSN(ask(t, dsn, "SELECT current_database()"))
		before := picture(t, dsn, true)
		got := pgdoctor(t, "check", "--format", "json", "--jobs", "4", "--dsn", pooled)
		got.want(t, 1)
		if doc := checked(t, got); doc.Summary.Checks.Failed != 0 || checkOf(t, doc, "orphan-rows").Status != checks.Findings {
			t.Errorf("%+v", doc.Summary.Checks)
		}
		got = pgdoctor(t, "fix", "--max-risk", "data", "--format", "json", "--dsn", pooled)
		got.want(t, 0)
		var plan report.PlanDocument
		if err := json.Unmarshal([]byte(got.stdout), &plan); err != nil || len(plan.Steps) == 0 {
			t.Errorf("%d steps planned: %v", len(plan.Steps), err)
		}
		got = pgdoctor(t, "fix", "--apply", "--yes", "--dsn", pooled)
		got.want(t, 3)
		if !strings.Contains(got.stderr, "pgdoctor: connect directly to the server for this, not through a pooler") {
			t.Errorf("no word of connecting directly: %s", got.stderr)
		}
		if diff := cmp.Diff(before, picture(t, dsn, true)); diff != "" {
			t.Errorf("something was written: %s", diff)
		}
		// undo is refused as well, and works directly
		pgdoctor(t, "fix", "--apply", "--yes", "fk-without-index", "--dsn", dsn).want(t, 0)
		pgdoctor(t, "history", "--dsn", pooled).want(t, 0, "in effect")
		pgdoctor(t, "undo", "--all", "--yes", "--dsn", pooled).want(t, 3, "connect directly to the server")
		pgdoctor(t, "undo", "--all", "--yes", "--dsn", dsn).want(t, 0)
		pooledNowhere := strings.Replace(pooled, "/pgdoctor_test", "/nosuch", 1)
		oneLine(t, pgdoctor(t, "check", "--dsn", pooledNowhere), "nosuch")
	})
}
