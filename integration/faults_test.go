package integration

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

const unindexed = `
CREATE EXTENSION pg_stat_statements;
CREATE TABLE users (id bigint PRIMARY KEY);
INSERT INTO users SELECT generate_series(1, 100);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);
INSERT INTO orders SELECT n, n % 100 + 1 FROM generate_series(1, 2000) AS n`

const (
	// CONCURRENTLY: the record's own primary key is built as well
	building     = "SELECT count(*) FROM pg_stat_progress_create_index WHERE datname = current_database() AND command = 'CREATE INDEX CONCURRENTLY'"
	versionTable = "SELECT coalesce(string_agg(format('%s %s', version, dirty), ','), 'none') FROM pgdoctor.migrations"
	lastState    = "SELECT state FROM pgdoctor.journal ORDER BY version DESC LIMIT 1"
	invalid      = "SELECT count(*) FROM pg_index WHERE NOT indisvalid"
)

// stalledBuild starts an apply whose CREATE INDEX CONCURRENTLY waits for a
// writer; release ends the writer.
func stalledBuild(t *testing.T, s *servers.Server) (dsn string, applying *running, release func()) {
	t.Helper()
	dsn = s.Database(t)
	s.Exec(t, dsn, unindexed)
	release = holding(t, dsn, "UPDATE orders SET user_id = user_id WHERE id = 1")
	applying = begin(t, "fix", "--apply", "--yes", "--dsn", dsn)
	if err := until(dsn, building, "1"); err != nil {
		t.Fatalf("%v; pgdoctor says %s", err, applying.stderr.String())
	}
	return dsn, applying, release
}

// wantBuilt: another apply succeeds and leaves a valid index and a clean record.
func wantBuilt(t *testing.T, dsn string, says ...string) {
	t.Helper()
	pgdoctor(t, "fix", "--apply", "--yes", "--dsn", dsn).want(t, 0, says...)
	pgdoctor(t, "check", "fk-without-index", "index-invalid", "--fail-on", "info", "--dsn", dsn).want(t, 0)
	if got := ask(t, dsn, invalid); got != "0" {
		t.Errorf("%s invalid indexes left", got)
	}
	if got := ask(t, dsn, versionTable); strings.Contains(got, "t") || got == "none" {
		t.Errorf("version table: %s, want one clean version", got)
	}
	if got := ask(t, dsn, "SELECT count(*) FROM pgdoctor.journal WHERE state NOT IN ('applied', 'failed')"); got != "0" {
		t.Errorf("%s migrations unsettled", got)
	}
	pgdoctor(t, "undo", "--all", "--yes", "--dsn", dsn).want(t, 0)
	pgdoctor(t, "check", "fk-without-index", "--fail-on", "info", "--dsn", dsn).want(t, 1)
}

// interrupt sends a signal for each answer, and waits for it.
func (r *running) interrupt(t *testing.T, signal os.Signal, answers ...string) {
	t.Helper()
	for _, answer := range answers {
		if err := r.command.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		r.says(t, answer)
	}
}

const (
	stopping   = "stopping after this step; Ctrl-C again cancels it"
	cancelling = "cancelling the current step"
)

// The first Ctrl-C lets the step end, and starts no other.
func TestFaultInterruptOnce(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn, applying, release := stalledBuild(t, s)
		applying.interrupt(t, os.Interrupt, stopping)
		release()
		applying.wait(t).want(t, 0)
		if got := ask(t, dsn, invalid); got != "0" {
			t.Errorf("%s invalid indexes left", got)
		}
		wantBuilt(t, dsn)
	})
}

// The second Ctrl-C takes the current step back before pgdoctor ends.
func TestFaultInterrupt(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn, applying, release := stalledBuild(t, s)
		applying.interrupt(t, os.Interrupt, stopping, cancelling)
		release() // the unfinished index cannot go before the writer has
		applying.wait(t).want(t, 3, "pgdoctor: interrupted: ", "cancelled; the step was taken back")
		if got := ask(t, dsn, invalid); got != "0" {
			t.Errorf("%s invalid indexes left", got)
		}
		wantFailed(t, dsn)
		pgdoctor(t, "history", "--dsn", dsn).want(t, 0, "failed", "cancelled")
		wantBuilt(t, dsn)
	})
}

func wantFailed(t *testing.T, dsn string) {
	t.Helper()
	if got := ask(t, dsn, lastState); got != "failed" {
		t.Errorf("the journal says %s, want failed", got)
	}
	if got := ask(t, dsn, versionTable); got != "none" {
		t.Errorf("version table: %s, want none", got)
	}
}

// Where the writer stays, pgdoctor does not wait for it for ever: it ends, says
// what is left, and the next apply removes that.
func TestFaultInterruptWithoutRoom(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn, applying, release := stalledBuild(t, s)
		applying.interrupt(t, syscall.SIGTERM, stopping, cancelling)
		got := applying.wait(t)
		got.want(t, 3, "pgdoctor: interrupted: ", "what it left could not be removed", "the next fix does it, or: DROP INDEX CONCURRENTLY")
		if strings.Contains(got.stderr, "taken back") {
			t.Errorf("an index is left, and pgdoctor says that the step was taken back: %s", got.stderr)
		}
		if got := ask(t, dsn, invalid); got != "1" {
			t.Errorf("%s invalid indexes, want the one that could not be dropped", got)
		}
		wantFailed(t, dsn)
		pgdoctor(t, "check", "index-invalid", "--dsn", dsn).want(t, 1)
		release()
		wantBuilt(t, dsn, "removing what an earlier try left")
	})
}

// A third Ctrl-C ends it at once; the next run heals. On a busy machine the run may have
// ended by itself before the third comes.
func TestFaultInterruptThrice(t *testing.T) {
	t.Parallel()
	for range 3 {
		dsn, applying, release := stalledBuild(t, middle())
		applying.interrupt(t, os.Interrupt, stopping, cancelling)
		if err := applying.command.Process.Signal(os.Interrupt); err != nil && !errors.Is(err, os.ErrProcessDone) {
			t.Fatal(err)
		}
		got := applying.wait(t)
		release()
		if got.code == -1 {
			wantBuilt(t, dsn, "healing migration")
			return
		}
		got.want(t, 3, "cancelling the current step")
	}
	t.Error("no third Ctrl-C came in time")
}

// A killed pgdoctor leaves a build behind that goes on (13) or is cancelled by
// the server (14 and later, client_connection_check_interval); either way the
// next apply settles it.
func TestFaultKilledDuringBuild(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn, applying, release := stalledBuild(t, s)
		if err := applying.command.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		applying.wait(t)
		if got := ask(t, dsn, versionTable); !strings.HasSuffix(got, " t") {
			t.Errorf("version table: %s, want a dirty version", got)
		}
		pgdoctor(t, "history", "--dsn", dsn).want(t, 0, "applying")
		next := begin(t, "fix", "--apply", "--yes", "--dsn", dsn)
		next.says(t, "healing migration")
		release()
		next.wait(t).want(t, 0)
		wantBuilt(t, dsn)
	})
}

// A server that dies during a build takes the connection along; the next apply
// on the restarted server settles it.
func TestFaultServerDies(t *testing.T) {
	t.Parallel()
	s := servers.StartOne(t, ends()[len(ends())-1].Major)
	dsn, applying, _ := stalledBuild(t, s)
	s.Kill(t)
	got := applying.wait(t)
	got.want(t, 3)
	if strings.Contains(got.stderr, "panic") || strings.Count(got.stderr, "pgdoctor: ") != 1 {
		t.Errorf("want one line on what happened, not %s", got.stderr)
	}
	s.Start(t)
	wantBuilt(t, dsn, "healing migration")
}

const orphaned = `
CREATE EXTENSION pg_stat_statements;
CREATE TABLE users (id bigint PRIMARY KEY, name text);
INSERT INTO users SELECT n, 'user ' || n FROM generate_series(1, 100) AS n;
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint NOT NULL, note text);
CREATE TABLE lines (id bigint PRIMARY KEY, order_id bigint NOT NULL REFERENCES orders ON DELETE CASCADE);
CREATE INDEX ON lines (order_id);
INSERT INTO orders SELECT n, CASE WHEN n <= 5000 THEN 1000 + n ELSE n % 100 + 1 END, md5(n::text) FROM generate_series(1, 6000) AS n;
INSERT INTO lines SELECT n, n FROM generate_series(1, 6000) AS n;
ALTER TABLE orders ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users NOT VALID;
CREATE INDEX ON orders (user_id);
CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.0005); RETURN OLD; END';
CREATE TRIGGER slow BEFORE DELETE ON orders FOR EACH ROW EXECUTE FUNCTION slow();
ANALYZE`

// Killed between two batches: what was moved is kept, the next apply goes on,
// and undo brings back exactly what was there.
func TestFaultKilledDuringMove(t *testing.T) {
	t.Parallel()
	onEnds(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, orphaned)
		before := picture(t, dsn, false)
		applying := begin(t, "fix", "--apply", "--yes", "--max-risk", "data", "orphan-rows", "--dsn", dsn)
		// a batch is 2,000 rows, and the second takes a second at least
		if err := until(dsn, "SELECT count(*) < 6000 FROM orders", "true"); err != nil {
			t.Fatalf("%v; pgdoctor says %s", err, applying.stderr.String())
		}
		if err := applying.command.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		applying.wait(t)

		got := pgdoctor(t, "fix", "--apply", "--yes", "--max-risk", "data", "--format", "json", "--dsn", dsn)
		got.want(t, 0, "healing migration", "quarantine_orphans")
		var plan report.PlanDocument
		if err := json.Unmarshal([]byte(got.stdout), &plan); err != nil {
			t.Fatal(err)
		}
		pgdoctor(t, "check", "orphan-rows", "constraint-not-validated", "--dsn", dsn).want(t, 0)
		if got := ask(t, dsn, "SELECT format('%s %s', (SELECT count(*) FROM orders), (SELECT count(*) FROM lines))"); got != "1000 1000" {
			t.Errorf("%s rows of orders and lines stay, want 1000 1000", got)
		}
		if got := kept(t, dsn); got != "10000" {
			t.Errorf("%s rows in quarantine, want 10000", got)
		}
		pgdoctor(t, "undo", "--all", "--yes", "--dsn", dsn).want(t, 0)
		if diff := cmp.Diff(before, picture(t, dsn, false)); diff != "" {
			t.Errorf("undo did not bring everything back: %.2000s", diff)
		}
	})
}

// kept counts the rows of all quarantine tables.
func kept(t *testing.T, dsn string) string {
	t.Helper()
	return ask(t, dsn, `SELECT sum((xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM pgdoctor.%I', relname), false, true, '')))[1]::text::int)
		FROM pg_class WHERE relnamespace = 'pgdoctor'::regnamespace AND relkind = 'r' AND relname ~ '^q[0-9]'`)
}

// Ctrl-C between batches stops the move; what was moved can be undone.
func TestFaultInterruptedMove(t *testing.T) {
	t.Parallel()
	s := middle()
	dsn := s.Database(t)
	s.Exec(t, dsn, orphaned)
	before := picture(t, dsn, false)
	applying := begin(t, "fix", "--apply", "--yes", "--max-risk", "data", "orphan-rows", "--dsn", dsn)
	if err := until(dsn, "SELECT count(*) < 6000 FROM orders", "true"); err != nil {
		t.Fatalf("%v; pgdoctor says %s", err, applying.stderr.String())
	}
	applying.interrupt(t, syscall.SIGTERM, stopping, cancelling)
	got := applying.wait(t)
	got.want(t, 3, "pgdoctor: interrupted: ", "cancelled; the rows moved so far are in quarantine")
	if strings.Contains(got.stderr, "taken back") {
		t.Errorf("rows are in quarantine, and pgdoctor says that the step was taken back: %s", got.stderr)
	}
	moved := ask(t, dsn, "SELECT 6000 - count(*) FROM orders")
	if moved == "0" || moved == "5000" {
		t.Errorf("%s rows moved: this was not the middle", moved)
	}
	pgdoctor(t, "undo", "--all", "--yes", "--dsn", dsn).want(t, 0)
	if diff := cmp.Diff(before, picture(t, dsn, false)); diff != "" {
		t.Errorf("undo did not bring everything back: %.2000s", diff)
	}
}
