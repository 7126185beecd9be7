package integration

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// phase is what pgdoctor is at when the fault strikes.
type phase string

const (
	applying phase = "apply"
	healing  phase = "heal" // after an apply that was killed
	undoing  phase = "undo"
)

// struck is where a fault strikes.
type struck struct {
	phase  phase
	moment moment
}

// fault is one thing that goes wrong while a statement is held up.
type fault struct {
	name  string
	at    []struck
	crash bool // the server itself goes down, so it must be the test's own
	// strike does it, and returns what ends it once pgdoctor has ended, nil for nothing
	strike func(t *testing.T, c *ordeal) (over func())
}

var (
	everywhere = []struck{{applying, before}, {applying, during}, {applying, after}, {healing, before}, {undoing, before}, {undoing, during}, {undoing, after}}
	inStep     = []struck{{applying, during}, {applying, after}, {undoing, during}, {undoing, after}}
	around     = []struck{{applying, before}, {applying, after}, {undoing, before}, {undoing, after}}
)

// pgdoctorsSessions are those of the program in this database.
const pgdoctorsSessions = "FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'pgdoctor' AND pid <> pg_backend_pid()"

var faults = []fault{
	{name: "kill -9", at: everywhere, strike: func(t *testing.T, c *ordeal) func() {
		c.run.command.Process.Kill() //nolint:errcheck // it runs
		return nil
	}},
	{name: "SIGTERM", at: inStep, strike: func(t *testing.T, c *ordeal) func() {
		c.run.interrupt(t, syscall.SIGTERM, "stopping after this")
		return nil
	}},
	{name: "Ctrl-C twice", at: slices.Concat(around, inStep[:1]), strike: func(t *testing.T, c *ordeal) func() {
		c.run.interrupt(t, os.Interrupt, "stopping after this", cancelling)
		return nil
	}},
	{name: "cancelled backend", at: inStep, strike: func(t *testing.T, c *ordeal) func() {
		ask(t, c.dsn, "SELECT count(pg_cancel_backend(pid)) "+pgdoctorsSessions)
		return nil
	}},
	{name: "terminated backends", at: everywhere, strike: func(t *testing.T, c *ordeal) func() {
		ask(t, c.dsn, "SELECT count(pg_terminate_backend(pid)) "+pgdoctorsSessions)
		return nil
	}},
	{name: "connections cut", at: everywhere, strike: func(t *testing.T, c *ordeal) func() {
		c.relay.cut()
		return nil
	}},
	{name: "black hole", at: []struck{{applying, during}, {undoing, after}}, strike: func(t *testing.T, c *ordeal) func() {
		c.relay.silence()
		time.Sleep(3 * time.Second)
		c.relay.cut()
		return nil
	}},
	{name: "second pgdoctor", at: []struck{{applying, before}, {applying, after}, {undoing, before}}, strike: func(t *testing.T, c *ordeal) func() {
		args := c.fix(c.dsn)
		if c.at.phase == undoing {
			args = c.undo(c.dsn)
		}
		second := begin(t, args...)
		second.says(t, "waiting for another pgdoctor in this database (pid ")
		return func() {
			if got := second.wait(t); got.code == -1 {
				t.Errorf("the second pgdoctor: %s", got.stderr)
			}
		}
	}},
	{name: "running pg_dump", at: around, strike: func(t *testing.T, c *ordeal) func() {
		return holding(t, c.dsn, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; LOCK TABLE pgdoctor.migrations, pgdoctor.journal IN ACCESS SHARE MODE")
	}},
	{name: "server crash", at: everywhere, crash: true, strike: func(t *testing.T, c *ordeal) func() {
		c.emptied = strings.Split(ask(t, c.dsn, rowsOfUnlogged), "\n")
		c.patient.host.Kill(t)
		c.relay.cut()
		return func() { c.patient.host.Start(t) }
	}},
}

// rowsOfUnlogged lists how the rows of unlogged tables begin in a snapshot.
const rowsOfUnlogged = `SELECT coalesce(string_agg(format('row %I.%I ', n.nspname, c.relname), E'\n'), 'none')
	FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND c.relpersistence = 'u'`

// ordeal is one cell of the matrix: a fix, and a fault that strikes it.
type ordeal struct {
	kind  string
	check checks.Check
	fault fault
	at    struck
	// variant is nil for the default way of a fix
	variant *variant
	// nth is the step to strike, nil for any
	nth *int

	patient *patient
	dsn     string // straight to the server
	flags   []string
	relay   *relay
	run     *running
	emptied []string // what a crash takes away: how the rows of tables that were unlogged then begin
}

func (c *ordeal) name() string {
	return strings.ReplaceAll(fmt.Sprintf("%s/%s/%s %s", c.kind, c.fault.name, c.at.phase, c.at.moment), " ", "_")
}

func (c *ordeal) fix(dsn string) []string {
	return slices.Concat([]string{"fix", c.check.Describe().ID, "--apply", "--yes", "--max-risk", "disruptive", "--max-wait", "20s", "--dsn", dsn}, c.flags)
}

func (c *ordeal) undo(dsn string) []string {
	return slices.Concat([]string{"undo", "--all", "--yes", "--max-wait", "20s", "--dsn", dsn}, c.undoFlags())
}

// slowly makes the first DDL statement of each of pgdoctor's transactions take a while
// with its locks held. Were it each, those of many would run into their own timeout.
const slowly = `
CREATE SCHEMA slow;
CREATE FUNCTION slow.ly() RETURNS event_trigger LANGUAGE plpgsql SET search_path = '' AS $$ BEGIN
	IF current_setting('application_name') = 'pgdoctor' AND current_query() LIKE '-- pgdoctor %'
		AND coalesce(current_setting('slow.ly', true), '') = '' THEN
		PERFORM set_config('slow.ly', 'slept', true), pg_sleep(0.5);
	END IF;
END $$;
CREATE EVENT TRIGGER slowly ON ddl_command_end EXECUTE FUNCTION slow.ly()`

// scenario is what the cell is struck on.
func (c *ordeal) scenario(t *testing.T) scenario {
	if c.variant == nil {
		return readScenario(t, c.check.Describe().ID)
	}
	c.flags = c.variant.flags
	return c.variant.scenario()
}

// prove strikes, and wants the next run to finish or heal, and undo to bring
// everything back.
func (c *ordeal) prove(t *testing.T, s *servers.Server) {
	sc := c.scenario(t)
	p := newPatient(t, s, sc, "")
	c.patient, c.dsn = p, p.host.DSN(p.cfg.Database)
	p.cfg.RuntimeParams["application_name"] = "patient" // to be told apart from the program
	p.reopen(t)
	for name, value := range sc.thresholds[c.check.Describe().ID] {
		c.flags = append(c.flags, "--threshold", fmt.Sprintf("%s.%s=%v", c.check.Describe().ID, name, value))
	}
	if c.at.moment == during {
		p.host.Exec(t, c.dsn+"&default_transaction_read_only=off", slowly) // the database may be read-only
	}
	sc.openSessions(t, p.host, p.cfg.Database)
	sick := p.settled(t, c.check, sc.golden("findings.json", s.Major))
	plan := p.plan(t, sick.Findings)
	if len(plan.Steps) == 0 {
		t.Fatalf("nothing to apply: %v", plan.Unfixed)
	}
	picture, invalidBefore := p.snapshot(t), ask(t, c.dsn, invalid)
	c.relay = newRelay(t, c.dsn)
	over := c.strike(t, len(plan.Steps))
	c.settle(t, over)
	if c.at.phase != undoing {
		again := pgdoctor(t, c.fix(c.dsn)...)
		defer func() {
			if t.Failed() {
				t.Logf("the second run: exit code %d, %s%s", again.code, again.stdout, again.stderr)
			}
		}()
		if again.code != 0 && again.code != 1 {
			t.Errorf("the second run failed")
		}
		if c.forgotten(t, again) {
			c.wantClean(t, picture, invalidBefore)
			return
		}
		plan.Unfixed = nil // what an earlier step stood in the way of may be cured by now
		p.wantCured(t, c.check, plan)
	}
	c.finish(t)
	c.wantClean(t, picture, invalidBefore)
}

// forgotten says whether a crash has reset the counters by which the check judged, before
// anything was applied.
func (c *ordeal) forgotten(t *testing.T, again ran) bool {
	return c.fault.crash && c.check.Describe().Runtime && strings.Contains(again.stdout, "nothing to apply") &&
		ask(t, c.dsn, "SELECT count(*) FROM pgdoctor.journal WHERE state = 'applied'") == "0"
}

// finish takes everything back: what stood in the way is left for a while.
func (c *ordeal) finish(t *testing.T) {
	t.Helper()
	if len(c.undoFlags()) == 0 {
		pgdoctor(t, c.undo(c.dsn)...).want(t, 0)
		return
	}
	pgdoctor(t, c.undo(c.dsn)...).want(t, 1, "is partly undone", "2 rows of public.leases (id) = (300) (600)")
	if got := ask(t, c.dsn, "SELECT count(*) FROM leases"); got != "900" {
		t.Errorf("%s leases are there, want 900, two of them the newer ones", got)
	}
	c.patient.host.Exec(t, c.dsn, c.variant.gone)
	pgdoctor(t, c.undo(c.dsn)...).want(t, 0)
}

// strike begins what the fault is to hit, and hits it.
func (c *ordeal) strike(t *testing.T, steps int) (over func()) {
	// any of the steps, but the same one each time; of some kinds later ones may be refused, and an
	// undo that leaves something ends with the first
	nth := 0
	if c.kind != "rebuild-index" && len(c.undoFlags()) == 0 {
		nth = len(c.name()) % steps
	}
	if c.nth != nil {
		nth = *c.nth
	}
	words, args := "-- pgdoctor ", c.fix(c.relay.dsn)
	switch c.at.phase {
	case healing:
		c.killed(t, nth)
		words, nth = "TRUNCATE", 0
	case undoing:
		if got := pgdoctor(t, c.fix(c.dsn)...); got.code != 0 && got.code != 1 {
			got.want(t, 0)
		}
		if c.variant != nil && c.variant.obstacle != "" {
			c.patient.host.Exec(t, c.dsn, c.variant.obstacle)
		}
		args = c.undo(c.relay.dsn)
	}
	c.relay.hold(words, nth, c.at.moment)
	c.run = begin(t, args...)
	c.relay.isHeld(t, c.run.stderr.String)
	if c.at.moment == during {
		time.Sleep(150 * time.Millisecond)
	}
	return c.fault.strike(t, c)
}

// killed leaves an apply that ended between its statement and the record of it.
func (c *ordeal) killed(t *testing.T, nth int) {
	first := newRelay(t, c.dsn)
	first.hold("-- pgdoctor ", nth, after)
	run := begin(t, c.fix(first.dsn)...)
	first.isHeld(t, run.stderr.String)
	run.command.Process.Kill() //nolint:errcheck // it runs
	run.wait(t)
	first.cut()
}

// settle waits for the end of what was struck.
func (c *ordeal) settle(t *testing.T, over func()) {
	c.relay.thaw()
	got := c.run.wait(t)
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("the run that was struck: exit code %d, %s%s", got.code, got.stdout, got.stderr)
		}
	})
	if c.fault.name == "second pgdoctor" || c.fault.name == "running pg_dump" || c.fault.crash {
		over()
	}
	if strings.Contains(got.stderr, "panic") || got.code > 0 && strings.Count("\n"+got.stderr, "\npgdoctor: ") != 1 {
		t.Errorf("want one line on what happened, not %s", got.stderr)
	}
	if c.fault.crash {
		c.patient.reopen(t)
	}
	if err := until(c.dsn, "SELECT count(*) "+pgdoctorsSessions, "0"); err != nil {
		t.Errorf("sessions are left: %v", err)
	}
}

// wantClean wants nothing left of what happened, and everything as it was.
func (c *ordeal) wantClean(t *testing.T, before snapshot, invalidBefore string) {
	t.Helper()
	p, id := c.patient, c.check.Describe().ID
	after := p.snapshot(t)
	if _, gone := notBroughtBack[id]; gone {
		before, after = before.without("prepared transaction "), after.without("prepared transaction ")
	}
	if c.fault.crash { // what a sequence had written ahead to the WAL is lost: up to 32 values
		before, after = before.without("sequence "), after.without("sequence ")
	}
	for _, rows := range c.emptied {
		before, after = before.without(rows), after.without(rows)
	}
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("undo did not bring everything back (-before +after):\n%s", diff)
	}
	if got := ask(t, c.dsn, versionTable); got != "none" && strings.Contains(got, "t") {
		t.Errorf("version table: %s, want it clean", got)
	}
	if got := ask(t, c.dsn, "SELECT count(*) FROM pgdoctor.journal WHERE state IN ('applying', 'undoing')"); got != "0" {
		t.Errorf("%s migrations unsettled", got)
	}
	if got := ask(t, c.dsn, "SELECT ("+invalid+") <= "+invalidBefore); got != "true" {
		t.Errorf("more invalid indexes than the %s before", invalidBefore)
	}
}

// reopen connects anew, after a crash.
func (p *patient) reopen(t *testing.T) {
	t.Helper()
	p.db.Close()
	db, err := postgres.Open(t.Context(), p.cfg, 2)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	p.db = db
}
