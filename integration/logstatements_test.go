package integration

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/integration/servers"
)

const nowLogged = "SELECT pg_catalog.current_setting('log_statement')"

// logFault is where the procedure log-statements is struck, and by what.
type logFault struct {
	word  string // on or off
	at    moment // "" once the log is on and pgdoctor waits
	nth   int    // of the migrations
	fault string
}

func (f logFault) name() string {
	at := string(f.at)
	if at == "" {
		at = "waiting"
	}
	return strings.ReplaceAll(fmt.Sprintf("%s/%s/%s-%d", f.fault, f.word, at, f.nth), " ", "_")
}

func logFaults() []logFault {
	var list []logFault
	for _, fault := range []string{"kill -9", "connections cut", "terminated backends"} {
		list = append(list, logFault{"on", "", 0, fault})
		for _, word := range []string{"on", "off"} {
			for nth, at := range []moment{before, during, after} {
				list = append(list, logFault{word, at, nth, fault})
				if nth != 1 { // the one that changes the setting
					list = append(list, logFault{word, at, 1, fault})
				}
			}
		}
	}
	return list
}

// However the procedure is interrupted: nothing stays logged that it does not say
// is, off turns it off, and the setting is what it was.
func TestFaultLogStatements(t *testing.T) {
	t.Parallel()
	list, cells := since(0), logFaults()
	if os.Getenv(FaultsVariable) != "all" { // a part of them, from all over
		list = list[len(list)-1:]
		cells = slices.DeleteFunc(cells, func(f logFault) bool {
			return f.at == before || f.nth != 1 && f.at != "" || f.fault == "terminated backends"
		})
	}
	for _, shared := range list {
		t.Run(fmt.Sprintf("pg%d", shared.Major), func(t *testing.T) {
			t.Parallel()
			s := servers.StartOne(t, shared.Major)
			for i, f := range cells {
				was := "none"
				if i%2 == 1 { // by ALTER SYSTEM, and so to be brought back there
					was = "ddl"
				}
				t.Run(f.name(), func(t *testing.T) { f.prove(t, s, was) })
			}
		})
	}
}

func (f logFault) prove(t *testing.T, s *servers.Server, was string) {
	dsn := s.Database(t)
	reset := func() {
		for _, statement := range []string{"ALTER SYSTEM RESET log_statement", "SELECT pg_reload_conf()"} {
			s.Exec(t, dsn, statement)
		}
	}
	t.Cleanup(reset)
	if was != "none" {
		s.Exec(t, dsn, "ALTER SYSTEM SET log_statement = "+was)
		s.Exec(t, dsn, "SELECT pg_reload_conf()")
	}
	if err := until(dsn, nowLogged, was); err != nil {
		t.Fatal(err)
	}
	before := column(t, connect(t, dsn), serverText)
	relay := newRelay(t, dsn)
	on := func(dsn string) []string {
		return []string{"procedure", "log-statements", "on", "--for", "1h", "--apply", "--yes", "--dsn", dsn}
	}
	off := func(dsn string) []string {
		return []string{"procedure", "log-statements", "off", "--apply", "--yes", "--dsn", dsn}
	}
	const waits = "leave pgdoctor running"
	var run *running
	switch {
	case f.word == "off": // of one that was killed while it waited
		first := begin(t, on(dsn)...)
		first.says(t, waits)
		first.command.Process.Kill() //nolint:errcheck // it runs
		first.wait(t)
		relay.hold("-- pgdoctor ", f.nth, f.at)
		run = begin(t, off(relay.dsn)...)
		relay.isHeld(t, run.stderr.String)
	case f.at == "":
		run = begin(t, on(relay.dsn)...)
		run.says(t, waits)
	default:
		relay.hold("-- pgdoctor ", f.nth, f.at)
		run = begin(t, on(relay.dsn)...)
		relay.isHeld(t, run.stderr.String)
	}
	f.strike(t, dsn, relay, run)
	relay.thaw()
	switch {
	case f.at == "" && f.fault != "kill -9": // it goes on waiting, and turns it off when it is told to
		run.interrupt(t, os.Interrupt, "statements are no longer logged")
		run.wait(t).want(t, 0)
	default:
		got := run.wait(t)
		if strings.Contains(got.stderr, "panic") {
			t.Errorf("it says %s", got.stderr)
		}
		if now := ask(t, dsn, nowLogged); now != was && f.fault != "kill -9" && f.word == "on" {
			t.Errorf("log_statement is %s, and pgdoctor ended: %s", now, got.stderr)
		}
	}
	pgdoctor(t, off(dsn)...).want(t, 0)
	f.wantOff(t, dsn, was, before)
}

func (f logFault) strike(t *testing.T, dsn string, relay *relay, run *running) {
	t.Helper()
	switch f.fault {
	case "kill -9":
		run.command.Process.Kill() //nolint:errcheck // it runs
	case "connections cut":
		relay.cut()
	default:
		ask(t, dsn, "SELECT count(pg_terminate_backend(pid)) "+pgdoctorsSessions)
	}
}

// wantOff wants the setting as it was, wherever it was set, and the record settled.
func (f logFault) wantOff(t *testing.T, dsn, was string, before []string) {
	t.Helper()
	if err := until(dsn, nowLogged, was); err != nil {
		t.Error(err)
	}
	wantSame(t, "off did not bring everything back", before, column(t, connect(t, dsn), serverText))
	if got := ask(t, dsn, "SELECT count(*) FROM pgdoctor.journal WHERE state IN ('applying', 'undoing')"); got != "0" {
		t.Errorf("%s migrations unsettled", got)
	}
	if got := ask(t, dsn, versionTable); strings.Contains(got, " t") {
		t.Errorf("version table: %s, want it clean", got)
	}
	pgdoctor(t, "check", "log-statements-left-on", "--fail-on", "info", "--dsn", dsn).want(t, 0)
	pgdoctor(t, "undo", "--all", "--yes", "--dsn", dsn).want(t, 0)
	if err := until(dsn, nowLogged, was); err != nil {
		t.Errorf("after undo: %v", err)
	}
}
