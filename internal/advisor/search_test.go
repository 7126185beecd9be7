package advisor

import (
	"context"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// priced is an engine that knows the cost of a statement with each index.
type priced struct {
	base  float64
	costs map[string]float64 // by a statement, a blank, the keys, and "+" before what they carry
}

func (p priced) Name() string           { return "priced" }
func (p priced) Verified() bool         { return true }
func (p priced) Supports(string) bool   { return true }
func (p priced) Sees(Index, bool) bool  { return true }
func (p priced) KnowsExpressions() bool { return true }
func (p priced) Plan(_ context.Context, statement string, indexes []Index) (Plan, error) {
	plan := Plan{Cost: p.base, Root: &Node{}}
	for i, index := range indexes {
		var keys []string
		for _, key := range index.Keys {
			keys = append(keys, key.Column)
		}
		name := statement + " " + strings.Join(keys, ",")
		if len(index.Include) > 0 {
			name += "+" + strings.Join(index.Include, ",")
		}
		if cost, ok := p.costs[name]; ok && cost < plan.Cost {
			plan.Cost, plan.Uses = cost, []int{i}
		}
	}
	return plan, nil
}

// advised runs the search over single statements on one table.
func advised(t *testing.T, engine priced, queries []*Query, indexes ...[]string) *Advice {
	t.Helper()
	return advisedOn(t, orders(), 0, engine, queries, indexes...)
}

func advisedOn(t *testing.T, table *Table, budget float64, engine Engine, queries []*Query, indexes ...[]string) *Advice {
	t.Helper()
	a := offered(t, table, budget, engine, queries, indexes...)
	if err := a.search(t.Context()); err != nil {
		t.Fatal(err)
	}
	return a.advice
}

// offered is an adviser that has looked at single statements on one table and not searched yet.
func offered(t *testing.T, table *Table, budget float64, engine Engine, queries []*Query, indexes ...[]string) *adviser {
	t.Helper()
	alone, err := engine.Plan(t.Context(), "", nil)
	if err != nil {
		t.Fatal(err)
	}
	base := alone.Cost
	advice := &Advice{Statements: queries, least: defaultShare, leastOfAll: leastOfAll}
	a := &adviser{engine: engine, advice: advice, options: Options{Budget: budget}, places: map[string]int{}, catalog: &Catalog{Tables: []*Table{table}, roots: map[Name]*Table{{"public", "orders"}: table}}}
	for _, query := range queries {
		query.cache = map[string]float64{}
		query.Bindings = []Binding{{Query: query.ID, Weight: 1, Cost: base, root: &Node{TotalCost: base}}}
		query.Base, query.Best = base, base
		advice.TotalMS += query.TotalMS
		query.weight = query.TotalMS / base
		query.refs = []*Reference{{Table: table}}
	}
	for _, query := range queries {
		query.Share = query.TotalMS / advice.TotalMS
		for _, columns := range indexes {
			var keys []Key
			for _, column := range columns {
				keys = append(keys, Key{Column: column})
			}
			index := Index{Schema: "public", Table: "orders", Method: "btree", Keys: keys}
			plan, _ := engine.Plan(t.Context(), query.ID, []Index{index})
			if len(plan.Uses) > 0 {
				a.enter(query, index)
				query.Best = min(query.Best, plan.Cost)
			}
		}
	}
	a.unit = 1
	for _, candidate := range a.pool {
		candidate.penalty = a.penalty(candidate)
	}
	return a
}

func proposed(advice *Advice) string {
	var texts []string
	for _, proposal := range advice.Proposals {
		texts = append(texts, proposal.Tail())
	}
	return strings.Join(texts, "; ")
}

func reading(id string, ms float64) *Query {
	return &Query{Call: Call{ID: id, Calls: 100, TotalMS: ms}}
}

func TestSearch(t *testing.T) {
	for _, test := range []struct {
		name    string
		costs   map[string]float64
		queries []*Query
		indexes [][]string
		want    string
	}{
		{"one that serves two statements is enough",
			map[string]float64{"a user_id": 10, "a user_id,status": 9, "b user_id,status": 5},
			[]*Query{reading("a", 1000), reading("b", 1000)}, [][]string{{"user_id"}, {"user_id", "status"}},
			`USING btree ("user_id", "status")`},
		{"a small gain is not worth an index", map[string]float64{"a user_id": 600},
			[]*Query{reading("a", 1000)}, [][]string{{"user_id"}}, ""},
		{"a statement without load gets none", map[string]float64{"b user_id": 1},
			[]*Query{reading("a", 100_000), reading("b", 10)}, [][]string{{"user_id"}}, ""},
		{"what saves the most comes first", map[string]float64{"a user_id": 10, "b status": 10},
			[]*Query{reading("a", 100), reading("b", 1000)}, [][]string{{"user_id"}, {"status"}},
			`USING btree ("status"); USING btree ("user_id")`},
	} {
		advice := advised(t, priced{1000, test.costs}, test.queries, test.indexes...)
		if got := proposed(advice); got != test.want {
			t.Errorf("%s: got %s", test.name, got)
		}
		if n := len(advice.Proposals); n > 0 && (len(advice.Curve) != n+1 || advice.Curve[n] >= advice.Curve[0]) {
			t.Errorf("%s: curve %v", test.name, advice.Curve)
		}
	}
}

// Two indexes that were chosen one after the other give way to one that does the work of both.
func TestSearchFuses(t *testing.T) {
	table := orders()
	for i := range table.Columns {
		table.Columns[i].Dedup = true
	}
	costs := map[string]float64{"a user_id": 300, "a status": 500, "a code,status": 600, "b status": 10, "b user_id": 1000, "a status,user_id": 10, "b status,user_id": 10}
	queries := []*Query{reading("a", 1000), reading("b", 1000)}
	advice := advisedOn(t, table, 0, priced{1000, costs}, queries, []string{"user_id"}, []string{"status"}, []string{"status", "user_id"})
	if got, want := proposed(advice), `USING btree ("status", "user_id")`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// An index on a counter that every call changes costs more than it saves.
func TestSearchCountsWriting(t *testing.T) {
	costs := map[string]float64{"a status": 100}
	update := &Query{Call: Call{ID: "u", Calls: 1e6, TotalMS: 1, Rows: 1e6}}
	update.read = workload.Statement{Changes: []workload.Change{{Verb: "UPDATE", Target: workload.Table{Name: "orders"}, Set: []string{"status"}}}}
	advice := advised(t, priced{1000, costs}, []*Query{reading("a", 1000), update}, []string{"status"})
	if got := proposed(advice); got != "" {
		t.Errorf("got %s", got)
	}
}

// A last key that updates change has to pay like an index of its own.
func TestSearchLeavesOutWhatUpdatesChange(t *testing.T) {
	for name, test := range map[string]struct {
		sets string
		cost float64 // with the last key
		want string
	}{
		"pays little":       {"status", 9.99, `USING btree ("user_id")`},
		"pays":              {"status", 1, `USING btree ("user_id", "status")`},
		"nobody changes it": {"note", 9.99, `USING btree ("user_id", "status")`},
	} {
		update := writing("UPDATE orders SET "+test.sets+" = $1 WHERE id = $2", 10, 1, 10)
		costs := map[string]float64{"a user_id": 10, "a user_id,status": test.cost}
		advice := advised(t, priced{1000, costs}, []*Query{reading("a", 1e6), update}, []string{"user_id", "status"})
		if got := proposed(advice); got != test.want {
			t.Errorf("%s: got %s, want %s", name, got, test.want)
		}
	}
}

// What a statement reads beside the keys is carried where the visits to the table are
// most of its cost, the table is visited rarely then, and nothing changes the columns.
func TestSearchCarries(t *testing.T) {
	costs := map[string]float64{"a user_id": 100, "a user_id+created_at": 20}
	for _, test := range []struct {
		name    string
		visible float64
		columns []string
		sets    string
		costs   map[string]float64
		want    string
	}{
		{"pays", 0.95, []string{"user_id", "created_at"}, "note", costs, `USING btree ("user_id") INCLUDE ("created_at")`},
		{"pages change all the time", 0.5, []string{"user_id", "created_at"}, "note", costs, `USING btree ("user_id")`},
		{"whole rows", 0.95, nil, "note", costs, `USING btree ("user_id")`},
		{"too wide", 0.95, []string{"user_id", "created_at", "note"}, "note", costs, `USING btree ("user_id")`},
		{"updates change it", 0.95, []string{"user_id", "created_at"}, "created_at", costs, `USING btree ("user_id")`},
		{"hardly cheaper", 0.95, []string{"user_id", "created_at"}, "note",
			map[string]float64{"a user_id": 100, "a user_id+created_at": 90}, `USING btree ("user_id")`},
	} {
		query := reading("a", 1000)
		for _, column := range test.columns {
			query.read.Columns = append(query.read.Columns, workload.Mention{Name: column})
		}
		update := &Query{Call: Call{ID: "u", Calls: 1, TotalMS: 1, Rows: 1}}
		update.read = workload.Statement{Changes: []workload.Change{{Verb: "UPDATE", Target: workload.Table{Name: "orders"}, Set: []string{test.sets}}}}
		table := orders()
		table.Visible = test.visible
		advice := advisedOn(t, table, 0, priced{1000, test.costs}, []*Query{query, update}, []string{"user_id"})
		if got := proposed(advice); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

// What the budget has no room for is named, with the budget that would hold it.
func TestSearchNamesWhatTheBudgetKeepsOut(t *testing.T) {
	costs := map[string]float64{"a user_id": 10, "b created_at": 10}
	queries := []*Query{reading("a", 1000), reading("b", 500)}
	table := orders()
	room := table.indexBytes(Index{Method: "btree", Keys: []Key{{Column: "user_id"}}}) / (table.Pages * 8192)
	advice := advisedOn(t, table, 1.01*room, priced{1000, costs}, queries, []string{"user_id"}, []string{"created_at"})
	if got, want := proposed(advice), `USING btree ("user_id")`; got != want {
		t.Errorf("proposed %s, want %s", got, want)
	}
	if len(advice.HeldBack) != 1 || advice.HeldBack[0].Tail() != `USING btree ("created_at")` {
		t.Fatalf("held back: %+v", advice.HeldBack)
	}
	if held := advice.HeldBack[0]; held.Saves < 0.3 || held.Saves > 0.34 {
		t.Errorf("saves %.3f of the time, want nearly a third", held.Saves)
	}
	queries = []*Query{reading("a", 1000), reading("b", 500)}
	advice = advisedOn(t, orders(), advice.HeldBack[0].Budget, priced{1000, costs}, queries, []string{"user_id"}, []string{"created_at"})
	if len(advice.Proposals) != 2 || len(advice.HeldBack) != 0 {
		t.Errorf("with the budget that was named: %s, held back %+v", proposed(advice), advice.HeldBack)
	}
}

// What saves the most for its bytes is chosen first, and gives way to what saves more than all of it and has no room beside it.
func TestSearchExchanges(t *testing.T) {
	lists := func() *Table {
		table := orders()
		for i := range table.Columns {
			table.Columns[i].Dedup = true
		}
		return table
	}
	size := func(columns ...string) float64 {
		index := Index{Method: "btree"}
		for _, column := range columns {
			index.Keys = append(index.Keys, Key{Column: column})
		}
		return lists().indexBytes(index)
	}
	wide := []string{"code", "created_at", "id"}
	if more := size(wide...) / size("user_id"); more < 5 || size("status") > 1.1*size("user_id") {
		t.Fatalf("the wide index is %.1f times as large as one of the small ones", more)
	}
	costs := map[string]float64{"a user_id": 10, "b code,created_at,id": 10, "c status": 10}
	for name, test := range map[string]struct {
		room float64 // in wide indexes
		want string
	}{
		"one":           {1.01, `USING btree ("code", "created_at", "id")`},
		"all":           {2, `USING btree ("code", "created_at", "id"); USING btree ("user_id"); USING btree ("status")`},
		"the small one": {0.9, `USING btree ("user_id"); USING btree ("status")`},
	} {
		queries := []*Query{reading("b", 2200), reading("a", 1000), reading("c", 950)}
		budget := test.room * size(wide...) / (lists().Pages * 8192)
		advice := advisedOn(t, lists(), budget, priced{1000, costs}, queries, []string{"user_id"}, wide, []string{"status"})
		if got := proposed(advice); got != test.want {
			t.Errorf("room for %s: got %s, want %s", name, got, test.want)
		}
	}
}

// An index gets no key for the order of the rows that every update would write.
func TestOrderedLeavesOutWhatUpdatesChange(t *testing.T) {
	table := orders()
	ref := reference(table, "(o.user_id = $1)", "o.created_at DESC")
	short := Index{Schema: "public", Table: "orders", Method: "btree", Keys: []Key{{Column: "user_id"}}}
	long := Index{Schema: "public", Table: "orders", Method: "btree", Keys: []Key{{Column: "user_id"}, {Column: "created_at"}}}
	for _, test := range []struct {
		update string
		want   int
	}{{"UPDATE orders SET note = $1 WHERE id = $2", 1}, {"UPDATE orders SET created_at = $1 WHERE id = $2", 0}} {
		query := reading("a", 1000)
		query.weight, query.refs, query.Candidates = 1, []*Reference{ref}, []Index{short, long}
		a := &adviser{engine: priced{}, advice: &Advice{Statements: []*Query{query, writing(test.update, 10, 0, 10)}}, places: map[string]int{}, unit: 1,
			catalog: &Catalog{Tables: []*Table{table}, roots: map[Name]*Table{{"public", "orders"}: table}}}
		if got := a.ordered(a.pool[a.enter(query, short)]); len(got) != test.want {
			t.Errorf("%s: %d longer ones, want %d", test.update, len(got), test.want)
		}
	}
}

// A key of which the statements ask what nearly all rows have goes, wherever it stands, where the planner does not miss it.
func TestSearchDropsIdleKeys(t *testing.T) {
	for _, test := range []struct{ condition, keys, without, want string }{
		{"(o.active AND (o.user_id = $1))", "active,user_id", "user_id", `USING btree ("user_id")`},
		{"((o.deleted_at IS NULL) AND (o.user_id = $1))", "deleted_at,user_id", "user_id", `USING btree ("user_id")`},
		{"(o.active AND (o.user_id = $1))", "active,user_id", "", `USING btree ("active", "user_id")`},
		{"((NOT o.active) AND (o.user_id = $1))", "active,user_id", "user_id", `USING btree ("active", "user_id")`},
		{"((o.status = $2) AND (o.user_id = $1))", "status,user_id", "user_id", `USING btree ("status", "user_id")`},
	} {
		query := reading("a", 1000)
		a := offered(t, orders(), 0, priced{1000, map[string]float64{"a " + test.keys: 10, "a " + test.without: 10}}, []*Query{query}, strings.Split(test.keys, ","))
		query.refs = []*Reference{reference(a.catalog.Tables[0], test.condition)}
		if err := a.search(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := proposed(a.advice); got != test.want {
			t.Errorf("%s: got %s", test.condition, got)
		}
	}
}

// A key that a parameter is compared with is needless before one that leaves few rows, and not before one that leaves many.
func TestNeedlessFirstKey(t *testing.T) {
	for name, test := range map[string]struct{ condition, long, short, want string }{
		"one row":   {"((o.active = $1) AND (o.code = $2))", "active,code", "code", `USING btree ("code")`},
		"many rows": {"((o.active = $1) AND (o.user_id = $2))", "active,user_id", "user_id", `USING btree ("active", "user_id")`},
		"a range":   {"((o.active = $1) AND (o.created_at > $2))", "active,created_at", "created_at", `USING btree ("active", "created_at")`},
	} {
		query := &Query{Call: Call{ID: "q", TotalMS: 1000, Calls: 10}}
		engine := priced{1000, map[string]float64{"q " + test.long: 10, "q " + test.short: 10}}
		a := offered(t, orders(), 0, engine, []*Query{query}, strings.Split(test.long, ","))
		query.refs = []*Reference{reference(a.catalog.Tables[0], test.condition)}
		if err := a.search(t.Context()); err != nil {
			t.Fatal(err)
		}
		if len(a.advice.Proposals) != 1 || a.advice.Proposals[0].Tail() != test.want {
			t.Errorf("%s: %+v", name, a.advice.Proposals)
		}
	}
}

// The budget is a share of all tables of the database; where their size is not known, of those that statements read.
func TestHeaps(t *testing.T) {
	a := &adviser{catalog: &Catalog{Tables: []*Table{orders()}}}
	if got := a.heaps(); got != 1000*8192 {
		t.Errorf("%.0f bytes of the tables that are read", got)
	}
	a.catalog.pages = 50_000
	if got := a.heaps(); got != 50_000*8192 {
		t.Errorf("%.0f bytes of all tables", got)
	}
	if got := a.budget(); got != 12_500*8192 {
		t.Errorf("a budget of %.0f bytes, want a quarter", got)
	}
}
