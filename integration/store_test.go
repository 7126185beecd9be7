package integration

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/report"
	"github.com/pgdoctor/pgdoctor/internal/store"
)

// keptDocument is a report with what is hard to keep: a zero byte, bytes that are no
// characters, a key that is longer than an index takes, and the same key twice.
func keptDocument(at time.Time, keys ...string) report.Document {
	check := report.Check{ID: "custom-odd", Category: "custom", Severity: checks.Warning, Status: checks.Findings, Examined: 7, Findings: []report.Finding{}}
	for _, key := range keys {
		check.Findings = append(check.Findings, report.Finding{
			Key: key, Severity: checks.Warning, Object: strings.TrimPrefix(key, "custom-odd:"), Message: "a\x00b", Evidence: json.RawMessage(`{"n":1}`),
		})
	}
	return report.Document{
		Format: report.Format, Tool: report.Tool{Name: "pgdoctor", Version: "test"}, StartedAt: at, DurationMS: 12,
		Target:  report.Target{Host: "db", Port: 5432, Database: "shop"},
		Summary: report.Summary{Warning: len(keys), Checks: report.Counts{Findings: 1}},
		Checks:  []report.Check{check},
	}
}

func examination(run, target string, doc report.Document) store.Examination {
	return store.Examination{RunID: run, Target: target, Document: &doc}
}

func openStore(t *testing.T, dsn string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

func save(t *testing.T, s *store.Store, e store.Examination) int64 {
	t.Helper()
	id, err := s.Save(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// What is saved comes back as it was, and a target is in a run once.
func TestStore(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		history := openStore(t, dsn)
		day := time.Date(2026, 2, 3, 9, 30, 0, 0, time.UTC)
		long := "custom-odd:" + strings.Repeat("länger ", 9000)
		odd := "custom-odd:a\xff\x00b"
		first := keptDocument(day, "custom-odd:x", long, odd, odd)
		id := save(t, history, examination("r1", "shop", first))
		again := save(t, history, examination("r1", "shop", first))
		if id != again {
			t.Errorf("saved twice, the run has IDs %d and %d", id, again)
		}
		got, err := history.Document(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		want := first
		for i := range want.Checks[0].Findings { // as in any JSON file
			want.Checks[0].Findings[i].Key = strings.ToValidUTF8(want.Checks[0].Findings[i].Key, "\uFFFD")
			want.Checks[0].Findings[i].Object = strings.ToValidUTF8(want.Checks[0].Findings[i].Object, "\uFFFD")
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("the document that came back differs: %s", diff)
		}

		second := save(t, history, examination("r2", "shop", keptDocument(day.Add(24*time.Hour), "custom-odd:x")))
		broken := save(t, history, store.Examination{RunID: "r3", Target: "shop", StartedAt: day.Add(48 * time.Hour), Duration: time.Second, Error: "connection refused"})
		other := save(t, history, examination("r2", "Zeta", keptDocument(day, "custom-odd:x")))

		seen(t, "Runs", func() ([]report.Run, error) { return history.Runs(t.Context(), "shop", day) }, id, second, broken)
		seen(t, "Runs since", func() ([]report.Run, error) { return history.Runs(t.Context(), "shop", day.Add(time.Hour)) }, second, broken)
		seen(t, "Latest", func() ([]report.Run, error) { return history.Latest(t.Context()) }, other, broken)
		seen(t, "Seen", func() ([]report.Run, error) { return history.Seen(t.Context(), "shop", "custom-odd:x") }, id, second)
		seen(t, "Seen, a long key", func() ([]report.Run, error) { return history.Seen(t.Context(), "shop", long) }, id)
		seen(t, "Seen, an odd key", func() ([]report.Run, error) { return history.Seen(t.Context(), "shop", odd) }, id)
		seen(t, "Seen nowhere", func() ([]report.Run, error) { return history.Seen(t.Context(), "shop", "custom-odd:y") })
		runs, err := history.RunsOf(t.Context(), "shop", day, []string{"custom-odd"})
		if err != nil || len(runs) != 3 || runs[0].Summary.Warning != 4 || runs[1].Summary.Warning != 1 || runs[2].Error != "connection refused" {
			t.Errorf("RunsOf: %+v, %v", runs, err)
		}
		if runs, err = history.RunsOf(t.Context(), "shop", day, []string{"another"}); err != nil || runs[0].Summary.Warning != 0 {
			t.Errorf("RunsOf another check: %+v, %v", runs, err)
		}

		// the query of the documentation
		s.Exec(t, dsn, documented(t, "fleet.md", "first_seen"))
		if _, err := history.Document(t.Context(), broken); err == nil || !strings.Contains(err.Error(), "shop could not be examined: connection refused") {
			t.Errorf("the document of a failed run: %v", err)
		}
		if n, err := history.Prune(t.Context(), day.Add(time.Hour), false); err != nil || n != 2 {
			t.Errorf("to be pruned: %d, %v", n, err)
		}
		if n, err := history.Prune(t.Context(), day.Add(time.Hour), true); err != nil || n != 2 {
			t.Errorf("pruned: %d, %v", n, err)
		}
		if _, err := history.Document(t.Context(), id); !errors.Is(err, store.ErrNoRun) {
			t.Errorf("the document of a pruned run: %v", err)
		}
		if n := ask(t, dsn, "SELECT count(*) FROM pgdoctor_runs.findings"); n != "1" {
			t.Errorf("%s findings are left", n)
		}
		// pgdoctor finds nothing to say against its own tables
		pgdoctor(t, "check", "--dsn", dsn, "--preset", "ci", "--skip", "hba-trust,public-schema-create", "--fail-on", "info").want(t, 0)
	})
}

// seen wants runs with these IDs.
func seen(t *testing.T, what string, read func() ([]report.Run, error), want ...int64) {
	t.Helper()
	runs, err := read()
	var got []int64
	for _, run := range runs {
		got = append(got, run.ID)
	}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%s: %v %s", what, err, diff)
	}
}

// A save that takes the place of another leaves nothing of it.
func TestStoreReplaces(t *testing.T) {
	t.Parallel()
	dsn := middle().Database(t)
	history := openStore(t, dsn)
	day := time.Date(2026, 2, 3, 9, 30, 0, 0, time.UTC)
	id := save(t, history, examination("r1", "shop", keptDocument(day, "custom-odd:x", "custom-odd:y")))
	if now := save(t, history, store.Examination{RunID: "r1", Target: "shop", StartedAt: day, Error: "gone"}); now != id {
		t.Errorf("the run has ID %d now", now)
	}
	if got := ask(t, dsn, "SELECT count(*) FROM pgdoctor_runs.findings"); got != "0" {
		t.Errorf("%s findings of a run that failed", got)
	}
	save(t, history, examination("r1", "shop", keptDocument(day, "custom-odd:z")))
	seen(t, "Seen", func() ([]report.Run, error) { return history.Seen(t.Context(), "shop", "custom-odd:z") }, id)
	seen(t, "no longer", func() ([]report.Run, error) { return history.Seen(t.Context(), "shop", "custom-odd:x") })

	var group sync.WaitGroup
	for n := range 8 {
		group.Go(func() {
			for range 10 {
				if _, err := history.Save(t.Context(), examination("r2", "shop", keptDocument(day, fmt.Sprint("custom-odd:", n)))); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	if got := ask(t, dsn, "SELECT count(DISTINCT r.id) || ' ' || count(*) FROM pgdoctor_runs.runs AS r JOIN pgdoctor_runs.findings AS f ON f.run = r.id WHERE r.run_id = 'r2'"); got != "1 1" {
		t.Errorf("after saves at once: %s", got)
	}
}

// Many that use a history for the first time at once make one schema, and do not
// wait for one another for long.
func TestStoreFirstUse(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		began := time.Now()
		var group sync.WaitGroup
		for n := range 12 {
			group.Go(func() {
				history, err := store.Open(t.Context(), dsn)
				if err != nil {
					t.Error(err)
					return
				}
				defer history.Close()
				if _, err := history.Save(t.Context(), examination("r", fmt.Sprint("target ", n), keptDocument(began, "custom-odd:x"))); err != nil {
					t.Error(err)
				}
			})
		}
		group.Wait()
		if n := ask(t, dsn, "SELECT count(*) FROM pgdoctor_runs.runs"); n != "12" {
			t.Errorf("%s runs", n)
		}
		if took := time.Since(began); took > 30*time.Second {
			t.Errorf("it took %s", took)
		}
		if n := ask(t, dsn, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"); n != "0" {
			t.Errorf("%s advisory locks are left", n)
		}
	})
}

// A migration that was cut short is done again; a newer one is left alone.
func TestStoreVersions(t *testing.T) {
	t.Parallel()
	s := middle()
	dsn := s.Database(t)
	openStore(t, dsn)
	for _, left := range []string{
		"UPDATE pgdoctor_runs.schema_version SET dirty = true",
		"DELETE FROM pgdoctor_runs.schema_version",
		"UPDATE pgdoctor_runs.schema_version SET dirty = true; DROP TABLE pgdoctor_runs.findings; DROP TABLE pgdoctor_runs.runs",
		"DROP TABLE pgdoctor_runs.schema_version",
	} {
		s.Exec(t, dsn, left)
		if _, err := store.OpenReading(t.Context(), dsn); err == nil || !strings.Contains(err.Error(), "there is no history") {
			t.Errorf("%s: reading: %v", left, err)
		}
		save(t, openStore(t, dsn), examination("r", "shop", keptDocument(time.Now())))
		if got := ask(t, dsn, "SELECT version || ' ' || dirty FROM pgdoctor_runs.schema_version"); got != "1 false" {
			t.Errorf("%s: now %s", left, got)
		}
	}
	s.Exec(t, dsn, "UPDATE pgdoctor_runs.schema_version SET version = 99")
	for _, open := range []func(context.Context, string) (*store.Store, error){store.Open, store.OpenReading} {
		if _, err := open(t.Context(), dsn); err == nil || !strings.Contains(err.Error(), "newer pgdoctor (its version is 99") {
			t.Errorf("a newer history: %v", err)
		}
	}
}

// The roles of docs/fleet.md can do what they are for, and no more; and what a
// role cannot do, it is told.
func TestStoreRights(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		as := func(user, password string) string { return s.DSNFor(nameOf(t, dsn), user, password) }
		writer, writing := s.Role(t, "writer", "")
		reader, reading := s.Role(t, "reader", "")
		if _, err := store.Open(t.Context(), as(writer, writing)); err == nil || !strings.Contains(err.Error(), "GRANT CREATE ON DATABASE") || strings.Contains(err.Error(), writing) {
			t.Errorf("a role that may not make the schema: %v", err)
		}
		id := save(t, openStore(t, dsn), examination("r", "shop", keptDocument(time.Now(), "custom-odd:x")))
		if _, err := store.OpenReading(t.Context(), as(reader, reading)); err == nil || !strings.Contains(err.Error(), "42501") {
			t.Errorf("a role that may not read: %v", err)
		}
		s.Exec(t, dsn, strings.NewReplacer("pgdoctor_writer", writer, "pgdoctor_reader", reader).Replace(documented(t, "fleet.md", "GRANT USAGE ON SCHEMA pgdoctor_runs")))

		history, err := store.Open(t.Context(), as(writer, writing))
		if err != nil {
			t.Fatal(err)
		}
		defer history.Close()
		save(t, history, examination("r", "shop", keptDocument(time.Now(), "custom-odd:y")))
		readOnly, err := store.OpenReading(t.Context(), as(reader, reading))
		if err != nil {
			t.Fatal(err)
		}
		defer readOnly.Close()
		if _, err := readOnly.Document(t.Context(), id); err != nil {
			t.Error(err)
		}
		if _, err := readOnly.Save(t.Context(), examination("r", "shop", keptDocument(time.Now()))); err == nil || !strings.Contains(err.Error(), "permission denied") {
			t.Errorf("a role that may only read saved: %v", err)
		}
		if _, err := history.Prune(t.Context(), time.Now().Add(time.Hour), true); err == nil || !strings.Contains(err.Error(), "permission denied") {
			t.Errorf("a role that may only write pruned: %v", err)
		}
	})
}

// What no history can be kept in is said, and no password with it.
func TestStoreRefuses(t *testing.T) {
	t.Parallel()
	s := middle()
	for name, c := range map[string]struct{ dsn, says string }{
		"another encoding": {s.DatabaseWith(t, "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'"), "has the encoding LATIN1"},
		"no server":        {"postgres://u:hunter2@127.0.0.1:1/x", "connection refused"},
		"no string":        {"postgres://u:hunter2@127.0.0.1:port/x", "cannot be read"},
		"wrong password":   {strings.Replace(s.DSN("postgres"), "postgres:postgres@", "postgres:hunter2@", 1), "wrong password"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := store.Open(t.Context(), c.dsn)
			if err == nil || !strings.Contains(err.Error(), c.says) || strings.Contains(err.Error(), "hunter2") {
				t.Errorf("got %v", err)
			}
		})
	}
	if _, err := store.OpenReading(t.Context(), s.Database(t)); err == nil || !strings.Contains(err.Error(), "pgdoctor check --store makes it") {
		t.Errorf("no history: %v", err)
	}
}
