package integration

import (
	"encoding/json"
	"fmt"
	"net"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/pgdoctor/pgdoctor/internal/report"
)

// One bad target of each kind costs the others nothing, and is said in one line.
func TestFleetFaultTargets(t *testing.T) {
	t.Parallel()
	s := middle()
	good := s.Database(t)
	reached := func(answer func(net.Conn)) string {
		return "postgres://ann:hunter2@" + fake(t, answer) + "/x?connect_timeout=2"
	}
	bad := map[string]string{
		"closed port":    "postgres://ann:hunter2@127.0.0.1:1/x",
		"no host":        "postgres://ann:hunter2@no-such-host.invalid/x?connect_timeout=5",
		"silent":         reached(silent),
		"hangs up":       reached(hangsUp),
		"web server":     reached(notPostgres),
		"full":           reached(refusing("53300", "sorry, too many clients already")),
		"starting":       reached(refusing("57P03", "the database system is starting up")),
		"wrong password": s.DSNFor("postgres", "postgres", "hunter2"),
		"no database":    s.DSN("no such database"),
	}
	list := map[string]string{"good 1": good, "good 2": good}
	for name, dsn := range bad {
		list[name] = dsn
	}
	got := pgdoctor(t, "check", "--targets", fleetFile(t, list), "--only", "no-primary-key", "--format", "json", "--store", good, "--run-id", "r")
	got.want(t, 3)
	if strings.Contains(got.stdout+got.stderr, "hunter2") {
		t.Error("a password is printed")
	}
	var all report.Fleet
	if err := json.Unmarshal([]byte(got.stdout), &all); err != nil {
		t.Fatal(err)
	}
	for _, target := range all.Targets {
		if _, isBad := bad[target.Name]; isBad != (target.Error != "") || isBad && strings.Contains(target.Error, "\n") {
			t.Errorf("%s: %q", target.Name, target.Error)
		}
	}
	if all.Summary.Targets != (report.TargetCounts{Examined: 2, Unreachable: len(bad)}) {
		t.Errorf("counted %+v", all.Summary.Targets)
	}
	if kept := ask(t, good, "SELECT count(*) || ' ' || count(*) FILTER (WHERE error <> '') || ' ' || count(*) FILTER (WHERE error LIKE '%hunter2%') FROM pgdoctor_runs.runs"); kept != fmt.Sprintf("%d %d 0", len(list), len(bad)) {
		t.Errorf("kept %s", kept)
	}
}

// twelve is the arguments of a check of twelve targets, one after the other, whose
// runs go to a history.
func twelve(t *testing.T, database string) func(store string) []string {
	list := map[string]string{}
	for i := range 12 {
		list[fmt.Sprintf("target %02d", i)] = database
	}
	file := fleetFile(t, list)
	return func(store string) []string {
		return []string{"check", "--targets", file, "--only", "no-primary-key", "--parallel", "1", "--store", store, "--run-id", "r"}
	}
}

// A history that goes away in the middle costs the report nothing, and the run that
// is repeated completes it.
func TestFleetFaultHistory(t *testing.T) {
	t.Parallel()
	s := middle()
	history := s.Database(t)
	check := twelve(t, s.Database(t))
	openStore(t, history)
	between := newRelay(t, history)
	between.hold("commit", 3, before)
	running := begin(t, check(between.dsn)...)
	between.isHeld(t, running.stderr.String)
	between.cut()
	between.thaw()
	got := running.wait(t)
	got.want(t, 3, "12 targets, nothing sick found")
	if !strings.Contains(got.stderr, "the report is written, but the history (--store) did not take 1 run: save the run of target") {
		t.Errorf("cut off: %s", got.stderr)
	}
	if n := ask(t, history, "SELECT count(*) FROM pgdoctor_runs.runs"); n != "11" {
		t.Errorf("%s runs after the cut", n)
	}
	pgdoctor(t, check(history)...).want(t, 0)
	if n := ask(t, history, "SELECT count(*) || ' ' || count(DISTINCT target) FROM pgdoctor_runs.runs"); n != "12 12" {
		t.Errorf("%s after the repetition", n)
	}
}

// Through a pooler no history is made, and one that is there is written to.
func TestFleetFaultPooler(t *testing.T) {
	t.Parallel()
	s := middle()
	history := s.Database(t)
	check := twelve(t, s.Database(t))
	pooled := s.PgBouncer(t).DSN(nameOf(t, history))
	got := pgdoctor(t, check(pooled)...)
	got.want(t, 3, "12 targets, nothing sick found")
	if !strings.Contains(got.stderr, "did not take 12 runs: connect directly to the server for this, not through a pooler") {
		t.Errorf("through a pooler: %s", got.stderr)
	}
	openStore(t, history)
	pgdoctor(t, check(pooled)...).want(t, 0)
	if n := ask(t, history, "SELECT count(*) FROM pgdoctor_runs.runs"); n != "12" {
		t.Errorf("%s runs through a pooler", n)
	}
}

// Ctrl-C ends a fleet with a report of what was done, which says of the others that
// they were not examined; the history has no half a run.
func TestFleetFaultInterrupted(t *testing.T) {
	t.Parallel()
	s := middle()
	history := s.Database(t)
	openStore(t, history)
	check := twelve(t, s.Database(t))
	between := newRelay(t, history)
	between.hold("commit", 3, after) // some are kept
	running := begin(t, append(check(between.dsn), "--format", "json")...)
	between.isHeld(t, running.stderr.String)
	if err := running.command.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	time.Sleep(200 * time.Millisecond) // or the answer may be faster than the signal
	between.thaw()
	got := running.wait(t)
	got.want(t, 3)
	var all report.Fleet
	if err := json.Unmarshal([]byte(got.stdout), &all); err != nil {
		t.Fatal(err)
	}
	lost := all.Unreachable()
	if len(all.Targets) != 12 || len(lost) == 0 || len(lost) == 12 || !strings.Contains(lost[len(lost)-1].Error, "interrupted before it was examined") {
		t.Errorf("%d targets, of which not examined: %+v", len(all.Targets), lost)
	}
	if n := ask(t, history, "SELECT count(*) FROM pgdoctor_runs.runs WHERE error <> ''"); n != "0" {
		t.Errorf("%s interrupted runs are kept", n)
	}
}
