package integration

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/report"
)

// fleetFile writes a file of targets: names with their connection strings.
func fleetFile(t *testing.T, targets map[string]string) string {
	t.Helper()
	var text strings.Builder
	text.WriteString("targets:\n")
	for name, dsn := range targets {
		fmt.Fprintf(&text, "  - name: %q\n    dsn: %q\n", name, dsn)
	}
	path := filepath.Join(t.TempDir(), "fleet.yaml")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Four shards of 200 targets at once find each target exactly once in the history;
// and so they do when a shard is repeated, or killed and repeated. The targets are
// a few databases under many names: what is tested is who examines which name.
func TestFleetShards(t *testing.T) {
	t.Parallel()
	const targets, shards = 200, 4
	s := middle()
	history := s.Database(t)
	databases := []string{s.Database(t), s.Database(t), s.Database(t)}
	s.Exec(t, databases[0], "CREATE TABLE t (a int)")
	list := map[string]string{}
	for i := range targets {
		list[fmt.Sprintf("target %03d", i)] = databases[i%len(databases)]
	}
	file := fleetFile(t, list)
	shard := func(i int) []string {
		return []string{"check", "--targets", file, "--only", "no-primary-key", "--fail-on", "critical", "--jobs", "1",
			"--shard", fmt.Sprintf("%d/%d", i, shards), "--store", history, "--run-id", "nightly", "--format", "json"}
	}
	once := func(when string) {
		t.Helper()
		got := ask(t, history, `
			SELECT pg_catalog.count(*) || ' ' || pg_catalog.count(DISTINCT target) || ' ' || pg_catalog.sum(warning) || ' ' ||
				(SELECT pg_catalog.count(*) FROM pgdoctor_runs.findings) || ' ' || pg_catalog.count(*) FILTER (WHERE error <> '')
			FROM pgdoctor_runs.runs WHERE run_id = 'nightly'`)
		if want := "200 200 67 67 0"; got != want {
			t.Errorf("%s: runs, targets, warnings, findings, errors are %s, want %s", when, got, want)
		}
	}

	var running []*running
	for i := range shards {
		running = append(running, begin(t, shard(i)...))
	}
	seen := map[string]int{}
	for _, r := range running {
		got := r.wait(t)
		got.want(t, 0)
		var all report.Fleet
		if err := json.Unmarshal([]byte(got.stdout), &all); err != nil {
			t.Fatal(err)
		}
		if n := len(all.Targets); n < targets/shards/2 || n > targets/shards*2 {
			t.Errorf("a shard has %d targets", n)
		}
		for _, target := range all.Targets {
			seen[target.Name]++
		}
	}
	for name := range list {
		if seen[name] != 1 {
			t.Errorf("%s was examined by %d shards", name, seen[name])
		}
	}
	once("after four shards at once")
	before := ask(t, history, "SELECT pg_catalog.string_agg(id::text || target, ',' ORDER BY id) FROM pgdoctor_runs.runs")

	pgdoctor(t, shard(2)...).want(t, 0)
	once("after a shard was repeated")

	// half the rows of a shard are away when it is killed, and what it has done is kept
	s.Exec(t, history, "CREATE TABLE saved AS SELECT pg_catalog.max(saved_at) AS at FROM pgdoctor_runs.runs")
	killed := begin(t, shard(1)...)
	if err := until(history, "SELECT pg_catalog.count(*) >= 5 FROM pgdoctor_runs.runs, saved WHERE saved_at > at", "true"); err != nil {
		t.Fatal(err)
	}
	if err := killed.command.Process.Signal(syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	killed.wait(t)
	if done := ask(t, history, "SELECT pg_catalog.count(*) < 40 FROM pgdoctor_runs.runs, saved WHERE saved_at > at"); done != "true" {
		t.Log("the shard was through before it was killed")
	}
	once("after a shard was killed")
	pgdoctor(t, shard(1)...).want(t, 0)
	once("after the killed shard was repeated")
	if now := ask(t, history, "SELECT pg_catalog.string_agg(id::text || target, ',' ORDER BY id) FROM pgdoctor_runs.runs"); now != before {
		t.Error("the runs have other IDs than before")
	}
}

// A shard that is killed in the middle of its first run leaves what it did and
// nothing half done, and its repetition the rest.
func TestFleetKilledFirst(t *testing.T) {
	t.Parallel()
	s := middle()
	history, database := s.Database(t), s.Database(t)
	list := map[string]string{}
	for i := range 24 {
		list[fmt.Sprintf("target %02d", i)] = database
	}
	args := []string{"check", "--targets", fleetFile(t, list), "--only", "no-primary-key,fk-without-index", "--store", history, "--run-id", "r", "--parallel", "2"}
	killed := begin(t, args...)
	if err := until(history, "SELECT pg_catalog.count(*) > 3 FROM pgdoctor_runs.runs", "true"); err != nil {
		t.Fatal(err)
	}
	killed.command.Process.Kill() //nolint:errcheck // it may have ended
	killed.wait(t)
	if got := ask(t, history, "SELECT pg_catalog.count(*) FILTER (WHERE document IS NULL) FROM pgdoctor_runs.runs"); got != "0" {
		t.Errorf("%s runs without a report", got)
	}
	pgdoctor(t, args...).want(t, 0)
	if got := ask(t, history, "SELECT pg_catalog.count(*) || ' ' || pg_catalog.count(DISTINCT target) FROM pgdoctor_runs.runs"); got != "24 24" {
		t.Errorf("runs and targets: %s", got)
	}
}

// --all-databases leaves out what nobody may connect to, and one that is dropped
// or refuses is a line of the report.
func TestFleetAllDatabases(t *testing.T) {
	t.Parallel()
	s, _ := middle().Own(t, servers.Setup{})
	s.Exec(t, s.DSN("postgres"), "CREATE DATABASE shop")
	s.Exec(t, s.DSN("postgres"), `CREATE DATABASE "odd name/ü"`)
	s.Exec(t, s.DSN("postgres"), "CREATE DATABASE closed ALLOW_CONNECTIONS false")
	s.Exec(t, s.DSN("postgres"), "CREATE DATABASE full_up CONNECTION LIMIT 0")
	s.Exec(t, s.DSN("postgres"), "CREATE DATABASE private")
	s.Exec(t, s.DSN("postgres"), "REVOKE CONNECT ON DATABASE private FROM PUBLIC; CREATE ROLE ann LOGIN PASSWORD 'ann' IN ROLE pg_monitor")
	got := pgdoctor(t, "check", "--dsn", s.DSNFor("shop", "ann", "ann"), "--all-databases", "--only", "no-primary-key", "--format", "json")
	got.want(t, 3)
	var all report.Fleet
	if err := json.Unmarshal([]byte(got.stdout), &all); err != nil {
		t.Fatal(err)
	}
	var names, lost []string
	for _, target := range all.Targets {
		_, name, _ := strings.Cut(target.Name, "/")
		names = append(names, name)
		if target.Report == nil {
			lost = append(lost, name+": "+target.Error)
		}
	}
	if got := strings.Join(names, ","); got != "full_up,odd name/ü,postgres,shop" {
		t.Errorf("examined %s", got)
	}
	if len(lost) != 1 || !strings.HasPrefix(lost[0], "full_up: ") || !strings.Contains(lost[0], "53300") && !strings.Contains(lost[0], "slot") {
		t.Errorf("not examined: %q", lost)
	}
	if all.Summary.Targets != (report.TargetCounts{Examined: 3, Unreachable: 1}) {
		t.Errorf("counted %+v", all.Summary.Targets)
	}
}

// The role of the Kubernetes example can be made as it stands there, is enough for
// check, and can write nothing.
func TestFleetRole(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join("..", "examples", "kubernetes", "role.sql"))
	if err != nil {
		t.Fatal(err)
	}
	onEach(t, func(t *testing.T, s *servers.Server) {
		dsn := s.Database(t)
		s.Exec(t, dsn, "CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE orders (u int REFERENCES users); INSERT INTO users VALUES (1)")
		role := "pgdoctor_fleet_" + nameOf(t, dsn)
		s.Exec(t, dsn, strings.ReplaceAll(string(text), "pgdoctor_fleet", role)+";ALTER ROLE "+role+" PASSWORD 'secret'")
		t.Cleanup(func() { s.Exec(t, s.DSN("postgres"), "DROP ROLE "+role) })
		as := s.DSNFor(nameOf(t, dsn), role, "secret")
		got := pgdoctor(t, "check", "--dsn", as, "--format", "json")
		doc := checked(t, got)
		if len(doc.Failed()) > 0 {
			t.Errorf("failed: %q", doc.Failed())
		}
		if check := checkOf(t, doc, "fk-without-index"); len(check.Findings) != 1 {
			t.Errorf("found %+v", check.Findings)
		}
		// no rows without SELECT, and that is said
		if check := checkOf(t, doc, "orphan-rows"); check.Status == checks.OK && check.Examined > 0 && len(check.Unknown) == 0 {
			t.Errorf("rows were read: %+v", check)
		}
		for _, statement := range []string{"SELECT count(*) FROM users", "CREATE TABLE x ()", "INSERT INTO users VALUES (2)", "CREATE DATABASE x"} {
			if answer, err := tryAsk(as, statement); err == nil {
				t.Errorf("%s: %s", statement, answer)
			}
		}
	})
}
