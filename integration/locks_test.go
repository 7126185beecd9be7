package integration

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/migrations"
)

// TestLocks compares the locks that each step declares with those that its
// backend holds while it runs, in every scenario, the majors in turn: one that
// somebody waits for and that is not declared fails, and one that is declared
// and never seen. Before that the plan is rehearsed, which must change nothing.
func TestLocks(t *testing.T) {
	t.Parallel()
	leftOut := func(doc checks.Doc, sc scenario) string {
		if sc.ownServer() && doc.Category == checks.Configuration {
			return "settings lock no relation, and cost a server each"
		}
		return ""
	}
	eachCurable(t, leftOut, since, watchLocks)
}

func watchLocks(t *testing.T, s *servers.Server, check checks.Check, sc scenario) {
	p := newPatient(t, s, sc, "")
	sc.openSessions(t, p.host, p.cfg.Database)
	plan := p.plan(t, p.settled(t, check, sc.golden("findings.json", s.Major)).Findings)
	if len(plan.Steps) == 0 {
		t.Fatalf("no step: %v", plan.Unfixed)
	}
	p.rehearse(t, plan)
	w := &lockWatch{t: t, p: p, held: map[int64][]migrations.Held{}, stop: func() {}}
	w.look = w.connect()
	slow := *p
	slow.cfg = p.cfg.Copy()
	slow.cfg.RuntimeParams["vacuum_cost_limit"], slow.cfg.RuntimeParams["vacuum_cost_delay"] = "1", "1"
	record := slow.record(t)
	defer record.Close()
	outcomes, err := record.Apply(t.Context(), plan.Steps, migrations.Options{Progress: w.begin})
	w.stop()
	if err != nil {
		t.Fatal(err)
	}
	for i, step := range plan.Steps {
		if outcomes[i].Status == migrations.StepApplied {
			w.compare(step)
		}
	}
}

// rehearse wants a rehearsal to leave no trace, and to try what only changes catalogs.
func (p *patient) rehearse(t *testing.T, plan fixes.Plan) {
	t.Helper()
	before := p.snapshot(t)
	seen, err := migrations.Rehearse(t.Context(), p.cfg, p.server, "test", plan.Steps, func(line string) { t.Log(line) })
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, p.snapshot(t)); diff != "" {
		t.Errorf("the rehearsal left (-before +after):\n%s", diff)
	}
	if len(seen) != len(plan.Steps) {
		t.Fatalf("%d of %d steps rehearsed", len(seen), len(plan.Steps))
	}
	for i, step := range plan.Steps {
		switch {
		case seen[i].Status == migrations.RehearsalFailed:
			t.Errorf("rehearsal of %s failed: %s", step.Slug, seen[i].Reason)
		case seen[i].Status != migrations.Rehearsed && seen[i].Reason == "":
			t.Errorf("%s was not rehearsed, and nothing says why", step.Slug)
		case len(seen[i].Undeclared) > 0:
			t.Errorf("rehearsal of %s took %v, the plan says %v", step.Slug, seen[i].Undeclared, step.Locks)
		}
	}
}

// lockWatch sees the locks of each step of an apply.
type lockWatch struct {
	t     *testing.T
	p     *patient
	look  *pgx.Conn
	names migrations.RelationNames // when the step began
	held  map[int64][]migrations.Held
	stop  func()        // ends watching the step before
	seen  chan struct{} // closed once locks of the step that runs were seen
}

func (w *lockWatch) connect() *pgx.Conn {
	w.t.Helper()
	conn, err := pgx.ConnectConfig(w.t.Context(), w.p.cfg)
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { conn.Close(context.Background()) })
	return conn
}

// begin looks at a step that is about to run. What can be run in a transaction
// is, and rolled back: its locks are all there at the end. The rest is held up at
// its table, and watched meanwhile.
func (w *lockWatch) begin(step fixes.Step) {
	w.stop()
	w.stop = func() {}
	var err error
	if w.names, err = migrations.NamesNow(w.t.Context(), w.look); err != nil {
		w.t.Fatal(err)
	}
	switch {
	case step.Reach != fixes.InDatabase || fixes.OnlyComments(step.Up):
	case step.Trial != "":
		w.inTransaction(step, step.Trial)
	case !step.Alone:
		w.inTransaction(step, step.Up)
	default:
		w.stop = w.watch(step, w.holdUp(step))
	}
}

func (w *lockWatch) inTransaction(step fixes.Step, statement string) {
	conn := w.connect()
	tx, err := conn.Begin(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	defer tx.Rollback(context.Background()) //nolint:errcheck // the step itself comes after
	if _, err := tx.Exec(w.t.Context(), "SET LOCAL row_security = off; SET LOCAL statement_timeout = '60s'; "+statement); err != nil {
		w.t.Fatalf("%s: %v", step.Slug, err)
	}
	held, err := migrations.HeldBy(w.t.Context(), w.look, conn.PgConn().PID())
	if err != nil {
		w.t.Fatal(err)
	}
	w.held[step.Version] = held
}

// holdUp keeps a step that waits for transactions waiting for one that reads its
// table, and an index that is dropped also at the very end, where only its
// dependencies hold it up. VACUUM and ANALYZE wait for their lock, but where they
// would skip the table: those are slowed down by their connection's settings.
func (w *lockWatch) holdUp(step fixes.Step) (release func()) {
	table := postgres.Quote(postgres.ParseName(step.Locks[0].Relation)...)
	dsn := w.p.cfg.ConnString()
	switch {
	case step.Waits:
		first := holding(w.t, dsn, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SELECT FROM "+table+" LIMIT 1")
		return func() {
			w.until("locktype = 'virtualxid'")
			last := func() {}
			if strings.HasPrefix(step.Up, "DROP INDEX CONCURRENTLY") {
				last = holding(w.t, dsn, "LOCK TABLE pg_catalog.pg_depend IN SHARE MODE")
			}
			first()
			if strings.HasPrefix(step.Up, "DROP INDEX CONCURRENTLY") {
				w.until("relation = 'pg_catalog.pg_depend'::regclass")
			}
			last()
		}
	case !strings.Contains(step.Up, "SKIP_LOCKED"):
		first := holding(w.t, dsn, "LOCK TABLE "+table+" IN SHARE UPDATE EXCLUSIVE MODE")
		return func() {
			w.until("relation = " + postgres.Literal(table) + "::regclass")
			first()
		}
	}
	return func() {}
}

// until waits until somebody waits for a lock, until locks of the step were seen at all, which takes its
// time on a busy machine, and then a little: this one is to be seen too.
func (w *lockWatch) until(lock string) {
	if err := until(w.p.cfg.ConnString(), "SELECT count(*) > 0 FROM pg_locks AS l JOIN pg_stat_activity AS a ON a.pid = l.pid WHERE NOT l.granted AND a.datname = current_database() AND l."+lock, "true"); err != nil {
		w.t.Error(err)
	}
	select {
	case <-w.seen:
	case <-time.After(10 * time.Second): // compare says what was not seen
	}
	time.Sleep(50 * time.Millisecond)
}

// watch reads the locks of the backend that runs a step until stop is called.
func (w *lockWatch) watch(step fixes.Step, release func()) (stop func()) {
	done, first := make(chan struct{}), sync.OnceFunc(func() { close(w.seen) })
	w.seen = make(chan struct{})
	var running sync.WaitGroup
	running.Go(release)
	running.Go(func() {
		var pid int32
		for {
			select {
			case <-done:
				return
			default:
			}
			const atWork = "SELECT j.backend_pid FROM pgdoctor.journal AS j JOIN pg_stat_activity AS a ON a.pid = j.backend_pid AND a.backend_start = j.backend_start WHERE j.version = $1"
			if pid == 0 && w.look.QueryRow(context.Background(), atWork, step.Version).Scan(&pid) != nil {
				continue
			}
			held, err := migrations.HeldBy(context.Background(), w.look, uint32(pid))
			if err != nil {
				w.t.Error(err)
				return
			}
			if len(held) > 0 {
				first()
			}
			for _, h := range w.names.As(held) {
				if !slices.Contains(w.held[step.Version], h) {
					w.held[step.Version] = append(w.held[step.Version], h)
				}
			}
		}
	})
	return sync.OnceFunc(func() { close(done); running.Wait() })
}

// compare wants the declared locks to be the observed ones.
func (w *lockWatch) compare(step fixes.Step) {
	w.t.Helper()
	held := w.held[step.Version]
	if beyond := migrations.Undeclared(held, step); len(beyond) > 0 {
		w.t.Errorf("%s takes %v, but declares only %v", step.Slug, beyond, step.Locks)
	}
	for _, lock := range step.Locks {
		if strings.HasPrefix(step.Up, "REINDEX") && lock.Mode == "AccessExclusiveLock" {
			continue // the old copy goes too quickly to be seen each time
		}
		seen := slices.ContainsFunc(held, func(h migrations.Held) bool { return h.Relation == lock.Relation && h.Covers(lock.Mode) })
		if !seen {
			w.t.Errorf("%s declares %s on %s, but takes only %v", step.Slug, lock.Mode, lock.Relation, migrations.Observed(held))
		}
	}
}
