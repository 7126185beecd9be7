package integration

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/jmoiron/sqlx"

	"github.com/pgdoctor/pgdoctor/checks"
	"github.com/pgdoctor/pgdoctor/fixes"
	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/migrations"
)

// patient is one database under examination.
type patient struct {
	host   *servers.Server
	own    bool // nobody else uses the host
	cfg    *pgx.ConnConfig
	db     *sqlx.DB
	server postgres.Server
	sc     scenario
}

// newPatient makes the database of a scenario's case, "" or "healthy.", on the
// server that the case wants.
func newPatient(t *testing.T, s *servers.Server, sc scenario, prefix string) *patient {
	t.Helper()
	primary, standby, own := sc.host(t, s, prefix)
	host := primary
	dsn := primary.Database(t)
	script := sc.sick
	if prefix != "" {
		script = sc.healthy
	}
	replay, isExamined := strings.CutPrefix(sc.section(prefix+"standby.sql"), examined)
	if standby != nil {
		standby.CatchUp(t, primary)
		play(t, standby.DSN("postgres"), replay)
	}
	play(t, dsn, script)
	at := dsn
	if isExamined {
		name := dsn[strings.LastIndex(dsn, "/")+1:]
		name, _, _ = strings.Cut(name, "?")
		host, at = standby, standby.DSN(name)
	}
	cfg, err := postgres.ParseDSN(at)
	if err != nil {
		t.Fatal(err)
	}
	db, err := postgres.Open(t.Context(), cfg, 2)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	server, err := postgres.Probe(t.Context(), db, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	return &patient{host: host, own: own, cfg: cfg, db: db, server: server, sc: sc}
}

func (p *patient) run(t *testing.T, list ...checks.Check) []checks.Result {
	t.Helper()
	return checks.Run(t.Context(), p.db, p.server, list, checks.Options{Thresholds: p.sc.thresholds})
}

// patience is how long statistics may take to arrive: those of an idle session
// come after ten seconds.
const patience = 15 * time.Second

// settled runs the check until it finds what is wanted: statistics of other
// sessions arrive late, up to 14 through a collector process.
func (p *patient) settled(t *testing.T, check checks.Check, want string) checks.Result {
	t.Helper()
	doc := check.Describe()
	// a session of the preparation that is just ending counts as one that may own a temporary schema
	late := doc.Runtime || doc.Category == checks.Statements || doc.ID == "temp-relations-orphaned"
	last := ""
	for deadline := time.Now().Add(patience); ; time.Sleep(150 * time.Millisecond) {
		result := p.run(t, check)[0]
		found := findingsJSON(t, result, p.server)
		// without a golden yet, what is found twice in a row is what there is
		unchanged := want == "" && result.Status == checks.Findings && found == last
		if !late || found == want || unchanged || time.Now().After(deadline) {
			return result
		}
		last = found
	}
}

func (p *patient) plan(t *testing.T, findings []checks.Finding) fixes.Plan {
	t.Helper()
	// what a check saw once, such as extensions, may have changed since
	server, err := postgres.Probe(t.Context(), p.db, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	schema, err := checks.LoadSchema(t.Context(), p.db, server, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	entries := p.entries(t)
	plan, err := fixes.NewPlan(findings, fixes.Options{
		Server: server, Schema: schema, MaxRisk: fixes.Disruptive,
		FirstVersion: migrations.NextVersion(time.Now(), migrations.Highest(entries)),
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := fixes.Prove(t.Context(), p.db, server, &plan, time.Minute); err != nil {
		t.Fatal(err)
	}
	for _, step := range plan.Steps {
		for _, number := range step.Proof.Numbers {
			if number.Value == nil {
				t.Errorf("%s: could not prove %q: %s", step.Slug, number.Name, number.Unknown)
			}
		}
	}
	return plan
}

func (p *patient) entries(t *testing.T) []migrations.Entry {
	t.Helper()
	var entries []migrations.Entry
	p.lend(t, func(conn *pgx.Conn) error {
		var err error
		entries, err = migrations.History(t.Context(), conn)
		return err
	})
	return entries
}

// lend is the patient's own connection: to connect costs more than to ask.
func (p *patient) lend(t *testing.T, use func(*pgx.Conn) error) {
	t.Helper()
	conn, err := p.db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if err := conn.Raw(func(driver any) error { return use(driver.(*stdlib.Conn).Conn()) }); err != nil {
		t.Fatal(err)
	}
}

func (p *patient) snapshot(t *testing.T) snapshot {
	t.Helper()
	var lines snapshot
	p.lend(t, func(conn *pgx.Conn) error {
		lines = takeSnapshot(t, conn, p.own)
		return nil
	})
	return lines
}

func (p *patient) record(t *testing.T) *migrations.Record {
	t.Helper()
	record, err := migrations.Open(t.Context(), p.cfg, p.server, "test", func(line string) { t.Log(line) })
	if err != nil {
		t.Fatal(err)
	}
	return record
}

func (p *patient) apply(t *testing.T, plan fixes.Plan) {
	t.Helper()
	record := p.record(t)
	defer record.Close()
	outcomes, err := record.Apply(t.Context(), plan.Steps, migrations.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, outcome := range outcomes {
		// index-invalid plans for unique indexes whose duplicates are still there
		if outcome.Status != migrations.StepApplied && plan.Steps[i].Kind != "rebuild-index" {
			t.Fatalf("%s: %s: %s", plan.Steps[i].Slug, outcome.Status, outcome.Error)
		}
	}
}

// undo takes back what is newer than a version: a scenario may begin with a record.
func (p *patient) undo(t *testing.T, newer int64) {
	t.Helper()
	record := p.record(t)
	defer record.Close()
	entries, err := record.Entries(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	list := slices.DeleteFunc(migrations.Undoable(entries), func(e migrations.Entry) bool { return e.Version <= newer })
	if _, err := record.Undo(t.Context(), list, migrations.UndoOptions{}); err != nil {
		t.Fatal(err)
	}
}
