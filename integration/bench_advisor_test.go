package integration

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/integration/servers"
	"github.com/pgdoctor/pgdoctor/internal/advisor"
)

// TestBenchAdvisor measures what the advisor's indexes do for a workload, next to
// none, an expert's, and those of a plain Extend at the same bytes. It takes
// PGDOCTOR_TEST_ADVISOR for the scale: 1 is 600 MB of tables, 0.04 the quick form.
// With -update it writes docs/performance.md.
func TestBenchAdvisor(t *testing.T) {
	scale, err := strconv.ParseFloat(os.Getenv("PGDOCTOR_TEST_ADVISOR"), 64)
	if err != nil || scale <= 0 {
		t.Skip("PGDOCTOR_TEST_ADVISOR is no scale: make bench-advisor")
	}
	// the databases of all sets at a time, in memory; the shared servers have less
	s := servers.StartOne(t, all[len(all)-1].Major, servers.WithDisk(2000+int(10_000*scale)))
	text := fmt.Sprintf("Of one run on %s on PostgreSQL %d.\n\n", time.Now().Format(time.DateOnly), s.Major)
	for _, w := range workloads() {
		one := benchOLTP(t, s, w, w.part*scale) + "\n"
		t.Log("\n" + one) // the next may fail
		text += one
	}
	if chosen("tpch") {
		text += benchTPCH(t, s, scale/10)
	}
	t.Log("\n" + text)
	if *update && !t.Failed() {
		writeSectionOf(t, "../docs/performance.md", "advisor", text)
	}
}

// workloads are those of testdata/advisor that are measured.
func workloads() []workloadSet {
	list := []workloadSet{
		{"oltp", "A service of many tenants", 1}, {"shop", "A shop", 0.4}, {"rental", "Rented flats", 0.4}, {"clinic", "Medical practices", 0.4},
		{"freight", "Parcels", 0.4}, {"forum", "A community", 0.4}, {"ledger", "Bookkeeping", 0.4},
		{"tickets", "Tickets", 0.4}, {"hiring", "Recruiting", 0.4}, {"sensors", "Sensors", 0.4},
		{"bazaar", "A bazaar", 0.4}, {"desk", "A help desk", 0.4}, {"homes", "Homes to let", 0.4},
		{"wallet", "A wallet", 0.4}, {"league", "Leagues", 0.4}, {"hotels", "Hotels", 0.4},
		{"chat", "A team chat", 0.4}, {"depot", "A warehouse", 0.4}, {"library", "Libraries", 0.4},
		{"school", "Schools", 0.4}, {"grid", "Electricity", 0.4}, {"crm", "Customers", 0.4}, {"permits", "Building permits", 0.4},
		{"stars", "A data mart", 0.4}, {"courier", "Food delivery", 0.4}, {"films", "Films", 0.4},
		{"insurer", "Insurance", 0.4}, {"campaigns", "Campaigns", 0.4}, {"music", "Music", 0.4}, {"airline", "An airline", 0.4},
		{"court", "Law firms", 0.4}, {"fleet", "Vehicle fleets", 0.4}, {"newsroom", "A publishing house", 0.4}, {"broker", "A broker", 0.4}, {"arcade", "An online game", 0.4}, {"lab", "A laboratory", 0.4},
	}
	return slices.DeleteFunc(list, func(w workloadSet) bool { return !chosen(w.name) })
}

// chosen says whether a workload is to be measured: PGDOCTOR_TEST_WORKLOADS=shop,tpch names some.
func chosen(workload string) bool {
	names := os.Getenv("PGDOCTOR_TEST_WORKLOADS")
	return names == "" || slices.Contains(strings.Split(names, ","), workload)
}

// workloadSet is a folder of testdata/advisor, what it is about, and at which part of the scale
// it is measured: at 1 each has about 500 MB of tables.
type workloadSet struct {
	name, title string
	part        float64
}

func benchOLTP(t *testing.T, s *servers.Server, w workloadSet, scale float64) string {
	started := time.Now()
	dsn := s.Database(t)
	b := &bench{t: t, s: s, template: nameOf(t, dsn), statements: statementsOf(t, w.name), traps: trapsOf(t, w.name), inserts: advisorFile(t, w.name, "inserts.sql"), runs: 3}
	b.tune(b.template)
	buildWorkload(t, s, dsn, w.name, scale)
	conn := connect(t, dsn+"&default_query_exec_mode=simple_protocol")
	b.prepare(conn, recordedTexts)
	var calls []advisor.Call
	for i, statement := range b.statements {
		calls = append(calls, record(t, conn, statement, b.texts[i]))
	}
	t.Logf("built and recorded after %s", time.Since(started).Round(time.Second))
	none, expert := &indexSet{name: "none", needed: -1}, expertSet(t, w.name)
	sets := []*indexSet{none, advised(t, s, dsn, calls, "hypopg"), advised(t, s, dsn, calls, "scratch")}
	e := newExtend(t, conn, b.statements, first(b.texts))
	peer := indexAdvisor(t, conn, calls)
	conn.Close(t.Context()) //nolint:errcheck // a template has no sessions
	measure := func(set *indexSet) {
		b.measure(set)
		t.Logf("%s measured after %s", set.name, time.Since(started).Round(time.Second))
	}
	measure(none)
	b.none = none
	measure(expert)
	roomy := advised(t, s, dsn, calls, "scratch", "--index-budget", fmt.Sprintf("%.0f", 100*expert.bytes/heapBytes(t, dsn)))
	roomy.name += ", given the expert's size"
	measure(sets[1])
	measure(sets[2])
	measure(roomy)
	yardstick, _ := b.extended(e, dsn, sets[1].bytes)
	yardstick.name = fmt.Sprintf("Extend, at most %.0f MB", sets[1].bytes/1e6)
	measure(yardstick)
	sets = append(sets, roomy, yardstick)
	if peer != nil {
		measure(peer)
		sets = append(sets, peer)
	}
	sets = append(sets, expert)
	b.explain(sets)
	return fmt.Sprintf("%s, %d statements, scale %g, %d traps:\n\n", w.title, len(b.statements), scale, len(b.traps)) + b.table(sets)
}

// expertSet is what somebody who knows the workload would create.
func expertSet(t *testing.T, workload string) *indexSet {
	set := &indexSet{name: "expert", needed: -1}
	for line := range strings.SplitSeq(advisorFile(t, workload, "expert.sql"), "\n") {
		if create, ok := strings.CutPrefix(line, "CREATE INDEX "); ok {
			set.create = append(set.create, strings.TrimSuffix(create, ";"))
		}
	}
	return set
}

// extended is the yardstick, of at most so many bytes by HypoPG.
func (b *bench) extended(e *extend, dsn string, budget float64) (*indexSet, []key) {
	set := &indexSet{name: "Extend", needed: -1}
	e.conn, e.offered = connect(b.t, dsn+"&default_query_exec_mode=simple_protocol"), nil
	defer e.conn.Close(b.t.Context()) //nolint:errcheck // a template has no sessions
	b.exec(e.conn, everySchema)
	began := time.Now()
	keys := e.search(budget)
	set.took = time.Since(began)
	e.bytes(keys) // kept, as the costs are: what asks later needs no connection
	for _, k := range keys {
		set.create = append(set.create, k.sql(k.table))
	}
	return set, keys
}

// heapBytes are the bytes of all tables without their indexes.
func heapBytes(t *testing.T, dsn string) float64 {
	conn := connect(t, dsn)
	defer conn.Close(t.Context()) //nolint:errcheck // a template has no sessions
	var bytes float64
	if err := conn.QueryRow(t.Context(), "SELECT sum(pg_relation_size(relid))::float8 FROM pg_stat_user_tables").Scan(&bytes); err != nil {
		t.Fatal(err)
	}
	return bytes
}

func first(texts [][]string) []string {
	var list []string
	for _, each := range texts {
		list = append(list, each[0])
	}
	return list
}

// advised is the set that pgdoctor proposes.
func advised(t *testing.T, s *servers.Server, dsn string, calls []advisor.Call, engine string, flags ...string) *indexSet {
	t.Helper()
	return adviceOf(t, engine, append([]string{"--dsn", dsn, "--statements", statementsFile(t, calls), "--engine", engine, "--scratch-image", servers.Image(s.Major)}, flags...)...)
}

// advice is what advise --format json said.
func (r ran) advice(t *testing.T) advisor.Advice {
	t.Helper()
	r.want(t, 0)
	var document struct{ Advice advisor.Advice }
	if err := json.Unmarshal([]byte(r.stdout), &document); err != nil {
		t.Fatal(err)
	}
	return document.Advice
}

// adviceOf has pgdoctor advise, and takes what it proposes for a set.
func adviceOf(t *testing.T, name string, flags ...string) *indexSet {
	t.Helper()
	set := &indexSet{name: "pgdoctor, " + name}
	binary() // to build it takes no part
	started := time.Now()
	got := pgdoctor(t, append([]string{"advise", "--format", "json"}, flags...)...)
	set.took = time.Since(started)
	advice := got.advice(t)
	for _, proposal := range advice.Proposals {
		set.create = append(set.create, proposal.Definition())
		set.writing += proposal.Penalty * advice.TotalMS
		t.Logf("%s: %s saves %.2f%%, writing %.2f%%, %.1f MB", set.name, proposal.Definition(), 100*proposal.Saves, 100*proposal.Penalty, proposal.Bytes/1e6)
	}
	for _, query := range advice.Statements {
		if query.Skipped != "" {
			t.Logf("%s: %s was not analysed: %s", set.name, query.ID, query.Skipped)
		}
	}
	return set
}

// statementsFile is a workload as --statements reads it.
func statementsFile(t *testing.T, calls []advisor.Call) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "statements.json")
	text, err := json.Marshal(calls)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// total is the time of a kind of statements, or of all that an index can help: those
// that read, or look for what they write.
func (b *bench) total(set *indexSet, kind func(asked) bool) float64 {
	sum := 0.0
	for i, statement := range b.statements {
		if !statement.inserts() && (kind == nil || kind(statement)) {
			sum += statement.calls * set.each[i]
		}
	}
	return sum
}

// writing is how much longer statements that write take with a set of indexes: those that
// do take longer, and not those that find their rows by one of them.
func (b *bench) writing(set *indexSet) float64 {
	sum := 0.0
	for i, statement := range b.statements {
		if !statement.reads() {
			sum += statement.calls * max(0, set.each[i]-b.none.each[i])
		}
	}
	return sum
}

func (b *bench) table(sets []*indexSet) string {
	var out strings.Builder
	out.WriteString("| set | indexes | MB | read time | without what needs GIN | also UPDATE, DELETE | traps | writing, predicted | rows in volume | needed | advice took |\n|---|---|---|---|---|---|---|---|---|---|---|\n")
	plain := func(a asked) bool { return a.reads() && !a.gin }
	share := func(set *indexSet, kind func(asked) bool) float64 {
		return 100 * b.total(set, kind) / b.total(b.none, kind)
	}
	for _, set := range sets {
		fell := []string{}
		for _, trap := range b.traps {
			if slices.ContainsFunc(set.indexes, trap.caught) {
				fell = append(fell, trap.table+" "+trap.key)
			}
		}
		if len(fell) > 0 {
			b.t.Logf("%s: traps: %s", set.name, strings.Join(fell, "; "))
		}
		required, took, writing := "", "", fmt.Sprintf("%.2f %%", 100*b.writing(set)/b.total(b.none, nil))
		if set.writing > 0 {
			writing += fmt.Sprintf(", %.2f %%", 100*set.writing/b.total(b.none, nil))
		}
		if set.needed >= 0 {
			required = fmt.Sprintf("%d of %d", set.needed, len(set.indexes))
		}
		if set.took > 0 {
			took = fmt.Sprintf("%.1f s", set.took.Seconds())
		}
		fmt.Fprintf(&out, "| %s | %d | %.1f | %.2f %% | %.2f %% | %.2f %% | %d | %s | %.2f × | %s | %s |\n", set.name, len(set.indexes), set.bytes/1e6,
			share(set, asked.reads), share(set, plain), share(set, nil), len(fell), writing,
			set.inserts.Seconds()/b.none.inserts.Seconds(), required, took)
	}
	return out.String()
}

// explain logs the statements that take noticeably longer than with the expert's indexes.
func (b *bench) explain(sets []*indexSet) {
	expert := sets[len(sets)-1]
	for i, statement := range b.statements {
		line := fmt.Sprintf("%-24s %8.0f", statement.id, statement.calls)
		for _, set := range sets {
			line += fmt.Sprintf("  %9.3f ms %5.2f%%", set.each[i], 100*statement.calls*set.each[i]/b.total(b.none, nil))
		}
		if more := statement.calls * (sets[1].each[i] - expert.each[i]); more > 0.0005*b.total(b.none, nil) {
			line += "  <- worse than the expert's"
		}
		b.t.Log(line)
	}
}

// benchTPCH compares planner's costs with HypoPG, at the bytes of the advice. The advisor
// is given the cost of a statement as its time, so that both look for the same.
func benchTPCH(t *testing.T, s *servers.Server, scale float64) string {
	dsn := s.Database(t)
	b := &bench{t: t, s: s, template: nameOf(t, dsn), runs: 3}
	b.tune(b.template)
	buildWorkload(t, s, dsn, "tpch", scale)
	conn := connect(t, dsn+"&default_query_exec_mode=simple_protocol")
	statements := statementsOf(t, "tpch")
	var calls []advisor.Call
	var texts []string
	for _, statement := range statements {
		call := record(t, conn, statement, []string{statement.text})
		call.TotalMS = call.Calls * realCost(t, conn, statement.text)
		calls, texts = append(calls, call), append(texts, statement.text)
		b.texts = append(b.texts, []string{statement.text})
	}
	set := advised(t, s, dsn, calls, "hypopg")
	e := newExtend(t, conn, statements, texts)
	none := e.total(nil)
	left, bytes := hypothetical(t, conn, e, set.create)
	set.name, set.needed = "pgdoctor", -1
	b.statements, b.none = statements, &indexSet{name: "none", needed: -1}
	conn.Close(t.Context()) //nolint:errcheck // a template has no sessions
	b.measure(b.none)
	b.measure(set)
	other, yardstick := b.extendedTo(set.bytes, dsn, e, bytes)
	line := func(set *indexSet, bytes, cost float64) string {
		return fmt.Sprintf("| %s | %d | %.1f | %.1f %% | %.1f | %.1f %% | %.1f s |\n", set.name, len(set.create), bytes/1e6, 100*cost/none,
			set.bytes/1e6, 100*b.total(set, nil)/b.total(b.none, nil), set.took.Seconds())
	}
	return fmt.Sprintf("%d questions in the manner of TPC-H, scale %g, planner's cost with HypoPG, and the time with the indexes built:\n\n", len(statements), scale) +
		"| set | indexes | MB to HypoPG | cost | MB | time | advice took |\n|---|---|---|---|---|---|---|\n" +
		line(b.none, 0, none) + line(set, bytes, left) + line(other, e.bytes(yardstick), e.total(yardstick))
}

// extendedTo is the yardstick that takes about as many bytes as another set, once both are
// built: what HypoPG thinks of sizes knows nothing of deduplication. budget is where to begin.
func (b *bench) extendedTo(bytes float64, dsn string, e *extend, budget float64) (*indexSet, []key) {
	var took time.Duration
	for {
		set, keys := b.extended(e, dsn, budget)
		took += set.took
		b.measure(set)
		b.t.Logf("Extend on TPC-H, %.1f MB: %v", set.bytes/1e6, keys)
		if set.bytes <= 1.05*bytes {
			set.took = took
			return set, keys
		}
		budget *= bytes / set.bytes
	}
}

// hypothetical is the planner's cost of all statements with a set of definitions,
// and the bytes of these.
func hypothetical(t *testing.T, conn *pgx.Conn, e *extend, create []string) (cost, bytes float64) {
	t.Helper()
	e.offer(nil)
	for _, definition := range create {
		if strings.Contains(definition, "USING gin") {
			t.Logf("HypoPG cannot imagine %s", definition)
			continue
		}
		if _, err := conn.Exec(t.Context(), "SELECT hypopg_create_index($1)", "CREATE INDEX "+definition); err != nil {
			t.Fatal(err)
		}
	}
	if err := conn.QueryRow(t.Context(), "SELECT coalesce(sum(hypopg_relation_size(indexrelid)), 0)::float8 FROM hypopg()").Scan(&bytes); err != nil {
		t.Fatal(err)
	}
	for i, statement := range e.statements {
		cost += statement.calls * realCost(t, conn, e.texts[i])
	}
	return cost, bytes
}
