package advisor

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

func TestBind(t *testing.T) {
	statement := workload.Statement{Limits: []int{3}, Offsets: []int{4}, RowsTell: true}
	seen := observed{
		query: "SELECT id FROM orders WHERE status = $1 AND created_at > $2 LIMIT $3 OFFSET $4",
		types: []string{"text", "timestamp with time zone", "bigint", "bigint"},
	}
	refs := []*Reference{reference(orders(), "((o.status = $1) AND (o.created_at > $2))")}
	query := &Query{Call: Call{Calls: 2, Rows: 21}, read: statement, seen: seen, refs: refs}
	bindings := query.bind(workload.Settings{TextSearch: "english"})
	if len(bindings) != int(levels)+1 {
		t.Fatalf("%d bindings", len(bindings))
	}
	generic := "SELECT id FROM orders WHERE status = (SELECT 'open'::text)::text AND created_at > (SELECT '2024-12-31'::timestamp with time zone)::timestamp with time zone LIMIT 20 OFFSET 0"
	if last := bindings[levels]; last.Query != generic || !last.Generic {
		t.Errorf("got %+v", last)
	}
	want := "SELECT id FROM orders WHERE status = 'open'::text AND created_at > '2024-12-31'::timestamp with time zone LIMIT 20 OFFSET 0"
	if got := bindings[typical].Query; got != want {
		t.Errorf("got %s", got)
	}
	if got := bindings[frequent].Query; !strings.Contains(got, "'done'") {
		t.Errorf("the most frequent value is not tried: %s", got)
	}
	if got := bindings[rare].Query; !strings.Contains(got, "'lost'") {
		t.Errorf("a rare value is not tried: %s", got)
	}
	if got := bindings[seldom].Query; !strings.Contains(got, "'lost'") || strings.Contains(got, "2024-12-31") {
		t.Errorf("a rare value is not tried beside a wide range: %s", got)
	}
}

// A statement that returned 3.4 rows on average was not ended by LIMIT each time.
func TestBindThrough(t *testing.T) {
	statement := workload.Statement{Limits: []int{2}, Stops: true}
	seen := observed{query: "SELECT id FROM orders WHERE status = $1 LIMIT $2", types: []string{"text", "bigint"}}
	refs := []*Reference{reference(orders(), "(o.status = $1)")}
	const each = extents // without a range the broad one is the typical one and the seldom one the rare one, and alone the usual one the most frequent one
	bind := func(statement workload.Statement, rows, calls float64) []Binding {
		return (&Query{Call: Call{Calls: calls, Rows: rows * calls}, read: statement, seen: seen, refs: refs}).bind(workload.Settings{TextSearch: "english"})
	}
	for _, test := range []struct {
		rows, calls    float64
		ended, through string // LIMIT
		weights        [2]float64
	}{
		{3.4, 100, "10", "10", [2]float64{0.34, 0.66}}, {1.5, 100, "10", "10", [2]float64{0.15, 0.85}}, {10.5, 2, "20", "20", [2]float64{0.525, 0.475}}, {1700.5, 9, "3402", "3402", [2]float64{0.5, 0.5}},
		{20, 100, "20", "50", [2]float64{1, 0.05}}, {20, 1, "20", "50", [2]float64{1, 0.05}}, {7, 1, "7", "10", [2]float64{1, 0.3}}, {7, 100, "7", "10", [2]float64{1, 0.3}}, {4, 100, "4", "10", [2]float64{1, 0.05}}, {1, 100, "1", "10", [2]float64{1, 0.05}},
	} {
		bindings := bind(statement, test.rows, test.calls)
		if len(bindings) != 2*each+1 {
			t.Fatalf("%d bindings", len(bindings))
		}
		for i, want := range map[int]Binding{0: {Query: test.ended, Weight: test.weights[0]}, each: {Query: test.through, Weight: test.weights[1], Through: true}} {
			got := bindings[i]
			if !strings.HasSuffix(got.Query, " LIMIT "+want.Query) || math.Abs(got.Weight-want.Weight) > 0.001 || got.Through != want.Through {
				t.Errorf("%+v: %+v", test, got)
			}
		}
	}
	searching := &Query{Call: Call{Calls: 100, Rows: 25}, read: statement, seen: seen, refs: []*Reference{reference(orders(), "(o.note ~~* $1)")}}
	if bindings := searching.bind(workload.Settings{TextSearch: "english"}); !bindings[2].Through || bindings[2].Weight != 0.95 {
		t.Errorf("a search that mostly finds nothing: %+v", bindings)
	}
	if bindings := bind(statement, 0.25, 100); len(bindings) != each+1 {
		t.Errorf("a queue that is mostly empty: %+v", bindings)
	}
	statement.Stops = false
	statement.RowsTell = true
	if bindings := bind(statement, 3.4, 100); len(bindings) != each+1 {
		t.Errorf("a LIMIT inside is taken for one at the end: %+v", bindings)
	}
	statement.RowsTell = false // one document of all rows
	bindings := bind(statement, 1, 100)
	if len(bindings) != 2*each+1 || !strings.HasSuffix(bindings[0].Query, " LIMIT 20") || !strings.HasSuffix(bindings[each].Query, " LIMIT 10000") || bindings[each].Through {
		t.Errorf("a LIMIT below an aggregate: %+v", bindings)
	}
}

func TestTurnsGeneric(t *testing.T) {
	given := []Binding{{Cost: 10}, {Cost: 1000}}
	for cost, want := range map[float64]bool{400: true, 600: false, 10.05: false, 1005: false, 5: true} {
		if got := turnsGeneric(cost, given); got != want {
			t.Errorf("%v: got %v", cost, got)
		}
	}
	if turnsGeneric(1, nil) {
		t.Error("without a plan for given values there is nothing to compare with")
	}
}

// Two ranges are one period, or two that overlap, by the columns that they are about.
func TestSpan(t *testing.T) {
	table := &Table{Name: "stays", Columns: []Column{
		{Name: "arrival", Type: "date", BaseType: "date", Category: "D", Histogram: postgres.Names{"2024-01-01", "2024-06-01", "2024-12-31"}},
		{Name: "departure", Type: "date", BaseType: "date", Category: "D", Histogram: postgres.Names{"2024-01-02", "2024-06-02", "2025-01-01"}},
		{Name: "beds", Type: "integer", BaseType: "integer", Category: "N"}, {Name: "rooms", Type: "integer", BaseType: "integer", Category: "N"},
	}}
	for condition, want := range map[string]span{
		"((s.arrival < $1) AND (s.departure > $2))":   overlap,
		"((s.arrival < $1) AND (s.arrival >= $2))":    closed,
		"((s.arrival < $1) AND (s.departure < $2))":   halfOpen,
		"((s.beds < $1) AND (s.rooms > $2))":          halfOpen,
		"(s.arrival < $1)":                            halfOpen,
		"((s.arrival < $1) AND (s.departure = $2))":   halfOpen,
		"((s.arrival <= $1) AND (s.departure >= $2))": overlap,
	} {
		uses := make([][]use, 2)
		for _, clause := range workload.Clauses(condition) {
			column, _ := table.Column(clause.Column)
			uses[clause.Params[0]-1] = append(uses[clause.Params[0]-1], use{table: table, column: column, clause: clause})
		}
		if got := spanOf(uses, 0); got != want {
			t.Errorf("%s: got %d, want %d", condition, got, want)
		}
	}
	early := use{table: table, column: &table.Columns[0], clause: workload.Clauses("(s.arrival < $1)")[0]}
	if alone, both := literal("date", []use{early}, typical, halfOpen), literal("date", []use{early}, typical, overlap); alone != "'2024-01-01'::date" || both != "'2024-12-31'::date" {
		t.Errorf("an end of a period that overlaps is %s, one alone %s", both, alone)
	}
}

// A parameter that stands for a list of what rows must all have gets two values, none of them hidden in
// a subquery.
func TestBindLists(t *testing.T) {
	query := &Query{
		read: workload.Statement{Lists: []int{1}}, seen: observed{query: "SELECT id FROM orders WHERE tags @> ARRAY[$1]", types: []string{"text"}},
		refs: []*Reference{{Table: orders(), Clauses: []workload.Clause{{Column: "tags", Columns: []string{"tags"}, Operator: "@>", Params: []int{1}}}}},
	}
	query.refs[0].Table.Columns[7].Elements = postgres.Names{"a", "b", "c"}
	bindings := query.bind(workload.Settings{})
	if want := "SELECT id FROM orders WHERE tags @> ARRAY['b'::text, 'a'::text]"; bindings[0].Query != want {
		t.Errorf("got %s", bindings[0].Query)
	}
	for _, binding := range bindings {
		if strings.Contains(binding.Query, "(SELECT '") {
			t.Errorf("a subquery of several columns: %s", binding.Query)
		}
	}
	query.refs[0].Clauses[0].Operator = "&&"
	if got := query.bind(workload.Settings{})[0].Query; got != "SELECT id FROM orders WHERE tags @> ARRAY['b'::text]" {
		t.Errorf("of what rows may have one of: %s", got)
	}
}

// Of a network an address that is known is a part.
func TestNetwork(t *testing.T) {
	for address, want := range map[string]string{"10.1.2.3": "10.1.0.0/16", "10.1.2.0/24": "10.1.0.0/16", "2001:db8:1::7": "2001:db8::/32", "nonsense": ""} {
		if got, ok := network(&Column{Histogram: postgres.Names{address}}); got != want && ok || ok != (want != "") {
			t.Errorf("%s: got %s", address, got)
		}
	}
	if _, ok := network(&Column{}); ok {
		t.Error("a network of no address")
	}
}

func TestValues(t *testing.T) {
	table := orders()
	for _, test := range []struct{ condition, typeName, want string }{
		{"(o.user_id = ANY ($1))", "integer[]", "ARRAY['50', '1', '100']::integer[]"},
		{"(o.note ~~ $1)", "text", "'hel%'::text"},
		{"(o.note ~~* $1)", "text", "'%hello%'::text"},
		{"(o.note ~ $1)", "text", "'hello'::text"},
		{"(o.note ~* $1)", "text", "'hello'::text"},
		{"(o.created_at > (now() - $1))", "interval", "('2024-12-31'::timestamp - '2024-06-01'::timestamp)"},
		{"(o.created_at < (now() - $1))", "interval", "'7 days'::interval"},
		{"(o.data @> $1)", "jsonb", `'{"a": "b"}'::jsonb`},
		{"(o.tags @> $1)", "text[]", "ARRAY['garden'::text]::text[]"},
		{"(upper((o.code)::text) = $1)", "text", "'AB1'::text"},
		{"(o.user_id = $1)", "mood", "NULL::mood"},
	} {
		clauses := workload.Clauses(test.condition)
		column, _ := table.Column(clauses[0].Columns[0])
		if got := literal(test.typeName, []use{{table: table, column: column, clause: clauses[0], rows: -1}}, typical, halfOpen); got != test.want {
			t.Errorf("%s: got %s", test.condition, got)
		}
	}
}

func TestQuotedValues(t *testing.T) {
	table := orders()
	table.Columns[2].Common = postgres.Names{"it's"}
	clauses := workload.Clauses("(o.status = $1)")
	if got := literal("text", []use{{table: table, column: &table.Columns[2], clause: clauses[0]}}, typical, halfOpen); got != "'it''s'::text" {
		t.Errorf("got %s", got)
	}
}

func TestWeigh(t *testing.T) {
	weights := func(bindings []Binding, statement workload.Statement, rows, blocks float64) []float64 {
		var list []float64
		total := 0.0
		for i := range bindings {
			bindings[i].Weight = 1
		}
		for _, binding := range weigh(bindings, statement, 1, rows, blocks) {
			list = append(list, binding.Weight)
			total += binding.Weight
		}
		if math.Abs(total-1) > 1e-9 {
			t.Errorf("together they weigh %.2f", total)
		}
		return list
	}
	told, untold := workload.Statement{RowsTell: true}, workload.Statement{}
	if got := weights([]Binding{{Rows: 10}, {Rows: 200}}, told, 12, 0); len(got) != 2 || got[0] < 0.85 {
		t.Errorf("rows near to what was seen, and far from it: %.2f", got)
	}
	if got := weights([]Binding{{Rows: 10}, {Rows: 10_000}}, told, 12, 0); len(got) != 1 {
		t.Errorf("what stands for next to nothing is kept: %.2f", got)
	}
	if got := weights([]Binding{{Rows: 12}, {Rows: 10_000}}, untold, 12, 0); len(got) != 2 || got[0] != 0.5 {
		t.Errorf("rows of groups, as many as were seen and more: %.2f", got)
	}
	if got := weights([]Binding{{Rows: 12}, {Rows: 200}}, untold, 200, 0); len(got) != 2 || got[0] > 0.2 {
		t.Errorf("rows of groups, fewer than were seen and as many: %.2f", got)
	}
	prior := weigh([]Binding{{Weight: 1}, {Weight: 0.3}, {Weight: 0.02}}, untold, 1, 1, 0)
	if len(prior) != 2 || math.Abs(prior[1].Weight-0.3/1.3) > 1e-9 {
		t.Errorf("what spoke for them before is lost: %+v", prior)
	}
	found := weigh([]Binding{{Weight: 1, Rows: 3}, {Weight: 1, Rows: 103}}, told, 0.01, 1, 0)
	if len(found) != 2 || found[0].Weight > 0.1 {
		t.Errorf("of a state that few rows have, and of the one that the rest have: %+v", found)
	}
	alike := make([]Binding, 40)
	if got := weights(alike, untold, 1, 0); len(got) != len(alike) {
		t.Errorf("of %d that nothing tells apart %d are left", len(alike), len(got))
	}
	if got := weights([]Binding{{Rows: 1, Blocks: 500}, {Rows: 1, Blocks: 5000}}, untold, 1, 6000); len(got) != 2 || got[1] < 0.8 {
		t.Errorf("blocks far from what was seen, and near to it: %.2f", got)
	}
}

// Of a statement with LIMIT the blocks tell whether it was ended, and if it was not the rows
// tell as well.
func TestWeighThrough(t *testing.T) {
	limited := workload.Statement{RowsTell: true, Stops: true}
	for name, test := range map[string]struct {
		rows, blocks float64
		through      Binding
		least, most  float64 // that it weighs
	}{
		"read to the end":                   {3, 5000, Binding{Rows: 4, Blocks: 5000}, 0.9, 1},
		"ended":                             {3, 10, Binding{Rows: 4, Blocks: 5000}, 0, 0.1},
		"read to the end, for other values": {3, 5000, Binding{Rows: 4000, Blocks: 5000}, 0.9, 1},
		"not known":                         {3, 0, Binding{Rows: 4}, 0.4, 0.6},
	} {
		test.through.Weight, test.through.Through = 1, true
		total := 0.0
		for _, binding := range weigh([]Binding{{Weight: 1, Rows: 3, Blocks: 10}, test.through}, limited, 1, test.rows, test.blocks) {
			if binding.Through {
				total = binding.Weight
			}
		}
		if total < test.least || total > test.most {
			t.Errorf("%s: it weighs %.2f", name, total)
		}
	}
}

func TestBlocks(t *testing.T) {
	table := orders()
	table.Columns[3].Correlation = 0.5
	table.Indexes = []Existing{{Name: "orders_user", Keys: []string{"user_id"}}, {Name: "orders_created", Keys: []string{"created_at"}}}
	catalog := &Catalog{Tables: []*Table{table}, roots: map[Name]*Table{{"public", "orders"}: table}}
	scan := func(kind string, rows float64) *Node {
		return &Node{Type: kind, Schema: "public", Relation: "orders", Rows: rows}
	}
	join := func(outer, inner *Node) *Node { return &Node{Type: "Nested Loop", Children: []*Node{outer, inner}} }
	for _, test := range []struct {
		name string
		plan *Node
		want float64
	}{
		{"the whole table", scan("Seq Scan", 5), 1000},
		{"a few rows by an index", scan("Index Scan", 5), 8},
		{"as many blocks as rows, where these lie anywhere", &Node{Type: "Index Scan", Index: "orders_user", Schema: "public", Relation: "orders", Rows: 500, Filter: "(o.status = 'open'::text)"}, 6253},
		{"half in order", &Node{Type: "Index Scan", Index: "orders_created", Schema: "public", Relation: "orders", Rows: 2000}, 3 + 2000 - 0.25*1000},
		{"rows that a filter drops", &Node{Type: "Index Scan", Schema: "public", Relation: "orders", Rows: 20, Filter: "(o.status = 'open'::text)"}, 253},
		{"all rows for a few of them", &Node{Type: "Index Scan", Schema: "public", Relation: "orders", Rows: 500, Filter: "(o.status = 'open'::text)"}, 1003},
		{"LIMIT that needs luck", &Node{Type: "Limit", TotalCost: 10, Rows: 20, Children: []*Node{{Type: "Index Scan", Schema: "public", Relation: "orders", TotalCost: 1010, Rows: 8000, Filter: "(o.status = 'open'::text)"}}}, 1003.0 * (10 + 420) / 1010},
		{"more rows than the table has blocks", &Node{Type: "Bitmap Heap Scan", Schema: "public", Relation: "orders", Rows: 5000,
			Children: []*Node{{Type: "Bitmap Index Scan", Rows: 5000}}}, 1003},
		{"once for each row of the other", join(scan("Index Scan", 5), scan("Index Only Scan", 1)), 8 + 5*3},
		{"read once and kept", join(scan("Index Scan", 5), &Node{Type: "Materialize", Children: []*Node{scan("Seq Scan", 9)}}), 1008},
	} {
		if got := (&adviser{catalog: catalog, advice: &Advice{}}).blocks(test.plan); math.Abs(got-test.want) > 0.01 {
			t.Errorf("%s: %.0f blocks, want %.0f", test.name, got, test.want)
		}
	}
}

// A list of texts that are cast has one parameter for several values.
func TestNoneOfTexts(t *testing.T) {
	table := orders()
	column, _ := table.Column("user_id")
	clause := workload.Clause{Column: "user_id", Columns: []string{"user_id"}, Operator: "<>", Params: []int{1}, Text: 1}
	got := noneOf("text", []use{{table: table, column: column, clause: clause}}, typical)
	if want := "'50'::text, '1'::text"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Of what somebody looks for one row is all that there is, where of a queue it is the first; a column of citext is known
// to the planner under its cast, an expression not.
func TestSearchedRows(t *testing.T) {
	table := &Table{Rows: 10_000, Columns: []Column{{Name: "mail", BaseType: "citext"}, {Name: "state", BaseType: "text"}}}
	query := func(condition string) *Query {
		return &Query{Call: Call{Calls: 100, Rows: 100}, read: workload.Statement{Stops: true}, refs: []*Reference{reference(table, condition)}}
	}
	if ended, through := query("((o.mail)::text ~~* $1)").unended(); ended >= through {
		t.Errorf("a search: ended %g, through %g", ended, through)
	}
	if ended, through := query("(o.state = $1)").unended(); ended <= through {
		t.Errorf("a queue: ended %g, through %g", ended, through)
	}
	if query("((o.mail)::text ~~* $1)").guessed() || !query("(lower((o.mail)::text) ~~ $1)").guessed() {
		t.Error("what the planner knows of a search is not told apart")
	}
}

// Values of which the planner sees that nothing can come are not those of a call that reads blocks.
func TestWeighLeavesOutTheImpossible(t *testing.T) {
	bindings := []Binding{{Weight: 1, Rows: 0, Blocks: 0}, {Weight: 0.1, Rows: 9, Blocks: 1000}}
	if kept := weigh(slices.Clone(bindings), workload.Statement{RowsTell: true}, 1, 0, 1100); len(kept) != 1 || kept[0].Blocks != 1000 {
		t.Errorf("kept %+v", kept)
	}
	if kept := weigh(slices.Clone(bindings), workload.Statement{RowsTell: true}, 1, 0, 0); kept[0].Blocks != 0 {
		t.Errorf("without blocks: kept %+v", kept)
	}
}
