package advisor

import (
	"math"
	"testing"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
	"github.com/pgdoctor/pgdoctor/internal/workload"
)

// Where an expression finds one row and not half a per cent, nested loops look up less, and what a hash join reads is
// looked up if there is an index to do so.
func TestCorrected(t *testing.T) {
	table, clients := orders(), &Table{Schema: "public", Name: "clients", Kind: "r", Rows: 20_000, Pages: 300, Indexes: []Existing{{Method: "btree", Keys: postgres.Names{"id"}, Options: postgres.Names{""}}}}
	index := Index{Schema: "public", Table: "orders", Method: "btree", Keys: []Key{{Expression: "lower(note)"}}}
	found := &Node{Type: "Index Scan", Schema: "public", Relation: "orders", Alias: "o", IndexCond: "(lower(o.note) = 'x'::text)", TotalCost: 510, Rows: 500}
	whole := &Node{Type: "Seq Scan", Schema: "public", Relation: "clients", Alias: "c", TotalCost: 400}
	a := &adviser{engine: (*hypopg)(nil), catalog: &Catalog{roots: map[Name]*Table{{"public", "orders"}: table, {"public", "clients"}: clients}}}
	hashed := func(condition string) *Node {
		return &Node{Type: "Hash Join", TotalCost: 1000, HashCond: condition, Children: []*Node{whole, {Type: "Hash", TotalCost: 510, Children: []*Node{found}}}}
	}
	prefix := *found
	prefix.IndexCond = "((lower(o.note) >= 'x'::text) AND (lower(o.note) < 'y'::text))"
	for name, test := range map[string]struct {
		root *Node
		want float64
	}{
		"alone":              {found, 11},
		"looked up for each": {&Node{Type: "Nested Loop", TotalCost: 1510, Children: []*Node{found, {Type: "Index Scan", TotalCost: 2}}}, 13},
		"the inner side":     {&Node{Type: "Nested Loop", TotalCost: 1510, Children: []*Node{{Type: "Seq Scan", TotalCost: 2}, found}}, 1011},
		"by a key":           {hashed("(o.user_id = c.id)"), 111},
		"by no key":          {hashed("(o.user_id = c.kind)"), 501},
		"a beginning":        {&Node{Type: "Nested Loop", TotalCost: 1510, Children: []*Node{&prefix, {Type: "Index Scan", TotalCost: 2}}}, 1011},
	} {
		if got := a.corrected(Plan{Cost: test.root.TotalCost, Root: test.root, Uses: []int{0}}, []Index{index}); math.Abs(got-test.want) > 1 {
			t.Errorf("%s: costs %.1f, want %.1f", name, got, test.want)
		}
	}
	table.Indexes = []Existing{{Method: "btree", Keys: postgres.Names{"lower(note)", "id"}, Options: postgres.Names{"", ""}}}
	if got := table.toldBy(index, table.clauses(found.IndexCond)); got != 1 {
		t.Errorf("an index has statistics of it: %f", got)
	}
}

func TestSpanned(t *testing.T) {
	table := &Table{Rows: 100_000, Columns: []Column{{Name: "made", Distinct: -1, Histogram: []string{"2026-01-01 08:00:00+00", "2026-03-01 12:00:00+00", "2026-12-31 07:00:00.5+00"}}, {Name: "name", Distinct: -1, Histogram: []string{"a", "b"}}}}
	for expression, want := range map[string]float64{
		"(made)::date": 365, "date(made)": 365, "date_trunc('hour'::text, made)": 365 * 24, "date_trunc('month'::text, made)": 12, "lower(name)": 100_000, "date(name)": 100_000,
	} {
		if got := table.distinctOfExpression(expression); math.Abs(got-want) > 0.02*want {
			t.Errorf("%s has %.0f values, want %.0f", expression, got, want)
		}
	}
}

// A statement that LIMIT does not end, and of which the planner expects too many rows, is planned without one: it will not hope for
// rows in the order that is wanted once the expression has an index and statistics.
func TestUnlimited(t *testing.T) {
	for condition, want := range map[string]bool{"(lower((o.note)::text) = 'x'::text)": true, "(o.user_id = 5)": false, "(lower((o.note)::text) ~~ 'x%'::text)": false} {
		query := &Query{refs: []*Reference{reference(orders(), condition)}}
		if got := query.misjudged(); got != want {
			t.Errorf("%s is misjudged: %v", condition, got)
		}
	}
	query := &Query{read: workload.Statement{Limits: []int{2}}, seen: observed{query: "SELECT 1 FROM orders WHERE lower(note) = $1 ORDER BY id LIMIT $2"}}
	binding := Binding{values: []string{"'x'", "20"}}
	if got, want := query.withoutLimit(binding), "SELECT 1 FROM orders WHERE lower(note) = 'x' ORDER BY id LIMIT 10000"; got != want || binding.values[1] != "20" {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Who logs in by an e-mail that nobody has found nothing: no queue, whose LIMIT is 1.
func TestUnendedLookup(t *testing.T) {
	for condition, want := range map[string]bool{"(lower((o.note)::text) = $1)": true, "(o.status = $1)": false} {
		query := &Query{Call: Call{Calls: 7, Rows: 6}, refs: []*Reference{reference(orders(), condition)}, read: workload.Statement{Stops: true, RowsTell: true}}
		if _, through := query.unended(); through > 0.5 != want {
			t.Errorf("%s: %.2f of the calls were read to the end", condition, through)
		}
	}
}
